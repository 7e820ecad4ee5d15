import type { ReactNode } from 'react'
import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, type DialogProps } from '../../ui/Dialog.tsx'
import styles from './After.module.css'

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'onClose' | 'size'> {
  readonly save: string
  /** False while the form is not whole. */
  readonly isReady: boolean
  readonly onSave: () => void
  /** What stands at the other end of the foot. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A small form over an invoice: what it changes is one step. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 'small', save, isReady, onSave, onClose, aside, children } = props
  const words = useWords().app
  return (
    <Dialog
      title={title}
      isOpen
      size={size}
      onClose={onClose}
      footer={
        <>
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={onSave}>
            {save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>{children}</div>
    </Dialog>
  )
}

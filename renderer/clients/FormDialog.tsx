import type { ReactNode } from 'react'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Dialogs.module.css'

interface FormDialogProps {
  readonly title: string
  readonly size?: 'small' | 'normal'
  /** The record does not exist yet: there is nothing to delete, and saving creates it. */
  readonly isNew: boolean
  readonly isValid: boolean
  readonly onSave: () => void
  readonly onDelete: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that edits one record: nothing is saved before Save, and a click outside loses nothing. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 'normal', isNew, isValid, onSave, onDelete, onClose, children } = props
  const words = useWords().clients
  return (
    <Dialog
      title={title}
      isOpen
      isDismissable={false}
      size={size}
      onClose={onClose}
      footer={
        <>
          {isNew ? null : (
            <span className={styles.left}>
              <Button variant="quiet" onPress={onDelete}>
                {words.remove}
              </Button>
            </span>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isValid} onPress={onSave}>
            {isNew ? words.create : words.save}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>{children}</div>
    </Dialog>
  )
}

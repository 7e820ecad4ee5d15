import type { ReactNode } from 'react'
import type { KeptForm } from '../state/keptForm.ts'
import { toast } from '../state/toasts.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Dialogs.module.css'

interface FormDialogProps {
  readonly title: string
  readonly size?: 'small' | 'normal' | 'wide'
  /** The record does not exist yet: there is nothing to delete, and saving creates it. */
  readonly isNew: boolean
  readonly isValid: boolean
  /** What is typed: kept when the dialog is closed by Escape or the cross, forgotten with Cancel. */
  readonly kept: Pick<KeptForm<object>, 'isChanged' | 'isRestored' | 'startOver' | 'discard'>
  readonly onSave: () => void
  /** Null for what is always there. */
  readonly onDelete: (() => void) | null
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that edits one record: nothing is saved before Save, and neither Escape nor a click outside loses anything. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 'normal', isNew, isValid, kept, onSave, onDelete, onClose, children } = props
  const all = useWords()
  const words = all.clients
  const cancel = () => {
    kept.discard()
    onClose()
  }
  const leave = () => {
    if (kept.isChanged) toast({ text: all.clientPage.keptTyped(title), tone: 'watch' })
    onClose()
  }
  return (
    <Dialog
      title={title}
      isOpen
      isDismissable={false}
      size={size}
      onClose={leave}
      footer={
        <>
          {isNew || onDelete === null ? null : (
            <span className={styles.left}>
              <Button variant="quiet" onPress={onDelete}>
                {words.remove}
              </Button>
            </span>
          )}
          <Button onPress={cancel}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isValid} onPress={onSave}>
            {isNew ? words.create : words.save}
          </Button>
        </>
      }
    >
      {kept.isRestored ? (
        <p className={styles.restored} role="status">
          {all.clientPage.restored}
          <Button size="small" variant="quiet" onPress={kept.startOver}>
            {all.clientPage.startOver}
          </Button>
        </p>
      ) : null}
      <div className={styles.fields}>{children}</div>
    </Dialog>
  )
}

import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../state/words.ts'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 'small' | 'normal' | 'wide'
  /** Buttons at the foot, the primary one last. */
  readonly footer?: ReactNode
  /** False where a click outside must not lose what was typed. */
  readonly isDismissable?: boolean
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A dialog over the window. Escape and the cross close it. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    size = 'normal',
    footer,
    isDismissable = true,
    role = 'dialog',
    children,
  } = props
  const words = useWords()
  return (
    <ModalOverlay
      className={classes(styles.scrim)}
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={classes(styles.dialog)} role={role}>
          <header className={styles.head}>
            <Heading slot="title" className={classes(styles.title)}>
              {title}
            </Heading>
            <IconButton icon="close" variant="quiet" size="small" label={words.app.close} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer === undefined ? null : <footer className={styles.foot}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

import type { ReactNode } from 'react'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ImportDialog.module.css'

interface FileReadingProps {
  readonly title: string
  readonly text: string
  /** How far it is, where that is known. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** A file is being read; it can be given up. */
export function FileReading({ title, text, children, onClose }: FileReadingProps) {
  const { calendar: words } = useWords()
  return (
    <Dialog
      title={title}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={<Button onPress={onClose}>{words.cancel}</Button>}
    >
      <p role="status">{text}</p>
      {children}
    </Dialog>
  )
}

/** What a failure speaks of. */
export type Facts = Readonly<Record<string, string | number>>

interface FileFailureProps {
  readonly title: string
  /** The sentences by code; `reader-failed` speaks for a code that has none. */
  readonly sentences: Readonly<Record<string, (facts: Facts) => string>>
  readonly code: string
  readonly params: Facts
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** Why a file was not imported, and the way to another one. */
export function FileFailure({ title, sentences, code, params, onAnother, onClose }: FileFailureProps) {
  const { calendar: words } = useWords()
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  return (
    <Dialog
      title={title}
      isOpen
      size="small"
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onAnother}>{words.chooseAnother}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <p className={styles.sentence}>
        {sentence?.(params) ?? sentences['reader-failed']?.({ detail: code })}
      </p>
      <p className={styles.quiet}>{words.nothingChanged}</p>
    </Dialog>
  )
}

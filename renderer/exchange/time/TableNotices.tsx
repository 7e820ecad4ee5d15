import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../ImportDialog.module.css'
import styles from './TableDialog.module.css'
import { chooseTable } from './tableStore.ts'

interface TableReadingProps {
  readonly name: string
  /** How much is read, from 0 to 1. */
  readonly part: number
  readonly onClose: () => void
}

/** A table is being read; it can be given up. */
export function TableReading({ name, part, onClose }: TableReadingProps) {
  const { timeImport: words, calendar } = useWords()
  return (
    <Dialog
      title={words.reading}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={<Button onPress={onClose}>{calendar.cancel}</Button>}
    >
      <p role="status">{words.readingText(name === '' ? words.choosing : name)}</p>
      <progress className={styles.progress} aria-label={words.progress} value={part} max={1} />
    </Dialog>
  )
}

type Facts = Readonly<Record<string, string | number>>

interface TableFailureProps {
  readonly code: string
  readonly params: Facts
  readonly onClose: () => void
}

/** Why a table was not imported, and the way to another one. */
export function TableFailure({ code, params, onClose }: TableFailureProps) {
  const { timeImport: words, calendar } = useWords()
  const sentences: Readonly<Record<string, (facts: Facts) => string>> = words.failed
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  return (
    <Dialog
      title={words.failedTitle}
      isOpen
      size="small"
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => void chooseTable()}>{calendar.chooseAnother}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {calendar.close}
          </Button>
        </>
      }
    >
      <p className={shared.sentence}>
        {sentence?.(params) ?? words.failed['reader-failed']({ detail: code })}
      </p>
      <p className={shared.quiet}>{calendar.nothingChanged}</p>
    </Dialog>
  )
}

import type { CalendarProblem } from '../../shared/exchange/calendarFile.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ImportDialog.module.css'
import { chooseCalendar } from './importStore.ts'

/** A file is being read; it can be given up. */
export function ImportReading({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { calendar: words } = useWords()
  return (
    <Dialog
      title={words.reading}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={<Button onPress={onClose}>{words.cancel}</Button>}
    >
      <p role="status">{words.readingText(name)}</p>
    </Dialog>
  )
}

type Facts = Readonly<Record<string, string | number>>

interface ImportFailureProps {
  readonly code: string
  readonly params: Facts
  readonly onClose: () => void
}

/** Why a file was not imported, and the way to another one. */
export function ImportFailure({ code, params, onClose }: ImportFailureProps) {
  const { calendar: words } = useWords()
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
          <Button onPress={() => void chooseCalendar()}>{words.chooseAnother}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <p className={styles.sentence}>
        {sentence?.(params) ?? words.failed['reader-failed']({ detail: code })}
      </p>
      <p className={styles.quiet}>{words.nothingChanged}</p>
    </Dialog>
  )
}

/** What of the file could not be used, line by line. */
export function ImportProblems({ problems }: { readonly problems: readonly CalendarProblem[] }) {
  const { calendar: words } = useWords()
  if (problems.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{words.problems(problems.length)}</summary>
      <ul className={styles.lines}>
        {problems.map(({ code, line, params }) => (
          <li key={`${line} ${code} ${JSON.stringify(params)}`}>
            {words.problemLine(line, words.problem[code](params))}
          </li>
        ))}
      </ul>
    </details>
  )
}

import type { CalendarProblem } from '../../shared/exchange/calendarFile.ts'
import { useWords } from '../state/words.ts'
import { type Facts, FileFailure, FileReading } from './FileNotices.tsx'
import styles from './ImportDialog.module.css'
import { chooseCalendar } from './importStore.ts'

/** A file is being read; it can be given up. */
export function ImportReading({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { calendar: words } = useWords()
  return <FileReading title={words.reading} text={words.readingText(name)} onClose={onClose} />
}

interface ImportFailureProps {
  readonly code: string
  readonly params: Facts
  readonly onClose: () => void
}

/** Why a calendar was not imported, and the way to another one. */
export function ImportFailure(props: ImportFailureProps) {
  const { calendar: words } = useWords()
  return (
    <FileFailure
      {...props}
      title={words.failedTitle}
      sentences={words.failed}
      onAnother={() => void chooseCalendar()}
    />
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

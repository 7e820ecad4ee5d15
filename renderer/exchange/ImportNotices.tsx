import type { CalendarProblem } from '../../shared/exchange/calendarFile.ts'
import { useFormat, useWords } from '../state/words.ts'
import { type Facts, FileFailure, FileReading } from './FileNotices.tsx'
import styles from './ImportDialog.module.css'
import { chooseCalendar } from './importStore.ts'

interface ImportReadingProps {
  readonly name: string
  /** How much is read, from 0 to 1, of how many bytes (0 where that is not known), and the events so far. */
  readonly part: number
  readonly count: number
  readonly onClose: () => void
}

/** A file is being read; it can be given up. */
export function ImportReading({ name, part, count, onClose }: ImportReadingProps) {
  const { calendar: words } = useWords()
  return (
    <FileReading title={words.reading} text={words.readingText(name)} onClose={onClose}>
      <Progress part={part} count={count} label={words.progress} />
    </FileReading>
  )
}

/** The events of a file are compared with the plan; it can be given up. */
export function ImportJudging({ name, part, onClose }: Omit<ImportReadingProps, 'count'>) {
  const { calendar: words } = useWords()
  return (
    <FileReading title={words.judging} text={words.readingText(name)} onClose={onClose}>
      <Progress part={part} count={0} label={words.progress} />
    </FileReading>
  )
}

interface ProgressProps {
  readonly part: number
  readonly count: number
  readonly label: string
}

function Progress({ part, count, label }: ProgressProps) {
  const { calendar: words } = useWords()
  const format = useFormat()
  return (
    <>
      <progress className={styles.progress} aria-label={label} value={part} max={1} />
      <p className={styles.quiet}>
        {words.readSoFar(format.percent(part), count === 0 ? '' : words.eventsSoFar(format.number(count)))}
      </p>
    </>
  )
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

import { useWords } from '../../state/words.ts'
import { type Facts, FileFailure, FileReading } from '../FileNotices.tsx'
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
  const { timeImport: words } = useWords()
  return (
    <FileReading
      title={words.reading}
      text={words.readingText(name === '' ? words.choosing : name)}
      onClose={onClose}
    >
      <progress className={styles.progress} aria-label={words.progress} value={part} max={1} />
    </FileReading>
  )
}

interface TableFailureProps {
  readonly code: string
  readonly params: Facts
  readonly onClose: () => void
}

/** Why a table was not imported, and the way to another one. */
export function TableFailure(props: TableFailureProps) {
  const { timeImport: words } = useWords()
  return (
    <FileFailure
      {...props}
      title={words.failedTitle}
      sentences={words.failed}
      onAnother={() => void chooseTable()}
    />
  )
}

import type { WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import type { WorkedProposal } from '../../../shared/exchange/time/workedProposal.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../ImportDialog.module.css'

interface TableSummaryProps {
  /** The file's name. */
  readonly name: string
  /** The rows are being read again. */
  readonly again: boolean
  readonly read: WorkedRead
  readonly proposal: WorkedProposal
}

/** What an import would take in, and what not. */
export function TableSummary({ name, again, read, proposal }: TableSummaryProps) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const { rows, minutes, there, closed, late, skipped, open, out, bad } = proposal
  if (there > 0 && there === read.rows.length)
    return <EmptyState icon="check" title={words.allThere} text={words.allThereText} />
  if (read.records === 0) return <EmptyState icon="file" title={words.noRows} />
  const counts = [
    [late, words.lateCount],
    [there, words.thereCount],
    [open, words.openCount],
    [closed, words.closedCount],
    [skipped, words.skippedCount],
    [out, words.outCount],
    [bad, words.badCount],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, say]) => say(count))
  return (
    <p className={shared.summary} role="status">
      <strong>
        {again ? words.readingAgain : [words.newCount(rows, format.duration(minutes)), ...said].join(' · ')}
      </strong>
      <span className={shared.quiet}>{words.fromFile(name)}</span>
    </p>
  )
}

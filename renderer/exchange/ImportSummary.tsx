import type { CalendarRead } from '../../shared/exchange/calendarFile.ts'
import type { ImportProposal } from '../../shared/exchange/importProposal.ts'
import type { CalendarRange } from '../../shared/exchange/importRange.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './ImportDialog.module.css'

interface ImportSummaryProps {
  /** The file's name. */
  readonly name: string
  readonly calendar: CalendarRead
  readonly proposal: ImportProposal
  readonly range: CalendarRange
  /** How much of the judgement for the newest choices is done; null where it is there. */
  readonly part: number | null
}

/** What an import would do, in one line, and what the calendar holds. */
export function ImportSummary({ name, calendar, proposal, range, part }: ImportSummaryProps) {
  const { calendar: words } = useWords()
  const format = useFormat()
  const { counts } = proposal
  if (calendar.events.length === 0)
    return <EmptyState icon="calendar" title={words.noEvents} text={words.noEventsText(calendar.others)} />
  if (counts.same > 0 && counts.same + counts.none === proposal.items.length)
    return <EmptyState icon="check" title={words.allSame} text={words.allSameText} />
  const parts = [
    [counts.new, words.newCount],
    [counts.changed, words.changedCount],
    [counts.removed, words.removedCount],
    [counts.same, words.sameCount],
    [counts.none, words.noneCount],
    [range.conflicts, words.conflicts],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, say]) => say(count))
  return (
    <>
      <p className={styles.summary} role="status">
        <strong>{part === null ? said.join(' · ') : words.judging}</strong>
        <span className={styles.quiet}>{words.fromFile(name)}</span>
      </p>
      <p className={styles.quiet}>{rangeText(range, words, format)}</p>
    </>
  )
}

function rangeText(range: CalendarRange, words: Words['calendar'], format: Format): string {
  const { events, series, endless, first, last } = range
  const said = [words.holds(events, series)]
  if (first !== null)
    said.push(last === null ? words.since(format.dayMedium(first)) : format.dayRange(first, last))
  if (endless > 0) said.push(words.endless(endless))
  return said.join(' · ')
}

import type { CalendarRule } from '../../shared/plan/calendarRule.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, type MenuLine } from '../ui/Menu.tsx'
import type { ImportRow } from './importRows.ts'

/** What makes a rule of what the user chose for a row. */
export type KeepRule = (row: ImportRow, rule: Pick<CalendarRule, 'by' | 'text'>) => void

interface RowRuleProps {
  readonly row: ImportRow
  readonly calendar: string
  readonly onKeep: KeepRule
}

/** Offers to keep the engagement that was chosen for an event for all that are like it. */
export function RowRule({ row, calendar, onKeep }: RowRuleProps) {
  const { rules: words } = useWords().calendar
  const { title, domains } = row.first
  const line = (by: CalendarRule['by'], text: string, label: string): MenuLine => ({
    id: `${by} ${text}`,
    label,
    run: () => onKeep(row, { by, text }),
  })
  const lines = [
    ...domains.map((domain) => line('domain', domain, words.alwaysDomain(domain))),
    ...(title.trim() === ''
      ? []
      : [line('title', title.trim().slice(0, LONGEST), words.alwaysTitle(title.trim()))]),
    line('calendar', calendar, words.alwaysCalendar(calendar)),
  ]
  const label = words.alwaysOf(title)
  return (
    <Menu
      label={label}
      button={
        <Button size="small" variant="quiet" aria-label={label}>
          {words.always}
        </Button>
      }
      lines={lines}
    />
  )
}

/** As long as a rule's text may be. */
const LONGEST = 500

import type { Lead, OwnLead } from '../../shared/plan/reminding.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Select } from '../ui/Select.tsx'

/** Minutes that are offered; another one that is set is offered, too. */
const offered = [0, 5, 10, 15, 30, 60, 120, 1440] as const

/** The kinds in the order in which they are asked for: what must not be missed first. */
export const leadKinds = ['meeting', 'focus', 'travel', 'admin'] as const

const NONE = 'none'
const USUAL = 'usual'

/** `10 min before`, `At the start`, `No reminder`. */
function leadText(lead: Lead, words: Words['reminders'], format: Format): string {
  if (lead === null) return words.none
  return lead === 0 ? words.atStart : words.before(format.duration(lead))
}

export interface LeadSelectProps {
  readonly label: string
  readonly lead: OwnLead
  /** What `usual` comes to; left out where every lead is stated. */
  readonly usual?: Lead
  readonly onChange: (lead: OwnLead) => void
}

/** How long before to remind: a length, none, and, where there is one, as usual. */
export function LeadSelect({ label, lead, usual, onChange }: LeadSelectProps) {
  const words = useWords().reminders
  const format = useFormat()
  const set = typeof lead === 'number' ? [lead] : []
  const minutes = [...new Set<number>([...offered, ...set])].toSorted((a, b) => a - b)
  const asUsual =
    usual === undefined ? [] : [{ id: USUAL, label: words.usual(leadText(usual, words, format)) }]
  return (
    <Select
      label={label}
      options={[
        ...asUsual,
        { id: NONE, label: words.none },
        ...minutes.map((one) => ({ id: String(one), label: leadText(one, words, format) })),
      ]}
      value={lead === null ? NONE : String(lead)}
      onChange={(id) => onChange(id === USUAL ? 'usual' : id === NONE ? null : Number(id))}
    />
  )
}

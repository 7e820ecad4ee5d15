import type { Touch } from '../../shared/pipeline/touches.ts'
import type { Words } from '../../shared/words/words.ts'

/** The name of a client, or of a contact with its client's. */
export function whoText({ client, contact }: Touch): string {
  return contact === null ? client.name : `${contact.name} (${client.name})`
}

/** `every quarter`, `every 10 days`; `once` without a rhythm. */
export function rhythmText(days: number | null, { every }: Words['pipeline']): string {
  switch (days) {
    case null:
      return every.none
    case 7:
      return every.week
    case 30:
      return every.month
    case 91:
      return every.quarter
    case 182:
      return every.half
    case 365:
      return every.year
    default:
      return days % 7 === 0 ? every.weeks(days / 7) : every.days(days)
  }
}

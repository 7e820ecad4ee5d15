/** How a session reads outside the window: in a notification and in the tray's menu. */
import { own, type Plan } from '../plan/plan.ts'
import type { Occurrence } from '../plan/session.ts'
import { type EpochMinute, fromEpochMinute } from '../time/zone.ts'
import type { Format } from '../words/format.ts'
import type { Words } from '../words/words.ts'

/** The words and formats of the planner's language. */
export interface Speech {
  readonly words: Words
  readonly format: Format
}

/** The name of the client that a session is for, or the words for own business. */
export function clientNameOf(plan: Plan, { engagementId }: Occurrence, { words }: Speech): string {
  const { clients, engagements } = plan.practice
  const engagement = engagementId === null ? undefined : own(engagements, engagementId)
  const client = engagement === undefined ? undefined : own(clients, engagement.clientId)
  return client === undefined ? words.desktop.ownBusiness : oneLine(client.name)
}

/** `10:30 – 11:15` on the clocks of the home zone. */
export function timesOf(plan: Plan, start: EpochMinute, end: EpochMinute, { format }: Speech): string {
  const { homeZone } = plan.practice.settings
  return format.timeRange(fromEpochMinute(start, homeZone), fromEpochMinute(end, homeZone))
}

/** The title of a session on one line. */
export function titleOf({ title }: Occurrence): string {
  return oneLine(title)
}

const LONGEST = 80

/**
 * Text for a place that shows one short line: control characters and line breaks become spaces, what is longer than
 * 80 characters ends in an ellipsis. Cuts between code points, so no surrogate is left alone.
 */
export function oneLine(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()]
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}

/** How a day that must be thought of reads in a notification and in the tray's menu. */
import type { Destination } from '../ipc/contract.ts'
import { type Day, daysBetween } from '../time/day.ts'
import { oneLine, type Speech } from './describe.ts'
import type { DayReminder, Matter } from './matters.ts'
import type { Message } from './message.ts'

/** `SOW 2: notice until 28 Dec 2026`, `Get in touch with Ines Vogt`. */
export function matterTitle(matter: Matter, { words, format }: Speech): string {
  const { matters } = words.desktop
  switch (matter.kind) {
    case 'notice':
    case 'end':
    case 'confidential':
      return matters[matter.kind](oneLine(matter.agreement.title), format.dayMedium(matter.day))
    case 'contact':
      return matter.prospect
        ? matters.prospect(oneLine(matter.who))
        : matters.contact(oneLine(matter.who === '' ? matter.client.name : matter.who))
  }
}

/** Whose it is, and how far it is. */
export function matterDetail(matter: Matter, today: Day, { words, format }: Speech): string {
  const { matters } = words.desktop
  const away = daysBetween(today, matter.day)
  const when = away < 0 ? matters.since(format.dayMedium(matter.day)) : matters.away(away)
  const isNamed = matter.kind === 'contact' && !matter.prospect && matter.who === ''
  return isNamed ? when : `${oneLine(matter.client.name)} · ${when}`
}

/** Title and detail on one line, for the tray. */
export function matterLine(matter: Matter, today: Day, speech: Speech): string {
  return `${matterTitle(matter, speech)} · ${matterDetail(matter, today, speech)}`
}

/** Where a matter is dealt with: an agreement on its client's page, a contact in the pipeline. */
export function matterPlace({ kind, client }: Matter): Destination {
  return kind === 'contact' ? { to: 'action', id: 'go.pipeline' } : { to: 'client', clientId: client.id }
}

const MOST_LINES = 4

/** The one notification for all that is due, or null for none. */
export function dayMessageOf(due: readonly DayReminder[], today: Day, speech: Speech): Message | null {
  const [first] = due
  if (first === undefined) return null
  const about = {
    about: null,
    leads: matterPlace(first.matter),
    keys: due.map(({ key }) => key),
    until: Math.max(...due.map(({ end }) => end)),
  }
  if (due.length === 1)
    return {
      title: matterTitle(first.matter, speech),
      body: matterDetail(first.matter, today, speech),
      ...about,
    }
  const shown = due.slice(0, due.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
  const lines = shown.map(({ matter }) => matterLine(matter, today, speech))
  const rest = due.length - shown.length
  const { matters, moreSessions } = speech.words.desktop
  return {
    title: matters.several(due.length),
    body: [...lines, ...(rest === 0 ? [] : [moreSessions(rest)])].join('\n'),
    ...about,
  }
}

/** How a day that must be thought of reads in a notification and in the tray's menu. */
import type { Destination } from '../ipc/contract.ts'
import { type Day, daysBetween } from '../time/day.ts'
import { oneLine, type Speech } from './describe.ts'
import type { Matter } from './matters.ts'

/** `SOW 2: notice until 28 Dec 2026`, `Get in touch with Ines Vogt`. */
export function matterTitle(matter: Matter, { words, format }: Speech): string {
  const { matters } = words.desktop
  switch (matter.kind) {
    case 'notice':
    case 'end':
    case 'confidential':
    case 'renewal':
      return matters[matter.kind](oneLine(matter.agreement.title), format.dayMedium(matter.day))
    case 'deliverable':
      return matters.deliverable(oneLine(matter.deliverable.title), format.dayMedium(matter.day))
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

/** Where a matter is dealt with: agreement and deliverable on their client's page, a contact in the pipeline. */
export function matterPlace({ kind, client }: Matter): Destination {
  return kind === 'contact' ? { to: 'action', id: 'go.pipeline' } : { to: 'client', clientId: client.id }
}

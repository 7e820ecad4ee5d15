/** The rows of the week: each client's sessions by day, and how its week stands against what was promised. */
import type { Client } from '../plan/client.ts'
import { type Engagement, runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own } from '../plan/plan.ts'
import { occurrenceKey } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { bookings } from './bookedTime.ts'
import { clientOf, committedIn } from './commitment.ts'
import { dayIndex } from './weekDays.ts'
import type { WeekMaterial } from './weekMaterial.ts'
import type { Booking, ClientDay, ClientRow, NextDeliverable, RowStatus } from './weekView.ts'

/** Clients in their order, then own business. A client without sessions or running engagements has an empty row; an archived one has none. */
export function clientRows(material: WeekMaterial): ClientRow[] {
  const { clients, engagements } = material.plan.practice
  const cells = cellsByClient(material)
  const confirmed = confirmedKeys(material.entries)
  const ofClient = new Map<Id, Engagement[]>()
  for (const engagement of Object.values(engagements).sort((a, b) => a.order - b.order))
    ofClient.set(engagement.clientId, [...(ofClient.get(engagement.clientId) ?? []), engagement])
  const shown = Object.values(clients)
    .filter((client) => !client.archived || cells.has(client.id))
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
  const row = (clientId: Id | null, client: Client | null) =>
    clientRow(
      material,
      { clientId, client, engagements: clientId === null ? [] : (ofClient.get(clientId) ?? []) },
      cells.get(clientId) ?? [],
      confirmed,
    )
  return [...shown.map((client) => row(client.id, client)), row(null, null)]
}

interface RowSubject {
  readonly clientId: Id | null
  readonly client: Client | null
  readonly engagements: readonly Engagement[]
}

function clientRow(
  material: WeekMaterial,
  subject: RowSubject,
  cells: readonly (readonly Booking[])[],
  confirmed: ReadonlySet<string>,
): ClientRow {
  const days = material.days.map((day, i): ClientDay => {
    const list = cells[i] ?? []
    return {
      day: day.day,
      bookings: list,
      minutes: minutesOf(list),
      tentative: minutesOf(list.filter(isTentative)),
    }
  })
  const all = days.flatMap((day) => day.bookings)
  const entries = material.entries.filter(
    (entry) => clientOf(material.plan, entry.engagementId) === subject.clientId,
  )
  const worked = entries.reduce((sum, entry) => sum + entry.minutes, 0)
  const promised = subject.engagements
    .map((engagement) => ({
      id: engagement.id,
      minutes: committedIn(engagement, material.from, material.to, material.calendar),
    }))
    .filter((promise): promise is { id: Id; minutes: number } => promise.minutes !== null)
  const committed = promised.length === 0 ? null : promised.reduce((sum, { minutes }) => sum + minutes, 0)
  const promisedIds = new Set<Id | null>(promised.map(({ id }) => id))
  const counts = (id: Id | null) => promisedIds.size === 0 || promisedIds.has(id)
  const counted =
    entries.reduce((sum, entry) => sum + (counts(entry.engagementId) ? entry.minutes : 0), 0) +
    minutesOf(all.filter((booking) => counts(booking.occurrence.engagementId) && !confirmed.has(booking.key)))
  return {
    ...subject,
    engagements: subject.engagements.filter(
      (engagement) =>
        material.days.some(({ day }) => runsOn(engagement, day)) ||
        all.some((booking) => booking.occurrence.engagementId === engagement.id),
    ),
    days,
    planned: minutesOf(all),
    tentative: minutesOf(all.filter(isTentative)),
    worked,
    counted,
    committed,
    status: statusOf(counted, committed),
    nextDeliverable: nextDeliverable(material, subject.engagements),
  }
}

function isTentative({ occurrence }: Booking): boolean {
  return occurrence.status === 'tentative'
}

function minutesOf(list: readonly Booking[]): number {
  return list.reduce((sum, { minutes }) => sum + minutes, 0)
}

function statusOf(counted: number, committed: number | null): RowStatus {
  if (committed === null) return { kind: 'none' }
  if (counted < committed) return { kind: 'short', minutes: committed - counted }
  return counted > committed ? { kind: 'over', minutes: counted - committed } : { kind: 'met' }
}

/** Bookings by client and day. What names no client, or one that is gone, stands with own business. */
function cellsByClient(material: WeekMaterial): Map<Id | null, Booking[][]> {
  const { plan, calendar } = material
  const cells = new Map<Id | null, Booking[][]>()
  for (const item of material.booked) {
    const named = clientOf(plan, item.occurrence.engagementId)
    const client = named !== null && own(plan.practice.clients, named) !== undefined ? named : null
    for (const booking of bookings(item, calendar.zone)) {
      const day = dayIndex(material, booking.from)
      if (day < 0) continue
      const week = cells.get(client) ?? material.days.map(() => [])
      cells.set(client, week)
      week[day]?.push(booking)
    }
  }
  return cells
}

/** The keys of the occurrences that entries confirm: these count as worked, not as planned. */
export function confirmedKeys(entries: readonly TimeEntry[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { session } of entries)
    if (session !== null) keys.add(occurrenceKey(session.sessionId, session.original))
  return keys
}

function nextDeliverable(material: WeekMaterial, engagements: readonly Engagement[]): NextDeliverable | null {
  const mine = new Set(engagements.map(({ id }) => id))
  let next: NextDeliverable | null = null
  for (const { id, title, due, remainingMinutes, done, engagementId } of Object.values(
    material.plan.practice.deliverables,
  )) {
    if (done || due === null || due < material.from || !mine.has(engagementId)) continue
    if (next === null || due < next.due) next = { id, title, due, remainingMinutes }
  }
  return next
}

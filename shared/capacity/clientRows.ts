/** The rows of the week: each client's sessions by day, and how its week stands against what was promised. */
import type { Client } from '../plan/client.ts'
import { type Engagement, runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { occurrenceKey } from '../plan/occurrenceKey.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Day } from '../time/day.ts'
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
  const entries = entriesByClient(material)
  const ofClient = new Map<Id, Engagement[]>()
  for (const engagement of Object.values(engagements).sort((a, b) => a.order - b.order))
    ofClient.set(engagement.clientId, [...(ofClient.get(engagement.clientId) ?? []), engagement])
  const shown = Object.values(clients)
    .filter((client) => !client.archived || cells.has(client.id))
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
  const row = (clientId: Id | null, client: Client | null) =>
    clientRow(material, {
      clientId,
      client,
      engagements: clientId === null ? [] : (ofClient.get(clientId) ?? []),
      cells: cells.get(clientId) ?? [],
      entries: entries.get(clientId) ?? [],
      confirmed,
    })
  return [...shown.map((client) => row(client.id, client)), row(null, null)]
}

interface RowMaterial {
  readonly clientId: Id | null
  readonly client: Client | null
  readonly engagements: readonly Engagement[]
  readonly cells: readonly (readonly Booking[])[]
  readonly entries: readonly TimeEntry[]
  /** Occurrences that entries confirm. */
  readonly confirmed: ReadonlySet<string>
}

function clientRow(material: WeekMaterial, mine: RowMaterial): ClientRow {
  const days = material.days.map(({ day }, i) => clientDay(day, mine.cells[i] ?? []))
  const all = days.flatMap((day) => day.bookings)
  const used = new Set(all.map(({ occurrence }) => occurrence.engagementId))
  return {
    clientId: mine.clientId,
    client: mine.client,
    engagements: mine.engagements.filter(
      (engagement) => used.has(engagement.id) || material.days.some(({ day }) => runsOn(engagement, day)),
    ),
    days,
    planned: days.reduce((sum, { minutes }) => sum + minutes, 0),
    tentative: days.reduce((sum, { tentative }) => sum + tentative, 0),
    worked: mine.entries.reduce((sum, { minutes }) => sum + minutes, 0),
    ...standing(material, mine, all),
    nextDeliverable: nextDeliverable(material, mine.engagements),
  }
}

function clientDay(day: Day, list: readonly Booking[]): ClientDay {
  return { day, bookings: list, minutes: minutesOf(list), tentative: minutesOf(list.filter(isTentative)) }
}

/** What counts against what was promised. Where some engagements promise time, only theirs counts. */
function standing(
  { from, to, calendar }: WeekMaterial,
  { engagements, entries, confirmed }: RowMaterial,
  all: readonly Booking[],
): Pick<ClientRow, 'counted' | 'committed' | 'status'> {
  const promised = new Set<Id | null>()
  let committed: number | null = null
  for (const engagement of engagements) {
    const minutes = committedIn(engagement, from, to, calendar)
    if (minutes === null) continue
    promised.add(engagement.id)
    committed = (committed ?? 0) + minutes
  }
  const counts = (id: Id | null) => promised.size === 0 || promised.has(id)
  let counted = 0
  for (const { engagementId, minutes } of entries) if (counts(engagementId)) counted += minutes
  for (const { key, occurrence, minutes } of all)
    if (counts(occurrence.engagementId) && !confirmed.has(key)) counted += minutes
  return { counted, committed, status: statusOf(counted, committed) }
}

function entriesByClient({ plan, entries }: WeekMaterial): ReadonlyMap<Id | null, readonly TimeEntry[]> {
  const byClient = new Map<Id | null, TimeEntry[]>()
  for (const entry of entries) {
    const client = knownClient(plan, entry.engagementId)
    const list = byClient.get(client)
    if (list === undefined) byClient.set(client, [entry])
    else list.push(entry)
  }
  return byClient
}

/** The client of an engagement; null, as own business, where either is gone. */
export function knownClient(plan: Plan, engagementId: Id | null): Id | null {
  const named = clientOf(plan, engagementId)
  return named !== null && own(plan.practice.clients, named) !== undefined ? named : null
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
    const client = knownClient(plan, item.occurrence.engagementId)
    const parts = bookings(item, calendar.zone)
    let week = cells.get(client)
    for (let i = 0; i < parts.length; i++) {
      const booking = parts[i] as Booking
      const day = dayIndex(material, booking.from)
      if (day < 0) continue
      if (week === undefined) {
        week = material.days.map(() => [])
        cells.set(client, week)
      }
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
  const open = openByEngagement(material.plan.practice.deliverables)
  let next: NextDeliverable | null = null
  for (const { id } of engagements) {
    const first = open.get(id)?.find(({ due }) => due >= material.from)
    if (first !== undefined && (next === null || first.due < next.due)) next = first
  }
  return next
}

type Deliverables = Plan['practice']['deliverables']
const opens = new WeakMap<Deliverables, ReadonlyMap<Id, readonly NextDeliverable[]>>()

/** What is open of each engagement, soonest due first: the same as long as no deliverable changes. */
function openByEngagement(deliverables: Deliverables): ReadonlyMap<Id, readonly NextDeliverable[]> {
  const known = opens.get(deliverables)
  if (known !== undefined) return known
  const open = new Map<Id, NextDeliverable[]>()
  for (const { id, title, due, remainingMinutes, done, engagementId } of Object.values(deliverables)) {
    if (done || due === null) continue
    const list = open.get(engagementId) ?? []
    list.push({ id, title, due, remainingMinutes })
    open.set(engagementId, list)
  }
  for (const list of open.values()) list.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  opens.set(deliverables, open)
  return open
}

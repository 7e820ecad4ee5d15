/** The weeks ahead: what is promised and planned against what there is, and whether one more engagement fits. */
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { bookings } from './bookedTime.ts'
import { clientOf, committedIn } from './commitment.ts'
import { weekDays } from './weekDays.ts'
import { type WeekMaterial, weekMaterial } from './weekMaterial.ts'
import type { CapacityContext } from './weekView.ts'

/** A client's week: minutes promised and minutes of sessions. */
export interface HorizonClient {
  readonly clientId: Id
  readonly committed: number
  readonly planned: number
}

export interface HorizonWeek {
  readonly start: Day
  readonly capacity: number
  readonly reserve: number
  readonly load: number
  /** capacity − reserve − load. */
  readonly headroom: number
  /** Promised to clients and not planned yet. */
  readonly open: number
  /** Headroom less what is open: what could still be promised; negative where too much is. */
  readonly free: number
  /** Clients with a promise or sessions in the week. */
  readonly clients: readonly HorizonClient[]
}

/** The weeks from `start` (a week's first day) on; `count` up to 104. */
export function horizon(plan: Plan, start: Day, count: number, context: CapacityContext): HorizonWeek[] {
  return Array.from({ length: count }, (_, i) =>
    horizonWeek(weekMaterial(plan, addDays(start, 7 * i), context)),
  )
}

function horizonWeek(material: WeekMaterial): HorizonWeek {
  let capacity = 0
  let reserve = 0
  let load = 0
  for (const day of weekDays(material)) {
    capacity += day.capacity
    reserve += day.reserve
    load += day.load
  }
  const clients = [...clientsOf(material).values()]
  const headroom = capacity - reserve - load
  const open = clients.reduce((sum, { committed, planned }) => sum + Math.max(0, committed - planned), 0)
  return { start: material.from, capacity, reserve, load, headroom, open, free: headroom - open, clients }
}

function clientsOf(material: WeekMaterial): Map<Id, HorizonClient> {
  const { plan, calendar, from, to, start, end } = material
  const clients = new Map<Id, HorizonClient>()
  const add = (clientId: Id, committed: number, planned: number) => {
    const known = clients.get(clientId) ?? { clientId, committed: 0, planned: 0 }
    clients.set(clientId, {
      clientId,
      committed: known.committed + committed,
      planned: known.planned + planned,
    })
  }
  for (const engagement of Object.values(plan.practice.engagements)) {
    const committed = committedIn(engagement, from, to, calendar)
    if (committed !== null) add(engagement.clientId, committed, 0)
  }
  for (const item of material.booked) {
    const clientId = clientOf(plan, item.occurrence.engagementId)
    if (clientId === null) continue
    for (const part of bookings(item, calendar.zone))
      if (start <= part.from && part.from < end) add(clientId, 0, part.minutes)
  }
  return clients
}

/** An engagement that somebody asks for. */
export interface Asked {
  readonly minutesPerWeek: number
  /** First day of its first week. */
  readonly start: Day
  readonly weeks: number
}

/** The answer to "can I say yes?". */
export interface Answer {
  readonly fits: boolean
  /** The most minutes a week that fit in every one of its weeks. */
  readonly largest: number
  /** The first week from which it would fit for as long, within the horizon; null where there is none. */
  readonly earliest: Day | null
  /** Its weeks that would be over, and by how much. */
  readonly short: readonly { readonly start: Day; readonly minutes: number }[]
}

/** Holds an asked engagement against the weeks of a horizon that begins with, or before, its first week. */
export function canSayYes(weeks: readonly HorizonWeek[], asked: Asked): Answer {
  const first = weeks.findIndex(({ start }) => start >= asked.start)
  const span = first < 0 ? [] : weeks.slice(first, first + asked.weeks)
  const short = span
    .filter(({ free }) => free < asked.minutesPerWeek)
    .map(({ start, free }) => ({ start, minutes: asked.minutesPerWeek - free }))
  const isKnown = asked.weeks > 0 && span.length === asked.weeks
  return {
    fits: isKnown && short.length === 0,
    largest: isKnown ? Math.max(0, Math.min(...span.map(({ free }) => free))) : 0,
    earliest: first < 0 ? null : earliestRun(weeks.slice(first), asked),
    short,
  }
}

function earliestRun(weeks: readonly HorizonWeek[], { minutesPerWeek, weeks: count }: Asked): Day | null {
  let run = 0
  for (const [i, { free }] of weeks.entries()) {
    run = free >= minutesPerWeek ? run + 1 : 0
    if (run >= count) return weeks[i - count + 1]?.start ?? null
  }
  return null
}

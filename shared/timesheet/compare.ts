/** Planned against worked: where the time went, and how good the estimates are. */
import { bookedIn, bookings, entriesIn } from '../capacity/bookedTime.ts'
import { clientOf } from '../capacity/commitment.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { startOfDay } from '../time/zone.ts'
import { confirmingEntries } from './confirming.ts'

/** Sums over one day, client or engagement, in minutes. */
export interface Compared {
  readonly planned: number
  readonly worked: number
  /** Planned time of the sessions that were worked, and the time these took: their ratio is how good the estimates are. */
  readonly estimated: number
  readonly took: number
  /** Planned time that did not happen. */
  readonly dropped: number
  /** Worked time that no session had planned. */
  readonly unplanned: number
  /** Planned time of which nobody said yet what became of it. */
  readonly open: number
}

export interface Comparison {
  readonly from: Day
  readonly to: Day
  readonly total: Compared
  readonly days: ReadonlyMap<Day, Compared>
  /** By client; null is own business. */
  readonly clients: ReadonlyMap<Id | null, Compared>
  readonly engagements: ReadonlyMap<Id | null, Compared>
}

type Sums = { -readonly [K in keyof Compared]: number }

/**
 * Planned against worked over the days from `from` to `to`, both included, in the home zone. Planned are sessions
 * without travel, cut at midnight; worked is what was entered, on the entry's day. A session counts as estimated where
 * it begins, whole.
 */
export function compare(plan: Plan, from: Day, to: Day): Comparison {
  const zone = plan.practice.settings.homeZone
  const total = nothing()
  const days = new Map<Day, Sums>()
  const clients = new Map<Id | null, Sums>()
  const engagements = new Map<Id | null, Sums>()
  for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, nothing())
  const add = (day: Day, engagementId: Id | null, what: Partial<Sums>) => {
    const sums = [
      total,
      days.get(day),
      entryOf(clients, clientOf(plan, engagementId)),
      entryOf(engagements, engagementId),
    ]
    for (const one of sums)
      if (one !== undefined) for (const key of Object.keys(what) as (keyof Sums)[]) one[key] += what[key] ?? 0
  }
  for (const item of bookedIn(plan, startOfDay(from, zone), startOfDay(addDays(to, 1), zone))) {
    const { engagementId, minutes } = item.occurrence
    const worked = workedFor(plan, item.key)
    for (const [i, part] of bookings(item, zone).entries()) {
      const day = wallDay(part.fromWall)
      if (day < from || day > to) continue
      const fate = worked === null ? 'open' : worked === 0 ? 'dropped' : null
      add(day, engagementId, {
        planned: part.minutes,
        ...(fate === null ? {} : { [fate]: part.minutes }),
        ...(i === 0 && worked !== null && worked > 0 ? { estimated: minutes, took: worked } : {}),
      })
    }
  }
  for (const { day, engagementId, minutes, session } of entriesIn(plan, from, to))
    add(day, engagementId, { worked: minutes, ...(session === null ? { unplanned: minutes } : {}) })
  return { from, to, total, days, clients, engagements }
}

/** Minutes worked for an occurrence; 0 where it did not happen, null where nobody said yet. */
function workedFor(plan: Plan, key: string): number | null {
  const entries = confirmingEntries(plan, key)
  return entries.length === 0 ? null : entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * How many times as long as planned the work took, from the sessions that were worked: 1.2 is a fifth longer. Null
 * where too little was, less than three hours of planned time.
 */
export function estimateFactor({ estimated, took }: Compared): number | null {
  return estimated < LEAST_ESTIMATED ? null : took / estimated
}

const LEAST_ESTIMATED = 180

function nothing(): Sums {
  return { planned: 0, worked: 0, estimated: 0, took: 0, dropped: 0, unplanned: 0, open: 0 }
}

function entryOf<K>(map: Map<K, Sums>, key: K): Sums {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = nothing()
  map.set(key, made)
  return made
}

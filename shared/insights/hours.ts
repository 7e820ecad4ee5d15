/** Where the worked time went: by client, by responsibility area, and how much hangs on few clients. */
import { entriesIn } from '../capacity/bookedTime.ts'
import { timeByArea } from '../capacity/clientTime.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Comparison } from '../timesheet/compare.ts'
import type { Span } from './period.ts'

/** A part of the worked time, in minutes, and the same of the period before. Null is own business, or no area. */
export interface HoursPart {
  readonly id: Id | null
  readonly worked: number
  readonly before: number
}

/** Worked minutes by client, the most first; what names a client that is gone is own business. */
export function hoursByClient(plan: Plan, now: Comparison, before: Comparison): readonly HoursPart[] {
  const known = (id: Id | null) => (own(plan.practice.clients, id ?? '') === undefined ? null : id)
  const sums = ({ clients }: Comparison) => {
    const found = new Map<Id | null, number>()
    for (const [id, { worked }] of clients) found.set(known(id), (found.get(known(id)) ?? 0) + worked)
    return found
  }
  return parts(sums(now), sums(before))
}

/** Worked minutes by responsibility area, the most first. */
export function hoursByArea(plan: Plan, now: Span, before: Span): readonly HoursPart[] {
  const { areas, settings } = plan.practice
  const sums = ({ from, to }: Span) => {
    const found = new Map<Id | null, number>()
    const time = { sessions: [], entries: entriesIn(plan, from, to) }
    for (const { areaId, worked } of timeByArea(time, from, to, settings.homeZone)) {
      const id = own(areas, areaId ?? '') === undefined ? null : areaId
      found.set(id, (found.get(id) ?? 0) + worked)
    }
    return found
  }
  return parts(sums(now), sums(before))
}

function parts(now: ReadonlyMap<Id | null, number>, before: ReadonlyMap<Id | null, number>): HoursPart[] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((id) => ({ id, worked: now.get(id) ?? 0, before: before.get(id) ?? 0 }))
    .filter(({ worked, before: was }) => worked > 0 || was > 0)
    .sort((a, b) => b.worked - a.worked || b.before - a.before || ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
}

/** How much hangs on few clients. */
export interface Concentration {
  /** The share of the largest, of 1. */
  readonly largest: number
  /** As many equal clients would spread it the same way: the inverse Herfindahl index. */
  readonly equals: number
}

/** Of positive amounts, such as hours or money of each client; null where there are none. */
export function concentration(amounts: readonly number[]): Concentration | null {
  const counted = amounts.filter((amount) => amount > 0)
  const total = counted.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return null
  const shares = counted.map((amount) => amount / total)
  return { largest: Math.max(...shares), equals: 1 / shares.reduce((sum, share) => sum + share * share, 0) }
}

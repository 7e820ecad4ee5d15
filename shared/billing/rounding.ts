import type { Rounding } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Day } from '../time/day.ts'

/** What rounding needs to know of a time entry. */
export interface Worked {
  readonly id: Id
  readonly day: Day
  readonly minutes: number
}

/** Entries that are rounded together: one entry, one day's, or all of them. */
export interface BilledGroup {
  /** The day; the first one where the scope is the invoice. */
  readonly day: Day
  readonly entryIds: readonly Id[]
  /** Minutes as worked. */
  readonly exact: number
  /** Minutes as billed. */
  readonly billed: number
}

/** Worked time as billed, with its parts: `billed` is the sum of the groups, `exact` the sum of the entries. */
export interface BilledTime {
  readonly exact: number
  readonly billed: number
  readonly groups: readonly BilledGroup[]
}

/** Whole minutes rounded to the increment. A half goes up ("nearest"). Minutes are not negative. */
export function roundMinutes(
  minutes: number,
  { mode, increment }: Pick<Rounding, 'mode' | 'increment'>,
): number {
  if (mode === 'none') return minutes
  const steps = { up: Math.ceil, nearest: Math.round, down: Math.floor }[mode](minutes / increment)
  return steps * increment
}

/**
 * Exact minutes as billed minutes, in the order that contracts mean: aggregate in the scope, then round, and multiply
 * last. Two entries of 5 minutes on a day, up to 30: 60 minutes per entry, 30 per day. An entry belongs whole to the day
 * on which it starts.
 */
export function billedTime(entries: readonly Worked[], rounding: Rounding): BilledTime {
  const sorted = [...entries].sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id))
  const together = new Map<string, Worked[]>()
  for (const entry of sorted) {
    const key = { entry: entry.id, day: entry.day, invoice: '' }[rounding.scope]
    const group = together.get(key)
    if (group === undefined) together.set(key, [entry])
    else group.push(entry)
  }
  const groups = [...together.values()].map((group): BilledGroup => {
    const exact = group.reduce((sum, entry) => sum + entry.minutes, 0)
    const day = group[0]?.day ?? ''
    return { day, entryIds: group.map((entry) => entry.id), exact, billed: roundMinutes(exact, rounding) }
  })
  return {
    exact: groups.reduce((sum, group) => sum + group.exact, 0),
    billed: groups.reduce((sum, group) => sum + group.billed, 0),
    groups,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What a `client-over` or `client-under` flag adds up: the logged and planned time of its period, piece by piece. */
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { type Day, dayOf } from '../../time/day.ts'
import { localAt } from '../../time/zone.ts'
import { workingCalendar } from '../availability.ts'
import { bookedIn, bookings, entriesIn } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import type { CapacityContext } from '../weekView.ts'
import type { Flag } from './flag.ts'

export type PromiseFlag = Extract<Flag, { code: 'client-over' | 'client-under' }>

/** A session, or time that was logged. */
export interface PromisedTime {
  readonly id: Id
  readonly title: string
  readonly day: Day
  readonly minutes: number
  readonly isLogged: boolean
}

/** The pieces of a flag's `planned` minutes, the longest first; a session that an entry confirms counts as its entry. */
export function promiseProof(
  plan: Plan,
  { facts, interval, engagementIds }: PromiseFlag,
  context: CapacityContext,
): readonly PromisedTime[] {
  const { zone } = workingCalendar(plan, context.holidays)
  const isTheirs = (id: Id | null) => id !== null && engagementIds.includes(id)
  const entries = entriesIn(plan, facts.period.from, facts.period.to)
  const confirmed = confirmedKeys(entries)
  const logged = entries.flatMap(({ id, engagementId, note, day, minutes }) =>
    isTheirs(engagementId)
      ? [{ id, title: note || nameOf(plan, engagementId), day, minutes, isLogged: true }]
      : [],
  )
  const planned = bookedIn(plan, interval.from, interval.to).flatMap((item) => {
    const { engagementId, title } = item.occurrence
    if (!isTheirs(engagementId) || confirmed.has(item.key)) return []
    const minutes = bookings(item, zone)
      .filter(({ from }) => interval.from <= from && from < interval.to)
      .reduce((sum, part) => sum + part.minutes, 0)
    if (minutes === 0) return []
    return [
      { id: item.key, title, day: dayOf(localAt(item.start, zone).dayNumber), minutes, isLogged: false },
    ]
  })
  return [...logged, ...planned].sort(
    (a, b) => b.minutes - a.minutes || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0),
  )
}

function nameOf(plan: Plan, engagementId: Id | null): string {
  return engagementId === null ? '' : (own(plan.practice.engagements, engagementId)?.name ?? '')
}

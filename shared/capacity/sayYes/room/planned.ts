/** What of the plan can go besides promises: an engagement, a part of the reserve, tentative sessions, due days. */

import { liveSessions, scopeFrom } from '../../../pipeline/decide.ts'
import type { Deliverable } from '../../../plan/deliverable.ts'
import type { Engagement } from '../../../plan/engagement.ts'
import type { Id } from '../../../plan/fields.ts'
import { findSession, own } from '../../../plan/plan.ts'
import { addDays } from '../../../time/day.ts'
import { wallDay } from '../../../time/wallClock.ts'
import type { Timed } from '../../bookedTime.ts'
import { type Concession, type GivenUp, type Member, type Search, sameAsked } from './concession.ts'
import { lessPromised } from './promised.ts'

const QUARTER = 15
/** How far a due day is put off at most. */
const MOST_DAYS_LATER = 120
/** Deliverables that are put off, each by itself. */
const MOST_DELIVERABLES = 12
/** Sessions of one engagement that go at most, the longest first; a series counts once. */
const MOST_SESSIONS = 24

type Removal = Extract<Member, { type: 'session/delete' }>['sessions'][number]

/** The end of an engagement before the asked one begins, with all that is planned for it from then on. */
export function endOf(search: Search, engagement: Engagement): Concession | null {
  const { plan, from, booked } = search
  const { id, start, end, status } = engagement
  const last = addDays(from, -1)
  if (status !== 'active' || (start !== null && start > last) || (end !== null && end <= last)) return null
  const value: Engagement = { ...engagement, end: last }
  const planned = booked.filter(({ occurrence }) => occurrence.engagementId === id)
  const minutes = Math.max(lessPromised(search, engagement, value), lengthOf(planned))
  if (minutes === 0) return null
  // All sessions of the plan are gone through for it: once, however often it is tried.
  let known: GivenUp | null = null
  return {
    id: `end:${id}`,
    subjects: [`engagement:${id}`, `sessions:${id}`],
    most: 1,
    minutes: () => minutes,
    at: () => {
      if (known !== null) return known
      const sessions = liveSessions(plan, id, from).map((session) => ({
        id: session.id,
        scope: scopeFrom(session, from, () => laterHalf(session.id)),
      }))
      const put: Member = { type: 'practice/put', records: [{ kind: 'engagement', value: value as never }] }
      known = {
        given: { kind: 'end', engagementId: id, last, sessions: sessions.length },
        members: sessions.length === 0 ? [put] : [{ type: 'session/delete', sessions }, put],
        asked: sameAsked,
      }
      return known
    },
  }
}

/** Names the half of a series that is deleted at once. */
function laterHalf(id: Id): Id {
  return `after.${id}`.slice(0, 80)
}

/** Less time that is kept free. */
export function lessReserve({ plan, answer }: Search): Concession | null {
  const before = plan.practice.settings.reserveMinutes
  if (before === 0) return null
  const after = (steps: number) => Math.max(0, before - QUARTER * steps)
  const kept = answer.weeks.reduce((sum, { reserve }) => sum + reserve, 0)
  return {
    id: 'reserve',
    subjects: ['reserve'],
    most: Math.ceil(before / QUARTER),
    minutes: (steps) => Math.round((kept * (before - after(steps))) / before),
    at: (steps) => ({
      given: { kind: 'reserve', before, after: after(steps) },
      members: [{ type: 'settings/change', change: { reserveMinutes: after(steps) } }],
      asked: sameAsked,
    }),
  }
}

/** The tentative sessions of the time asked for, each as something that may go, by the engagement that they are for. */
export function tentativeSessions(search: Search): ReadonlyMap<Id | null, readonly Concession[]> {
  const sessions = new Map<Id, Timed[]>()
  for (const item of search.booked) {
    const { id, status } = item.occurrence
    if (status === 'tentative') sessions.set(id, [...(sessions.get(id) ?? []), item])
  }
  const longest = [...sessions.values()].sort((a, b) => lengthOf(b) - lengthOf(a))
  const groups = new Map<Id | null, Concession[]>()
  for (const items of longest) {
    const [first] = items
    if (first === undefined) continue
    const { engagementId } = first.occurrence
    const group = groups.get(engagementId) ?? []
    if (group.length < MOST_SESSIONS) group.push(withoutSession(search, first, items))
    groups.set(engagementId, group)
  }
  return groups
}

function withoutSession(search: Search, { occurrence }: Timed, items: readonly Timed[]): Concession {
  const { id, engagementId, title, start } = occurrence
  const minutes = lengthOf(items)
  return {
    id: `tentative:${id}`,
    subjects: [`sessions:${engagementId}`],
    most: 1,
    minutes: () => minutes,
    at: () => ({
      given: { kind: 'tentative', engagementId, sessions: [{ title, start }], minutes },
      members: [{ type: 'session/delete', sessions: removals(search, id, items) }],
      asked: sameAsked,
    }),
  }
}

/**
 * What of a tentative session goes: in the time asked for, and after it where that has no end and the whole series is
 * tentative.
 */
function removals({ plan, asked, booked }: Search, id: Id, items: readonly Timed[]): Removal[] {
  const session = findSession(plan, id)
  const isWhole = booked.every(({ occurrence }) => occurrence.id !== id || occurrence.status === 'tentative')
  const first = items[0]?.occurrence
  if (session?.status === 'tentative' && asked.end === null && isWhole && first !== undefined)
    return [{ id, scope: scopeFrom(session, wallDay(first.start), () => laterHalf(id)) }]
  return items.map(({ occurrence: { original } }) => ({
    id,
    scope: original === null ? { kind: 'all' } : { kind: 'this', original },
  }))
}

/** Minutes with the ways there. */
function lengthOf(items: readonly Timed[]): number {
  return items.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** A later due day for each deliverable that the asked engagement makes impossible: those with most work, if they are many. */
export function laterDueDays({ plan, answer }: Search): Concession[] {
  const ids = new Set([
    ...answer.deadlines.flatMap(({ items }) => items.map(({ id }) => id)),
    ...answer.flags.flatMap((flag) => (flag.code === 'deadline' ? flag.facts.items.map(({ id }) => id) : [])),
  ])
  return [...ids]
    .flatMap((id) => own(plan.practice.deliverables, id) ?? [])
    .sort((a, b) => b.remainingMinutes - a.remainingMinutes)
    .slice(0, MOST_DELIVERABLES)
    .flatMap((deliverable) => laterDue(deliverable) ?? [])
}

function laterDue(deliverable: Deliverable): Concession | null {
  const { id, engagementId, title, due: before, remainingMinutes } = deliverable
  if (before === null) return null
  return {
    id: `due:${id}`,
    subjects: [`due:${id}`],
    most: MOST_DAYS_LATER,
    minutes: () => remainingMinutes,
    at: (steps) => {
      const after = addDays(before, steps)
      return {
        given: { kind: 'due', deliverableId: id, engagementId, title, before, after },
        members: [
          { type: 'practice/put', records: [{ kind: 'deliverable', value: { ...deliverable, due: after } }] },
        ],
        asked: sameAsked,
      }
    },
  }
}

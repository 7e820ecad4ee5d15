/** Changes of sessions that stay where they are: shorter, tentative, or taken out. */
import { scopeOf } from '../../commands/sessionCommands.ts'
import { occurrenceOfKey } from '../../plan/occurrenceKey.ts'
import type { SessionChange } from '../../plan/session.ts'
import { addDays, type Day } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import { wallDay } from '../../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../time/zone.ts'
import { bookedIn, entriesIn, type Timed } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import { clientOf } from '../commitment.ts'
import { quarterAfter } from '../weekMaterial.ts'
import type { Search, Sized } from './candidates.ts'
import { concernOf, costOfCut, costOfDropping, costOfUnsettling } from './changeCost.ts'

/** A session is not cut below this, nor below half of it: what is left would not be the work any more. */
const SHORTEST = 15
/** Cuts are made in steps of this many minutes. */
const STEP = 5

/** The flag's sessions that have not begun and that no time entry confirms. */
export function openSessions(search: Search): Timed[] {
  const keys = new Set(search.flag.occurrences)
  // The interval of a gap lies between its two sessions.
  const { from, to } = search.flag.interval
  return openIn(search, { from: from - 1, to: to + 1 }).filter(({ key }) => keys.has(key))
}

/** One's own other work in the window of a deadline that has not begun. */
export function inTheWay(search: Search): Timed[] {
  const { flag } = search
  const named = new Set(flag.code === 'deadline' ? flag.facts.items.map(({ id }) => id) : [])
  return ownWork(openIn(search, flag.interval)).filter(
    ({ occurrence }) => !named.has(occurrence.deliverableId ?? ''),
  )
}

function openIn(search: Search, { from, to }: Interval): Timed[] {
  const { plan, context } = search
  const now = quarterAfter(context.now)
  const [first, last] = [homeDay(search, from), homeDay(search, to)]
  const logged = confirmedKeys(entriesIn(plan, addDays(first, -1), addDays(last, 1)))
  return bookedIn(plan, from, to).filter(({ key, start }) => start >= now && !logged.has(key))
}

/** The day of an instant at home. */
export function homeDay({ plan }: Search, instant: EpochMinute): Day {
  return wallDay(fromEpochMinute(instant, plan.practice.settings.homeZone))
}

/** Minutes that a session takes, travel included. */
export function lengthOf(item: Timed): number {
  return item.to - item.from
}

/** Meetings end when others end them: only one's own work is cut. */
export function ownWork(items: readonly Timed[]): Timed[] {
  return items.filter(({ occurrence }) => occurrence.kind === 'focus' || occurrence.kind === 'admin')
}

/** Cut to at most `minutes`, in whole steps; none where too little would be left. */
export function* shortened(search: Search, item: Timed, minutes: number): Generator<Sized> {
  const { occurrence } = item
  const left = Math.floor(minutes / STEP) * STEP
  if (left < Math.max(SHORTEST, occurrence.minutes / 2) || left >= occurrence.minutes) return
  yield {
    kind: 'shorten',
    about: `shorten:${item.key}`,
    facts: { title: occurrence.title, minutes: left },
    command: changed(item, { minutes: left }),
    days: [homeDay(search, item.start)],
    cost: costOfCut(concernOf(occurrence), occurrence.minutes - left),
  }
}

/** The earlier of two sessions that share time, cut to where the later one begins, and to where its way or a changeover does. */
export function* touching(search: Search, items: readonly Timed[]): Generator<Sized> {
  const { plan } = search
  const [first, second] = [...items].sort((a, b) => a.start - b.start)
  if (first === undefined || second === undefined) return
  const clients = [first, second].map(({ occurrence }) => clientOf(plan, occurrence.engagementId))
  const isChange = clients[0] !== clients[1] && !clients.includes(null)
  const changeover = isChange ? plan.practice.settings.changeoverMinutes : 0
  const between = first.to - first.end + (second.start - second.from) + changeover
  const minutes = second.start - first.start
  yield* shortened(search, first, minutes)
  if (between > 0) yield* shortened(search, first, minutes - between)
}

/** A tentative session may share time. */
export function* tentative(search: Search, item: Timed): Generator<Sized> {
  const { occurrence } = item
  if (occurrence.status === 'tentative') return
  yield {
    kind: 'tentative',
    about: `tentative:${item.key}`,
    facts: { title: occurrence.title },
    command: changed(item, { status: 'tentative' }),
    days: [homeDay(search, item.start)],
    cost: costOfUnsettling(concernOf(occurrence), occurrence.minutes),
  }
}

/**
 * Taken out: a meeting is declined, one's own work dropped. Travel goes with what it is for, and time planned for a
 * deliverable has to be worked all the same.
 */
export function* declined(search: Search, item: Timed): Generator<Sized> {
  const { occurrence } = item
  if (occurrence.kind === 'travel' || occurrence.deliverableId !== null) return
  const reference = occurrenceOfKey(item.key)
  yield {
    kind: 'decline',
    about: `decline:${item.key}`,
    facts: { title: occurrence.title, isMeeting: occurrence.kind === 'meeting' },
    command: {
      type: 'session/delete',
      sessions: [{ id: reference.sessionId, scope: scopeOf(reference) }],
    },
    days: [homeDay(search, item.start)],
    cost: costOfDropping(concernOf(occurrence), occurrence.minutes),
  }
}

function changed(item: Timed, change: SessionChange): Sized['command'] {
  const reference = occurrenceOfKey(item.key)
  return { type: 'session/change', id: reference.sessionId, scope: scopeOf(reference), change }
}

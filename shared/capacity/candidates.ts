/** What might make a flag go, in the order in which it is tried. Nothing here is proved yet. */
import type { Command } from '../commands/registry.ts'
import { scopeOf } from '../commands/sessionCommands.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { occurrenceOfKey, type SessionChange } from '../plan/session.ts'
import { addDays, type Day } from '../time/day.ts'
import { intersect } from '../time/interval.ts'
import { MINUTES_A_DAY, wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import { bookedIn, type Timed } from './bookedTime.ts'
import { clientOf } from './commitment.ts'
import { contractCandidates, largerBudget } from './contractCandidates.ts'
import { deadlineCandidates } from './deadlineCandidates.ts'
import type { FixFacts, FixKind, Flag } from './flag.ts'
import { freeGaps, placesFor } from './freeTime.ts'
import { planRest } from './planRest.ts'
import { week } from './week.ts'
import { quarterAfter } from './weekMaterial.ts'
import type { CapacityContext } from './weekView.ts'

/** What is looked for. */
export interface Search {
  readonly plan: Plan
  readonly flag: Flag
  readonly context: CapacityContext
  readonly newId: () => Id
  /** First day of the flag's week. */
  readonly start: Day
}

interface CandidateOf<K extends FixKind> {
  readonly kind: K
  /** Which fix it is a try of: the first that holds is offered. */
  readonly about: string
  readonly facts: FixFacts[K]
  readonly command: Command
  /** Days that it touches besides the flag's. */
  readonly days: readonly Day[]
}
export type Candidate = { [K in FixKind]: CandidateOf<K> }[FixKind]

/** Places tried for one session in one week, and weeks after the flag's own. */
const MOST_PLACES = 3
const WEEKS_AFTER = 2
/** A session is not cut below this, nor below half of it: what is left would not be the work any more. */
const SHORTEST = 15

/** The candidates for a flag, made only as far as they are asked for. */
export function* candidatesFor(search: Search): Generator<Candidate> {
  const { flag } = search
  switch (flag.code) {
    case 'overlap':
      yield* forOverlap(search)
      break
    case 'day-over':
      yield* forDay(search)
      break
    case 'week-over':
      yield* forWeek(search)
      break
    case 'outside-hours':
      yield* forOutside(search, flag.facts.why)
      break
    case 'client-over':
      yield* forClientOver(search)
      break
    case 'client-under':
      yield* planRest(search, flag.facts.period)
      break
    case 'deadline':
      yield* deadlineCandidates(search, flag.facts.items)
      yield* outOfTheWay(search)
      break
    case 'no-gap':
      for (const item of movable(search)) yield* moves(search, item, 0)
      for (const item of movable(search)) yield* moves(search, item, WEEKS_AFTER)
      break
    case 'contract':
      yield* contractCandidates(search, flag.facts)
      break
    case 'budget':
      yield* largerBudget(search, flag.facts)
      break
  }
}

/** The flag's sessions that have not begun, those first that are easiest to move: one's own work before meetings with others. */
function movable({ plan, flag, context }: Search): Timed[] {
  const now = quarterAfter(context.now)
  const keys = new Set(flag.occurrences)
  const effort = ({ occurrence: { status, kind } }: Timed) =>
    status === 'tentative' ? 0 : kind === 'meeting' ? 2 : kind === 'travel' ? 3 : 1
  // The interval of a gap lies between its two sessions.
  return bookedIn(plan, flag.interval.from - 1, flag.interval.to + 1)
    .filter((item) => keys.has(item.key) && item.start >= now)
    .sort((a, b) => effort(a) - effort(b) || lengthOf(a) - lengthOf(b) || a.start - b.start)
}

function lengthOf(item: Timed): number {
  return item.to - item.from
}

function* forOverlap(search: Search): Generator<Candidate> {
  const items = movable(search)
  for (const item of items) yield* moves(search, item, 0)
  const [first, second] = [...items].sort((a, b) => a.start - b.start)
  if (first !== undefined && second !== undefined) yield* shortened(first, second.start - first.start)
  for (const item of items) yield tentative(item)
  for (const item of items) yield* moves(search, item, WEEKS_AFTER)
}

function* forDay(search: Search): Generator<Candidate> {
  const { short } = search.flag
  const items = movable(search)
  const enough = items.filter((item) => lengthOf(item) >= short)
  for (const item of enough) yield* moves(search, item, 0)
  for (const item of byOwnWork(items)) yield* shortened(item, item.occurrence.minutes - short)
  yield* movedPairs(search, items)
  for (const item of enough) yield* moves(search, item, WEEKS_AFTER)
}

function* forWeek(search: Search): Generator<Candidate> {
  const { short } = search.flag
  const items = movable(search)
  for (const item of items) if (lengthOf(item) >= short) yield* moves(search, item, WEEKS_AFTER)
  for (const item of byOwnWork(items)) yield* shortened(item, item.occurrence.minutes - short)
}

function* forOutside(search: Search, why: 'hours' | 'time-off' | 'holiday'): Generator<Candidate> {
  const { plan, flag, context } = search
  const [item] = movable(search)
  if (item === undefined) return
  yield* moves(search, item, 0)
  const zone = plan.practice.settings.homeZone
  const inside = intersect(workingOn(search), [{ from: item.start, to: item.end }])[0]
  if (inside?.from === item.start) yield* shortened(item, inside.to - inside.from)
  if (why === 'holiday') {
    const day = wallDay(fromEpochMinute(item.start, zone))
    const name = context.holidays(day)
    if (name !== null)
      yield {
        kind: 'work-day',
        about: `work-day:${day}`,
        facts: { day, name },
        command: {
          type: 'settings/change',
          change: { workedHolidays: [...plan.practice.settings.workedHolidays, day] },
        },
        days: flag.days,
      }
  }
  yield* moves(search, item, WEEKS_AFTER)
}

function workingOn({ plan, start, context }: Search) {
  return week(plan, start, context).days.flatMap((day) => day.working)
}

function* forClientOver(search: Search): Generator<Candidate> {
  const { short } = search.flag
  const items = movable(search)
  // What comes last is cut or put off first: the earlier work is what the client counts on.
  const latest = [...items].sort((a, b) => b.start - a.start)
  for (const item of byOwnWork(latest)) yield* shortened(item, item.occurrence.minutes - short)
  for (const item of latest) if (item.occurrence.minutes >= short) yield* moves(search, item, WEEKS_AFTER)
}

/** One's own other work in the window of a deadline, moved behind it. */
function* outOfTheWay(search: Search): Generator<Candidate> {
  const { plan, flag, context } = search
  const now = quarterAfter(context.now)
  const named = new Set(flag.code === 'deadline' ? flag.facts.items.map(({ id }) => id) : [])
  const inTheWay = bookedIn(plan, flag.interval.from, flag.interval.to)
    .filter(({ start, occurrence }) => start >= now && !named.has(occurrence.deliverableId ?? ''))
    .filter((item) => lengthOf(item) >= flag.short)
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const behind = Math.ceil((flag.interval.to - flag.interval.from) / (7 * MINUTES_A_DAY))
  for (const item of byOwnWork(inTheWay).slice(0, 2))
    for (const start of placesIn(plan, search, item, behind + 1)) {
      const candidate = moved(search, item, start)
      if (candidate !== null) yield candidate
    }
}

/** Meetings end when others end them: only one's own work is cut. */
function byOwnWork(items: readonly Timed[]): Timed[] {
  return items.filter(({ occurrence }) => occurrence.kind === 'focus' || occurrence.kind === 'admin')
}

/** Moves of one session in the flag's week, or in the weeks after it where `after` is given. */
function* moves(search: Search, item: Timed, after: number): Generator<Candidate> {
  const first = after === 0 ? 0 : 1
  for (let ahead = first; ahead <= after; ahead++)
    for (const start of placesIn(search.plan, search, item, ahead)) {
      const candidate = moved(search, item, start)
      if (candidate !== null) yield candidate
    }
}

function placesIn(plan: Plan, { start, context, flag }: Search, item: Timed, ahead: number): EpochMinute[] {
  const { days } = week(plan, addDays(start, 7 * ahead), context)
  const from = days[0]?.start ?? 0
  const to = days.at(-1)?.end ?? from
  const clientId = clientOf(plan, item.occurrence.engagementId)
  const gaps = freeGaps(plan, { from, to }, { clientId, except: new Set([item.key]) }, context)
  return placesFor(item, gaps, days)
    .filter(
      (place) =>
        !(flag.code === 'day-over' && flag.interval.from <= place.start && place.start < flag.interval.to),
    )
    .slice(0, MOST_PLACES)
    .map((place) => place.start)
}

/** The wall clock of an instant in the session's zone; null where that hour is shown twice and would mean another instant. */
function wallIn(item: Timed, start: EpochMinute): string | null {
  const wall = fromEpochMinute(start, item.occurrence.zone)
  return toEpochMinute(wall, item.occurrence.zone) === start ? wall : null
}

function moved(search: Search, item: Timed, start: EpochMinute): Candidate | null {
  const wall = wallIn(item, start)
  if (wall === null) return null
  const home = fromEpochMinute(start, search.plan.practice.settings.homeZone)
  const day = wallDay(home)
  return {
    kind: 'move',
    about: `move:${item.key}`,
    facts: {
      title: item.occurrence.title,
      start: home,
      sameWeek: search.start <= day && day < addDays(search.start, 7),
    },
    command: { type: 'session/move', moves: [{ occurrence: occurrenceOfKey(item.key), start: wall }] },
    days: [day],
  }
}

/** Two sessions moved at once, for a day that no single move relieves: the first takes its best place, the second one that is then left. */
function* movedPairs(search: Search, items: readonly Timed[]): Generator<Candidate> {
  const { short } = search.flag
  const zone = search.plan.practice.settings.homeZone
  const places = items.map((item) => placesIn(search.plan, search, item, 0).slice(0, 2))
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) {
      const a = items[i] as Timed
      const b = items[j] as Timed
      if (lengthOf(a) + lengthOf(b) < short || lengthOf(a) >= short || lengthOf(b) >= short) continue
      for (const first of places[i] ?? [])
        for (const second of places[j] ?? []) {
          if (first < second + lengthOf(b) && second < first + lengthOf(a)) continue
          const [wallA, wallB] = [wallIn(a, first), wallIn(b, second)]
          if (wallA === null || wallB === null) continue
          const [homeA, homeB] = [fromEpochMinute(first, zone), fromEpochMinute(second, zone)]
          yield {
            kind: 'move-two',
            about: `move-two:${a.key}|${b.key}`,
            facts: {
              a: { title: a.occurrence.title, start: homeA },
              b: { title: b.occurrence.title, start: homeB },
            },
            command: {
              type: 'session/move',
              moves: [
                { occurrence: occurrenceOfKey(a.key), start: wallA },
                { occurrence: occurrenceOfKey(b.key), start: wallB },
              ],
            },
            days: [wallDay(homeA), wallDay(homeB)],
          }
        }
    }
}

function* shortened(item: Timed, minutes: number): Generator<Candidate> {
  if (minutes < Math.max(SHORTEST, item.occurrence.minutes / 2) || minutes >= item.occurrence.minutes) return
  yield {
    kind: 'shorten',
    about: `shorten:${item.key}`,
    facts: { title: item.occurrence.title, minutes },
    command: changed(item, { minutes }),
    days: [],
  }
}

function tentative(item: Timed): Candidate {
  return {
    kind: 'tentative',
    about: `tentative:${item.key}`,
    facts: { title: item.occurrence.title },
    command: changed(item, { status: 'tentative' }),
    days: [],
  }
}

function changed(item: Timed, change: SessionChange): Command {
  const reference = occurrenceOfKey(item.key)
  return { type: 'session/change', id: reference.sessionId, scope: scopeOf(reference), change }
}

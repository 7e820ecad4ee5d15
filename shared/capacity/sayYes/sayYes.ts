/** "Can I say yes?": whether an engagement that somebody asks for fits into the weeks ahead, and what would make it fit. */
import type { Plan } from '../../plan/plan.ts'
import { finished } from '../../steps.ts'
import { addDays, type Day, dayNumber, daysBetween } from '../../time/day.ts'
import type { Flag } from '../flags/flag.ts'
import { MOST_WEEKS } from '../horizon.ts'
import type { CapacityContext } from '../weekView.ts'
import { type Asked, type MeetingOff, type MeetingTime, meetingTimes } from './asked.ts'
import {
  type BrokenDeadline,
  brokenDeadlines,
  type Deadlines,
  deadlinesOf,
  freeBeside,
  keepsDeadlines,
} from './askedDeadlines.ts'
import { type BrokenMeeting, isClear, type MeetingsTried, tryMeetings } from './askedMeetings.ts'
import {
  type Ahead,
  type AskedWeek,
  askedWeeks,
  everyWeekFits,
  lastDay,
  lastLookedAt,
  weeksAhead,
  weeksThatFit,
} from './askedWeeks.ts'

const MINUTES_A_WEEK = 10_080
const QUARTER = 15

/** The answer. Minutes a week, where nothing else is said. */
export interface YesAnswer {
  /** It fits in every week, its meetings raise nothing that must be solved, and every deadline that holds now still does. */
  readonly fits: boolean
  /** The weeks that were looked at: all of it, at most 104, and 26 of an open one. */
  readonly weeks: readonly AskedWeek[]
  /** The most that fits in every week and keeps the deadlines, exact to the minute; 0 where nothing does. */
  readonly largest: number
  /** `largest` rounded down to a quarter of an hour. */
  readonly offered: number
  /** The same, of the weeks that have room at all: of the others one is off, or they are full already. */
  readonly offeredWithRoom: number
  /** The first day from the asked one on from which it would fit for as long, in the 104 weeks ahead; null where there is none. */
  readonly earliest: Day | null
  /** The week with the least left; its `left` is negative where it is short. */
  readonly tightest: AskedWeek | null
  /** Weeks in which it does not fit, by how much `left` says. */
  readonly short: readonly AskedWeek[]
  readonly meetings: readonly BrokenMeeting[]
  /** Meetings that fall on holidays and days off: they are not held. */
  readonly off: readonly MeetingOff[]
  readonly deadlines: readonly BrokenDeadline[]
  /** Deadlines that the engine flags with the meetings in the plan. */
  readonly flags: readonly Flag[]
}

/** What all of an answer is computed from. */
interface Case {
  readonly plan: Plan
  readonly context: CapacityContext
  readonly ahead: Ahead
  readonly deadlines: Deadlines
}

/** Answers for an engagement of which `askedProblems` finds nothing wrong. */
export function sayYes(plan: Plan, asked: Asked, context: CapacityContext): YesAnswer {
  return finished(sayYesInSteps(plan, asked, context))
}

/** The same, step by step, for one who has other things to do in between. */
export function* sayYesInSteps(
  plan: Plan,
  asked: Asked,
  context: CapacityContext,
): Generator<undefined, YesAnswer> {
  const ahead = weeksAhead(plan, asked.start, context)
  const about: Case = { plan, context, ahead, deadlines: deadlinesOf(plan, ahead, context) }
  const { held, off } = timesOf(about, asked)
  const weeks = askedWeeks(ahead, asked, held)
  const short = weeks.filter(({ left }) => left < 0)
  const tried = yield* tryMeetings(plan, ahead, asked, context)
  yield
  const isKept = keepsDeadlines(about.deadlines, weeks, freeBeside(about.deadlines, held))
  const fits = weeks.length > 0 && short.length === 0 && tried.fits && isKept
  yield
  const largest = largestOf(about, asked, held, () => true)
  yield
  const largestWithRoom = largestOf(about, asked, held, ({ room }) => room > 0)
  yield
  return {
    fits,
    weeks,
    largest,
    offered: inQuarters(largest),
    offeredWithRoom: inQuarters(largestWithRoom),
    earliest: fits ? asked.start : yield* laterStart(about, asked),
    tightest: weeks.reduce<AskedWeek | null>(
      (least, week) => (least === null || week.left < least.left ? week : least),
      null,
    ),
    short,
    meetings: tried.broken,
    off,
    deadlines: isKept ? [] : brokenDeadlines(about.deadlines, { weeks, held }),
    flags: tried.deadlines,
  }
}

/** Whether the answer is yes, without looking for what would fit instead. */
export function canSayYes(plan: Plan, asked: Asked, context: CapacityContext): boolean {
  return finished(canSayYesInSteps(plan, asked, context))
}

/** The same, step by step. Only the weeks that count are looked at. */
export function* canSayYesInSteps(
  plan: Plan,
  asked: Asked,
  context: CapacityContext,
): Generator<undefined, boolean> {
  const ahead = yield* weeksThatFit(plan, asked, context)
  if (ahead === null) return false
  const about: Case = { plan, context, ahead, deadlines: deadlinesOf(plan, ahead, context) }
  yield
  return yield* fitsFrom(about, asked, new Map())
}

function timesOf({ ahead }: Case, asked: Asked) {
  return meetingTimes(asked, lastLookedAt(ahead, asked), ahead.calendar)
}

const NO_MEETINGS: readonly MeetingTime[] = []

function inQuarters(minutes: number): number {
  return minutes - (minutes % QUARTER)
}

/** The most minutes a week that fit: more never fits better, so halving finds them. */
function largestOf(
  { ahead, deadlines }: Case,
  asked: Asked,
  held: readonly MeetingTime[],
  counts: (week: AskedWeek) => boolean,
): number {
  const at = (minutes: number) => ({ ...asked, commitment: { kind: 'hoursPerWeek', minutes } as const })
  const mostInWeeks = most(MINUTES_A_WEEK, (minutes) => everyWeekFits(ahead, at(minutes), held, counts))
  if (deadlines.open.length === 0) return mostInWeeks
  const supply = freeBeside(deadlines, held)
  return most(mostInWeeks, (minutes) =>
    keepsDeadlines(deadlines, askedWeeks(ahead, at(minutes), held).filter(counts), supply),
  )
}

/** The most for which it holds, up to a limit: 0 where it holds for none. What holds for more holds for less. */
function most(limit: number, holds: (minutes: number) => boolean): number {
  if (limit === 0 || holds(limit)) return limit
  let low = 0
  let high = limit
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** The first later day from which it fits for as long. Days on which nobody works begin nothing. */
function* laterStart(about: Case, asked: Asked): Generator<undefined, Day | null> {
  const { ahead } = about
  const limit = addDays(ahead.first, 7 * MOST_WEEKS - 1)
  const tried = new Map<string, MeetingsTried>()
  for (let start = addDays(asked.start, 1); start <= limit; start = addDays(start, 1)) {
    const end = asked.end === null ? null : addDays(start, daysBetween(asked.start, asked.end))
    const later = { ...asked, start, end }
    // What goes past the weeks ahead is not promised.
    if (lastDay(ahead, later) > limit) return null
    if (ahead.calendar.day(dayNumber(start)).patternMinutes === 0) continue
    if (yield* fitsFrom(about, later, tried)) return start
    yield
  }
  return null
}

/** Whether it fits, the cheap conditions first; `tried` remembers what the engine said of the same meetings. */
function* fitsFrom(
  about: Case,
  asked: Asked,
  tried: Map<string, MeetingsTried>,
): Generator<undefined, boolean> {
  const { plan, context, ahead, deadlines } = about
  if (!everyWeekFits(ahead, asked, NO_MEETINGS)) return false
  const { held } = timesOf(about, asked)
  if (!held.every((time) => isClear(plan, ahead, time, deadlines.now))) return false
  if (held.length > 0 && !everyWeekFits(ahead, asked, held)) return false
  if (!keepsDeadlines(deadlines, askedWeeks(ahead, asked, held), freeBeside(deadlines, held))) return false
  const key = held.map(({ start, end }) => `${start}:${end}`).join()
  const known = tried.get(key) ?? (yield* tryMeetings(plan, ahead, asked, context))
  tried.set(key, known)
  return known.fits
}

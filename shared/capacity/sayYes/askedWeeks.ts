/** The weeks of an asked engagement: what it needs in each, and the room that is left for it. */
import type { Engagement } from '../../plan/engagement.ts'
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day, dayNumber, FIRST_DAY, minDay } from '../../time/day.ts'
import { weekStart } from '../../time/week.ts'
import { localAt } from '../../time/zone.ts'
import { type WorkingCalendar, workingCalendar } from '../availability.ts'
import { committedIn } from '../commitment.ts'
import { type HorizonWeek, horizon, MOST_WEEKS } from '../horizon.ts'
import type { CapacityContext } from '../weekView.ts'
import { type Asked, type AskedCommitment, askedEngagement, type MeetingTime } from './asked.ts'

/** Weeks that are looked at of an engagement without an end. */
export const OPEN_WEEKS = 26

/** Weeks ahead of a plan, in which an engagement is tried. */
export interface Ahead {
  readonly calendar: WorkingCalendar
  readonly first: Day
  readonly weeks: readonly HorizonWeek[]
}

/** A week of an asked engagement. Minutes throughout. */
export interface AskedWeek {
  /** First day of the week. */
  readonly start: Day
  /** The engagement's first and last day in it. */
  readonly from: Day
  readonly to: Day
  readonly capacity: number
  readonly reserve: number
  /** What is planned for all, and what is promised to others and not planned. */
  readonly load: number
  readonly open: number
  /** The share of the week that is asked for, and what its meetings take. */
  readonly asked: number
  readonly meetings: number
  /** The larger of the two. */
  readonly needed: number
  /** What is there for it. */
  readonly room: number
  /** room − needed: negative where it does not fit. */
  readonly left: number
}

const known = new WeakMap<Plan, { readonly context: CapacityContext; readonly ahead: Ahead }>()

/**
 * The weeks from the one that holds `start` on, `count` of them at least. The same as long as neither plan nor context
 * change.
 */
export function weeksAhead(
  plan: Plan,
  start: Day,
  context: CapacityContext,
  count: number = MOST_WEEKS,
): Ahead {
  const first = weekStart(start, plan.practice.settings.firstWeekday)
  const seen = seenAhead(plan, first, context, count)
  if (seen !== null) return seen
  const calendar = workingCalendar(plan, context.holidays)
  return noted(plan, context, { calendar, first, weeks: horizon(plan, first, count, context) })
}

/** The same weeks, so many at least, where they were looked at before; null where they were not. */
function seenAhead(plan: Plan, first: Day, context: CapacityContext, count: number): Ahead | null {
  const seen = known.get(plan)
  const isSame = seen?.context === context && seen.ahead.first === first
  return isSame && seen.ahead.weeks.length >= count ? seen.ahead : null
}

function noted(plan: Plan, context: CapacityContext, ahead: Ahead): Ahead {
  known.set(plan, { context, ahead })
  return ahead
}

/** How many of the weeks ahead an answer looks at: a meeting may lie a day behind the asked engagement's last. */
function weeksLookedAt(first: Day, asked: Pick<Asked, 'start' | 'end'>): number {
  const days = dayNumber(lastLookedAt({ first }, asked)) + 1 - dayNumber(first)
  return Math.min(Math.floor(days / 7) + 1, MOST_WEEKS)
}

/** As many of the weeks ahead as an answer for the asked engagement looks at. */
export function weeksFor(plan: Plan, asked: Pick<Asked, 'start' | 'end'>, context: CapacityContext): Ahead {
  const first = weekStart(asked.start, plan.practice.settings.firstWeekday)
  return weeksAhead(plan, asked.start, context, weeksLookedAt(first, asked))
}

/** Weeks that are computed at a step. */
const WEEKS_A_STEP = 4

/** The same, some at a step; null as soon as one of them has no room, meetings left aside. */
export function* weeksThatFit(
  plan: Plan,
  asked: Asked,
  context: CapacityContext,
): Generator<undefined, Ahead | null> {
  const first = weekStart(asked.start, plan.practice.settings.firstWeekday)
  const count = weeksLookedAt(first, asked)
  const seen = seenAhead(plan, first, context, count)
  if (seen !== null) return everyWeekFits(seen, asked, []) ? seen : null
  const calendar = workingCalendar(plan, context.holidays)
  const weeks: HorizonWeek[] = []
  while (weeks.length < count) {
    const some = Math.min(WEEKS_A_STEP, count - weeks.length)
    weeks.push(...horizon(plan, addDays(first, 7 * weeks.length), some, context))
    if (!everyWeekFits({ calendar, first, weeks }, asked, [])) return null
    yield
  }
  return noted(plan, context, { calendar, first, weeks })
}

/** The last day of an asked engagement; of an open one, that of its twenty-sixth week. */
export function lastDay({ first }: Pick<Ahead, 'first'>, { start, end }: Pick<Asked, 'start' | 'end'>): Day {
  const weeksOn = Math.floor((dayNumber(start) - dayNumber(first)) / 7)
  return end ?? addDays(first, 7 * (weeksOn + OPEN_WEEKS) - 1)
}

/** That day, or the last of the weeks ahead. */
export function lastLookedAt(ahead: Pick<Ahead, 'first'>, asked: Pick<Asked, 'start' | 'end'>): Day {
  return minDay(lastDay(ahead, asked), addDays(ahead.first, 7 * MOST_WEEKS - 1))
}

type Share = Pick<Asked, 'commitment' | 'start' | 'end'>

/** The weeks of an engagement from `start` to its last day that is looked at, with the meetings that it would have. */
export function askedWeeks(ahead: Ahead, asked: Share, held: readonly MeetingTime[]): AskedWeek[] {
  return [...eachWeek(ahead, asked, held)]
}

/** Whether every one of its weeks has room for it, of those that count. False where none does. */
export function everyWeekFits(
  ahead: Ahead,
  asked: Share,
  held: readonly MeetingTime[],
  counts: (week: AskedWeek) => boolean = () => true,
): boolean {
  let any = false
  for (const week of eachWeek(ahead, asked, held)) {
    if (!counts(week)) continue
    if (week.left < 0) return false
    any = true
  }
  return any
}

function* eachWeek(ahead: Ahead, asked: Share, held: readonly MeetingTime[]): Generator<AskedWeek> {
  const last = lastLookedAt(ahead, asked)
  const begin = Math.floor((dayNumber(asked.start) - dayNumber(ahead.first)) / 7)
  const meetings = minutesByWeek(ahead, held)
  for (let i = begin; i < ahead.weeks.length; i++) {
    const week = ahead.weeks[i] as HorizonWeek
    if (week.start > last) return
    yield weekOf(ahead, asked, { week, last, meetings: meetings.get(i) ?? 0 })
  }
}

function weekOf(
  { calendar }: Ahead,
  asked: Share,
  { week, last, meetings }: { readonly week: HorizonWeek; readonly last: Day; readonly meetings: number },
): AskedWeek {
  const end = addDays(week.start, 6)
  const from = asked.start > week.start ? asked.start : week.start
  const to = minDay(last, end)
  const isWhole = from === week.start && to === end
  const engagement = isWhole ? always(asked.commitment) : askedEngagement(asked, { id: '', clientId: '' })
  const promised = committedIn(engagement, week.start, end, calendar) ?? 0
  const needed = Math.max(promised, meetings)
  const room = isWhole ? week.free : Math.min(week.free, roomOf(week, from, to))
  const { start, capacity, reserve, load, open } = week
  const about = { start, from, to, capacity, reserve, load, open }
  return { ...about, asked: promised, meetings, needed, room, left: room - needed }
}

const engagements = new WeakMap<AskedCommitment, Engagement>()

/** An engagement that always runs: what it promises for a week is computed once. */
function always(commitment: AskedCommitment): Engagement {
  const known = engagements.get(commitment)
  if (known !== undefined) return known
  const made = askedEngagement(
    { commitment, start: FIRST_DAY, end: null },
    { id: '', clientId: '', start: null },
  )
  engagements.set(commitment, made)
  return made
}

/** The room of some days of a week. */
function roomOf({ start, rooms }: HorizonWeek, from: Day, to: Day): number {
  const first = dayNumber(from) - dayNumber(start)
  const last = dayNumber(to) - dayNumber(start)
  return rooms.slice(first, last + 1).reduce((sum, room) => sum + room, 0)
}

const NO_MINUTES: ReadonlyMap<number, number> = new Map()

/** Minutes of meetings by week, counted from the first of the weeks ahead; one across midnight may lie in two. */
function minutesByWeek(
  { calendar, first }: Ahead,
  held: readonly MeetingTime[],
): ReadonlyMap<number, number> {
  if (held.length === 0) return NO_MINUTES
  const minutes = new Map<number, number>()
  const base = dayNumber(first)
  for (const { start, end } of held) {
    const week = Math.floor((localAt(start, calendar.zone).dayNumber - base) / 7)
    const weekEnd = calendar.day(base + 7 * week + 7).start
    minutes.set(week, (minutes.get(week) ?? 0) + Math.min(end, weekEnd) - start)
    if (end > weekEnd) minutes.set(week + 1, (minutes.get(week + 1) ?? 0) + end - weekEnd)
  }
  return minutes
}

/** What is wrong with the meetings of an asked engagement: the flags that they would raise in the real plan. */
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day, dayNumber } from '../../time/day.ts'
import { type Interval, subtract, total } from '../../time/interval.ts'
import type { WallClock } from '../../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, localAt, toEpochMinute } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { bookedIn } from '../bookedTime.ts'
import type { Flag, FlagCode, Named } from '../flags/flag.ts'
import { weekFlags } from '../flags/weekFlags.ts'
import { weekDays } from '../weekDays.ts'
import { weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import {
  type Asked,
  type AskedMeeting,
  askedEngagement,
  askedSeries,
  type MeetingTime,
  meetingTimes,
} from './asked.ts'
import { type Ahead, lastLookedAt } from './askedWeeks.ts'

const MEETING_CODES = ['overlap', 'outside-hours', 'day-over', 'week-over', 'no-gap'] as const

/** What is wrong with a meeting, on all days on which it is. Minutes are those of the worst of them. */
export interface BrokenMeeting {
  /** Which of the asked meetings, from 0. */
  readonly meeting: number
  readonly code: (typeof MEETING_CODES)[number]
  /** The other session, of `overlap` and `no-gap`. */
  readonly other: Named | null
  readonly minutes: number
  /** Its starts on those days, in the home zone. */
  readonly starts: readonly WallClock[]
  /** False for what should be known, and can be lived with: little time to change over. */
  readonly breaks: boolean
}

/** What the meetings would do to a plan. */
export interface MeetingsTried {
  /** They raise nothing that must be solved, and all lie in working hours. */
  readonly fits: boolean
  readonly broken: readonly BrokenMeeting[]
  /** A deadline that cannot be met any more, or is missed by more. */
  readonly deadlines: readonly Flag[]
}

/** The flags that sessions can raise; promises and budgets are no matter of a meeting. */
const CODES: ReadonlySet<FlagCode> = new Set([...MEETING_CODES, 'deadline'])

const ENGAGEMENT = 'asked'
const sessionId = (meeting: number) => `asked-${meeting}`

/** Nothing, for an engagement without meetings. */
const NOTHING: MeetingsTried = { fits: true, broken: [], deadlines: [] }

/**
 * Puts the engagement and its meetings into the plan, and compares the flags of every week that is looked at with those
 * of the plan as it is, a week at a step. A flag counts where it is new, or worse than it was.
 */
export function* tryMeetings(
  plan: Plan,
  ahead: Ahead,
  asked: Asked,
  context: CapacityContext,
): Generator<undefined, MeetingsTried> {
  if (asked.meetings.length === 0) return NOTHING
  const tried = withAsked(plan, asked, ahead.calendar)
  const last = lastLookedAt(ahead, asked)
  const held = meetingTimes(asked, last, ahead.calendar).held
  const keys = new Set(held.map(({ meeting, wall }) => `${sessionId(meeting)}@${wall}`))
  const raised = new Map<string, Flag>()
  for (const { start } of ahead.weeks) {
    // On the clocks of the home zone a meeting of another zone may lie a day before the first or after the last.
    if (addDays(start, 7) < asked.start) continue
    if (start > addDays(last, 1)) break
    const before = flagsBefore(plan, start, context)
    for (const flag of flagsIn(tried, start, context)) {
      if (flag.short <= (before.get(flag.key) ?? 0)) continue
      const isDeadline = flag.code === 'deadline' && flag.severity === 'over'
      const isMeeting = flag.code !== 'deadline' && flag.occurrences.some((key) => keys.has(key))
      if (isDeadline || isMeeting) raised.set(flag.key, flag)
    }
    yield
  }
  const flags = [...raised.values()]
  return {
    fits: !flags.some(isBreaking),
    broken: grouped(flags, asked.meetings, ahead.calendar.zone),
    deadlines: flags.filter(({ code }) => code === 'deadline'),
  }
}

function withAsked(plan: Plan, asked: Asked, calendar: WorkingCalendar): Plan {
  const engagement = askedEngagement(asked, { id: ENGAGEMENT, clientId: asked.clientId ?? ENGAGEMENT })
  const series = askedSeries(asked, calendar, (meeting) => ({
    id: sessionId(meeting),
    engagementId: ENGAGEMENT,
    title: '',
  }))
  const { practice } = plan
  return {
    ...plan,
    practice: {
      ...practice,
      engagements: { ...practice.engagements, [ENGAGEMENT]: engagement },
      series: { ...practice.series, ...Object.fromEntries(series.map((one) => [one.id, one])) },
    },
  }
}

function flagsIn(plan: Plan, start: Day, context: CapacityContext): Flag[] {
  const material = weekMaterial(plan, start, context)
  return weekFlags(material, weekDays(material), CODES)
}

interface Before {
  readonly context: CapacityContext
  /** Minutes short by key, by week. */
  readonly weeks: Map<Day, ReadonlyMap<string, number>>
}
const befores = new WeakMap<Plan, Before>()

/** How short each flag of a week is as the plan stands, looked up once. */
function flagsBefore(plan: Plan, start: Day, context: CapacityContext): ReadonlyMap<string, number> {
  const seen = befores.get(plan)
  const before = seen?.context === context ? seen : { context, weeks: new Map() }
  befores.set(plan, before)
  const known = before.weeks.get(start)
  if (known !== undefined) return known
  const made = new Map(flagsIn(plan, start, context).map((flag) => [flag.key, flag.short]))
  before.weeks.set(start, made)
  return made
}

/** A meeting outside of working hours is only to be watched once it is planned; before one says yes it counts. */
function isBreaking({ severity, code }: Flag): boolean {
  return severity === 'over' || code === 'outside-hours'
}

/** The asked meeting that an occurrence is, and its start on its own clocks. */
function askedAt(key: string): { readonly meeting: number; readonly wall: WallClock } | null {
  const match = /^asked-(\d+)@(.+)$/.exec(key)
  return match === null ? null : { meeting: Number(match[1]), wall: match[2] ?? '' }
}

function askedOf({ occurrences }: Flag): ReturnType<typeof askedAt> {
  for (const key of occurrences) {
    const found = askedAt(key)
    if (found !== null) return found
  }
  return null
}

/** The session that a meeting collides with, or is too close to; null where it is one of the asked meetings itself. */
function otherOf(flag: Flag): Named | null {
  if (flag.code !== 'overlap' && flag.code !== 'no-gap') return null
  const [first, second] = flag.occurrences.map(askedAt)
  if (first != null && second != null) return null
  const { title, client } = first == null ? flag.facts.a : flag.facts.b
  return { title, client }
}

type Broken = Omit<{ -readonly [K in keyof BrokenMeeting]: BrokenMeeting[K] }, 'starts'> & {
  readonly starts: WallClock[]
}

/** One line for each meeting and trouble, however often it comes. */
function grouped(flags: readonly Flag[], meetings: readonly AskedMeeting[], zone: string): BrokenMeeting[] {
  const lines = new Map<string, Broken>()
  for (const flag of [...flags].sort((a, b) => a.interval.from - b.interval.from)) {
    const asked = askedOf(flag)
    const code = MEETING_CODES.find((known) => known === flag.code)
    if (asked === null || code === undefined) continue
    const other = otherOf(flag)
    const start = fromEpochMinute(toEpochMinute(asked.wall, meetings[asked.meeting]?.zone ?? zone), zone)
    const key = JSON.stringify([asked.meeting, code, other])
    const line = lines.get(key)
    if (line === undefined) {
      const { meeting } = asked
      lines.set(key, { meeting, code, other, minutes: flag.short, starts: [start], breaks: isBreaking(flag) })
      continue
    }
    line.minutes = Math.max(line.minutes, flag.short)
    line.starts.push(start)
    line.breaks ||= isBreaking(flag)
  }
  return [...lines.values()].sort((a, b) => Number(b.breaks) - Number(a.breaks))
}

const clear = new WeakMap<Ahead, Map<string, boolean>>()

/**
 * Whether a meeting lies in working time that no confirmed session takes, on a day that has room for it: without that it
 * cannot fit, and the engine need not be asked.
 */
export function isClear(plan: Plan, ahead: Ahead, { start, end }: MeetingTime, now: EpochMinute): boolean {
  const known = clear.get(ahead) ?? new Map<string, boolean>()
  clear.set(ahead, known)
  const key = `${start}:${end}`
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const working: Interval[] = []
  const first = localAt(start, ahead.calendar.zone).dayNumber
  const last = localAt(end - 1, ahead.calendar.zone).dayNumber
  for (let number = first; number <= last; number++) working.push(...ahead.calendar.day(number).working)
  const isTaken = bookedIn(plan, start, end).some(
    (item) =>
      item.occurrence.status === 'confirmed' &&
      item.start < end &&
      start < item.end &&
      Math.min(item.end, end) > now,
  )
  const isFull = Math.min(end, ahead.calendar.day(first).end) - start > roomOn(ahead, first, now)
  const made =
    end <= now || (!isTaken && !isFull && total(subtract([{ from: start, to: end }], working)) === 0)
  known.set(key, made)
  return made
}

/** The headroom of a day; of the present week, which counts only what is still to come, nothing is known. */
function roomOn({ calendar, first, weeks }: Ahead, day: number, now: EpochMinute): number {
  const days = day - dayNumber(first)
  const week = weeks[Math.floor(days / 7)]
  if (week === undefined || calendar.day(dayNumber(week.start)).start < now) return Number.POSITIVE_INFINITY
  return week.rooms[days % 7] ?? Number.POSITIVE_INFINITY
}

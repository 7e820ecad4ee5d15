/** An engagement that somebody asks for, and what it would be in the plan. */
import { type Commitment, type Engagement, newEngagement } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { newSession, type Session } from '../../plan/session.ts'
import { addDays, type Day, dayNumber, dayOf, weekdayOfNumber } from '../../time/day.ts'
import { MINUTES_A_DAY, type WallClock, wallClock } from '../../time/wallClock.ts'
import { type EpochMinute, localAt, toEpochMinute } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'

/** Hours or days a week. */
export type AskedCommitment = Extract<Commitment, { readonly kind: 'hoursPerWeek' | 'daysPerWeek' }>

/** A meeting at the same time every so many weeks, from the first such weekday of the engagement on. */
export interface AskedMeeting {
  /** Monday 1 to Sunday 7, on the clocks of `zone`. */
  readonly weekday: number
  /** Minute of the day, 0 to 1439. */
  readonly minute: number
  readonly minutes: number
  readonly zone: string
  readonly everyWeeks: number
}

export interface Asked {
  readonly commitment: AskedCommitment
  readonly start: Day
  /** Last day; null is open. */
  readonly end: Day | null
  readonly meetings: readonly AskedMeeting[]
  /** Whose it would be; null is a new client. */
  readonly clientId: Id | null
}

/** A plan without an engagement, its sessions and its deliverables: what a prospect is tried in anew. */
export function withoutEngagement(plan: Plan, id: Id): Plan {
  const others = <R extends { readonly engagementId: Id | null }>(map: Readonly<Record<Id, R>>) => {
    const all = Object.entries(map)
    const left = all.filter(([, { engagementId }]) => engagementId !== id)
    return left.length === all.length ? map : Object.fromEntries(left)
  }
  const { [id]: _, ...engagements } = plan.practice.engagements
  const years = Object.entries(plan.years).map(([key, year]) => {
    const sessions = others(year.sessions)
    return [key, sessions === year.sessions ? year : { ...year, sessions }] as const
  })
  return {
    practice: {
      ...plan.practice,
      engagements,
      deliverables: others(plan.practice.deliverables),
      series: others(plan.practice.series),
    },
    years: Object.fromEntries(years),
  }
}

/** What cannot be meant, by the field that says it. `meeting` counts from 0. */
export type AskedProblem =
  | { readonly field: 'amount'; readonly code: 'nothing' | 'whole-week' }
  | { readonly field: 'start'; readonly code: 'past' | 'far' }
  | { readonly field: 'end'; readonly code: 'before-start' }
  | { readonly field: 'meeting'; readonly meeting: number; readonly code: 'length' | 'weeks' }

/** A start later than this is a slip of the finger: ten years. */
const MOST_DAYS_OFF = 3653
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY

/** Everything that is wrong with a question; it is answered only when nothing is. */
export function askedProblems({ commitment, start, end, meetings }: Asked, today: Day): AskedProblem[] {
  const problems: AskedProblem[] = []
  const isNothing = commitment.kind === 'daysPerWeek' ? commitment.halfDays <= 0 : commitment.minutes <= 0
  if (isNothing) problems.push({ field: 'amount', code: 'nothing' })
  if (commitment.kind === 'hoursPerWeek' && commitment.minutes >= MINUTES_A_WEEK)
    problems.push({ field: 'amount', code: 'whole-week' })
  if (start < today) problems.push({ field: 'start', code: 'past' })
  if (start > addDays(today, MOST_DAYS_OFF)) problems.push({ field: 'start', code: 'far' })
  if (end !== null && end < start) problems.push({ field: 'end', code: 'before-start' })
  for (const [meeting, { minutes, everyWeeks }] of meetings.entries()) {
    if (minutes <= 0 || minutes > MINUTES_A_DAY) problems.push({ field: 'meeting', meeting, code: 'length' })
    if (everyWeeks < 1) problems.push({ field: 'meeting', meeting, code: 'weeks' })
  }
  return problems
}

/** A meeting on one of its days. */
export interface MeetingTime {
  /** Which of the asked meetings, from 0. */
  readonly meeting: number
  /** On the clocks of the meeting's zone. */
  readonly wall: WallClock
  readonly start: EpochMinute
  readonly end: EpochMinute
}

/** A meeting that falls on a holiday or a day off, and is not held. */
export interface MeetingOff extends MeetingTime {
  /** The day in the home zone, and what it is. */
  readonly day: Day
  readonly name: string
}

/** The days on which asked meetings would be held, to a last day of their own clocks, by start. */
export function meetingTimes(
  { meetings, start, end }: Pick<Asked, 'meetings' | 'start' | 'end'>,
  until: Day,
  calendar: WorkingCalendar,
): { readonly held: readonly MeetingTime[]; readonly off: readonly MeetingOff[] } {
  const held: MeetingTime[] = []
  const off: MeetingOff[] = []
  const last = dayNumber(end !== null && end < until ? end : until)
  for (const [meeting, about] of meetings.entries())
    for (let day = firstDay(about, start); day <= last; day += 7 * about.everyWeeks) {
      const wall = wallClock(dayOf(day), about.minute)
      const from = toEpochMinute(wall, about.zone)
      const time = { meeting, wall, start: from, end: from + about.minutes }
      const home = calendar.day(localAt(from, calendar.zone).dayNumber)
      const reason = home.off
      if (reason === null || reason.kind === 'no-work' || home.capacity > 0) held.push(time)
      else off.push({ ...time, day: home.day, name: reason.name })
    }
  return { held: held.sort((a, b) => a.start - b.start), off: off.sort((a, b) => a.start - b.start) }
}

function firstDay({ weekday }: AskedMeeting, start: Day): number {
  const number = dayNumber(start)
  return number + ((weekday - weekdayOfNumber(number) + 7) % 7)
}

/** The engagement that is asked for, hourly and without a price yet. */
export function askedEngagement(
  { commitment, start, end }: Pick<Asked, 'commitment' | 'start' | 'end'>,
  given: Pick<Engagement, 'id' | 'clientId'> & Partial<Engagement>,
): Engagement {
  return newEngagement({
    name: '',
    start,
    end,
    terms: [{ from: start, terms: { kind: 'hourly', rate: 0 } }],
    commitments: [{ from: start, commitment }],
    order: 0,
    ...given,
  })
}

const RULE_DAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** How far ahead meetings that fall on days off are left out. */
const MOST_DAYS_AHEAD = 105 * 7

/**
 * The asked meetings as series, without the days on which they are not held. None for a meeting whose weekday does not
 * come in the engagement's days.
 */
export function askedSeries(
  asked: Asked,
  calendar: WorkingCalendar,
  given: (meeting: number) => Pick<Session, 'id' | 'engagementId' | 'title'> & Partial<Session>,
): Session[] {
  const { off } = meetingTimes(asked, addDays(asked.start, MOST_DAYS_AHEAD), calendar)
  return asked.meetings.flatMap((about, meeting): Session[] => {
    const first = dayOf(firstDay(about, asked.start))
    if (asked.end !== null && first > asked.end) return []
    const until = asked.end === null ? '' : `;UNTIL=${asked.end.replaceAll('-', '')}`
    const every = about.everyWeeks === 1 ? '' : `;INTERVAL=${about.everyWeeks}`
    return [
      newSession({
        start: wallClock(first, about.minute),
        minutes: about.minutes,
        zone: about.zone,
        kind: 'meeting',
        recurrence: {
          rule: `FREQ=WEEKLY${every}${until};BYDAY=${RULE_DAYS[about.weekday] ?? ''}`,
          except: off.filter((time) => time.meeting === meeting).map(({ wall }) => wall),
          extra: [],
          changed: {},
        },
        ...given(meeting),
      }),
    ]
  })
}

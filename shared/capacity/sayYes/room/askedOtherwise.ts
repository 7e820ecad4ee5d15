/** What can be asked otherwise: the meetings, and an earlier end. Fewer hours and a later start are told by the answer. */
import { addDays, daysBetween } from '../../../time/day.ts'
import { MINUTES_A_DAY } from '../../../time/wallClock.ts'
import { quarterAfter } from '../../weekMaterial.ts'
import { type Asked, type AskedMeeting, meetingTimes } from '../asked.ts'
import { isClear, tryMeetings } from '../askedMeetings.ts'
import { type AskedWeek, askedWeeks, weeksFor } from '../askedWeeks.ts'
import type { Concession, Search } from './concession.ts'

/** Meetings are moved to whole or half hours. */
const HALF_HOUR = 30
/** Another weekday counts as this many minutes for each day between. */
const A_DAY_OFF = 300
/** Times that are tried for a meeting, the nearest first. */
const MOST_TIMES = 120
/** Days that an engagement that ends sooner has at least. */
const FEWEST_DAYS = 7

/** The asked meetings that break something, from 0. */
export function breakingMeetings({ answer }: Search): number[] {
  const breaking = answer.meetings.filter(({ breaks }) => breaks)
  return [...new Set(breaking.map(({ meeting }) => meeting))].sort((a, b) => a - b)
}

/** Without a meeting. */
export function withoutMeeting(search: Search, meeting: number): Concession {
  const { asked, to, calendar } = search
  const held = meetingTimes(asked, to, calendar).held.filter((time) => time.meeting === meeting)
  const minutes = held.reduce((sum, { start, end }) => sum + end - start, 0)
  return { ...meetingOtherwise(search, meeting, null), id: `no-meeting:${meeting}`, minutes: () => minutes }
}

/** A meeting at other times, the nearest first: nothing of it is given up. */
export function movedMeeting(search: Search, meeting: number): Concession[] {
  return timesFor(search, meeting).map((after) => meetingOtherwise(search, meeting, after))
}

/** Other times of the week for a meeting, on its own clocks, the nearest first. */
function timesFor(search: Search, meeting: number): AskedMeeting[] {
  const about = search.asked.meetings[meeting]
  if (about === undefined) return []
  const times: { readonly distance: number; readonly after: AskedMeeting }[] = []
  for (let weekday = 1; weekday <= 7; weekday++)
    for (let minute = 0; minute < MINUTES_A_DAY; minute += HALF_HOUR) {
      const distance = Math.abs(weekday - about.weekday) * A_DAY_OFF + Math.abs(minute - about.minute)
      if (distance > 0 && isWorked(search, { ...about, weekday, minute }))
        times.push({ distance, after: { ...about, weekday, minute } })
    }
  return times
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_TIMES)
    .map(({ after }) => after)
}

/** The nearest other time at which a meeting breaks nothing beside some others, however many hours are asked for besides. */
export function* clearMeeting(
  search: Search,
  meeting: number,
  others: readonly AskedMeeting[],
): Generator<undefined, { readonly moved: Concession; readonly after: AskedMeeting } | null> {
  const { plan, asked, context, to, calendar } = search
  const ahead = weeksFor(plan, asked, context)
  const now = quarterAfter(context.now)
  for (const after of timesFor(search, meeting)) {
    const otherwise = { ...asked, meetings: [...others, after] }
    const { held } = meetingTimes(otherwise, to, calendar)
    if (!held.every((time) => isClear(plan, ahead, time, now))) continue
    if ((yield* tryMeetings(plan, ahead, otherwise, context)).fits)
      return { moved: meetingOtherwise(search, meeting, after), after }
  }
  return null
}

/** Whether the first of such meetings that is held lies in working hours. */
function isWorked({ asked, calendar }: Search, about: AskedMeeting): boolean {
  const { start } = asked
  const span = addDays(start, 7 * about.everyWeeks)
  const [first] = meetingTimes({ meetings: [about], start, end: asked.end }, span, calendar).held
  if (first === undefined) return false
  const zoned = Math.floor((first.start - calendar.day(0).start) / MINUTES_A_DAY)
  return [zoned - 1, zoned, zoned + 1].some((number) =>
    calendar.day(number).working.some(({ from, to }) => from <= first.start && first.end <= to),
  )
}

function meetingOtherwise(search: Search, meeting: number, after: AskedMeeting | null): Concession {
  const before = search.asked.meetings[meeting] as AskedMeeting
  return {
    id: `meeting:${meeting}`,
    subjects: [`meeting:${meeting}`],
    most: 1,
    minutes: () => 0,
    at: () => ({
      given: { kind: 'meeting', meeting, before, after },
      members: [],
      asked: (asked) => ({
        ...asked,
        meetings: asked.meetings.flatMap((one) => (one === before ? (after ?? []) : one)),
      }),
    }),
  }
}

/** An end on an earlier day, a week after the start at the soonest. */
export function earlierEnd({ plan, asked, context, to, answer, calendar }: Search): Concession | null {
  const { start, end: before } = asked
  const most = daysBetween(start, to) - (FEWEST_DAYS - 1)
  if (most < 1) return null
  const sooner = (steps: number): Asked => ({ ...asked, end: addDays(to, -steps) })
  const all = sumOf(answer.weeks)
  return {
    id: 'until',
    subjects: ['until'],
    most,
    minutes: (steps) => {
      const { held } = meetingTimes(sooner(steps), to, calendar)
      return all - sumOf(askedWeeks(weeksFor(plan, asked, context), sooner(steps), held))
    },
    at: (steps) => ({
      given: { kind: 'until', before, after: addDays(to, -steps) },
      members: [],
      asked: (question) => ({ ...question, end: addDays(to, -steps) }),
    }),
  }
}

function sumOf(weeks: readonly AskedWeek[]): number {
  return weeks.reduce((sum, { needed }) => sum + needed, 0)
}

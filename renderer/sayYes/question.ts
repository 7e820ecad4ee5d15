import { workingCalendar } from '../../shared/capacity/availability.ts'
import { committedIn } from '../../shared/capacity/commitment.ts'
import { noHolidays } from '../../shared/capacity/holidays.ts'
import { type Asked, type AskedMeeting, askedProblems } from '../../shared/capacity/sayYes/asked.ts'
import type { Given } from '../../shared/capacity/sayYes/room/concession.ts'
import { minutesAWeek } from '../../shared/pipeline/prospects.ts'
import { type Engagement, newEngagement } from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import { addDays, type Day, maxDay, weekdayOf } from '../../shared/time/day.ts'
import { parseRule } from '../../shared/time/ruleText.ts'
import { wallDay, wallMinute } from '../../shared/time/wallClock.ts'
import { weekStart } from '../../shared/time/week.ts'
import { newId } from '../state/clock.ts'

/** A meeting while it is asked about; null is a field that is empty. */
export interface QuestionMeeting extends Omit<AskedMeeting, 'minute' | 'minutes'> {
  /** Tells the rows apart. */
  readonly id: string
  readonly minute: number | null
  readonly minutes: number | null
}

/** What is asked, as the fields hold it. */
export interface Question {
  /** Minutes a week. */
  readonly minutes: number | null
  readonly start: Day | null
  readonly end: Day | null
  /** Null is a new client, of this name. */
  readonly clientId: Id | null
  readonly name: string
  readonly meetings: readonly QuestionMeeting[]
}

/** What an engagement that is edited says of itself. */
export interface About {
  /** Null where it is not saved yet. */
  readonly engagementId: Id | null
  readonly clientId: Id
  readonly start: Day | null
  readonly end: Day | null
  readonly commitment: Engagement['commitments'][number]['commitment']
}

const USUAL_MINUTES = 8 * 60

/** What one begins with: eight hours a week from next week on, or what the engagement says. */
export function newQuestion(plan: Plan, today: Day, about: About | null): Question {
  const nextWeek = addDays(weekStart(today, plan.practice.settings.firstWeekday), 7)
  if (about === null)
    return { minutes: USUAL_MINUTES, start: nextWeek, end: null, clientId: null, name: '', meetings: [] }
  const start = about.start === null ? nextWeek : maxDay(about.start, today)
  return {
    minutes: minutesOrUsual(plan, about, start),
    start,
    end: about.end,
    clientId: about.clientId,
    name: '',
    meetings: meetingsOf(plan, about.engagementId),
  }
}

/** What is asked about a prospect as it stands; null where nothing says how many hours it takes. */
export function askedOfProspect(plan: Plan, engagement: Engagement, today: Day): Asked | null {
  const { id, clientId, end } = engagement
  const start = maxDay(engagement.start ?? today, today)
  const minutes = minutesAWeek(plan, engagement, start)
  if (minutes === null) return null
  const question: Question = { minutes, start, end, clientId, name: '', meetings: meetingsOf(plan, id) }
  const asked = askedOf(question)
  return asked === null || askedProblems(asked, today).length > 0 ? null : asked
}

/** What an engagement promises in its first whole week; the usual where that is nothing. */
function minutesOrUsual(plan: Plan, { commitment }: About, start: Day): number {
  const monday = addDays(start, (8 - weekdayOf(start)) % 7)
  const engagement = newEngagement({
    id: '',
    clientId: '',
    name: '',
    start: null,
    terms: [{ from: start, terms: { kind: 'hourly', rate: 0 } }],
    commitments: [{ from: start, commitment }],
    order: 0,
  })
  const calendar = workingCalendar(plan, noHolidays)
  return committedIn(engagement, monday, addDays(monday, 6), calendar) ?? USUAL_MINUTES
}

/** The weekly series of a prospect as meetings that are asked about. */
function meetingsOf(plan: Plan, engagementId: Id | null): QuestionMeeting[] {
  if (engagementId === null) return []
  return Object.values(plan.practice.series).flatMap((session): QuestionMeeting[] => {
    const everyWeeks = weeksBetween(session)
    if (session.engagementId !== engagementId || everyWeeks === null) return []
    const { id, start, minutes, zone } = session
    return [{ id, weekday: weekdayOf(wallDay(start)), minute: wallMinute(start), minutes, zone, everyWeeks }]
  })
}

function weeksBetween({ recurrence }: Session): number | null {
  if (recurrence === null || recurrence.rule === '') return null
  const parsed = parseRule(recurrence.rule)
  return parsed.ok && parsed.rule.freq === 'WEEKLY' && parsed.rule.byDay.length < 2
    ? parsed.rule.interval
    : null
}

/** A meeting as one is added: an hour on Tuesday at ten, every week. */
export function newMeeting(zone: string): QuestionMeeting {
  return { id: newId(), weekday: 2, minute: 600, minutes: 60, zone, everyWeeks: 1 }
}

/** The question as it is after changes of what is asked; other changes leave it as it is. */
export function askedOtherwise(question: Question, changes: readonly Given[]): Question {
  let { end } = question
  const meetings: (QuestionMeeting | null)[] = [...question.meetings]
  for (const change of changes) {
    if (change.kind === 'until') end = change.after
    if (change.kind !== 'meeting') continue
    const before = meetings[change.meeting] ?? null
    meetings[change.meeting] = change.after && before && { ...before, ...change.after }
  }
  return { ...question, end, meetings: meetings.filter((one) => one !== null) }
}

/** The question as the engine takes it; null while a field is empty. */
export function askedOf({ minutes, start, end, clientId, meetings }: Question): Asked | null {
  if (minutes === null || start === null) return null
  const asked: AskedMeeting[] = []
  for (const { id: _, ...about } of meetings) {
    if (about.minute === null || about.minutes === null) return null
    asked.push({ ...about, minute: about.minute, minutes: about.minutes })
  }
  return { commitment: { kind: 'hoursPerWeek', minutes }, start, end, clientId, meetings: asked }
}

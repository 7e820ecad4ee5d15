import type { Plan } from '../../shared/plan/plan.ts'
import { own } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import type { PartKind } from '../../shared/quickAdd/reading.ts'
import { parseRule } from '../../shared/time/ruleText.ts'
import { addWallMinutes, wallDay } from '../../shared/time/wallClock.ts'
import type { Format } from '../../shared/words/format.ts'
import { ruleWords } from '../../shared/words/ruleWords.ts'
import type { Words } from '../../shared/words/words.ts'
import { colourOf, engagementName, homeDaysOf, homeStartOf, type PlannedLine } from './plannedLine.ts'

/** One thing that the line says, or that it leaves open and takes its usual value. */
export interface LineFact {
  readonly what: PartKind
  readonly text: string
  readonly isUsual: boolean
  readonly colour?: string
}

/** All that the sessions of a line would be, in the order in which people say it. */
export function lineFacts(
  { reading, sessions, engagementId }: PlannedLine,
  plan: Plan,
  words: Words,
  format: Format,
): readonly LineFact[] {
  const [session] = sessions
  if (session === undefined || engagementId === undefined) return []
  const said = (what: PartKind) => reading.parts.some((part) => part.what === what)
  const area = session.areaId === null ? undefined : own(plan.practice.areas, session.areaId)
  const deliverable =
    session.deliverableId === null ? undefined : own(plan.practice.deliverables, session.deliverableId)
  const isUsualStatus = reading.status === null
  return [
    {
      what: 'engagement',
      text: engagementName(plan, engagementId),
      colour: colourOf(plan, engagementId),
      isUsual: reading.forWhom.kind === 'nobody',
    },
    { what: 'title', text: session.title, isUsual: reading.title === null },
    {
      what: 'day',
      text: daysText(sessions, plan, words, format),
      isUsual: !said('day') && !said('repeat') && !said('time'),
    },
    { what: 'time', text: timesText(sessions, plan, words, format), isUsual: reading.minute === null },
    { what: 'length', text: format.duration(session.minutes), isUsual: reading.minutes === null },
    ...(session.recurrence === null
      ? []
      : [
          {
            what: 'repeat' as const,
            text: repeatText(session.recurrence.rule, words, format),
            isUsual: false,
          },
        ]),
    ...(reading.zone === null
      ? []
      : [{ what: 'zone' as const, text: zoneText(session, words, format), isUsual: false }]),
    { what: 'kind', text: words.session.kinds[session.kind], isUsual: reading.kind === null },
    ...(session.status === 'tentative'
      ? [{ what: 'status' as const, text: words.session.tentative, isUsual: isUsualStatus }]
      : isUsualStatus
        ? []
        : [{ what: 'status' as const, text: words.quickAdd.confirmed, isUsual: false }]),
    ...(reading.billable === null
      ? []
      : [
          {
            what: 'billable' as const,
            text: session.billable ? words.session.billable : words.quickAdd.notBillable,
            isUsual: false,
          },
        ]),
    ...(area === undefined
      ? []
      : [{ what: 'area' as const, text: area.name, isUsual: reading.areaId === null }]),
    ...(deliverable === undefined
      ? []
      : [{ what: 'deliverable' as const, text: deliverable.title, isUsual: false }]),
  ]
}

function daysText(sessions: readonly Session[], plan: Plan, words: Words, format: Format): string {
  const days = homeDaysOf(sessions, plan)
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  return days.length === 1
    ? format.dayShort(first)
    : words.quickAdd.onDays(days.length, format.dayRange(first, last))
}

/** The time, or that each day has its own. */
function timesText(sessions: readonly Session[], plan: Plan, words: Words, format: Format): string {
  const texts = new Set(sessions.map((session) => timeText(session, plan, format)))
  const [only] = texts
  return texts.size > 1 || only === undefined ? words.quickAdd.freeEach : only
}

/** On the home zone's clocks. */
function timeText(session: Session, plan: Plan, format: Format): string {
  const start = homeStartOf(session, plan)
  return format.timeRange(start, addWallMinutes(start, session.minutes))
}

function zoneText({ start, zone }: Session, words: Words, format: Format): string {
  const place = zone.split('/').at(-1) ?? zone
  return words.quickAdd.atHome(format.time(start), place.replaceAll('_', ' '))
}

function repeatText(rule: string, words: Words, format: Format): string {
  const parsed = parseRule(rule)
  return parsed.ok ? ruleWords(parsed.rule, words.rule, format) : rule
}

/** When the sessions are, in a few words: for messages and the palette. */
export function whenText(sessions: readonly Session[], plan: Plan, words: Words, format: Format): string {
  const [session] = sessions
  if (session === undefined) return ''
  const days = daysText(sessions, plan, words, format)
  return sessions.length > 1 ? days : `${days}, ${format.time(homeStartOf(session, plan))}`
}

/** All facts in one sentence, for those who hear the screen. */
export function spokenLine(facts: readonly LineFact[]): string {
  return facts.map(({ text }) => text).join(', ')
}

/** The week-day names of the first and the last session, for a message. */
export function rangeText(sessions: readonly Session[], plan: Plan, format: Format): string {
  const days = homeDaysOf(sessions, plan)
  return format.dayRange(days[0] ?? '', days.at(-1) ?? wallDay(sessions[0]?.start ?? ''))
}

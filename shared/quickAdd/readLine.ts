/**
 * Quick add: one line in plain words becomes a reading of what to plan. Readers take what they know from the line, the
 * exact forms before the loose ones, and what is left is the title. Nothing is dropped: each word of the line is in
 * some part.
 */
import type { Id } from '../plan/fields.ts'
import { LONGEST_MINUTES } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { wallClock, wallDay, wallMinute } from '../time/wallClock.ts'
import { toEpochMinute } from '../time/zone.ts'
import { takeClock, takeLength } from './clocks.ts'
import type { DateBase } from './dates.ts'
import { takeDays } from './days.ts'
import { takeAhead, takeInstant } from './instants.ts'
import { Line } from './line.ts'
import { takeForWhom } from './names.ts'
import { takeCity, takeZoneName } from './places.ts'
import type { Days, ForWhom, LineContext, Problem, Reading } from './reading.ts'
import { resolveDays } from './resolveDays.ts'
import { keepLonelyKind, takeArea, takeBillable, takeDeliverable, takeKind, takeStatus } from './work.ts'

/** The longest title of a session, in UTF-16 units. */
const LONGEST_TITLE = 500

/** Reads a line. Never throws: what keeps it from becoming sessions is among the problems. */
export function readLine(text: string, context: LineContext): Reading {
  const line = new Line(text)
  protectVerbatim(line)
  const area = takeArea(line, context.plan)
  const status = takeStatus(line)
  const billable = takeBillable(line)
  const time = takeTime(line, context)
  const kind = takeKind(line)
  const { forWhom, deliverableId } = takeWork(line, context.plan, firstOf(time.days))
  keepLonelyKind(line)
  const title = titled(line.title())
  const problems = [area.problem, time.problem, ...problemsOf({ forWhom, title, time }, context.plan)]
  return {
    parts: line.allParts(),
    problems: problems.filter((problem) => problem !== null),
    ...{ forWhom, title, kind, status, billable, deliverableId },
    days: time.days,
    minute: time.minute,
    minutes: time.minutes,
    zone: time.zone,
    areaId: area.id,
  }
}

/** Quoted words and addresses are title as they stand: a way to say `"Sun" review`. */
function protectVerbatim(line: Line): void {
  const verbatim = /["“„«][^"“”„«»]+["”“»]|\S+:\/\/\S+|\S+@\S+\.\S+/gu
  for (const match of line.open.matchAll(verbatim)) line.protect(match.index, match.index + match[0].length)
}

interface TimeReading extends Pick<Reading, 'days' | 'minute' | 'minutes' | 'zone'> {
  readonly problem: Problem | null
}

function takeTime(line: Line, context: LineContext): TimeReading {
  const { plan, now, language } = context
  const { homeZone, firstWeekday } = plan.practice.settings
  const today = wallDay(now)
  const zoneName = takeZoneName(line)
  const instant = takeInstant(line, homeZone)
  const start = instant?.start ?? takeAhead(line, now)
  if (start !== null) {
    const minutes = instant?.minutes ?? takeLength(line)
    const days: Days = { kind: 'days', days: [wallDay(start)] }
    return { days, minute: wallMinute(start), minutes, zone: zoneName, problem: null }
  }
  const base: DateBase = { from: today, today, dateOrder: context.dateOrder, firstWeekday }
  const said = takeDays(line, language, base)
  const clock = takeClockAndLength(line)
  const zone = zoneName ?? takeCity(line, clock.end)
  const soonest =
    clock.minute !== null && isOver(clock.minute, zone ?? homeZone, now, homeZone) ? addDays(today, 1) : today
  const { days, problem } = resolveDays(said, plan, today, soonest)
  return { days, minute: clock.minute, minutes: clock.minutes, zone, problem }
}

/** A range of times has its length with it; else the length is taken before the time, so that `1:30h` is none. */
function takeClockAndLength(line: Line) {
  const minutes = takeLength(line)
  const clock = takeClock(line)
  return {
    minute: clock?.minute ?? null,
    minutes: minutes ?? clock?.minutes ?? null,
    end: clock?.end ?? null,
  }
}

function isOver(minute: number, zone: string, now: string, homeZone: string): boolean {
  return toEpochMinute(wallClock(wallDay(now), minute), zone) < toEpochMinute(now, homeZone)
}

/** The day that decides which engagement runs. */
function firstOf(days: Days): Day {
  if (days.kind === 'days') return days.days[0] ?? ''
  return days.kind === 'series' ? days.first : days.from
}

/** For whom and for what; a deliverable that only one engagement has says for whom, too. */
function takeWork(
  line: Line,
  plan: Plan,
  day: Day,
): { readonly forWhom: ForWhom; readonly deliverableId: Id | null } {
  const said = takeForWhom(line, plan, day)
  if (said.kind === 'without' || (said.kind === 'named' && said.id === null))
    return { forWhom: said, deliverableId: null }
  const among = said.kind === 'nobody' ? null : said.kind === 'named' ? [said.id ?? ''] : said.ids
  const found = takeDeliverable(line, plan, among)
  if (found === null) return { forWhom: said, deliverableId: null }
  return { forWhom: { kind: 'named', id: found.engagementId }, deliverableId: found.id }
}

/** A title begins with a capital, as typed in a hurry it would not; `iOS` stays as it is. */
function titled(title: string | null): string | null {
  if (title === null) return null
  const [first = ''] = title.split(/\s/u)
  const isPlain = first === first.toLowerCase() && /^\p{Ll}/u.test(title)
  const capital = isPlain ? (title[0] ?? '').toUpperCase() + title.slice(1) : title
  return capital.slice(0, LONGEST_TITLE).trim()
}

function problemsOf(
  read: {
    readonly forWhom: ForWhom
    readonly title: string | null
    readonly time: TimeReading
  },
  plan: Plan,
): readonly Problem[] {
  const { forWhom, title, time } = read
  const problems: Problem[] = []
  if (forWhom.kind === 'without')
    problems.push({
      code: 'no-engagement',
      subject: own(plan.practice.clients, forWhom.clientId)?.name ?? '',
    })
  if (forWhom.kind === 'nobody' && title === null) problems.push({ code: 'nothing', subject: '' })
  if (time.minutes !== null && time.minutes > LONGEST_MINUTES)
    problems.push({ code: 'too-long', subject: '' })
  return problems
}

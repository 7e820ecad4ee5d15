/**
 * A recurring session and its occurrences: RFC 5545 rules from `shared/time`, with the exceptions and changed
 * occurrences of our records. Occurrences are named by their original start, as RECURRENCE-ID does (§3.8.4.4).
 */
import { type Day, daysBetween, weekdayOf } from '../time/day.ts'
import { occurrences } from '../time/recurrence.ts'
import type { Rule, RuleWeekday } from '../time/rule.ts'
import { formatRule, parseRule } from '../time/ruleText.ts'
import {
  addWallMinutes,
  MINUTES_A_DAY,
  type WallClock,
  wallDay,
  wallMinute,
  wallNumber,
  wallOf,
} from '../time/wallClock.ts'
import type { Id } from './fields.ts'
import { occurrenceKey } from './occurrenceKey.ts'
import type { Occurrence, Session, SessionChange, SessionRecurrence } from './session.ts'

/** First and last day, both included, on the clocks of the session's zone. */
export interface DayWindow {
  readonly from: Day
  readonly to: Day
}

/**
 * The occurrences that start in the window, on the session's own clocks, sorted by start. One that begins before the
 * window and reaches into it is not among them: widen the window by the longest length that matters.
 */
export function occurrencesOf(session: Session, window: DayWindow): readonly Occurrence[] {
  const { recurrence } = session
  if (recurrence === null) return inWindow(session.start, window) ? [plainOccurrence(session, null)] : []
  const found: Occurrence[] = []
  for (const original of patternStarts(session, recurrence, window))
    if (!Object.hasOwn(recurrence.changed, original)) found.push(plainOccurrence(session, original))
  for (const [original, change] of Object.entries(recurrence.changed))
    if (inWindow(change.start ?? original, window)) found.push(occurrence(session, original, change))
  return found.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** One occurrence by its original start (null for a single session), whether or not the rule still makes it. */
export function occurrenceAt(session: Session, original: WallClock | null): Occurrence {
  const change = original === null ? {} : (session.recurrence?.changed[original] ?? {})
  return occurrence(session, original, change)
}

/** Whether the session is a series that has an occurrence with this original start. */
export function isOccurrence(session: Session, original: WallClock): boolean {
  const { recurrence } = session
  if (recurrence === null) return false
  if (Object.hasOwn(recurrence.changed, original)) return true
  const day = wallDay(original)
  return patternStarts(session, recurrence, { from: day, to: day }).includes(original)
}

function patternStarts(
  session: Session,
  recurrence: SessionRecurrence,
  window: DayWindow,
): readonly WallClock[] {
  return occurrences(session.start, session.zone, recurrence, window).starts
}

function inWindow(start: WallClock, window: DayWindow): boolean {
  const day = wallDay(start)
  return window.from <= day && day <= window.to
}

function occurrence(session: Session, original: WallClock | null, change: SessionChange): Occurrence {
  return { ...plainOccurrence(session, original), ...withoutRecurrence(change) } as Occurrence
}

/**
 * An occurrence as its session says it, without a change of its own. Field by field: the horizon makes thousands at
 * once, and copying all but one field costs several times as much.
 */
export function plainOccurrence(session: Session, original: WallClock | null): Occurrence {
  return {
    id: session.id,
    engagementId: session.engagementId,
    title: session.title,
    kind: session.kind,
    start: original ?? session.start,
    minutes: session.minutes,
    zone: session.zone,
    status: session.status,
    billable: session.billable,
    areaId: session.areaId,
    deliverableId: session.deliverableId,
    travelBefore: session.travelBefore,
    travelAfter: session.travelAfter,
    lead: session.lead,
    notes: session.notes,
    source: session.source,
    key: occurrenceKey(session.id, original),
    original,
  }
}

function withoutRecurrence(change: SessionChange): Omit<SessionChange, 'recurrence'> {
  if (!('recurrence' in change)) return change
  const { recurrence: _, ...rest } = change
  return rest
}

/** A series cut in two: `before` ends ahead of the occurrence (null where nothing would be left), `after` begins with it. */
export interface SplitSeries {
  readonly before: Session | null
  readonly after: Session
}

/** Cuts a series so that the occurrence with this original start is the first of `after`, which gets the id `newId`. */
export function splitSeries(session: Session, original: WallClock, newId: Id): SplitSeries {
  const { recurrence } = session
  if (recurrence === null) throw new Error(`session ${session.id} is no series`)
  const rule = ruleOf(recurrence)
  const earlier = startsBefore(session, recurrence, original)
  const after: Session = {
    ...session,
    id: newId,
    start: original,
    recurrence: {
      ...part(recurrence, (at) => at >= original),
      rule: rule === null ? '' : formatRule(withoutFirst(rule, earlier)),
    },
  }
  if (earlier === 0) return { before: null, after }
  const before: Session = {
    ...session,
    recurrence: {
      ...part(recurrence, (at) => at < original),
      rule: rule === null ? '' : formatRule(endingBefore(rule, original)),
    },
  }
  return { before, after }
}

function withoutFirst(rule: Rule, starts: number): Rule {
  return rule.count === undefined ? rule : { ...rule, count: Math.max(1, rule.count - starts) }
}

function endingBefore(rule: Rule, original: WallClock): Rule {
  const { count: _, ...endless } = rule
  return { ...endless, until: { kind: 'local', wall: addWallMinutes(original, -1) } }
}

function part(
  recurrence: SessionRecurrence,
  keep: (at: WallClock) => boolean,
): Omit<SessionRecurrence, 'rule'> {
  return {
    except: recurrence.except.filter(keep),
    extra: recurrence.extra.filter(keep),
    changed: Object.fromEntries(Object.entries(recurrence.changed).filter(([at]) => keep(at))),
  }
}

/** How many starts the bare rule makes before a time: exceptions count, as COUNT counts them (RFC 5545 §3.3.10). */
function startsBefore(session: Session, recurrence: SessionRecurrence, original: WallClock): number {
  const bare = { rule: recurrence.rule, except: [], extra: [] }
  const window = { from: wallDay(session.start), to: wallDay(original) }
  return occurrences(session.start, session.zone, bare, window).starts.filter((at) => at < original).length
}

/** The rule taken apart; null where only RDATEs make the series. */
function ruleOf(recurrence: SessionRecurrence): Rule | null {
  if (recurrence.rule === '') return null
  const parsed = parseRule(recurrence.rule)
  if (!parsed.ok) throw new Error(`stored rule does not parse: ${recurrence.rule}`)
  return parsed.rule
}

/**
 * The change that puts a whole series where one of its occurrences was dragged: its start, rule, exceptions and changed
 * occurrences move by the same days and minutes. Null where the rule cannot move to another day in one plain way (say,
 * several days of the month): the user is told to edit the rule.
 */
export function reschedule(session: Session, original: WallClock, start: WallClock): SessionChange | null {
  const { recurrence } = session
  if (recurrence === null) return { start }
  const days = daysBetween(wallDay(original), wallDay(start))
  const minutes = wallMinute(start) - wallMinute(original)
  const before = ruleOf(recurrence)
  const rule = before === null ? null : movedRule(before, wallDay(session.start), days)
  if (before !== null && rule === null) return null
  const move = (at: WallClock) => wallOf(wallNumber(at) + days * MINUTES_A_DAY + minutes)
  const changed = Object.entries(recurrence.changed).map(([at, change]) => [move(at), change] as const)
  return {
    start: move(session.start),
    recurrence: {
      rule: rule === null ? '' : formatRule(rule),
      except: recurrence.except.map(move),
      extra: recurrence.extra.map(move),
      changed: Object.fromEntries(changed),
    },
  }
}

function movedRule(rule: Rule, start: Day, days: number): Rule | null {
  if (days === 0) return rule
  const moved = movedUntil(rule, days)
  const { freq, byDay, byMonthDay } = rule
  const otherParts = [rule.byMonth, rule.byWeekNo, rule.byYearDay, rule.bySetPos].some(
    (list) => list.length > 0,
  )
  if (freq === 'DAILY') return byDay.length === 0 && byMonthDay.length === 0 && !otherParts ? moved : null
  if (freq === 'WEEKLY')
    return otherParts ? null : { ...moved, byDay: byDay.map((day) => turned(day, days)).sort(byWeekday) }
  if (otherParts || byDay.length + byMonthDay.length > 1) return null
  if (byDay.length === 1) return null
  if (byMonthDay.length === 1) return { ...moved, byMonthDay: [Number(dayAfter(start, days).slice(8))] }
  return moved
}

function turned({ nth, weekday }: RuleWeekday, days: number): RuleWeekday {
  return { nth, weekday: ((((weekday - 1 + days) % 7) + 7) % 7) + 1 }
}

function byWeekday(a: RuleWeekday, b: RuleWeekday): number {
  return a.weekday - b.weekday
}

function dayAfter(day: Day, days: number): Day {
  return wallDay(wallOf(wallNumber(`${day}T00:00`) + days * MINUTES_A_DAY))
}

function movedUntil(rule: Rule, days: number): Rule {
  const { until } = rule
  if (until === undefined) return rule
  if (until.kind === 'date') return { ...rule, until: { kind: 'date', day: dayAfter(until.day, days) } }
  if (until.kind === 'local')
    return { ...rule, until: { kind: 'local', wall: addWallMinutes(until.wall, days * MINUTES_A_DAY) } }
  return { ...rule, until: { kind: 'utc', epoch: until.epoch + days * MINUTES_A_DAY } }
}

/** The plain weekly rule on the weekday of a start, for the editor's first proposal. */
export function weeklyRule(start: WallClock): string {
  const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
  return `FREQ=WEEKLY;BYDAY=${names[weekdayOf(wallDay(start)) - 1]}`
}

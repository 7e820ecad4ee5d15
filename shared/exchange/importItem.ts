/** One row of an import's preview: what becomes of a meeting, why, and the records that carry it out. */
import type { TimeOff } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import { addDays, type Day, maxDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import type { EngagementGuess, EngagementWhy, GuessedEngagement } from './engagementGuess.ts'
import type { PlannedTime } from './importConflicts.ts'
import { type Imported, type ImportedRecords, identityOf } from './importMatch.ts'
import { amendedSeries, meetingDigest, type RecordContext } from './importRecords.ts'
import { type Becomes, type SkipReason, type Verdict, verdictOn } from './importVerdict.ts'
import { dayRecords, idsOf, noRecords, sessionRecords } from './importWrites.ts'
import { timesOfMeeting } from './meetingOccurrences.ts'
import type { Meeting, Timing } from './meetings.ts'

/** What the user decided in the preview; what is not named is left to the rules. Keys are those of the items. */
export interface ImportChoices {
  /** IANA zones for the names that no table knows; the empty name is that of times without a zone. */
  readonly zones: Readonly<Record<string, string>>
  readonly becomes: Readonly<Record<string, Becomes>>
  readonly engagements: Readonly<Record<string, Id | null>>
  /** Leaves out what ends before this day. */
  readonly from: Day | null
  /** Takes out of the plan what came from this calendar and is no longer in it. */
  readonly removeVanished: boolean
}

/** Nothing decided. */
export const noChoices: ImportChoices = {
  zones: {},
  becomes: {},
  engagements: {},
  from: null,
  removeVanished: false,
}

/** What an import does to one item: `same` is already here as it is in the file, `none` is left out. */
export type ItemState = 'new' | 'changed' | 'same' | 'removed' | 'none'

/** One row of the preview: a meeting with what becomes of it. */
export interface ImportItem {
  readonly key: string
  /** As in the file; may be empty. */
  readonly title: string
  readonly timing: Timing
  /** RRULE of a series (empty when only listed dates repeat it), null for a single event. */
  readonly rule: string | null
  /** Occurrences of the series that differ from it. */
  readonly changedOccurrences: number
  readonly line: number
  readonly becomes: Becomes
  readonly options: readonly Becomes[]
  readonly reason: SkipReason | null
  readonly state: ItemState
  readonly engagementId: Id | null
  readonly why: EngagementWhy
  /** The name in the file of the zone that its start is in; null for all-day events. */
  readonly zoneName: string | null
  /** Coming occurrences that stand on sessions of the plan. */
  readonly conflicts: number
}

/** Records to write and ids to take out, as the command has them. */
export interface ImportRecords {
  readonly sessions: readonly Session[]
  readonly timeOff: readonly TimeOff[]
  readonly dayNotes: readonly DayNote[]
  readonly removed: {
    readonly sessions: readonly Id[]
    readonly timeOff: readonly Id[]
    readonly dayNotes: readonly Id[]
  }
}

/** What all items are judged by. */
export interface ItemRules {
  readonly plan: Plan
  readonly choices: ImportChoices
  readonly imported: ImportedRecords
  /** Identities that the file holds. */
  readonly identities: ReadonlySet<string>
  /** Where several parts of a recurring all-day event are in the file: which part (its key) each day belongs to. */
  readonly dayOwners: ReadonlyMap<string, string>
  /** The planner's own addresses. */
  readonly me: ReadonlySet<string>
  /** The file takes its events back. */
  readonly cancels: boolean
  readonly planned: PlannedTime
  /** Series of the plan with the occurrences that the items so far changed. Grows as a file is gone through. */
  readonly amended: Map<Id, Session>
  readonly guess: EngagementGuess
  readonly today: Day
  /** Days for which recurring all-day events are written out. */
  readonly years: { readonly from: Day; readonly to: Day }
  readonly newId: () => Id
  readonly records: RecordContext
}

/** An item with what it writes. */
export interface Proposed {
  readonly item: ImportItem
  readonly records: ImportRecords
}

/** What the parts of a proposal find out one after the other. */
export interface Case {
  readonly meeting: Meeting
  readonly rules: ItemRules
  readonly key: string
  readonly found: readonly Imported[]
  readonly verdict: Verdict
  readonly engagement: GuessedEngagement
}

/** Proposes what becomes of a meeting. */
export function proposeMeeting(meeting: Meeting, rules: ItemRules): Proposed {
  const key = identityOf(meeting.uid, meeting.recurrenceId)
  const found = foundOf(meeting, key, rules)
  const verdict = verdictOn(meeting, rules.me, rules.cancels, rules.records.homeZone)
  const engagement = engagementFor(meeting, key, found, rules)
  const one: Case = { meeting, rules, key, found, verdict, engagement }
  const series = found.length === 0 ? seriesToAmend(meeting, rules) : null
  if (series !== null) return amend(one, series)
  const becomes = becomesOf(one)
  if (becomes === 'skip') return leaveOut(one)
  const records = becomes === 'session' ? sessionRecords(one) : dayRecords(one, becomes)
  return { item: itemOf(one, becomes, null, stateOf(one, records)), records }
}

/** An item for a version of an event that a newer one in the same file replaces. */
export function olderVersion(meeting: Meeting, rules: ItemRules): ImportItem {
  const key = `${identityOf(meeting.uid, meeting.recurrenceId)}\nline ${meeting.event.line}`
  const verdict: Verdict = { becomes: 'skip', reason: 'older-version', options: ['skip'] }
  const engagement = { engagementId: null, why: { code: 'own', word: '' } } as const
  return itemOf({ meeting, rules, key, found: [], verdict, engagement }, 'skip', 'older-version', 'none')
}

/** The records that a meeting stands for: of a recurring all-day event, all its days that are no other part's. */
function foundOf(meeting: Meeting, key: string, { imported, dayOwners }: ItemRules): readonly Imported[] {
  const { uid, recurrenceId } = meeting
  const isDaySeries = meeting.timing.allDay && meeting.recurrence !== null
  if (!isDaySeries) return imported.of(uid, recurrenceId)
  const first = recurrenceId === null ? key : undefined
  return imported.ofUid(uid).filter(({ source }) => {
    const owner = dayOwners.get(identityOf(uid, source.recurrenceId)) ?? first
    return owner === key || dayOwners.size === 0
  })
}

/** The series that a lone occurrence belongs to, when the plan has it and the file has not; as earlier items left it. */
function seriesToAmend(meeting: Meeting, { imported, identities, amended }: ItemRules): Session | null {
  const { uid, recurrenceId, recurrence, timing } = meeting
  if (recurrenceId === null || recurrence !== null || timing.allDay || identities.has(identityOf(uid, null)))
    return null
  const series = imported.of(uid, null)[0]
  if (series?.kind !== 'session' || series.record.recurrence === null) return null
  return amended.get(series.record.id) ?? series.record
}

function amend(one: Case, series: Session): Proposed {
  const { meeting, rules, verdict } = one
  const isCancelled = verdict.reason === 'cancelled' || verdict.reason === 'declined'
  if (verdict.becomes === 'skip' && !isCancelled) return leaveOut(one)
  const after = amendedSeries(series, meeting, isCancelled, rules.records)
  const isSame = JSON.stringify(after) === JSON.stringify(series)
  rules.amended.set(series.id, after)
  const records = isSame ? noRecords : { ...noRecords, sessions: [after] }
  const kept: Case = {
    ...one,
    engagement: { engagementId: series.engagementId, why: { code: 'kept', word: '' } },
  }
  const state = isSame ? 'same' : isCancelled ? 'removed' : 'changed'
  return {
    item: itemOf(kept, isCancelled ? 'skip' : 'session', isCancelled ? verdict.reason : null, state),
    records,
  }
}

/** The user's choice, else what it already is here, else the rules. */
function becomesOf({ key, found, verdict, meeting, rules }: Case): Becomes {
  const chosen = own(rules.choices.becomes, key)
  if (chosen !== undefined && verdict.options.includes(chosen)) return chosen
  const known = found[0]
  if (known === undefined) return endsBefore(meeting, rules) ? 'skip' : verdict.becomes
  if (isOlder(meeting, known) || isEditedHere(found, meeting, rules)) return 'skip'
  const isHere = verdict.becomes !== 'skip' || verdict.reason === 'free'
  return isHere && verdict.options.includes(known.kind) ? known.kind : verdict.becomes
}

function isOlder({ event }: Meeting, { source }: Imported): boolean {
  return event.sequence < source.sequence
}

/** A series that was split here stands for itself: a change in the calendar would have to be applied to each part. */
function isEditedHere(found: readonly Imported[], meeting: Meeting, rules: ItemRules): boolean {
  if (found.length < 2 || meeting.timing.allDay) return false
  const now = meetingDigest(meeting, rules.records)
  return !found.some(({ source }) => source.digest === now)
}

const TWO_YEARS = 731

/** Whether nothing of a meeting comes on or after the day that the user wants to import from. */
function endsBefore(meeting: Meeting, { choices }: ItemRules): boolean {
  const { from } = choices
  if (from === null || wallDay(meeting.timing.start) >= from) return false
  if (meeting.recurrence === null) return true
  return timesOfMeeting(meeting, { from, to: addDays(from, TWO_YEARS) }).length === 0
}

/** Left out: nothing is written, unless the calendar took back what is here. */
function leaveOut(one: Case): Proposed {
  const { found, verdict, rules, key, meeting } = one
  const isTakenBack = found.length > 0 && (verdict.reason === 'cancelled' || verdict.reason === 'declined')
  if (own(rules.choices.becomes, key) === 'skip' || !isTakenBack)
    return { item: itemOf(one, 'skip', reasonOf(one), 'none'), records: noRecords }
  const all = meeting.recurrence === null ? found : rules.imported.ofUid(meeting.uid)
  return {
    item: itemOf(one, 'skip', verdict.reason, 'removed'),
    records: { ...noRecords, removed: idsOf(all) },
  }
}

function reasonOf({ verdict, rules, found, meeting }: Case): SkipReason {
  if (verdict.reason !== null) return verdict.reason
  const known = found[0]
  if (known === undefined) return endsBefore(meeting, rules) ? 'before-from' : 'chosen'
  if (isOlder(meeting, known)) return 'older-version'
  return isEditedHere(found, meeting, rules) ? 'edited-here' : 'chosen'
}

/** The user's choice, else what the session here has, else what the rules guess. */
function engagementFor(
  meeting: Meeting,
  key: string,
  found: readonly Imported[],
  rules: ItemRules,
): GuessedEngagement {
  const chosen = own(rules.choices.engagements, key)
  const exists =
    chosen === null || (chosen !== undefined && own(rules.plan.practice.engagements, chosen) !== undefined)
  if (exists && chosen !== undefined) return { engagementId: chosen, why: { code: 'chosen', word: '' } }
  const known = found[0]
  if (known?.kind === 'session')
    return { engagementId: known.record.engagementId, why: { code: 'kept', word: '' } }
  const start = wallDay(meeting.timing.start)
  return rules.guess(meeting.event, meeting.recurrence === null ? start : maxDay(start, rules.today))
}

/** The state of an item by what it writes. */
function stateOf({ found }: Case, records: ImportRecords): ItemState {
  const written = records.sessions.length + records.timeOff.length + records.dayNotes.length
  const { removed } = records
  if (written === 0 && removed.sessions.length + removed.timeOff.length + removed.dayNotes.length === 0)
    return 'same'
  return found.length === 0 ? 'new' : 'changed'
}

function itemOf(one: Case, becomes: Becomes, reason: SkipReason | null, state: ItemState): ImportItem {
  const { meeting, rules, key, verdict, engagement } = one
  const { event, timing, recurrence, changes } = meeting
  const isWritten = becomes === 'session' && (state === 'new' || state === 'changed')
  return {
    key,
    title: event.title,
    timing,
    rule: recurrence === null ? null : recurrence.rule,
    changedOccurrences: changes.length,
    line: event.line,
    becomes,
    options: verdict.options,
    reason,
    state,
    engagementId: engagement.engagementId,
    why: engagement.why,
    zoneName: event.start.kind === 'time' ? event.start.zone : null,
    conflicts: isWritten ? rules.planned.conflictsOf(meeting) : 0,
  }
}

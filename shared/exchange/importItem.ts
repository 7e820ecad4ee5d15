/** One row of an import's preview: what becomes of a meeting, why, and the records that carry it out. */
import { identityOf } from '../plan/deletedImport.ts'
import { own } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import { addDays, maxDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { nothingDeleted } from './deletedImports.ts'
import { type GuessedEngagement, tellingDomains } from './engagementGuess.ts'
import type { Imported } from './importMatch.ts'
import { amendedSeries, meetingDigest } from './importRecords.ts'
import type { Case, ImportItem, ImportRecords, ItemRules, ItemState, Proposed } from './importShape.ts'
import { type Becomes, type SkipReason, type Verdict, verdictOn } from './importVerdict.ts'
import { dayRecords, daysToWrite, idsOf, noRecords, sessionRecords } from './importWrites.ts'
import { timesOfMeeting } from './meetingOccurrences.ts'
import type { Meeting } from './meetings.ts'
import { ownEngagement } from './ownRecords.ts'

/** Proposes what becomes of a meeting. */
export function proposeMeeting(meeting: Meeting, rules: ItemRules): Proposed {
  const key = identityOf(meeting.uid, meeting.recurrenceId)
  const found = foundOf(meeting, key, rules)
  const verdict = verdictOn(meeting, rules.me, rules.cancels, rules.records.homeZone)
  const engagement = engagementFor(meeting, key, found, rules)
  const one: Case = { meeting, rules, key, found, verdict, engagement }
  return isDeletedHere(one) && isWanted(one) ? bringBack(one) : propose(one)
}

function propose(one: Case): Proposed {
  const series = one.found.length === 0 ? seriesToAmend(one.meeting, one.rules) : null
  if (series !== null) return isDeletedHere(one) ? leaveOut(one) : amend(one, series)
  const becomes = becomesOf(one)
  if (becomes === 'skip') return leaveOut(one)
  const records = becomes === 'session' ? sessionRecords(one) : dayRecords(one, becomes)
  return { item: itemOf(one, becomes, null, stateOf(one, records)), records }
}

/** Whether the user chose to have what was deleted here. */
function isWanted({ key, rules, verdict }: Case): boolean {
  const chosen = own(rules.choices.becomes, key)
  return chosen !== undefined && chosen !== 'skip' && verdict.options.includes(chosen)
}

/** As if nothing of it had ever been deleted. */
function bringBack(one: Case): Proposed {
  const { meeting, rules } = one
  const records = { ...rules.records, deleted: nothingDeleted }
  const proposed = propose({ ...one, rules: { ...rules, records } })
  const restored = rules.records.deleted.keysOf(meeting.uid, meeting.recurrenceId)
  return { ...proposed, records: { ...proposed.records, restored } }
}

/** Whether nothing of a meeting is here because it was deleted here. */
function isDeletedHere({ meeting, rules, found }: Case): boolean {
  const { deleted } = rules.records
  const { uid, recurrenceId } = meeting
  if (found.length > 0 || !deleted.knows(uid)) return false
  if (deleted.has(uid, recurrenceId)) return true
  return meeting.timing.allDay && meeting.recurrence !== null && daysToWrite(meeting, rules).length === 0
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
function becomesOf(one: Case): Becomes {
  const { key, found, verdict, meeting, rules } = one
  const chosen = own(rules.choices.becomes, key)
  if (chosen !== undefined && verdict.options.includes(chosen)) return chosen
  const known = found[0]
  if (known === undefined) return isDeletedHere(one) || endsBefore(meeting, rules) ? 'skip' : verdict.becomes
  if (isOlder(meeting, known) || isEditedHere(found, meeting, rules)) return 'skip'
  const isHere = verdict.becomes !== 'skip' || verdict.reason === 'free'
  return isHere && verdict.options.includes(known.kind) ? known.kind : verdict.becomes
}

function isOlder({ event }: Meeting, { source }: Imported): boolean {
  if (event.sequence !== source.sequence) return event.sequence < source.sequence
  return event.modified !== '' && event.modified < source.modified
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

function reasonOf(one: Case): SkipReason {
  const { verdict, rules, found, meeting } = one
  if (verdict.reason !== null) return verdict.reason
  if (isDeletedHere(one)) return 'deleted-here'
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
  const exported = ownEngagement(meeting.event, rules.plan.practice)
  if (exported !== undefined) return { engagementId: exported, why: { code: 'exported', word: '' } }
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
    recurrence,
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
    domains: tellingDomains(event.people, rules.me),
  }
}

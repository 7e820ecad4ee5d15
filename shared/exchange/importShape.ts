/** What an import's preview is made of: choices in, items and records out. */
import type { TimeOff } from '../plan/availability.ts'
import type { CalendarRule } from '../plan/calendarRule.ts'
import type { DayNote } from '../plan/dayNote.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import type { Day } from '../time/day.ts'
import type { EngagementGuess, EngagementWhy, GuessedEngagement } from './engagementGuess.ts'
import type { PlannedTime } from './importConflicts.ts'
import type { Imported, ImportedRecords } from './importMatch.ts'
import type { RecordContext } from './importRecords.ts'
import type { Becomes, SkipReason, Verdict } from './importVerdict.ts'
import type { Meeting, Timing } from './meetings.ts'

/** What the user decided in the preview; what is not named is left to the rules. Keys are those of the items. */
export interface ImportChoices {
  /** IANA zones for the names that no table knows; the empty name is that of times without a zone. */
  readonly zones: Readonly<Record<string, string>>
  readonly becomes: Readonly<Record<string, Becomes>>
  readonly engagements: Readonly<Record<string, Id | null>>
  /** The rules for engagements as they will be kept; null leaves them as they are. */
  readonly rules: readonly CalendarRule[] | null
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
  rules: null,
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
  /** How a series repeats (its rule is empty when only listed dates repeat it), null for a single event. */
  readonly recurrence: Meeting['recurrence']
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
  /** Domains of the people invited that can tell an engagement, at most three. */
  readonly domains: readonly string[]
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
  /** Keys of what was deleted here and is brought back. */
  readonly restored: readonly string[]
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

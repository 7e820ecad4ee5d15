/**
 * What a calendar file says, read and not yet judged: plain data that crosses threads and processes. What each event
 * becomes in the plan is decided in `importProposal.ts`.
 */
import type { Day } from '../time/day.ts'
import type { WallClock } from '../time/wallClock.ts'
import type { OwnProperty } from './ics/ownFacts.ts'

/** Something that a file says in a way that cannot be used, or only in part. `line` counts from 1 as an editor does. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode
  readonly line: number
  readonly params: Readonly<Record<string, string | number>>
}

export type CalendarProblemCode =
  | 'line-unreadable'
  | 'line-outside'
  | 'line-too-long'
  | 'end-unmatched'
  | 'property-twice'
  | 'start-missing'
  | 'time-unreadable'
  | 'end-before-start'
  | 'duration-unreadable'
  | 'rule-unreadable'
  | 'rule-of-changed-one'
  | 'list-too-long'
  | 'offset-unreadable'
  | 'zone-unreadable'
  | 'too-many-problems'
  | 'encoding-guessed'

/** Why a text is no calendar that can be imported. */
export type CalendarRefusalCode =
  | 'empty'
  | 'not-a-calendar'
  | 'truncated'
  | 'too-large'
  | 'nested-too-deep'
  | 'too-many-events'
  | 'too-slow'
  | 'unreadable-file'
  | 'reader-failed'

/** How the zone of a time was found, in the order of trying; `utc` is a time written with `Z`, `floating` and `ask` need an answer. */
export type ZoneHow = 'utc' | 'iana' | 'windows' | 'vtimezone' | 'calendar' | 'floating' | 'ask'

/** One zone that the file's times name. Times refer to it by `name`. */
export interface CalendarZone {
  /** As the file writes it (TZID); `UTC` for times ending in Z, empty for times without any zone. */
  readonly name: string
  /** The IANA zone, or null where the user must say. */
  readonly zone: string | null
  readonly how: ZoneHow
  /** How many events use it. */
  readonly events: number
}

/** A date (all-day), or a time on the clocks of the zone with this name. */
export type CalendarTime =
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'time'; readonly wall: WallClock; readonly zone: string }

/** How long an event lasts: until a time (excluded), or for days and minutes. */
export type CalendarLength =
  | { readonly kind: 'until'; readonly end: CalendarTime }
  | { readonly kind: 'lasts'; readonly days: number; readonly minutes: number }

/** X-MICROSOFT-CDO-BUSYSTATUS, which Outlook means by "show as". */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'out-of-office' | 'elsewhere'

/** Somebody invited, or the organiser. Addresses are in lower case. */
export interface CalendarPerson {
  readonly email: string
  readonly organiser: boolean
  readonly answer: 'accepted' | 'declined' | 'tentative' | 'open'
}

/** One VEVENT: a single event, a series, or one changed occurrence of a series (`recurrenceId`). */
export interface CalendarEvent {
  /** As written, or made from what the event says when the file gives none. */
  readonly uid: string
  /** Original start of the occurrence that this event replaces. */
  readonly recurrenceId: CalendarTime | null
  /** The change holds for every later occurrence too (RANGE=THISANDFUTURE). */
  readonly andFollowing: boolean
  readonly sequence: number
  /** LAST-MODIFIED, else DTSTAMP, as `YYYYMMDDTHHMMSSZ`; empty where neither is given. */
  readonly modified: string
  readonly title: string
  readonly description: string
  readonly location: string
  readonly start: CalendarTime
  readonly length: CalendarLength
  /** An RRULE value that `parseRule` accepts; null for none. */
  readonly rule: string | null
  readonly except: readonly CalendarTime[]
  /** Added starts (RDATE); one that is a period has a length of its own. */
  readonly extra: readonly { readonly at: CalendarTime; readonly length: CalendarLength | null }[]
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  /** TRANSP:TRANSPARENT: takes no time. */
  readonly transparent: boolean
  readonly busy: BusyStatus | null
  readonly people: readonly CalendarPerson[]
  /** What an exported plan says besides; null in files of others. */
  readonly own: OwnProperty | null
  /** Line of its BEGIN:VEVENT. */
  readonly line: number
}

/** A calendar as read. */
export interface CalendarRead {
  /** NAME or X-WR-CALNAME; empty where the file gives none. */
  readonly name: string
  /** The IANA zone of X-WR-TIMEZONE, where it names one. */
  readonly zone: string | null
  /** METHOD:CANCEL: the file takes its events back. */
  readonly cancels: boolean
  readonly zones: readonly CalendarZone[]
  readonly events: readonly CalendarEvent[]
  /** How many components of other kinds were passed over (tasks, journals, free/busy). */
  readonly others: number
  readonly problems: readonly CalendarProblem[]
}

/** A calendar without its events: they may be a hundred thousand, and cross processes in pieces. */
export type CalendarHead = Omit<CalendarRead, 'events'>

/** A calendar, or why there is none. */
export type CalendarReading =
  | { readonly ok: true; readonly calendar: CalendarRead }
  | {
      readonly ok: false
      readonly code: CalendarRefusalCode
      readonly params: Readonly<Record<string, string | number>>
    }

/**
 * What the Week screen shows, computed: seven days, a row a client, totals and flags. Everything is a value of the
 * plan, the week and the context; what did not change since the last view of the same week keeps its reference, down
 * to each cell, so that a memoised component is not drawn again.
 */
import type { DayInterval } from '../plan/availability.ts'
import type { Client } from '../plan/client.ts'
import type { DayNote } from '../plan/dayNote.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Occurrence } from '../plan/session.ts'
import type { Day } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import type { WallClock } from '../time/wallClock.ts'
import type { EpochMinute } from '../time/zone.ts'
import type { Flag } from './flags/flag.ts'

/** The public holiday's name on a day, or null. Give the same function while its answers are the same. */
export type HolidayOf = (day: Day) => string | null

/** What the engine cannot know from the plan. */
export interface CapacityContext {
  readonly holidays: HolidayOf
  /** The present; the engine rounds it up to the next quarter of an hour, so views stay the same within it. */
  readonly now: EpochMinute
}

/** Why a day has less capacity than its working pattern says, or none. */
export type DayOff =
  /** The pattern has no working time on this weekday. */
  | { readonly kind: 'no-work' }
  /** A public holiday that was not declared worked. */
  | { readonly kind: 'holiday'; readonly name: string }
  /** Time off, of the whole day or of a part. */
  | { readonly kind: 'time-off'; readonly name: string; readonly whole: boolean }

/** A day of the planner's home zone. Minutes throughout. */
export interface WeekDay {
  readonly day: Day
  /** First instant of the day, and of the next: 23, 24 or 25 hours apart. */
  readonly start: EpochMinute
  readonly end: EpochMinute
  /** Working minutes less time off, in civil hours: 8 h stay 8 h on a 23-hour day. */
  readonly capacity: number
  /** This day's share of the reserve. */
  readonly reserve: number
  /** All sessions and their travel, confirmed and tentative; a double-booked hour counts twice. */
  readonly load: number
  readonly confirmed: number
  readonly tentative: number
  /** The part of `load` that is travel before and after sessions. */
  readonly travel: number
  /** The load with sessions of prospects weighted by their probability, rounded to minutes. */
  readonly weighted: number
  /** capacity − reserve − load. */
  readonly headroom: number
  /** Headroom is negative. */
  readonly over: boolean
  readonly off: DayOff | null
  /** Working time left by time off, as instants, and as minutes of the civil day. */
  readonly working: readonly Interval[]
  readonly workingHours: readonly DayInterval[]
  readonly notes: readonly DayNote[]
}

/** The part of an occurrence that lies in one day of the home zone. */
export interface Booking {
  readonly occurrence: Occurrence
  /** The occurrence's key. */
  readonly key: string
  /** Whole occurrence, without travel. */
  readonly start: EpochMinute
  readonly end: EpochMinute
  /** The part in this day. */
  readonly from: EpochMinute
  readonly to: EpochMinute
  /** `from` and `to` on the home zone's clocks; `toWall` may be the next midnight. */
  readonly fromWall: WallClock
  readonly toWall: WallClock
  readonly minutes: number
  /** The occurrence began on an earlier day, or goes on on the next. */
  readonly continues: boolean
  readonly goesOn: boolean
}

/** One client's sessions on one day, by start. */
export interface ClientDay {
  readonly day: Day
  readonly bookings: readonly Booking[]
  readonly minutes: number
  readonly tentative: number
}

/** How a client's week stands against what was promised. */
export type RowStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'met' }
  | { readonly kind: 'short'; readonly minutes: number }
  | { readonly kind: 'over'; readonly minutes: number }

/** A row of the grid: a client, or own business where `clientId` is null. */
export interface ClientRow {
  readonly clientId: Id | null
  readonly client: Client | null
  /** Those whose dates touch the week or that have sessions in it, in order. */
  readonly engagements: readonly Engagement[]
  readonly days: readonly ClientDay[]
  /** Minutes of sessions in the week, tentative ones included. */
  readonly planned: number
  readonly tentative: number
  /** Minutes of time entries in the week. */
  readonly worked: number
  /** What counts against the commitment: entries, and sessions that no entry confirms. */
  readonly counted: number
  /** Minutes promised for this week; null where nothing is. Prospects promise nothing yet. */
  readonly committed: number | null
  readonly status: RowStatus
  /** The soonest open deliverable of the client, by due day. */
  readonly nextDeliverable: NextDeliverable | null
}

export interface NextDeliverable {
  readonly id: Id
  readonly title: string
  readonly due: Day
  readonly remainingMinutes: number
}

export interface WeekTotals {
  readonly capacity: number
  readonly reserve: number
  readonly load: number
  readonly confirmed: number
  readonly tentative: number
  readonly travel: number
  readonly weighted: number
  readonly headroom: number
  readonly over: boolean
  /** Promised to all clients this week. */
  readonly committed: number
  /** Headroom that is still to come: the sum of what is free and positive on days that are not over yet. */
  readonly remaining: number
}

export interface WeekView {
  readonly start: Day
  readonly end: Day
  readonly days: readonly WeekDay[]
  /** Clients in their order, own business last. */
  readonly rows: readonly ClientRow[]
  readonly totals: WeekTotals
  /** `over` before `watch`, then by kind and time. Accepted ones are among them. */
  readonly flags: readonly Flag[]
}

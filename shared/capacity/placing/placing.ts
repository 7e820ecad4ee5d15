/** What planning the rest is asked for, and what it answers. */
import type { Id } from '../../plan/fields.ts'
import type { Session } from '../../plan/session.ts'
import type { Day } from '../../time/day.ts'

/** The days that are to be filled, both included; days before now are left alone. */
export interface PlacingRange {
  readonly from: Day
  readonly to: Day
}

/** Why a part of the work found no place. */
export type WhyNot =
  /** No working time is free between its release and its due day. */
  | 'no-time'
  /** There are gaps, but the days' or the week's headroom is used up. */
  | 'days-full'
  /** There is headroom, but no gap is as long as the shortest block. */
  | 'gaps-short'
  /** What the client was promised is planned: more would pass it. */
  | 'promise-full'
  /** The time that is left is needed for work that has a due day. */
  | 'deadlines-first'

/** Work, or a part of it, that found no place. */
export interface NotFitted {
  readonly engagementId: Id
  /** Null is time that was promised and that no deliverable fills. */
  readonly deliverableId: Id | null
  /** Title of the deliverable or name of the engagement. */
  readonly title: string
  /** The last day on which it would have helped; past the range where there is time left for it after the range. */
  readonly due: Day
  readonly minutes: number
  readonly why: WhyNot
}

/** How good a proposal is. */
export interface PlacingQuality {
  /** Minutes placed, and those of them in the focus hours. */
  readonly minutes: number
  readonly inFocusHours: number
  readonly clients: number
  /** Changes from one client to another within the days that got sessions, all their sessions counted. */
  readonly clientChanges: number
}

/** A proposal: tentative sessions, and what has no place. `demand` is what was looked for; placed + not fitted = demand. */
export interface Placing {
  readonly sessions: readonly Session[]
  readonly notFitted: readonly NotFitted[]
  readonly demand: number
  readonly quality: PlacingQuality
}

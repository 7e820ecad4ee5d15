import type { Id, Language } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Session, SessionKind } from '../plan/session.ts'
import type { Day } from '../time/day.ts'
import type { WallClock } from '../time/wallClock.ts'

/** What a stretch of the line was read as. */
export const partKinds = [
  'engagement',
  'title',
  'kind',
  'day',
  'time',
  'length',
  'repeat',
  'zone',
  'status',
  'billable',
  'area',
  'deliverable',
] as const
export type PartKind = (typeof partKinds)[number]

/** A stretch of the line, by UTF-16 units, and what it was read as. Parts do not overlap. */
export interface Part {
  readonly what: PartKind
  readonly from: number
  readonly to: number
  /** It also stays in the title, as `call` does, which makes a meeting. */
  readonly inTitle: boolean
}

/** For whom the time is, as far as the line says. */
export type ForWhom =
  /** Nobody was named: own business. */
  | { readonly kind: 'nobody' }
  /** Null is own business, said in words. */
  | { readonly kind: 'named'; readonly id: Id | null }
  /** The line fits several; `likely` is the best of one client's engagements, null where the clients differ. */
  | { readonly kind: 'several'; readonly ids: readonly Id[]; readonly likely: Id | null }
  /** The client has no engagement that is open. */
  | { readonly kind: 'without'; readonly clientId: Id }

/** The days that the line names. */
export type Days =
  /** The next day with free working time, from a day on and at the latest on `to`. */
  | { readonly kind: 'free'; readonly from: Day; readonly to: Day | null }
  | { readonly kind: 'days'; readonly days: readonly Day[] }
  /** Each working day from one to another. */
  | { readonly kind: 'working'; readonly from: Day; readonly to: Day }
  /** An RFC 5545 rule and the day of its first occurrence. */
  | { readonly kind: 'series'; readonly rule: string; readonly first: Day }

/** What keeps a line from becoming sessions. `subject` is what it is about, where there is such a thing. */
export interface Problem {
  readonly code:
    | 'nothing'
    | 'no-engagement'
    | 'area-unknown'
    | 'area-several'
    | 'ends-before-start'
    | 'no-such-day'
    | 'weekday-differs'
    | 'too-many-days'
    | 'too-long'
    | 'not-valid'
  readonly subject: string
}

/** What a line says. Null is what it leaves open. */
export interface Reading {
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
  readonly forWhom: ForWhom
  readonly title: string | null
  readonly kind: SessionKind | null
  readonly days: Days
  /** Minute of the day, on the clocks of `zone`. */
  readonly minute: number | null
  /** Length. */
  readonly minutes: number | null
  readonly zone: string | null
  readonly status: Session['status'] | null
  readonly billable: boolean | null
  readonly areaId: Id | null
  readonly deliverableId: Id | null
}

/** What a line cannot say by itself. */
export interface LineContext {
  readonly plan: Plan
  /** The present on the home zone's clocks. */
  readonly now: WallClock
  /** Which comes first in `3/4`. */
  readonly dateOrder: 'day-month' | 'month-day'
  /** English is always read; with `de` also what would be English words otherwise, such as `do` for Thursday. */
  readonly language: Language
}

/** What can be given up so that an asked engagement fits, a little or a lot of it. */
import type { BatchCommand } from '../../../commands/registry.ts'
import type { Commitment } from '../../../plan/engagement.ts'
import type { Id } from '../../../plan/fields.ts'
import type { Plan } from '../../../plan/plan.ts'
import { addDays, type Day, dayNumber, dayOf } from '../../../time/day.ts'
import type { WallClock } from '../../../time/wallClock.ts'
import { localAt } from '../../../time/zone.ts'
import type { WorkingCalendar } from '../../availability.ts'
import { bookedIn, type Timed } from '../../bookedTime.ts'
import type { CapacityContext } from '../../weekView.ts'
import type { Asked, AskedMeeting } from '../asked.ts'
import { lastLookedAt, weeksFor } from '../askedWeeks.ts'
import type { YesAnswer } from '../sayYes.ts'

/** A commitment of one engagement that is lessened from a day on. */
export interface LoweredCommitment {
  readonly from: Day
  readonly before: Commitment
  readonly after: Commitment
}

/** A retainer with fewer hours a period from a day on; its price is less in proportion. Prices in minor units. */
export interface LoweredRetainer {
  readonly from: Day
  readonly per: 'week' | 'month'
  readonly before: { readonly minutes: number; readonly price: number }
  readonly after: { readonly minutes: number; readonly price: number }
  readonly currency: string
}

/** One thing that is given up, as its sentence tells it. Minutes throughout. */
export type Given =
  /** Less of what an engagement promises; `until` is the last day of it, null where it stays so. */
  | {
      readonly kind: 'lower'
      readonly engagementId: Id
      readonly commitments: readonly LoweredCommitment[]
      readonly retainers: readonly LoweredRetainer[]
      readonly until: Day | null
    }
  /** An engagement ends on its `last` day, and `sessions` that were planned for it later go; a series counts once. */
  | { readonly kind: 'end'; readonly engagementId: Id; readonly last: Day; readonly sessions: number }
  /** Minutes a week kept free. */
  | { readonly kind: 'reserve'; readonly before: number; readonly after: number }
  /** Tentative sessions of one engagement (null is own business) go; `minutes` of them in the time asked for. */
  | {
      readonly kind: 'tentative'
      readonly engagementId: Id | null
      readonly sessions: readonly { readonly title: string; readonly start: WallClock }[]
      readonly minutes: number
    }
  | {
      readonly kind: 'due'
      readonly deliverableId: Id
      readonly engagementId: Id
      readonly title: string
      readonly before: Day
      readonly after: Day
    }
  /** An asked meeting at another time, or none. `meeting` counts from 0. */
  | {
      readonly kind: 'meeting'
      readonly meeting: number
      readonly before: AskedMeeting
      readonly after: AskedMeeting | null
    }
  /** The asked engagement ends on an earlier day; `before` is null where it was open. */
  | { readonly kind: 'until'; readonly before: Day | null; readonly after: Day }

export type Member = BatchCommand['commands'][number]

/** What giving something up comes to: what is told of it, and what it does to the plan or to the question. */
export interface GivenUp {
  readonly given: Given
  readonly members: readonly Member[]
  readonly asked: (asked: Asked) => Asked
}

/** Something that can be given up in steps from 1 to `most`: more of it never leaves less room. */
export interface Concession {
  /** Names it among all. */
  readonly id: string
  /** What it changes: no two changes that share a subject are made at once. */
  readonly subjects: readonly string[]
  readonly most: number
  readonly at: (steps: number) => GivenUp
  /** How much is given up, in minutes over the time asked for (`roomChanges.ts`). */
  readonly minutes: (steps: number) => number
}

/** What room is sought for. */
export interface Search {
  readonly plan: Plan
  readonly asked: Asked
  readonly context: CapacityContext
  readonly answer: YesAnswer
  readonly calendar: WorkingCalendar
  /** The first and the last day of the asked time that are not past, and that are looked at. */
  readonly from: Day
  readonly to: Day
  /** All that is booked in them. */
  readonly booked: readonly Timed[]
}

/** The question, the plan it is asked of, and the answer that it got. */
export function searchOf(plan: Plan, asked: Asked, context: CapacityContext, answer: YesAnswer): Search {
  const ahead = weeksFor(plan, asked, context)
  const { calendar } = ahead
  // What was planned for today may have been held already: it stays.
  const tomorrow = dayOf(localAt(context.now, calendar.zone).dayNumber + 1)
  const from = asked.start < tomorrow ? tomorrow : asked.start
  const to = lastLookedAt(ahead, asked)
  const start = calendar.day(dayNumber(from)).start
  const end = calendar.day(dayNumber(addDays(to, 1))).start
  const booked = bookedIn(plan, start, end).filter((item) => item.start >= start && item.start < end)
  return { plan, asked, context, answer, calendar, from, to, booked }
}

/** For what leaves the question as it is. */
export const sameAsked = (asked: Asked): Asked => asked

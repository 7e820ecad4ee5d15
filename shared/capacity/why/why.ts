import { applyPlanPatches } from '../../commands/planPatches.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Steps } from '../../steps.ts'
import type { JournalLine } from '../../storage/journalLine.ts'
import { isWallClock } from '../../time/wallClock.ts'
import { type EpochMinute, toEpochMinute } from '../../time/zone.ts'
import type { CapacityContext, HolidayOf } from '../weekView.ts'
import type { WhyQuestion } from './question.ts'
import { isAlike, shortfall } from './shortfall.ts'
import { clientOfStep, placeOfStep, type StepPlace } from './stepPlace.ts'

/** A step of the history that changed what is asked about. */
export interface WhyStep {
  readonly rev: number
  readonly at: EpochMinute
  readonly kind: JournalLine['kind']
  /** Names the command, as in the history. */
  readonly type: string
  readonly subject: string
  /** The client it was for, where that is one. */
  readonly client: string | null
  /** Minutes lacking before it and after it, held against the present. */
  readonly before: number
  readonly after: number
  /** Where it can be seen now; null where what it was about is gone, or has no place. */
  readonly place: StepPlace | null
}

/** The answer. Minutes throughout. */
export interface Why {
  /** Lacking now; 0 where it fits. */
  readonly short: number
  /**
   * Since when it is so without a break: a step, before which it fits; or the end of the history that is kept, at which it
   * was so already (`at` is the oldest kept step's time, null where none is kept).
   */
  readonly since:
    | { readonly kind: 'step'; readonly step: WhyStep }
    | { readonly kind: 'before'; readonly at: EpochMinute | null; readonly short: number }
  /** At that time it fitted still: without the time that has passed since it would. */
  readonly byTime: boolean
  /** What changed it since, the oldest first: for the worse where `after` is more than `before`. */
  readonly later: readonly WhyStep[]
}

export interface WhyContext {
  readonly now: EpochMinute
  /** The holidays of a plan's region: that may have been changed, too. Give the same function for the same region. */
  readonly holidaysOf: (plan: Plan) => HolidayOf
}

/** Steps that are told: the newest ones, after that many nobody reads on. */
const MOST_TOLD = 200

/**
 * Walks back from `plan`. `before` gives the lines of the journal that led to it, the newest first, one at a call, and
 * null when no more are kept. Where a line cannot be taken back, the history ends there. Null where it fits now.
 */
export function* why(
  plan: Plan,
  before: () => JournalLine | null,
  question: WhyQuestion,
  context: WhyContext,
): Steps<Why | null> {
  const short = lacking(plan, question, context)
  if (short === null || short === 0) return null
  const later: WhyStep[] = []
  const told = () => later.slice(0, MOST_TOLD).reverse()
  let after = plan
  let shortAfter = short
  let oldest: EpochMinute | null = null
  for (let line = before(); line !== null; line = before()) {
    const earlier = takenBack(after, line)
    const at = minuteOf(line.at)
    if (earlier === null || at === null) break
    const shortBefore = isAlike(earlier, after) ? shortAfter : lacking(earlier, question, context)
    if (shortBefore === null) break
    const step = (): WhyStep => ({
      rev: line.rev,
      at,
      kind: line.kind,
      type: line.type,
      subject: line.subject,
      client: clientOfStep(line, earlier, after),
      before: shortBefore,
      after: shortAfter,
      place: placeOfStep(line, plan, question.start),
    })
    if (shortBefore === 0) {
      const byTime = lacking(after, question, { ...context, now: at }) === 0
      return { short, since: { kind: 'step', step: step() }, byTime, later: told() }
    }
    if (shortBefore !== shortAfter) later.push(step())
    after = earlier
    shortAfter = shortBefore
    oldest = at
    yield 0
  }
  const byTime = oldest !== null && lacking(after, question, { ...context, now: oldest }) === 0
  return { short, since: { kind: 'before', at: oldest, short: shortAfter }, byTime, later: told() }
}

/** Minutes; null where what an old line put back is no plan that can be computed. */
function lacking(plan: Plan, question: WhyQuestion, { now, holidaysOf }: WhyContext): number | null {
  try {
    const context: CapacityContext = { holidays: holidaysOf(plan), now }
    const minutes = shortfall(plan, question, context)
    return Number.isFinite(minutes) ? minutes : null
  } catch {
    return null
  }
}

/** The plan before a line; null where its way back leads nowhere, or to what has not the maps of a plan. */
function takenBack(plan: Plan, { inverse }: JournalLine): Plan | null {
  try {
    const before = applyPlanPatches(plan, inverse)
    return hasMaps(before) ? before : null
  } catch {
    return null
  }
}

const mapsOfPractice = [
  ...(['clients', 'engagements', 'deliverables', 'series', 'patterns'] as const),
  ...(['timeOff', 'dayNotes', 'settings'] as const),
]
const mapsOfYear = ['sessions', 'entries', 'expenses', 'invoices'] as const

/** Whether a plan has the maps that are looked into; what stands in them is looked at where it is used. */
function hasMaps(plan: Partial<Plan> | undefined): boolean {
  const { practice, years } = plan ?? {}
  if (!isMap(practice) || !isMap(years)) return false
  return (
    mapsOfPractice.every((key) => isMap(practice[key])) &&
    Object.values(years).every((year) => isMap(year) && mapsOfYear.every((key) => isMap(year[key])))
  )
}

function isMap(value: object | undefined): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The minute of an ISO instant; null where it is none. */
function minuteOf(at: string): EpochMinute | null {
  const wall = at.slice(0, 16)
  return isWallClock(wall) && at.endsWith('Z') ? toEpochMinute(wall, 'UTC') : null
}

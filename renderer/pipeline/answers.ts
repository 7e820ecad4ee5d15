import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Asked, withoutEngagement } from '../../shared/capacity/sayYes/asked.ts'
import { sayYesInSteps, type YesAnswer } from '../../shared/capacity/sayYes/sayYes.ts'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { Prospect } from '../../shared/pipeline/prospects.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { askedOfProspect } from '../sayYes/question.ts'
import { nowMinute, useToday } from '../state/clock.ts'
import { inSlices } from '../state/idle.ts'
import { usePlan } from '../state/plan.ts'
import { useCapacityContext } from '../week/capacityNow.ts'

/** What is known of a prospect's question: `asked` null where nothing says how many hours, `answer` null until it is there. */
export interface Answered {
  readonly asked: Asked | null
  readonly answer: YesAnswer | null
  /** Whether the plan has changed since: another answer is on its way. */
  readonly isOld: boolean
}

interface Known {
  readonly asked: Asked | null
  readonly answer: YesAnswer | null
}

/** What an answer holds for: the plan, the day, and the holidays. The minutes of a day pass without changing it. */
interface Basis {
  readonly plan: Plan
  readonly today: Day
  readonly holidays: HolidayOf
}

const nothing = { basis: null, of: new Map<Id, Known>(), old: new Map<Id, Known>() }

const answerStore = createStore<{
  readonly basis: Basis | null
  readonly of: ReadonlyMap<Id, Known>
  /** Answers for the plan before, shown until theirs are found anew. */
  readonly old: ReadonlyMap<Id, Known>
}>(() => nothing)

/** Years of public holidays that an answer may need. */
const MOST_DAYS_AHEAD = 3 * 366

/**
 * Whether one can say yes to each of the prospects. The answers are found one after the other whenever nothing else is to
 * do, and stay until the plan changes, also while another screen is shown.
 */
export function useAnswers(prospects: readonly Prospect[]): (id: Id) => Answered {
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const { holidays } = useCapacityContext(today, addDays(today, MOST_DAYS_AHEAD))
  const state = useStore(answerStore)
  const isSame = isBasis(state.basis, plan, today, holidays)
  useEffect(() => {
    const known = answerStore.getState()
    const kept = isBasis(known.basis, plan, today, holidays) ? known.of : new Map<Id, Known>()
    const missing = prospects.filter(({ engagement }) => !kept.has(engagement.id))
    if (missing.length === 0) return
    const basis = { plan, today, holidays }
    return inSlices(
      () => answering(basis, missing, kept),
      () => {},
    )
  }, [plan, today, holidays, prospects])
  return (id) => {
    const current = isSame ? state.of.get(id) : undefined
    const known = current ?? state.of.get(id) ?? state.old.get(id)
    return { asked: known?.asked ?? null, answer: known?.answer ?? null, isOld: current === undefined }
  }
}

function isBasis(basis: Basis | null, plan: Plan, today: Day, holidays: HolidayOf): boolean {
  return basis !== null && basis.plan === plan && basis.today === today && basis.holidays === holidays
}

/** Answers one prospect after the other, and tells each answer as soon as it is there. */
function* answering(
  basis: Basis,
  list: readonly Prospect[],
  kept: ReadonlyMap<Id, Known>,
): Generator<undefined, void> {
  const { plan, today, holidays } = basis
  let found = kept
  for (const { engagement } of list) {
    const asked = askedOfProspect(plan, engagement, today)
    const without = withoutEngagement(plan, engagement.id)
    const answer =
      asked === null ? null : yield* sayYesInSteps(without, asked, { holidays, now: nowMinute() })
    found = new Map([...found, [engagement.id, { asked, answer }]])
    // What the plan before had for the others is shown, as old, until theirs is there.
    const { basis: before, of } = answerStore.getState()
    answerStore.setState({ basis, of: found, old: before === basis ? answerStore.getState().old : of })
    yield
  }
}

/** Forgets all answers; a test begins with it. */
export function forgetAnswers(): void {
  answerStore.setState(nothing)
}

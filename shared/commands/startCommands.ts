import { castDraft } from 'immer'
import { z } from 'zod'
import { Plan } from '../plan/plan.ts'
import { command } from './command.ts'
import { refuse } from './refusal.ts'

/** Fills a plan that nobody has used yet: with the sample practice, or with the first working pattern and areas. */
export const startPlan = command({
  type: 'plan/start',
  schema: z.strictObject({ type: z.literal('plan/start'), plan: Plan }),
  subject: () => '',
  check: (plan) => (isUnused(plan) ? null : refuse([], 'plan-in-use')),
  recipe: (draft, { plan }) => {
    draft.practice = castDraft(plan.practice)
    draft.years = castDraft(plan.years)
  },
})

/** Whether the plan has never been filled: no working pattern, no client, no session. */
export function isUnused(plan: Plan): boolean {
  const { clients, patterns, series } = plan.practice
  return [clients, patterns, series, plan.years].every((map) => Object.keys(map).length === 0)
}

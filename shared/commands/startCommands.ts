import { castDraft } from 'immer'
import { z } from 'zod'
import { issuedInvoices } from '../billing/numbering.ts'
import { EXAMPLE_IBAN } from '../plan/business.ts'
import { emptyPlan, Plan } from '../plan/plan.ts'
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

/**
 * Empties the plan but for its settings, so that the app asks again how to start: the way out of the sample practice.
 * Refused once an invoice was issued in anybody's own name, since books are kept.
 */
export const clearPlan = command({
  type: 'plan/clear',
  schema: z.strictObject({ type: z.literal('plan/clear') }),
  subject: () => '',
  check: (plan) => {
    const real = issuedInvoices(plan).find(
      ({ issued }) => issued.seller.iban.replaceAll(' ', '') !== EXAMPLE_IBAN,
    )
    return real === undefined ? null : refuse([], 'books-kept', { number: real.issued.number })
  },
  recipe: (draft) => {
    const { settings } = draft.practice
    draft.practice = { ...castDraft(emptyPlan(settings.homeZone).practice), settings }
    draft.years = {}
  },
})

/** Whether the plan has never been filled: no working pattern, no client, no session. */
export function isUnused(plan: Plan): boolean {
  const { clients, patterns, series } = plan.practice
  return [clients, patterns, series, plan.years].every((map) => Object.keys(map).length === 0)
}

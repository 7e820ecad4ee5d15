import { z } from 'zod'
import { MinorPositive } from '../../shared/plan/fields.ts'

/** What was typed into the rate helper last; null is a field that is empty, or, of times, one that follows the pattern. */
const RateForm = z.strictObject({
  currency: z.string(),
  income: MinorPositive.nullable(),
  costs: MinorPositive.nullable(),
  weeksOff: z.int().min(0).max(52).nullable(),
  minutesAWeek: z.int().min(0).max(10_080).nullable(),
  billablePercent: z.int().min(0).max(100).nullable(),
  minutesADay: z.int().min(0).max(1440).nullable(),
  projectMinutes: z.int().min(0).max(600_000).nullable(),
  bufferPercent: z.int().min(0).max(500).nullable(),
})
export type RateForm = z.infer<typeof RateForm>

/** It is no part of the plan: it says nothing about the work. This computer keeps it. */
const KEY = 'rate-helper'

/** The form as it was left, or one to begin with. Money typed in another currency is not taken over. */
export function rememberedForm(currency: string): RateForm {
  const fresh: RateForm = {
    currency,
    income: null,
    costs: null,
    weeksOff: 8,
    minutesAWeek: null,
    billablePercent: 70,
    minutesADay: null,
    projectMinutes: null,
    bufferPercent: 15,
  }
  try {
    const kept = RateForm.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
    if (!kept.success) return fresh
    return kept.data.currency === currency ? kept.data : { ...kept.data, currency, income: null, costs: null }
  } catch {
    // What is there is no JSON: someone else's, or cut off. It says nothing.
    return fresh
  }
}

/** Keeps the form for the next time. */
export function rememberForm(form: RateForm): void {
  localStorage.setItem(KEY, JSON.stringify(form))
}

import type { billing as english } from '../en/billing.ts'

export const billing: typeof english = {}

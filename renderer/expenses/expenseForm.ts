import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Expense } from '../../shared/plan/expense.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { closePanel, openOverlay } from '../shell/overlays.ts'
import { newId, todayNow } from '../state/clock.ts'
import { planNow } from '../state/plan.ts'

/** An expense in the form: not yet one while its amount is missing. */
export type ExpenseDraft = Omit<Expense, 'amount'> & { readonly amount: number | null }

interface Asked {
  readonly draft: ExpenseDraft
  /** It stands in the plan already. */
  readonly isKnown: boolean
}

const formStore = createStore<{ readonly asked: Asked | null }>(() => ({ asked: null }))

/** What the form was opened with. */
export function useAskedExpense(): Asked | null {
  return useStore(formStore, ({ asked }) => asked)
}

/** Opens the form on an expense of the plan. */
export function openExpense(expense: Expense): void {
  show({ draft: expense, isKnown: true })
}

/** Opens the form on a new expense, with what is known of it. */
export function newExpense(given: Partial<ExpenseDraft> = {}): void {
  show({ draft: draftOf(planNow(), given), isKnown: false })
}

/** Opens the form on a copy: today's, and without the receipt, which was for the first. */
export function duplicateExpense(expense: Expense): void {
  const copy = { ...expense, id: newId(), day: todayNow(), receipt: '', importKey: null }
  show({ draft: copy, isKnown: false })
}

/** Closes the form. */
export function closeExpense(): void {
  formStore.setState({ asked: null })
  closePanel('expense')
}

function show(asked: Asked): void {
  formStore.setState({ asked })
  openOverlay('expense')
}

/** A new expense of today as most are: in the client's currency, billed without the tax where the business charges tax. */
function draftOf({ practice }: Plan, given: Partial<ExpenseDraft>): ExpenseDraft {
  const { business, clients } = practice
  const client = own(clients, given.clientId ?? '')
  const isTaxed = business.tax.category === 'S'
  return {
    id: newId(),
    day: todayNow(),
    clientId: null,
    engagementId: null,
    title: '',
    amount: null,
    currency: client?.currency ?? business.currency,
    taxRate: isTaxed ? business.tax.rate : 0,
    billable: client !== undefined,
    passOn: isTaxed ? 'net' : 'gross',
    receipt: '',
    notes: '',
    importKey: null,
    ...given,
  }
}

import type { Expense } from '../../shared/plan/expense.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import type { SampleWords } from './words.ts'

/** What was spent lately: for clients, one of them paying in another currency, and for the business itself. */
export function sampleExpenses({ expenses }: SampleWords, monday: Day): Expense[] {
  const expense = (id: string, day: number, given: Partial<Expense>): Expense => ({
    id: `expense-${id}`,
    day: addDays(monday, day),
    clientId: null,
    engagementId: null,
    title: '',
    amount: 0,
    currency: 'EUR',
    taxRate: 190_000,
    billable: false,
    passOn: 'net',
    receipt: '',
    notes: '',
    importKey: null,
    ...given,
  })
  const fable = { clientId: 'fable', engagementId: 'fable-1', billable: true }
  return [
    expense('train', -4, { ...fable, title: expenses.train, amount: 11_640, taxRate: 70_000 }),
    expense('devices', -6, { ...fable, title: expenses.devices, amount: 23_800 }),
    expense('hotel', -12, {
      clientId: 'orbit',
      billable: true,
      title: expenses.hotel,
      amount: 14_980,
      taxRate: 70_000,
    }),
    expense('lunch', -5, { clientId: 'fable', title: expenses.lunch, amount: 5250 }),
    expense('software', -3, { title: expenses.software, amount: 3451 }),
  ]
}

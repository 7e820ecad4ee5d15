/** What clients owe, by how long it is overdue. */
import { add, type Minor, sum } from '../../money/amount.ts'
import type { Currency } from '../../money/currency.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { isOwed, type ListedInvoice, listedInvoices } from '../status.ts'

/** Last day of each age, counted from the due date; what is older is the last. */
export const AGES = [30, 60, 90] as const

/** What is owed in one currency: not yet due, then by age from `AGES`, and older. */
export interface Owed {
  readonly notDue: Minor
  readonly ages: readonly [Minor, Minor, Minor, Minor]
  readonly total: Minor
}

export interface ClientOwed extends Owed {
  readonly clientId: Id
}

/** What all clients owe in one currency. */
export interface CurrencyOwed extends Owed {
  readonly currency: Currency
  /** The most owed first. */
  readonly clients: readonly ClientOwed[]
}

/** What is owed on a day, a currency after the other. Overpaid invoices owe nothing; they do not lessen what others owe. */
export function owedByAge(plan: Pick<Plan, 'years'>, today: Day): readonly CurrencyOwed[] {
  const owed = listedInvoices(plan, today).filter(({ status }) => isOwed(status.state))
  const currencies = [...new Set(owed.map(({ invoice }) => invoice.currency))].sort()
  return currencies.map((currency) => {
    const own = owed.filter(({ invoice }) => invoice.currency === currency)
    const ids = [...new Set(own.map(({ invoice }) => invoice.clientId))]
    const clients = ids
      .map((clientId) => ({
        clientId,
        ...owedOn(own.filter(({ invoice }) => invoice.clientId === clientId)),
      }))
      .sort((a, b) => b.total - a.total || (a.clientId < b.clientId ? -1 : 1))
    return { currency, clients, ...owedOn(own) }
  })
}

function owedOn(invoices: readonly ListedInvoice[]): Owed {
  const ages: [Minor, Minor, Minor, Minor] = [0, 0, 0, 0]
  let notDue: Minor = 0
  for (const { status } of invoices) {
    const age = ageOf(status.overdueDays)
    if (age === null) notDue = add(notDue, status.due)
    else ages[age] = add(ages[age], status.due)
  }
  return { notDue, ages, total: add(notDue, sum(ages)) }
}

function ageOf(days: number): 0 | 1 | 2 | 3 | null {
  if (days === 0) return null
  if (days <= AGES[0]) return 0
  if (days <= AGES[1]) return 1
  return days <= AGES[2] ? 2 : 3
}

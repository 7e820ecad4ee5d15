import { draftInvoice } from '../../shared/billing/draft.ts'
import { execute } from '../../shared/commands/execute.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { findInvoice, type Plan } from '../../shared/plan/plan.ts'
import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth } from '../../shared/time/day.ts'

/** Who is billed at the end of each month, and after how many days each of them pays. */
const BILLED = { northwind: 21, lumen: 12, orbit: 40 } as const

/**
 * Bills the two whole months before today as the app itself would: drafted from the worked time, issued on the second of
 * the next month, paid where the day on which this client pays is past.
 */
export function withInvoices(plan: Plan, today: Day): Plan {
  let now = plan
  for (const back of [2, 1]) {
    const from = addMonths(firstOfMonth(today), -back)
    const on = addDays(addMonths(from, 1), 1)
    if (on >= today) continue
    for (const [clientId, days] of Object.entries(BILLED))
      now = billed(now, { clientId, from, on, paidOn: addDays(on, days) }, today)
  }
  return now
}

/** What a dollar was worth in euros, near enough for a sample. */
const RATE = { rate: 920_000, source: 'ECB' }

interface Bill {
  readonly clientId: string
  /** First day of the month. */
  readonly from: Day
  readonly on: Day
  readonly paidOn: Day
}

function billed(plan: Plan, { clientId, from, on, paidOn }: Bill, today: Day): Plan {
  const id = `sample-invoice-${clientId}-${from.slice(0, 7)}`
  const request = {
    clientId,
    from,
    to: lastOfMonth(from),
    id,
    lineId: (n: number) => `${id}-${n}`,
    today: on,
  }
  const { invoice: drafted } = draftInvoice(plan, request)
  if (drafted.lines.length === 0) return plan
  const isForeign = drafted.currency !== plan.practice.business.currency
  const invoice = isForeign ? { ...drafted, exchange: { ...RATE, on } } : drafted
  const issued = done(done(plan, { type: 'invoice/draft', invoice }), { type: 'invoice/issue', id, on })
  const gross = findInvoice(issued, id)?.issued?.gross ?? 0
  if (paidOn >= today || gross === 0) return issued
  return done(issued, {
    type: 'invoice/payment',
    id,
    payment: { id: `${id}-paid`, on: paidOn, amount: gross, note: '' },
  })
}

function done(plan: Plan, command: Command): Plan {
  const result = execute(plan, command)
  if (!result.ok) throw new Error(`the sample refuses ${command.type}: ${JSON.stringify(result.refusal)}`)
  return result.plan
}

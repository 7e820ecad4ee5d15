/** Revenue by month before tax: what was invoiced, what is worked and not billed, what the plan should bring. */
import { revenueCurrencies, revenueOf } from '../billing/after/revenue.ts'
import { unbilledBy } from '../billing/unbilled.ts'
import type { CapacityContext } from '../capacity/weekView.ts'
import type { Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import type { Plan } from '../plan/plan.ts'
import { forecast } from '../revenue/forecast.ts'
import { addDays, type Day, daysBetween, lastOfMonth, maxDay, minDay } from '../time/day.ts'
import { weekStart } from '../time/week.ts'
import { monthsIn, type Span } from './period.ts'

/** Minor units of one currency. */
export interface RevenueMonth {
  /** `YYYY-MM`. */
  readonly month: string
  /** Issued in it, less credit notes. */
  readonly invoiced: Minor
  /** What became billable in it and is on no issued or drafted invoice; in no month to come. */
  readonly unbilled: Minor
  /** From today on, as `forecast` estimates it. */
  readonly forecast: Minor
}

/** The currencies of clients and of what was billed; the business's own first. */
export function earningCurrencies(plan: Plan): readonly Currency[] {
  const of = Object.values(plan.practice.clients).map(({ currency }) => currency)
  const home = plan.practice.business.currency
  const found = new Set([...of, ...revenueCurrencies(plan)])
  return [
    ...(found.has(home) || found.size === 0 ? [home] : []),
    ...[...found].filter((one) => one !== home).sort(),
  ]
}

/** The whole months that a period touches, in one currency: amounts in others are not converted. */
export function revenueMonths(
  plan: Plan,
  span: Span,
  {
    currency,
    today,
    context,
  }: { readonly currency: Currency; readonly today: Day; readonly context: CapacityContext },
): readonly RevenueMonth[] {
  const months = monthsIn(span)
  const invoiced = invoicedBy(plan, months, currency)
  const unbilled = unbilledIn(plan, months, { currency, today })
  const ahead = forecastBy(plan, months, { currency, today, context })
  return months.map((month) => ({
    month,
    invoiced: invoiced(month),
    unbilled: unbilled.get(month) ?? 0,
    forecast: ahead.get(month) ?? 0,
  }))
}

function invoicedBy(plan: Plan, months: readonly string[], currency: Currency): (month: string) => Minor {
  const years = new Map(
    [...new Set(months.map((month) => month.slice(0, 4)))].map((year) => [
      year,
      revenueOf(plan, year, currency),
    ]),
  )
  return (month) => years.get(month.slice(0, 4))?.months[Number(month.slice(5)) - 1] ?? 0
}

/**
 * What a draft by the end of each month comes to, less what one by the end of the month before does: so the months add
 * up to what is unbilled in all of them, to the cent.
 */
function unbilledIn(
  plan: Plan,
  months: readonly string[],
  { currency, today }: { readonly currency: Currency; readonly today: Day },
): ReadonlyMap<string, Minor> {
  const clients = Object.values(plan.practice.clients).filter((client) => client.currency === currency)
  const until = (day: Day) => {
    const unbilled = unbilledBy(plan, day)
    return clients.reduce((sum, { id }) => sum + unbilled(id).amount, 0)
  }
  const past = months.filter((month) => `${month}-01` <= today)
  if (past[0] === undefined) return new Map()
  let before = until(addDays(`${past[0]}-01`, -1))
  return new Map(
    past.map((month) => {
      const reached = until(minDay(lastOfMonth(`${month}-01`), today))
      const amount = reached - before
      before = reached
      return [month, amount]
    }),
  )
}

function forecastBy(
  plan: Plan,
  months: readonly string[],
  {
    currency,
    today,
    context,
  }: { readonly currency: Currency; readonly today: Day; readonly context: CapacityContext },
): ReadonlyMap<string, Minor> {
  const sums = new Map<string, Minor>()
  const last = lastOfMonth(`${months.at(-1) ?? today.slice(0, 7)}-01`)
  if (last < today) return sums
  const start = weekStart(
    maxDay(today, `${months[0] ?? today.slice(0, 7)}-01`),
    plan.practice.settings.firstWeekday,
  )
  const weeks = Math.ceil((daysBetween(start, last) + 1) / 7)
  for (const part of forecast(plan, { start, weeks, today }, context))
    if (part.currency === currency) sums.set(part.month, (sums.get(part.month) ?? 0) + part.amount)
  return sums
}

/** What was billed before tax, by client and month of issue. */
import { add, type Minor, negate, sum } from '../../money/amount.ts'
import type { Currency } from '../../money/currency.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { type Issued, isIssued, linksOf, placesOf } from './links.ts'

/** Twelve months and their sum. */
export interface YearOfMonths {
  readonly months: readonly Minor[]
  readonly total: Minor
}

export interface ClientRevenue extends YearOfMonths {
  readonly clientId: Id
}

export interface Revenue extends YearOfMonths {
  readonly currency: Currency
  /** The most billed first. */
  readonly clients: readonly ClientRevenue[]
  /** Invoices in another currency without a rate, which home-currency revenue has to leave out. */
  readonly missing: readonly Issued[]
}

/** In which currency revenue is told: what was billed in it, or all, in the business's own (`home`). */
export type RevenueIn = Currency | 'home'

/** The years in which something was issued, the last first. */
export function revenueYears(plan: Pick<Plan, 'years'>): readonly string[] {
  const years = new Set(
    [...linksOf(plan).byId.values()].filter(isIssued).map(({ issued }) => issued.on.slice(0, 4)),
  )
  return [...years].sort().toReversed()
}

/** The currencies that were billed in. */
export function revenueCurrencies(plan: Pick<Plan, 'years'>): readonly Currency[] {
  return [
    ...new Set([...linksOf(plan).byId.values()].filter(isIssued).map(({ currency }) => currency)),
  ].sort()
}

/**
 * The revenue of a calendar year. Each document counts in the month of its day: a credit note takes off, a corrected
 * invoice counts with what it differs from the one in whose place it stands. So the months of before stay as they were.
 */
export function revenueOf(plan: Plan, year: string, told: RevenueIn): Revenue {
  const currency = told === 'home' ? plan.practice.business.currency : told
  const links = linksOf(plan)
  const ofYear = [...links.byId.values()]
    .filter(isIssued)
    .filter(({ issued }) => issued.on.startsWith(year))
    .filter((invoice) => told === 'home' || invoice.currency === told)
  const byClient = new Map<Id, Minor[]>()
  const missing: Issued[] = []
  for (const invoice of ofYear) {
    const before = placesOf(links, invoice)[1]
    const nets = [invoice, ...(before === undefined || !isIssued(before) ? [] : [before])].map((one) =>
      told === 'home' ? homeNet(one, currency) : one.issued.net,
    )
    const [net, replaced = 0] = nets
    if (net == null || replaced === null) {
      missing.push(invoice)
      continue
    }
    const amount = invoice.kind === 'credit' ? negate(net) : add(net, negate(replaced))
    const months = byClient.get(invoice.clientId) ?? Array.from({ length: 12 }, () => 0)
    const month = Number(invoice.issued.on.slice(5, 7)) - 1
    months[month] = add(months[month] ?? 0, amount)
    byClient.set(invoice.clientId, months)
  }
  const clients = [...byClient]
    .map(([clientId, months]) => ({ clientId, months, total: sum(months) }))
    .sort((a, b) => b.total - a.total || (a.clientId < b.clientId ? -1 : 1))
  const months = Array.from({ length: 12 }, (_, i) => sum(clients.map((client) => client.months[i] ?? 0)))
  return { currency, clients, missing, months, total: sum(months) }
}

function homeNet({ currency, issued }: Issued, home: Currency): Minor | null {
  if (issued.home !== null) return issued.home.currency === home ? issued.home.net : null
  return currency === home ? issued.net : null
}

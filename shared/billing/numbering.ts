import type { Numbering } from '../plan/business.ts'
import type { Invoice } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'

/** The number that an invoice issued on a day takes, and where it is counted. */
export interface NextNumber {
  /** The key of `Numbering.next`: the year where the pattern has one, else `all`. */
  readonly series: string
  readonly counter: number
  /** As printed. */
  readonly number: string
}

/** The next number of the series of a day. Only `numbering.next` decides; no invoice is counted. */
export function nextNumber(numbering: Numbering, on: Day): NextNumber {
  const series = seriesOf(numbering.pattern, on)
  const counter = Object.hasOwn(numbering.next, series) ? (numbering.next[series] ?? 1) : 1
  return { series, counter, number: formatNumber(numbering.pattern, on, counter) }
}

/** Numbers restart each year only if the year is part of the number; otherwise two years would share them. */
export function seriesOf(pattern: string, on: Day): string {
  return pattern.includes('{YYYY}') ? on.slice(0, 4) : 'all'
}

function formatNumber(pattern: string, on: Day, counter: number): string {
  return pattern
    .replace('{YYYY}', on.slice(0, 4))
    .replace(/\{(#+)\}/, (_, places: string) => String(counter).padStart(places.length, '0'))
}

type Issued = Invoice & { readonly issued: NonNullable<Invoice['issued']> }

/** The issued invoices, in the order of their dates and then of their numbers' lengths and digits. */
export function issuedInvoices(plan: Plan): Issued[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.invoices))
    .filter((invoice): invoice is Issued => invoice.issued !== null)
    .sort((a, b) => order(a.issued.on, b.issued.on) || byNumber(a.issued.number, b.issued.number))
}

/** Numbers in the order in which they were given: a longer counter is a later one. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || order(a, b)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The last day on which an invoice of a day's series was issued; null for a series that has none. */
export function lastIssueDay(plan: Plan, on: Day): Day | null {
  const { pattern } = plan.practice.numbering
  const series = seriesOf(pattern, on)
  return (
    issuedInvoices(plan).findLast((invoice) => seriesOf(pattern, invoice.issued.on) === series)?.issued.on ??
    null
  )
}

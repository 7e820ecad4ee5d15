import type { Numbering } from '../plan/business.ts'
import type { InvoiceKind } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { type Issued, isIssued } from './after/links.ts'
import { seriesKey } from './after/numberText.ts'

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

/** The issued invoices, in the order of their dates and then of their numbers' lengths and digits. */
export function issuedInvoices(plan: Plan): Issued[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.invoices))
    .filter(isIssued)
    .sort((a, b) => order(a.issued.on, b.issued.on) || byNumber(a.issued.number, b.issued.number))
}

/** Numbers in the order in which they were given: a longer counter is a later one. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || order(a, b)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Where the number of an invoice of a kind comes from: credit notes have a series of their own where one is set. */
export function numberingOf({ practice }: Plan, kind: InvoiceKind): Numbering {
  return kind === 'credit' ? (practice.creditNumbering ?? practice.numbering) : practice.numbering
}

/** The last day on which an invoice of the series of a kind and day was issued; null for a series that has none. */
export function lastIssueDay(plan: Plan, on: Day, kind: InvoiceKind = 'invoice'): Day | null {
  const { number } = nextNumber(numberingOf(plan, kind), on)
  const patterns = patternsOf(plan)
  const series = seriesKey(number, on, patterns)
  return (
    issuedInvoices(plan).findLast(({ issued }) => seriesKey(issued.number, issued.on, patterns) === series)
      ?.issued.on ?? null
  )
}

/** The patterns that numbers are made by now. */
export function patternsOf({ practice }: Plan): readonly string[] {
  const { numbering, creditNumbering } = practice
  return [numbering.pattern, ...(creditNumbering === null ? [] : [creditNumbering.pattern])]
}

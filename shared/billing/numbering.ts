import type { Numbering } from '../plan/business.ts'
import type { InvoiceKind, IssuedInvoice } from '../plan/invoice.ts'
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
  let last: Day | null = null
  for (const issued of numbersOf(plan))
    if ((last === null || issued.on > last) && seriesOfIssued(issued, patterns) === series) last = issued.on
  return last
}

/** Whether an issued invoice has a number already. */
export function isNumberTaken(plan: Plan, number: string): boolean {
  for (const issued of numbersOf(plan)) if (issued.number === number) return true
  return false
}

type Numbered = Pick<IssuedInvoice, 'number' | 'on'>

function* numbersOf({ years }: Plan): Generator<Numbered> {
  for (const { invoices } of Object.values(years))
    for (const { issued } of Object.values(invoices)) if (issued !== null) yield issued
}

/** Read once a number, since what is issued never changes: issuing looks at all there are. */
const read = new WeakMap<Numbered, { readonly patterns: string; readonly series: string }>()

function seriesOfIssued(issued: Numbered, patterns: readonly string[]): string {
  const key = patterns.join('\n')
  const known = read.get(issued)
  if (known?.patterns === key) return known.series
  const series = seriesKey(issued.number, issued.on, patterns)
  read.set(issued, { patterns: key, series })
  return series
}

/** The patterns that numbers are made by now. */
export function patternsOf({ practice }: Plan): readonly string[] {
  const { numbering, creditNumbering } = practice
  return [numbering.pattern, ...(creditNumbering === null ? [] : [creditNumbering.pattern])]
}

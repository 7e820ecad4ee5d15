/** The audit of the series of numbers: read from the issued invoices alone, and held against the counters. */
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { issuedInvoices, nextNumber, patternsOf } from '../numbering.ts'
import { readNumber } from './numberText.ts'

/** Numbers that no invoice has, from the first missing one to the last. */
export interface Gap {
  readonly from: string
  readonly to: string
  readonly count: number
}

export interface SeriesAudit {
  /** The numbers' text with `{#}` for the counter. */
  readonly series: string
  readonly first: SeriesMember
  readonly last: SeriesMember
  readonly count: number
  readonly gaps: readonly Gap[]
  /** Numbers that more than one invoice has. */
  readonly duplicates: readonly { readonly number: string; readonly ids: readonly Id[] }[]
  /** Invoices with an earlier date than one with a lower number. */
  readonly outOfOrder: readonly SeriesMember[]
}

export interface SeriesMember {
  readonly id: Id
  readonly number: string
  readonly on: Day
}

interface Counted extends SeriesMember {
  readonly counter: number
}

/** Whether nothing is wrong with a series. */
export function isSound({ gaps, duplicates, outOfOrder }: SeriesAudit): boolean {
  return gaps.length + duplicates.length + outOfOrder.length === 0
}

/** All series with issued invoices, the one used last first. */
export function auditSeries(plan: Plan): readonly SeriesAudit[] {
  const patterns = patternsOf(plan)
  const bySeries = new Map<string, Counted[]>()
  for (const { id, issued } of issuedInvoices(plan)) {
    const { number, on } = issued
    const read = readNumber(number, on, patterns) ?? { series: number, counter: 1 }
    const members = bySeries.get(read.series) ?? []
    bySeries.set(read.series, [...members, { id, number, on, counter: read.counter }])
  }
  return [...bySeries]
    .map(([series, members]) => auditOf(series, members, counterBehind(plan, series, patterns, members)))
    .sort((a, b) => (a.last.on > b.last.on ? -1 : a.last.on < b.last.on ? 1 : a.series < b.series ? -1 : 1))
}

/** The last number that the counter of a series has given; null for a series that no counter counts any more. */
function counterBehind(
  { practice }: Plan,
  series: string,
  patterns: readonly string[],
  members: readonly Counted[],
): number | null {
  const on = members[0]?.on
  if (on === undefined) return null
  for (const numbering of [practice.numbering, practice.creditNumbering]) {
    if (numbering === null) continue
    const { number, counter } = nextNumber(numbering, on)
    if (readNumber(number, on, patterns)?.series === series) return counter - 1
  }
  return null
}

function auditOf(series: string, members: readonly Counted[], given: number | null): SeriesAudit {
  const sorted = members.toSorted((a, b) => a.counter - b.counter || (a.on < b.on ? -1 : 1))
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) throw new Error(`series ${series} has no member`)
  const numbers = [...new Set(sorted.map(({ counter }) => counter))]
  const ends = given !== null && given > last.counter ? [...numbers, given + 1] : numbers
  return {
    series,
    first: memberOf(first),
    last: memberOf(last),
    count: sorted.length,
    gaps: gapsIn(ends, (counter) => numberText(first, counter)),
    duplicates: duplicatesIn(sorted),
    outOfOrder: outOfOrderIn(sorted),
  }
}

function memberOf({ id, number, on }: Counted): SeriesMember {
  return { id, number, on }
}

function gapsIn(counters: readonly number[], text: (counter: number) => string): Gap[] {
  return counters.flatMap((counter, i) => {
    const before = counters[i - 1]
    const count = before === undefined ? 0 : counter - before - 1
    return before === undefined || count <= 0
      ? []
      : [{ from: text(before + 1), to: text(counter - 1), count }]
  })
}

/** A number of the series, written as a known one is. */
function numberText({ number, counter }: Counted, wanted: number): string {
  const digits = [...number.matchAll(/\d+/g)].map(([run]) => run).findLast((run) => Number(run) === counter)
  if (digits === undefined) return String(wanted)
  const at = number.lastIndexOf(digits)
  return `${number.slice(0, at)}${String(wanted).padStart(digits.length, '0')}${number.slice(at + digits.length)}`
}

function duplicatesIn(sorted: readonly Counted[]): SeriesAudit['duplicates'] {
  const byCounter = new Map<number, Counted[]>()
  for (const member of sorted)
    byCounter.set(member.counter, [...(byCounter.get(member.counter) ?? []), member])
  return [...byCounter.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ number: same[0]?.number ?? '', ids: same.map(({ id }) => id) }))
}

function outOfOrderIn(sorted: readonly Counted[]): SeriesMember[] {
  let latest: Day | null = null
  return sorted.flatMap((member) => {
    const isEarly = latest !== null && member.on < latest
    if (latest === null || member.on > latest) latest = member.on
    return isEarly ? [memberOf(member)] : []
  })
}

import type { Minor } from '../money/amount.ts'
import type { Id } from '../plan/fields.ts'
import type { InvoiceLine, LineBasis } from '../plan/invoice.ts'
import { findEntry, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Day } from '../time/day.ts'
import { billedDays } from './days.ts'
import { minutesOf } from './gather.ts'
import { type BilledGroup, billedTime } from './rounding.ts'
import { discountOn, lineAmount, lineBase } from './totals.ts'

/** A step from worked time to a line's quantity. Each adds to the sum; the last sum is the quantity. */
export type Step =
  /** Minutes of the entries as worked. */
  | { readonly kind: 'worked'; readonly minutes: number }
  /** What rounding added or took, in minutes. */
  | { readonly kind: 'rounding'; readonly minutes: number }
  /** What the line has of rounding together with other lines, beyond its own. */
  | { readonly kind: 'shared'; readonly minutes: number }
  /** Minutes of the same retainer period that earlier invoices carried. */
  | { readonly kind: 'used-before'; readonly minutes: number }
  /** Minutes that the retainer includes, taken off. */
  | { readonly kind: 'included'; readonly minutes: number }
  /** Minutes that the period before owed beyond what this one was granted. */
  | { readonly kind: 'debt'; readonly minutes: number }
  /** Overage that earlier invoices billed, taken off. */
  | { readonly kind: 'billed-before'; readonly minutes: number }
  /** What the quantity was changed by, by hand. */
  | { readonly kind: 'by-hand'; readonly minutes: number }

/** One day of a day rate. */
export interface ExplainedDay {
  readonly day: Day
  readonly exact: number
  readonly rounded: number
  readonly halves: number
}

/**
 * What a line is made of, down to the entries. For hours and overage the steps add up to the line's minutes; for days
 * `days` and `halvesByHand` add up to its half days. `amount` is quantity × price less the discount, as printed.
 */
export interface Explanation {
  readonly entries: readonly TimeEntry[]
  /** What was rounded together. */
  readonly groups: readonly BilledGroup[]
  readonly steps: readonly Step[]
  readonly days: readonly ExplainedDay[]
  readonly halvesByHand: number
  /** What the line's discount takes off. */
  readonly discount: Minor
  readonly amount: Minor
}

/** Explains a line from the plan and from what was frozen in it. */
export function explain(plan: Plan, line: InvoiceLine): Explanation {
  const entries = line.entryIds.flatMap((id: Id) => findEntry(plan, id) ?? [])
  const { basis } = line
  const plain = {
    entries,
    groups: [],
    steps: [],
    days: [],
    halvesByHand: 0,
    discount: discountOn(lineBase(line), line.discount),
    amount: lineAmount(line),
  }
  if (basis?.kind === 'hours' || basis?.kind === 'overage')
    return { ...plain, ...explainMinutes(entries, line, basis) }
  if (basis?.kind === 'days') return { ...plain, ...explainDays(entries, line, basis) }
  return plain
}

type MinutesBasis = Extract<LineBasis, { kind: 'hours' | 'overage' }>

function explainMinutes(
  entries: readonly TimeEntry[],
  line: InvoiceLine,
  basis: MinutesBasis,
): Partial<Explanation> {
  const { exact, billed, groups } = billedTime(entries, basis.rounding)
  const steps: Step[] = [
    { kind: 'worked', minutes: exact },
    { kind: 'rounding', minutes: billed - exact },
  ]
  if (basis.kind === 'hours') steps.push({ kind: 'shared', minutes: basis.shared })
  if (basis.kind === 'overage')
    steps.push(
      { kind: 'used-before', minutes: basis.usedMinutes - billed },
      { kind: basis.includedMinutes < 0 ? 'debt' : 'included', minutes: -basis.includedMinutes },
      { kind: 'billed-before', minutes: -basis.billedBefore },
    )
  if (line.unit === 'hour') steps.push({ kind: 'by-hand', minutes: line.amount - minutesOf(steps) })
  return { groups, steps: steps.filter((step) => step.kind === 'worked' || step.minutes !== 0) }
}

function explainDays(
  entries: readonly TimeEntry[],
  line: InvoiceLine,
  { rounding, ...length }: Extract<LineBasis, { kind: 'days' }>,
): Partial<Explanation> {
  const days = billedDays(entries, rounding, length)
  const halves = days.reduce((sum, day) => sum + day.halves, 0)
  const billed = (line.amount * 2) / line.per
  return {
    days: days.map(({ day, exact, rounded, halves }) => ({ day, exact, rounded, halves })),
    halvesByHand: line.unit === 'day' ? billed - halves : 0,
    steps: [{ kind: 'worked', minutes: minutesOf(entries) }],
  }
}

/** The lines that a draft proposes for a fixed price: whole when it is earned, or in instalments as they fall due. */
import { type Minor, sum } from '../money/amount.ts'
import type { Deliverable } from '../plan/deliverable.ts'
import { type Engagement, type Instalment, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { InvoiceLine } from '../plan/invoice.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { Billing, TermsOf } from './draft.ts'
import { minutesOf } from './gather.ts'
import { otherLines } from './otherLines.ts'
import { lineBase } from './totals.ts'

/**
 * A fixed price is billed when it is earned: all deliverables done, or the engagement closed, or its end reached; one in
 * instalments as each of them is due. What was billed before is taken off, so that never more than the price is. The work
 * goes with it, so that nobody bills it by the hour later.
 */
export function billFixed(billing: Billing): InvoiceLine[] {
  const { plan, request, engagement, gathered, leave } = billing
  const terms = termsOn(engagement, request.to)
  if (terms.kind !== 'fixed') return []
  const entries = gathered.freeUntilEnd.filter((entry) => termsOn(engagement, entry.day).kind === 'fixed')
  const rest = terms.price - pricesBilled(plan, request.id, engagement.id)
  if (rest <= 0) return []
  const lines =
    terms.instalments.length > 0
      ? instalmentLines(billing, terms, rest)
      : isEarned(plan, engagement, request.to)
        ? [wholeLine(billing, terms.price, rest)]
        : []
  const [first, ...further] = lines
  if (first !== undefined) return [{ ...first, entryIds: entries.map((entry) => entry.id) }, ...further]
  leave('fixed-open', minutesOf(entries.filter((entry) => entry.day >= request.from)))
  return []
}

function wholeLine({ engagement, texts, line }: Billing, price: Minor, rest: Minor): InvoiceLine {
  const text = rest < price ? texts.balance(engagement.name) : texts.price(engagement.name)
  return priceLine(line, engagement, text, rest, null)
}

function instalmentLines(
  { plan, request, engagement, texts, line }: Billing,
  terms: TermsOf<'fixed'>,
  price: Minor,
): InvoiceLine[] {
  let rest = price
  return openInstalments(plan, request.id, engagement, terms).flatMap((instalment) => {
    const amount = Math.min(instalment.amount, rest)
    if (amount === 0 || !isDue(plan, engagement, instalment, request.to)) return []
    rest -= amount
    const text = texts.instalment(engagement.name, instalment.title, ...placeOf(terms, instalment))
    return [priceLine(line, engagement, text, amount, instalment.id)]
  })
}

function priceLine(
  line: Billing['line'],
  { id: engagementId }: Engagement,
  text: string,
  price: Minor,
  instalmentId: Id | null,
): InvoiceLine {
  const basis = { kind: 'price', engagementId, instalmentId } as const
  return line({ text, unit: 'piece', amount: 1, per: 1, price, entryIds: [], basis })
}

/** Which instalment it is, and of how many. */
export function placeOf({ instalments }: TermsOf<'fixed'>, { id }: Instalment): [number, number] {
  return [instalments.findIndex((one) => one.id === id) + 1, instalments.length]
}

/** The instalments of a fixed price that no other invoice bills, in their order. */
export function openInstalments(
  plan: Plan,
  own: Id,
  { id }: Engagement,
  { instalments }: TermsOf<'fixed'>,
): readonly Instalment[] {
  const billed = new Set(
    otherLines(plan, own).map(({ basis }) =>
      basis?.kind === 'price' && basis.engagementId === id ? basis.instalmentId : null,
    ),
  )
  return instalments.filter((instalment) => !billed.has(instalment.id))
}

/**
 * Whether an instalment may be billed by a day: its day is reached, its deliverable done, or the engagement at its end.
 * One that hangs on a deliverable that is gone waits for the end.
 */
export function isDue(plan: Plan, engagement: Engagement, { on }: Instalment, by: Day): boolean {
  const isOver = engagement.status === 'closed' || (engagement.end !== null && engagement.end <= by)
  switch (on.kind) {
    case 'day':
      return on.day <= by
    case 'deliverable': {
      const deliverable = own(plan.practice.deliverables, on.deliverableId)
      return deliverable === undefined ? isOver : deliverable.done
    }
    case 'end':
      return isOver || isEarned(plan, engagement, by)
  }
}

function isEarned(plan: Plan, engagement: Engagement, by: Day): boolean {
  if (engagement.status === 'closed') return true
  const deliverables = deliverablesOf(plan, engagement.id)
  if (deliverables.length > 0) return deliverables.every((deliverable) => deliverable.done)
  return engagement.end !== null && engagement.end <= by
}

function deliverablesOf(plan: Plan, engagementId: Id): Deliverable[] {
  return Object.values(plan.practice.deliverables).filter((one) => one.engagementId === engagementId)
}

/** What other invoices billed of an engagement's price, drafts included. */
export function pricesBilled(plan: Plan, own: Id, engagementId: Id): Minor {
  const lines = otherLines(plan, own).filter(
    ({ basis }) => basis?.kind === 'price' && basis.engagementId === engagementId,
  )
  // A discount does not bring the price back: what it was taken off is billed.
  return sum(lines.map(lineBase))
}

/** A price in `count` parts that are equal but for a minor unit, which the first ones have more; they add up to it. */
export function splitEvenly(price: Minor, count: number): Minor[] {
  const part = Math.floor(price / count)
  const more = price - part * count
  return Array.from({ length: count }, (_, i) => part + (i < more ? 1 : 0))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftInvoice, type Grouping, groupings } from '../../../shared/billing/draft.ts'
import { explain } from '../../../shared/billing/explain.ts'
import { totalsOf } from '../../../shared/billing/totals.ts'
import type { Rounding } from '../../../shared/plan/engagement.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { aDeliverable, anEngagement } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { aBillingPlan, worked } from './aBillingPlan.ts'

const up30: Rounding = { mode: 'up', increment: 30, scope: 'day' }

const planOf = (entries: readonly TimeEntry[], rounding: Rounding) =>
  aBillingPlan({
    engagements: [anEngagement({ rounding })],
    deliverables: [aDeliverable({ id: 'a', title: 'Audit' }), aDeliverable({ id: 'b', title: 'Roadmap' })],
    entries,
  })

const draft = (plan: ReturnType<typeof planOf>, grouping: Grouping) =>
  draftInvoice(plan, {
    clientId: 'northwind',
    from: '2026-11-01',
    to: '2026-11-30',
    id: 'invoice-1',
    lineId: (n) => `line-${n}`,
    today: '2026-11-30',
    grouping,
  }).invoice

describe('a line for each deliverable', () => {
  const plan = planOf(
    [
      worked('2026-11-02', 5, { id: 'one', deliverableId: 'a' }),
      worked('2026-11-02', 10, { id: 'two', deliverableId: 'b' }),
      worked('2026-11-03', 61, { id: 'three', deliverableId: null }),
    ],
    up30,
  )

  it('shares what was rounded together, and says so', () => {
    const { lines } = draft(plan, 'deliverable')
    // Fifteen minutes of the 2nd are half an hour together: ten and twenty, not twice thirty.
    expect(lines.map(({ text, amount }) => [text.split('\n').at(-1), amount])).toEqual([
      ['Audit', 10],
      ['Roadmap', 20],
      ['Work by the hour, November 2026', 90],
    ])
    const first = lines[0]
    if (first === undefined) throw new Error('no line')
    expect(explain(plan, first).steps).toEqual([
      { kind: 'worked', minutes: 5 },
      { kind: 'rounding', minutes: 25 },
      { kind: 'shared', minutes: -20 },
    ])
  })
})

describe('whatever hours are billed by', () => {
  const anEntry = fc.record({
    day: fc.integer({ min: 1, max: 5 }),
    minutes: fc.integer({ min: 1, max: 200 }),
    deliverableId: fc.constantFrom('a', 'b', null),
  })
  const rounding: fc.Arbitrary<Rounding> = fc.record({
    mode: fc.constantFrom('none', 'up', 'nearest', 'down'),
    increment: fc.constantFrom(5, 6, 15, 30, 60),
    scope: fc.constantFrom('entry', 'day', 'invoice'),
  })

  it('each entry is on one line, the minutes add up to the engagement’s, and every line explains itself', () => {
    fc.assert(
      fc.property(
        fc.array(anEntry, { minLength: 1, maxLength: 12 }),
        rounding,
        fc.constantFrom(...groupings),
        (entries, rule, grouping) => {
          const plan = planOf(
            entries.map(({ day, minutes, deliverableId }, i) =>
              worked(`2026-11-0${day}`, minutes, { id: `e${i}`, deliverableId }),
            ),
            rule,
          )
          const whole = draft(plan, 'engagement')
          const { lines } = draft(plan, grouping)
          const sum = (of: typeof lines) => of.reduce((total, { amount }) => total + amount, 0)
          expect(sum(lines)).toBe(sum(whole.lines))
          expect(lines.flatMap(({ entryIds }) => entryIds).sort()).toEqual(
            whole.lines.flatMap(({ entryIds }) => entryIds).sort(),
          )
          for (const line of lines) {
            const { steps } = explain(plan, line)
            expect(steps.reduce((total, { minutes }) => total + minutes, 0)).toBe(line.amount)
            expect(steps.some(({ kind }) => kind === 'by-hand')).toBe(false)
          }
          expect(Math.abs(totalsOf(draft(plan, grouping)).net - totalsOf(whole).net)).toBeLessThanOrEqual(
            lines.length,
          )
        },
      ),
      { numRuns: times(100, 3000) },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextNumber } from '../../../shared/billing/numbering.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { times } from '../../support/effort.ts'
import { aBillingPlan, aDraft, carriedOut } from './aBillingPlan.ts'

const COUNT = times(150, 1000)
const ids = Array.from({ length: COUNT }, (_, i) => `invoice-${i}`)

describe('[M2] many invoices', () => {
  it('issued in any order, over two years in turn, are 1…n of each without a gap or a double', () => {
    const drafted = carriedOut(
      aBillingPlan(),
      ...ids.map((id) => ({ type: 'invoice/draft', invoice: aDraft({ id }) }) as const),
    )
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: COUNT }),
        fc.array(fc.boolean(), { minLength: COUNT, maxLength: COUNT }),
        (order, isNext) => {
          let plan: Plan = drafted
          const given = order.map((id, i) => {
            const done = execute(plan, {
              type: 'invoice/issue',
              id,
              on: isNext[i] === true ? '2027-01-05' : '2026-11-30',
            })
            if (!done.ok) throw new Error(done.refusal.code)
            plan = done.plan
            return done.subject ?? ''
          })
          const later = isNext.filter(Boolean).length
          expect(given.toSorted()).toEqual(
            [...numbers('2026', COUNT - later), ...numbers('2027', later)].toSorted(),
          )
          // In the order in which they were issued, too: a number never passes an earlier one of its year.
          for (const year of ['2026', '2027']) {
            const counters = given
              .filter((number) => number.startsWith(year))
              .map((number) => number.slice(5))
            expect(counters.map(Number)).toEqual(counters.map((_, i) => i + 1))
          }
          expect(nextNumber(plan.practice.numbering, '2027-01-05').counter).toBe(later + 1)
        },
      ),
      { numRuns: times(2, 5) },
    )
  }, 600_000)
})

const numbers = (year: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${year}-${String(i + 1).padStart(3, '0')}`)

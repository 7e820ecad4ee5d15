import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '../../../shared/billing/apportion.ts'
import { times } from '../../support/effort.ts'

describe('sharing a whole amount', () => {
  it.each([
    [30, [5, 5], [15, 15]],
    [100, [1, 1, 1], [33, 34, 33]],
    [15, [10, 10, 3], [7, 6, 2]],
    [0, [7], [0]],
    [5, [0, 0], [0, 5]],
    [7, [], []],
  ])('%i by %j is %j', (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts)
  })

  it('the parts add up, none is negative, and none is more than one off its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (total, given) => {
        const parts = apportion(total, given)
        const all = given.reduce((a, b) => a + b, 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        for (const [i, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0)
          if (all > 0) expect(Math.abs(part - (total * (given[i] ?? 0)) / all)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: times(200, 2000) },
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solve } from 'yalps'
import type { Work } from '../../../../shared/capacity/work/feasibility.ts'
import { feasibility } from '../../../../shared/capacity/work/schedule.ts'
import type { Interval } from '../../../../shared/time/interval.ts'
import { times } from '../../../support/effort.ts'
import { checked, frees, works } from './randomWork.ts'

/**
 * The most minutes that can be done, by linear programming: a variable for each item and each stretch between two
 * boundaries that lies in its window, at most the free minutes of the stretch and the minutes of the item in all.
 */
function mostMinutes(work: readonly Work[], free: readonly Interval[]): number {
  const bounds = [
    ...new Set(
      [...work, ...free].flatMap((one) => ('due' in one ? [one.release, one.due] : [one.from, one.to])),
    ),
  ].sort((a, b) => a - b)
  const constraints = new Map<string, { max: number }>()
  const variables = new Map<string, Map<string, number>>()
  for (const { id, minutes } of work) constraints.set(id, { max: minutes })
  for (const [i, from] of bounds.entries()) {
    const to = bounds[i + 1] ?? from
    const isFree = free.some((gap) => gap.from <= from && to <= gap.to)
    constraints.set(`stretch ${i}`, { max: isFree ? to - from : 0 })
    for (const { id, release, due } of work)
      if (release <= from && to <= due && from < to)
        variables.set(
          `${id} in ${i}`,
          new Map([
            ['done', 1],
            [id, 1],
            [`stretch ${i}`, 1],
          ]),
        )
  }
  const { status, result } = solve({ direction: 'maximize', objective: 'done', constraints, variables })
  if (status !== 'optimal') throw new Error(status)
  return Math.round(result * 1e6) / 1e6
}

test('a linear program of minutes in stretches finds a plan exactly where the verdict is not impossible', () => {
  let impossible = 0
  fc.assert(
    fc.property(works, frees, fc.integer({ min: 0, max: 4 }), (work, free, block) => {
      const verdict = feasibility(work, free, block)
      const all = work.reduce((sum, { minutes }) => sum + minutes, 0)
      if (verdict.kind === 'impossible') impossible++
      expect(verdict.kind === 'impossible').toBe(mostMinutes(work, free) < all)
      if (verdict.kind !== 'impossible') expect(checked(verdict.pieces, work, free)).toBe('good')
    }),
    { numRuns: times(1000, 10_000) },
  )
  expect(impossible).toBeGreaterThan(50)
})

test('what the window says is missing is exactly what the linear program cannot do, where it is the only one', () => {
  fc.assert(
    fc.property(works, frees, (work, free) => {
      // All released at once: then each due time is the end of one window, and windows do not add up.
      const together = work.map((item) => ({ ...item, release: 0, due: 40 }))
      const verdict = feasibility(together, free, 0)
      const all = together.reduce((sum, { minutes }) => sum + minutes, 0)
      expect(verdict.kind === 'impossible' ? verdict.window.short : 0).toBe(all - mostMinutes(together, free))
    }),
    { numRuns: times(200, 5000) },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockPlan } from '../../../../shared/capacity/work/blockSearch.ts'
import type { Work } from '../../../../shared/capacity/work/feasibility.ts'
import { feasibility } from '../../../../shared/capacity/work/schedule.ts'
import type { Interval } from '../../../../shared/time/interval.ts'
import { times } from '../../../support/effort.ts'
import { checked } from './randomWork.ts'

/** Up to four items in up to five gaps of at most four units each, cut by releases and due times wherever they fall. */
const anInstance = fc
  .record({
    gaps: fc.array(
      fc.record({ pause: fc.integer({ min: 1, max: 2 }), length: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    wide: fc.integer({ min: 0, max: 8 }),
    items: fc.array(
      fc.record({
        release: fc.integer({ min: 0, max: 14 }),
        length: fc.integer({ min: 1, max: 20 }),
        minutes: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    block: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ gaps, wide, items, block }) => {
    const free: Interval[] = []
    let at = 0
    for (const [i, { pause, length }] of gaps.entries()) {
      const from = at + pause
      at = from + length + (i === 0 ? wide : 0)
      free.push({ from, to: at })
    }
    const work = items.map(
      ({ release, length, minutes }, i): Work => ({ id: `w${i}`, release, due: release + length, minutes }),
    )
    return { work, free, block }
  })

/** Brute force: every way to give each free unit to an item or to nobody, as long as no piece comes out too short. */
function hasBlockPlan(work: readonly Work[], free: readonly Interval[], block: number): boolean {
  const least = work.map(({ minutes }) => Math.min(block, minutes))
  const seen = new Set<string>()
  const from = (gap: number, at: number, left: readonly number[], last: number, length: number): boolean => {
    const ends = last < 0 || length >= (least[last] as number)
    const here = free[gap]
    if (here === undefined) return left.every((units) => units === 0)
    if (at === here.to) return ends && from(gap + 1, free[gap + 1]?.from ?? 0, left, -1, 0)
    const key = `${gap} ${at} ${left.join()} ${last} ${Math.min(length, block)}`
    if (seen.has(key)) return false
    seen.add(key)
    if (ends && from(gap, at + 1, left, -1, 0)) return true
    return work.some(({ release, due }, i) => {
      if (at < release || at >= due || left[i] === 0 || (i !== last && !ends)) return false
      const rest = left.map((units, j) => (j === i ? units - 1 : units))
      return from(gap, at + 1, rest, i, i === last ? length + 1 : 1)
    })
  }
  return from(
    0,
    free[0]?.from ?? 0,
    work.map(({ minutes }) => minutes),
    -1,
    0,
  )
}

describe('work in whole blocks', () => {
  test('is possible exactly where trying every plan finds one, and only finer exactly where it finds none but shorter pieces do', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(anInstance, ({ work, free, block }) => {
        const verdict = feasibility(work, free, block)
        met.add(verdict.kind)
        const wanted = hasBlockPlan(work, free, block)
          ? 'possible'
          : hasBlockPlan(work, free, 1)
            ? 'finer'
            : 'impossible'
        expect(verdict.kind).toBe(wanted)
        if (verdict.kind === 'finer') expect(verdict.proved).toBe(true)
        if (verdict.kind === 'possible') expect(checked(verdict.pieces, work, free, block)).toBe('good')
      }),
      { numRuns: times(800, 8000) },
    )
    expect([...met].sort()).toEqual(['finer', 'impossible', 'possible'])
  })

  test('is decided by the search alone as trying every plan decides it', () => {
    fc.assert(
      fc.property(anInstance, ({ work, free, block }) => {
        const found = blockPlan(work, free, block)
        expect(typeof found === 'string' ? found : checked(found, work, free, block)).toBe(
          hasBlockPlan(work, free, block) ? 'good' : 'none',
        )
      }),
      { numRuns: times(800, 8000) },
    )
  })

  test('is given up past the bound, and is then not said to be proved', () => {
    // Two of them go into a gap, so one is too many; to see it, every way to pair them would have to be tried.
    const work = Array.from({ length: 25 }, (_, i): Work => {
      return { id: `w${i}`, release: 0, due: 4000, minutes: 31 + (i % 7) }
    })
    const free = Array.from({ length: 12 }, (_, i) => ({ from: i * 100, to: i * 100 + 90 }))
    const verdict = feasibility(work, free, 30)
    expect(verdict.kind === 'finer' ? verdict.proved : verdict.kind).toBe(false)
  })

  test('may cross several due times of other work in one piece', () => {
    const work: Work[] = [
      { id: 'b', release: -4, due: 3, minutes: 1 },
      { id: 'c', release: -4, due: 4, minutes: 1 },
      { id: 'long', release: 0, due: 9, minutes: 7 },
    ]
    const free = [
      { from: -4, to: -3 },
      { from: -2, to: -1 },
      { from: 2, to: 9 },
    ]
    expect(blockPlan(work, free, 4)).toEqual([
      { id: 'b', from: -4, to: -3 },
      { id: 'c', from: -2, to: -1 },
      { id: 'long', from: 2, to: 9 },
    ])
  })
})

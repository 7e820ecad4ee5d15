import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  irreducible,
  supplyOf,
  takeApart,
  type Work,
  worstWindow,
} from '../../../../shared/capacity/work/feasibility.ts'
import { feasibility } from '../../../../shared/capacity/work/schedule.ts'
import type { Interval } from '../../../../shared/time/interval.ts'
import { times } from '../../../support/effort.ts'
import { aWork, checked, frees, works } from './randomWork.ts'

/** Oracle: every minute of work is matched to a free minute of its window by augmenting paths (Kuhn 1955). */
function canMatch(work: readonly Work[], free: readonly Interval[]): boolean {
  const slots = free.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
  const units = work.flatMap((item) => Array.from({ length: item.minutes }, () => item))
  const holder = new Map<number, number>()
  const place = (unit: number, tried: Set<number>): boolean => {
    const item = units[unit] as Work
    for (const slot of slots) {
      if (slot < item.release || slot >= item.due || tried.has(slot)) continue
      tried.add(slot)
      const other = holder.get(slot)
      if (other === undefined || place(other, tried)) {
        holder.set(slot, unit)
        return true
      }
    }
    return false
  }
  return units.every((_, unit) => place(unit, new Set()))
}

describe('feasibility', () => {
  test('is impossible exactly where no matching of minutes exists, and its plan passes an independent check', () => {
    fc.assert(
      fc.property(works, frees, fc.integer({ min: 0, max: 4 }), (work, free, block) => {
        const verdict = feasibility(work, free, block)
        expect(verdict.kind !== 'impossible').toBe(canMatch(work, free))
        if (verdict.kind !== 'impossible') expect(checked(verdict.pieces, work, free)).toBe('good')
      }),
      { numRuns: times(1000, 20_000) },
    )
  })

  test('promises no piece shorter than the block where it says possible', () => {
    fc.assert(
      fc.property(works, frees, fc.integer({ min: 1, max: 4 }), (work, free, block) => {
        const verdict = feasibility(work, free, block)
        if (verdict.kind !== 'possible') return
        const needs = new Map(work.map(({ id, minutes }) => [id, minutes]))
        expect(
          verdict.pieces.filter(({ id, from, to }) => to - from < Math.min(block, needs.get(id) ?? 0)),
        ).toEqual([])
      }),
      { numRuns: times(300, 20_000) },
    )
  })

  test('stays impossible when work is added', () => {
    fc.assert(
      fc.property(works, aWork, frees, (work, more, free) => {
        if (feasibility(work, free, 0).kind !== 'impossible') return
        expect(feasibility([...work, { id: 'more', ...more }], free, 0).kind).toBe('impossible')
      }),
      { numRuns: times(300, 20_000) },
    )
  })

  test('names work of which every piece matters', () => {
    fc.assert(
      fc.property(works, frees, (work, free) => {
        const verdict = feasibility(work, free, 0)
        if (verdict.kind !== 'impossible') return
        expect(canMatch(verdict.named, free)).toBe(false)
        for (const item of verdict.named)
          expect(
            canMatch(
              verdict.named.filter((other) => other !== item),
              free,
            ),
          ).toBe(true)
      }),
      { numRuns: times(500, 20_000) },
    )
  })

  test('tells the window that is worst short by a search of all windows', () => {
    fc.assert(
      fc.property(works, frees, (work, free) => {
        let worst = 0
        for (let from = 0; from <= 40; from++)
          for (let to = from; to <= 41; to++) {
            const needed = work
              .filter((w) => w.release >= from && w.due <= to)
              .reduce((sum, w) => sum + w.minutes, 0)
            const available = free.reduce(
              (sum, gap) => sum + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)),
              0,
            )
            worst = Math.max(worst, needed - available)
          }
        expect(worstWindow(work, supplyOf(free))?.short ?? 0).toBe(worst)
      }),
      { numRuns: times(300, 20_000) },
    )
  })
})

test('of work due at once only as much is named as it takes', () => {
  const work: Work[] = [
    { id: 'a', release: 18, due: 23, minutes: 3 },
    { id: 'b', release: 18, due: 23, minutes: 3 },
  ]
  const verdict = feasibility(work, [], 0)
  expect(verdict.kind === 'impossible' ? verdict.named.map(({ id }) => id) : []).toEqual(['b'])
})

describe('windows that do not explain each other', () => {
  const work: Work[] = [
    { id: 'a', release: 0, due: 10, minutes: 8 },
    { id: 'b', release: 20, due: 30, minutes: 9 },
    { id: 'c', release: 0, due: 40, minutes: 5 },
  ]

  test('are told one by one', () => {
    const free = [
      { from: 0, to: 5 },
      { from: 20, to: 25 },
      { from: 30, to: 40 },
    ]
    expect(takeApart(work, free, 5).windows.map(({ from, to, short }) => [from, to, short])).toEqual([
      [20, 30, 4],
      [0, 10, 3],
    ])
  })

  test('work that fits has none', () => {
    expect(takeApart(work, [{ from: 0, to: 40 }], 5).windows).toEqual([])
  })
})

test('small work is left out of the reasons where larger work is enough', () => {
  const work: Work[] = [
    { id: 'large', release: 0, due: 10, minutes: 12 },
    { id: 'small', release: 0, due: 10, minutes: 1 },
  ]
  const supply = supplyOf([{ from: 0, to: 10 }])
  const window = worstWindow(work, supply)
  expect([window?.short, window === null ? [] : irreducible(window, supply).map(({ id }) => id)]).toEqual([
    3,
    ['large'],
  ])
})

test('gaps shorter than the minimum block count as nothing where that is asked', () => {
  const work: Work[] = [{ id: 'a', release: 0, due: 20, minutes: 8 }]
  const free = [
    { from: 0, to: 4 },
    { from: 10, to: 14 },
  ]
  expect(feasibility(work, free, 5)).toEqual({
    kind: 'finer',
    proved: true,
    pieces: [
      { id: 'a', from: 0, to: 4 },
      { id: 'a', from: 10, to: 14 },
    ],
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SortKey, sortRows } from '../../../renderer/ui/sortRows.ts'

const sorted = (keys: readonly SortKey[], direction: 'ascending' | 'descending', language = 'en') =>
  sortRows(keys, (key) => key, direction, language)

describe('rows in the order of a key', () => {
  it('are texts as people order them: capitals beside small letters, accents, numbers by their value', () => {
    const names = ['zeta', 'Äther', 'Ball', 'atom', 'Client 10', 'Client 9']
    expect(sorted(names, 'ascending', 'de')).toEqual([
      'Äther',
      'atom',
      'Ball',
      'Client 9',
      'Client 10',
      'zeta',
    ])
    expect(sorted(names, 'descending', 'de')).toEqual([
      'zeta',
      'Client 10',
      'Client 9',
      'Ball',
      'atom',
      'Äther',
    ])
    // In Swedish Ä is a letter of its own, at the end.
    expect(sorted(['Äther', 'zeta'], 'ascending', 'sv')).toEqual(['zeta', 'Äther'])
  })

  it('are numbers by size', () => {
    expect(sorted([10, 9, -1, 0], 'ascending')).toEqual([-1, 0, 9, 10])
  })

  it('have those without a key last, either way', () => {
    expect(sorted([null, 'b', null, 'a'], 'ascending')).toEqual(['a', 'b', null, null])
    expect(sorted([null, 'b', null, 'a'], 'descending')).toEqual(['b', 'a', null, null])
  })

  it('keep equal ones in the order they came in, and lose none', () => {
    const aRow = fc.record({ at: fc.nat(), key: fc.option(fc.integer({ min: 0, max: 3 })) })
    const direction = fc.constantFrom('ascending' as const, 'descending' as const)
    fc.assert(
      fc.property(fc.array(aRow), direction, (rows, way) => {
        const before = [...rows]
        const after = sortRows(rows, ({ key }) => key, way, 'en')
        expect(rows).toEqual(before)
        expect(after).toHaveLength(rows.length)
        for (const key of [null, 0, 1, 2, 3])
          expect(after.filter((row) => row.key === key)).toEqual(rows.filter((row) => row.key === key))
        const keys = after.flatMap((row) => (row.key === null ? [] : [row.key]))
        expect(keys).toEqual(keys.toSorted((a, b) => (way === 'ascending' ? a - b : b - a)))
      }),
    )
  })
})

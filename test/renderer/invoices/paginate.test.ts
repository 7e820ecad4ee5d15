import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type PagePlan, paginate, type Room } from '../../../renderer/documents/paginate.ts'

const room: Room = { first: 100, further: 150, tableHead: 10, carry: 5 }

const row = (n: number, ...lines: number[]): Block => ({ id: `row-${n}`, table: true, padding: 0, lines })
const paragraph = (n: number, ...lines: number[]): Block => ({
  id: `paragraph-${n}`,
  table: false,
  padding: 0,
  lines,
})
const totals: Block = { id: 'totals', table: true, padding: 0, lines: [20] }

const shown = (pages: readonly PagePlan[]) =>
  pages.map(({ parts, carriedIn, carriedOut }) => [
    parts.map(({ id, from, to }) => `${id} ${from}-${to}`),
    carriedIn,
    carriedOut,
  ])

describe('pages', () => {
  it('are one where all fits', () => {
    expect(shown(paginate([row(0, 30), row(1, 30), totals], room))).toEqual([
      [['row-0 0-1', 'row-1 0-1', 'totals 0-1'], false, false],
    ])
  })

  it('keep room for the sum that is carried over, and the next one for head and sum', () => {
    const rows = Array.from({ length: 5 }, (_, i) => row(i, 40))
    expect(shown(paginate([...rows, totals], room))).toEqual([
      [['row-0 0-1', 'row-1 0-1'], false, true],
      [['row-2 0-1', 'row-3 0-1', 'row-4 0-1'], true, true],
      [['totals 0-1'], true, false],
    ])
  })

  it('take a block whole to the next page before they break it', () => {
    expect(shown(paginate([row(0, 60), row(1, 20, 20, 20), totals], room))).toEqual([
      [['row-0 0-1'], false, true],
      [['row-1 0-3', 'totals 0-1'], true, false],
    ])
  })

  it('take words that keep what follows them along to its page, unless no page holds both', () => {
    const kept = (n: number, ...lines: number[]) => ({ ...paragraph(n, ...lines), keepsNext: true })
    const bill: Block = { id: 'bill', table: false, padding: 0, lines: [60] }
    expect(shown(paginate([paragraph(0, 50), kept(1, 10), kept(2, 10), bill], room))).toEqual([
      [['paragraph-0 0-1'], false, false],
      [['paragraph-1 0-1', 'paragraph-2 0-1', 'bill 0-1'], false, false],
    ])
    expect(shown(paginate([kept(0, ...Array.from({ length: 12 }, () => 10)), bill], room))).toEqual([
      [['paragraph-0 0-10'], false, false],
      [['paragraph-0 10-12', 'bill 0-1'], false, false],
    ])
  })

  it('break a block between its lines where it is taller than a page', () => {
    const lines = Array.from({ length: 20 }, () => 10)
    expect(shown(paginate([row(0, ...lines), totals], room))).toEqual([
      [['row-0 0-8'], false, true],
      [['row-0 8-20'], true, true],
      [['totals 0-1'], true, false],
    ])
  })

  it('put one line that is taller than any page on a page of its own, and lose nothing', () => {
    expect(shown(paginate([paragraph(0, 10), paragraph(1, 900), paragraph(2, 10)], room))).toEqual([
      [['paragraph-0 0-1'], false, false],
      [['paragraph-1 0-1'], false, false],
      [['paragraph-2 0-1'], false, false],
    ])
  })

  it('hold every line once and in order, and are never over-full', () => {
    const height = fc.integer({ min: 1, max: 60 })
    const block = fc.record({
      table: fc.boolean(),
      padding: fc.integer({ min: 0, max: 8 }),
      lines: fc.array(height, { minLength: 1, maxLength: 40 }),
    })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), (given) => {
        const sorted = given.toSorted((a, b) => Number(b.table) - Number(a.table))
        const blocks = sorted.map((b, i) => ({ ...b, id: `${b.table ? 'row' : 'paragraph'}-${i}` }))
        const pages = paginate(blocks, room)
        const placed = pages.flatMap((page) =>
          page.parts.flatMap(({ id, from, to }) => range(from, to).map((n) => `${id} ${n}`)),
        )
        expect(placed).toEqual(blocks.flatMap(({ id, lines }) => lines.map((_, n) => `${id} ${n}`)))
        for (const [i, page] of pages.entries()) {
          const parts = page.parts.map((part) => ({ part, block: blocks.find(({ id }) => id === part.id) }))
          const heads = parts.some(({ block }) => block?.table) ? room.tableHead : 0
          const carries = room.carry * (Number(page.carriedIn) + Number(page.carriedOut))
          const used = parts.reduce(
            (sum, { part, block }) =>
              sum + (block?.padding ?? 0) + total(block?.lines.slice(part.from, part.to) ?? []),
            heads + carries,
          )
          expect(used).toBeLessThanOrEqual(i === 0 ? room.first : room.further)
        }
      }),
    )
  })
})

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
const total = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, pageReport, type ReportRoom } from '../../../renderer/documents/reportPaging.ts'
import { times } from '../../support/effort.ts'

const room: ReportRoom = { first: 50, further: 80, titles: [10, 5, 0], heads: [10, 5, 0] }
const row = (part: number, index: number, height = 10, keepsNext = false): Piece => ({
  part,
  row: index,
  height,
  keepsNext,
})
const rows = (part: number, count: number) => Array.from({ length: count }, (_, i) => row(part, i))
const shown = (pages: Piece[][]) =>
  pages.map((page) =>
    page.map((piece) => (piece.row === null ? `${piece.part}` : `${piece.part}.${piece.row}`)),
  )

describe('setting a report on pages', () => {
  it.each<[string, Piece[], string[][]]>([
    ['title, head and rows fill a page', rows(0, 3), [['0.0', '0.1', '0.2']]],
    [
      'a further page begins with the head again',
      rows(0, 10),
      [
        ['0.0', '0.1', '0.2'],
        ['0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9'],
      ],
    ],
    [
      'a day never stands last on a page',
      [row(0, 0), row(0, 1), row(0, 2, 10, true), row(0, 3)],
      [
        ['0.0', '0.1'],
        ['0.2', '0.3'],
      ],
    ],
    ['a second table goes on below the first', [row(0, 0), row(1, 0)], [['0.0', '1.0']]],
    ['what is too tall stands alone', [row(0, 0), row(0, 1, 500), row(0, 2)], [['0.0'], ['0.1'], ['0.2']]],
    [
      'text and signatures stay together',
      [
        row(0, 0),
        { part: 1, row: null, height: 15, keepsNext: true },
        { part: 2, row: null, height: 15, keepsNext: false },
      ],
      [['0.0'], ['1', '2']],
    ],
    [
      'what should stay together and fits on no page is set row by row, after a first row below its day',
      Array.from({ length: 9 }, (_, i) => row(0, i, 20, true)),
      [['0.0', '0.1'], ['0.2', '0.3', '0.4'], ['0.5', '0.6', '0.7'], ['0.8']],
    ],
    ['nothing at all is one page', [], [[]]],
  ])('%s', (_what, pieces, pages) => {
    expect(shown(pageReport(pieces, room))).toEqual(pages)
  })

  it('keeps every piece in its order, and no page is fuller than it may be unless one chain is', () => {
    const piece = fc.record({ height: fc.integer({ min: 1, max: 30 }), keepsNext: fc.boolean() })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (given) => {
        const pieces = given.map(({ height, keepsNext }, i) => row(0, i, height, keepsNext && i % 3 === 0))
        const pages = pageReport(pieces, room)
        expect(pages.flat()).toEqual(pieces)
        for (const [i, page] of pages.entries()) {
          const used = page.reduce((sum, { height }) => sum + height, 10) + (i === 0 ? 10 : 0)
          if (page.length > 2) expect(used).toBeLessThanOrEqual(i === 0 ? room.first : room.further)
        }
      }),
      { numRuns: times(200, 2000) },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberCell } from '../../../../shared/exchange/csv/csvCell.ts'
import { csvStyleNames, csvStyles } from '../../../../shared/exchange/csv/csvStyle.ts'
import { fromNeutralised, neutralised } from '../../../../shared/exchange/csv/formulaText.ts'
import { writeCsv } from '../../../../shared/exchange/csv/writeCsv.ts'
import { times } from '../../../support/effort.ts'
import { readBack } from './readBack.ts'

describe('text that a spreadsheet would take for a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-5 % discount', "'-5 % discount"],
    ['@team', "'@team"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝cmd', "'＝cmd"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ['Roadmap = plan', 'Roadmap = plan'],
    ["'tis done", "'tis done"],
    ['', ''],
  ])('%j is written %j', (text, cell) => {
    expect([neutralised(text), fromNeutralised(neutralised(text))]).toEqual([cell, text])
  })

  it('every text comes back from its cell, and no cell begins as a formula', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '＝') })
    fc.assert(
      fc.property(text, (t) => {
        expect(fromNeutralised(neutralised(t))).toBe(t)
        expect(neutralised(t)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
      }),
      { numRuns: times(300, 3000) },
    )
  })
})

describe('writing CSV', () => {
  it('ends every record with CRLF, quotes what needs it, and leaves numbers numbers', () => {
    const rows = [
      ['text', 'number', 'nothing'],
      ['a, b', numberCell(-12), null],
      ['say "so"', { number: '0.5' }, ''],
      ['two\nlines', numberCell(0), ' edge '],
    ] as const
    expect(writeCsv(rows, 'plain')).toBe(
      'text,number,nothing\r\n"a, b",-12,\r\n"say ""so""",0.5,\r\n"two\nlines",0," edge "\r\n',
    )
    expect(writeCsv(rows, 'commaSheet')).toBe(
      '\uFEFFtext;number;nothing\r\na, b;-12;\r\n"say ""so""";0,5;\r\n"two\nlines";0;" edge "\r\n',
    )
    expect(writeCsv([['x']], 'sheet')).toBe('\uFEFFx\r\n')
  })

  it('a second reader gets back every text, in every style', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\r', '\n', ' ', 'a', 'ü', '=', "'", '漢'),
    })
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, fc.constantFrom(...csvStyleNames), (given, style) => {
        const read = readBack(writeCsv(given, style), csvStyles[style].separator)
        expect(read.map((row) => row.map(fromNeutralised))).toEqual(given)
      }),
      { numRuns: times(200, 2000) },
    )
  })
})

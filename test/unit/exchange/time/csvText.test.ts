import { describe, expect, it } from 'vitest'
import {
  namedSeparator,
  readCsv,
  separatorOf,
  withPlainLineEnds,
} from '../../../../shared/exchange/time/csvText.ts'

const read = (text: string) => readCsv(withPlainLineEnds(text), ',', 1, () => {})

describe('a table of comma-separated values', () => {
  it('counts lines as an editor does, also where a quoted field reaches over several', () => {
    expect(read('a,b\r\n"x\r\ny",1\r\n\r\nz,2')).toEqual({
      records: [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['x\ny', '1'] },
        { line: 5, fields: ['z', '2'] },
      ],
      broken: [],
    })
  })

  it('passes over a line whose quotes do not fit and reads on from the next', () => {
    expect(read('a,b\n1,"open\n2,two\n3,"three"\n4,"a "word" b"\n5,five\n')).toEqual({
      records: [
        { line: 1, fields: ['a', 'b'] },
        { line: 3, fields: ['2', 'two'] },
        { line: 4, fields: ['3', 'three'] },
        { line: 6, fields: ['5', 'five'] },
      ],
      broken: [
        { line: 2, text: '1,"open' },
        { line: 5, text: '4,"a "word" b"' },
      ],
    })
  })

  it('gives up where hundreds of lines have broken quotes', () => {
    expect(read('a,"b" c\n'.repeat(300))).toBe(null)
  })

  it.each([
    ['a,b,c\n1;2,3,4', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\tc', '\t'],
    ['a|b', '|'],
    ['"a;b;c",d', ','],
    ['alone', ','],
  ])('finds the separator of %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator)
  })

  it('knows the separator that a spreadsheet names in front', () => {
    expect(namedSeparator('sep=;\na;b')).toEqual({ separator: ';', length: 6 })
    expect(namedSeparator('separate\na;b')).toBe(null)
  })
})

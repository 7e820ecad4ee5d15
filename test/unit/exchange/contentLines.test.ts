import { describe, expect, it } from 'vitest'
import { ContentLines } from '../../../shared/exchange/contentLines.ts'

function linesOf(source: string): readonly (readonly [number, string])[] {
  const lines = new ContentLines(source)
  const found: [number, string][] = []
  while (lines.advance()) found.push([lines.line, lines.text()])
  return found
}

describe('content lines', () => {
  it.each([
    ['CRLF', 'A:1\r\nB:2\r\n'],
    ['LF', 'A:1\nB:2\n'],
    ['CR', 'A:1\rB:2\r'],
    ['a mixture', 'A:1\rB:2\n'],
    ['no last line end', 'A:1\r\nB:2'],
  ])('end with %s', (_, source) => {
    expect(linesOf(source)).toEqual([
      [1, 'A:1'],
      [2, 'B:2'],
    ])
  })

  it.each([
    ['a space', 'A:one\r\n  two\r\nB:2', 'A:one two'],
    ['a tab', 'A:one\r\n\ttwo\r\nB:2', 'A:onetwo'],
    ['an LF alone', 'A:one\n two\nB:2', 'A:onetwo'],
  ])('go on after %s', (_, source, first) => {
    expect(linesOf(source)).toEqual([
      [1, first],
      [3, 'B:2'],
    ])
  })

  it('pass over empty lines and count them', () => {
    expect(linesOf('\r\n\r\nA:1\r\n\r\nB:2\r\n')).toEqual([
      [3, 'A:1'],
      [5, 'B:2'],
    ])
  })

  it('go on after CR CR LF, which some mail programs make of a line end', () => {
    expect(linesOf('A:one\r\r\n two\r\r\nB:2')).toEqual([
      [1, 'A:onetwo'],
      [5, 'B:2'],
    ])
  })

  it('are none in an empty text', () => {
    expect(linesOf('')).toEqual([])
  })
})

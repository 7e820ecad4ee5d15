import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedCalendar } from '../../../shared/exchange/calendarBytes.ts'
import { ContentLines } from '../../../shared/exchange/contentLines.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function decoded(bytes: Uint8Array): string {
  const encoded = encodedCalendar(bytes)
  return new TextDecoder(encoded.encoding).decode(encoded.bytes)
}

/** Folds by octets, as RFC 5545 §3.1 says, through the middle of characters. */
function folded(bytes: Uint8Array, width: number): Uint8Array {
  const out: number[] = []
  for (const [i, byte] of bytes.entries()) {
    if (i > 0 && i % width === 0) out.push(13, 10, 32)
    out.push(byte)
  }
  return Uint8Array.from(out)
}

describe('the bytes of a calendar', () => {
  it.each([
    ['plain letters', utf8('A:1'), 'utf-8', false],
    ['UTF-8', utf8('A:Zürich'), 'utf-8', false],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]), 'utf-8', false],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, 0x41, 0]), 'utf-16le', false],
    ['big-endian UTF-16 with its mark', Uint8Array.from([0xfe, 0xff, 0, 0x41]), 'utf-16be', false],
    ['UTF-16 without a mark', Uint8Array.from([0x41, 0, 0x42, 0]), 'utf-16le', true],
    ['big-endian UTF-16 without a mark', Uint8Array.from([0, 0x41, 0, 0x42]), 'utf-16be', true],
    ['Latin letters of one byte', Uint8Array.from([0x5a, 0xfc, 0x72]), 'windows-1252', true],
    ['nothing', new Uint8Array(), 'utf-8', false],
  ])('%s are found out', (_, bytes, encoding, guessed) => {
    expect(encodedCalendar(bytes)).toMatchObject({ encoding, guessed })
  })

  it('read the same however lines are folded through characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.integer({ min: 4, max: 20 }),
        (text, width) => {
          fc.pre(!/\p{Cc}|\p{Cs}/u.test(text))
          const line = `SUMMARY:${text}`
          const lines = new ContentLines(decoded(folded(utf8(line), width)))
          lines.advance()
          return lines.text() === line
        },
      ),
    )
  })

  it('stay as they are where they came from, also in a Buffer', () => {
    const bytes = Buffer.from(folded(utf8('A:Zürich'), 4))
    const before = [...bytes]
    expect(decoded(bytes)).toContain('ü')
    expect([...bytes]).toEqual(before)
  })

  it('keep the numbers of lines where a fold cut a character', () => {
    const bytes = Uint8Array.from([...utf8('A:'), 0xc3, 13, 10, 32, 0xbc, 13, 10, ...utf8('B:2')])
    const lines = new ContentLines(decoded(bytes))
    const found: [number, string][] = []
    while (lines.advance()) found.push([lines.line, lines.text()])
    expect(found).toEqual([
      [1, 'A:ü'],
      [3, 'B:2'],
    ])
  })
})

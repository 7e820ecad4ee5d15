import { describe, expect, it } from 'vitest'
import { qrPath } from '../../../renderer/documents/QrCode.tsx'
import { type Drawn, drawSwissBill, textsOf } from '../../../renderer/documents/swissSvg.ts'
import { modulesAsGrey, readQr } from '../../support/readQr.ts'

/** Which modules a path of rectangles covers. */
function covered(path: string): (x: number, y: number) => boolean {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => run.slice(1).map(Number))
  const dark = new Set(
    runs.flatMap(([x = 0, y = 0, length = 0]) => Array.from({ length }, (_, i) => `${x + i} ${y}`)),
  )
  return (x, y) => dark.has(`${x} ${y}`)
}

describe('a QR code', () => {
  it.each(['BCD\n002\n1\nSCT\n\nJörg Größe\nDE89370400440532013000\nEUR1.00\n\n\n2026-001', '🚀 שלום'])(
    'is read again as it was written: %j',
    (text) => {
      const { path, size } = qrPath(text)
      expect(readQr(modulesAsGrey(covered(path), size))).toBe(text)
    },
  )
})

describe('the drawing of a Swiss bill', () => {
  const party = {
    name: 'Fish & <Chips> "Ltd"',
    address: 'Seeweg',
    zip: '8001',
    city: 'Zürich',
    country: 'CH',
  }
  const drawn = drawSwissBill(
    {
      currency: 'CHF',
      amount: 1994.75,
      creditor: { ...party, account: 'CH9300762011623852957' },
      message: 'Rechnung 1',
    },
    'de',
  )

  it('has its code as one path that is read again', () => {
    const [code, ...others] = paths(drawn).filter((path) => path.length > 2000)
    expect(others).toEqual([])
    const read = readQr(modulesAsGrey(covered(code ?? ''), 57))
    expect(read?.split('\n').slice(0, 6)).toEqual([
      'SPC',
      '0200',
      '1',
      'CH9300762011623852957',
      'S',
      'Fish & <Chips> "Ltd"',
    ])
  })

  it('says what is typed as it is typed', () => {
    expect(textsOf(drawn)).toContain('Fish & <Chips> "Ltd"')
    expect(textsOf(drawn)).toContain('Empfangsschein')
    expect(textsOf(drawn)).toContain('1 994.75')
  })
})

function paths({ attributes, children }: Drawn): string[] {
  return [
    ...(attributes.d === undefined ? [] : [attributes.d]),
    ...children.flatMap((child) => (typeof child === 'string' ? [] : paths(child))),
  ]
}

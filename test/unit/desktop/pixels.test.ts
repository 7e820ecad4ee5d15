import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOut, drawnOver, rgbaOf } from '../../../electron/desktop/pixels.ts'

describe('pixels', () => {
  it('red comes first and alpha is taken out', () => {
    expect([...rgbaOf(Uint8Array.of(0, 0, 128, 128, 30, 20, 10, 255, 0, 0, 0, 0))]).toEqual([
      255, 0, 0, 128, 10, 20, 30, 255, 0, 0, 0, 0,
    ])
  })

  it('what is drawn over covers what is below where it is opaque, and leaves it where it is clear', () => {
    const pixel = fc.uint8Array({ minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(pixel, pixel, (below, above) => {
        expect([...drawnOver(below, Uint8Array.of(0, 0, 0, 0))]).toEqual([...below])
        const opaque = Uint8Array.of(above[0] ?? 0, above[1] ?? 0, above[2] ?? 0, 255)
        expect([...drawnOver(below, opaque)]).toEqual([...opaque])
      }),
    )
  })

  it('what is cut out is gone where the hole is opaque, and stays where it is clear', () => {
    const from = Uint8Array.of(10, 20, 30, 255, 10, 20, 30, 255, 10, 20, 30, 200)
    const hole = Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 51)
    expect([...cutOut(from, hole)]).toEqual([0, 0, 0, 0, 10, 20, 30, 255, 8, 16, 24, 160])
  })
})

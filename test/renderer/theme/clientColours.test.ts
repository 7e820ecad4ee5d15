import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colourNames } from '../../../shared/plan/fields.ts'

const theme = join(import.meta.dirname, '../../../renderer/theme')
const file = (name: string) => readFileSync(join(theme, name), 'utf8')
const css = file('clients.css') + file('tokens.css')

/** The light and the dark value of a token. */
function pair(token: string): readonly [string, string] {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  if (found === null) throw new Error(`no pair for ${token}`)
  return [found[1] ?? '', found[2] ?? '']
}

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

function linear(hex: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function times(m: Matrix, v: Triple): Triple {
  const row = (r: Triple) => r[0] * v[0] + r[1] * v[1] + r[2] * v[2]
  return [row(m[0]), row(m[1]), row(m[2])]
}

/** OKLab (Ottosson 2020) of linear RGB. */
function oklab(rgb: Triple): Triple {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    [Math.max(0, rgb[0]), Math.max(0, rgb[1]), Math.max(0, rgb[2])],
  ).map(Math.cbrt) as unknown as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  )
}

/** Kinds of colour vision as matrices on linear RGB, severity 1 (Machado, Oliveira, Fernandes 2009). */
const visions: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, bl] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const themes = [
  ['light', 0],
  ['dark', 1],
] as const
const cases = themes.flatMap(([theme, index]) =>
  Object.keys(visions).map((vision) => [theme, index, vision] as const),
)

test.each(cases)('any two client colours are apart (%s, %i, %s)', (_theme, index, vision) => {
  const seen = colourNames.map((name) =>
    oklab(times(visions[vision] as Matrix, linear(pair(`client-${name}`)[index]))),
  )
  const closest = seen.flatMap((a, i) =>
    seen.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  )
  // 0.02 is about the least difference that is seen side by side.
  expect(Math.min(...closest)).toBeGreaterThan(0.06)
})

test.each(themes)(
  'client colours stand out from the surface, and their texts can be read (%s)',
  (_theme, index) => {
    const surface = pair('surface')[index]
    const ink2 = pair('ink-2')[index]
    for (const name of colourNames) {
      const [strong, soft, ink] = [`client-${name}`, `client-${name}-soft`, `client-${name}-ink`].map(
        (token) => pair(token)[index],
      )
      if (strong === undefined || soft === undefined || ink === undefined) throw new Error(name)
      // WCAG 2.2: 3 for graphics (1.4.11), 4.5 for text (1.4.3).
      expect({
        name,
        strong: contrast(strong, surface) >= 3,
        ink: contrast(ink, soft) >= 4.5,
        text: contrast(ink2, soft) >= 4.5,
      }).toEqual({
        name,
        strong: true,
        ink: true,
        text: true,
      })
    }
  },
)

import type { Bar, BenchTable, Measured } from './measure.ts'

const WIDTH = 10

/** Tables as one text: a head, then the lines of each below its name, with their ratio to its first and their bars. */
export function tableText(tables: readonly BenchTable[]): string {
  const names = tables.flatMap(({ name, lines }) => [name, ...lines.map(({ what }) => `  ${what}`)])
  const width = Math.max(...names.map(({ length }) => length))
  const head = ['median', 'ratio', 'least', 'most'].map((text) => text.padStart(WIDTH)).join('')
  return [
    `${''.padEnd(width)}${head}  runs  bar`,
    ...tables.flatMap(({ name, lines }) => [name, ...lines.map((line) => lineText(line, lines[0], width))]),
  ].join('\n')
}

function lineText(line: Measured, base: Measured | undefined, width: number): string {
  const { what, median, least, most, runs, bars = [] } = line
  const ratio = median / (base?.median ?? Number.NaN)
  const figures = [median, ratio, least, most].map((value) => figure(value).padStart(WIDTH)).join('')
  const told = bars.map((bar) => barText(bar, median)).join('  ')
  return `${`  ${what}`.padEnd(width)}${figures}${String(runs).padStart(6)}  ${told}`.trimEnd()
}

/** The bar, and whether it is kept. */
function barText({ most, of }: Bar, median: number): string {
  const isKept = median <= most * (of?.median ?? 1)
  return `${isKept ? '✓' : '✗'} ≤ ${of === undefined ? most : `${most} × ${of.what}`}`
}

/** Three significant digits, in plain writing. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value === 0 || Math.abs(value) >= 0.001 ? value.toPrecision(3) : value.toExponential(1)
}

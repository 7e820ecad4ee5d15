import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputFolder } from './display.ts'

/** One line of a table of measurements. */
export interface Measured {
  readonly what: string
  /** Median, in milliseconds unless the table says otherwise. */
  readonly median: number
  readonly least: number
  readonly most: number
  readonly runs: number
}

/** Runs something so often, after one run that does not count, and says how long it took in milliseconds. */
export async function measure(what: string, runs: number, work: () => unknown): Promise<Measured> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return summaryOf(what, times)
}

/** Median and range of measured values. */
export function summaryOf(what: string, values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
  return {
    what,
    median,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
    runs: values.length,
  }
}

/** Prints a table with the ratio of each line to the first, and keeps it as test/output/bench/NAME.json. */
export function report(name: string, lines: readonly Measured[]): void {
  const base = lines[0]?.median ?? Number.NaN
  const width = Math.max(...lines.map(({ what }) => what.length))
  const number = (value: number) => value.toPrecision(3).padStart(10)
  const rows = lines.map(
    ({ what, median, least, most, runs }) =>
      `  ${what.padEnd(width)}${number(median)}${number(median / base)}${number(least)}${number(most)}${String(runs).padStart(6)}`,
  )
  const head = `  ${name.padEnd(width)}${['median', 'ratio', 'least', 'most'].map((text) => text.padStart(10)).join('')}  runs`
  process.stdout.write(`\n${[head, ...rows].join('\n')}\n`)
  const folder = join(outputFolder, 'bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(lines, null, 2))
}

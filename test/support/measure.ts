import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tableText } from './benchTable.ts'
import { outputFolder } from './display.ts'

/** One line of a table of measurements. */
export interface Measured {
  readonly what: string
  /** Median, in milliseconds unless the table says otherwise. */
  readonly median: number
  readonly least: number
  readonly most: number
  readonly runs: number
  readonly bars?: readonly Bar[]
}

/** What a measurement should stay within. It is told beside it and never asserted: machines are noisy. */
export interface Bar {
  /** In the unit of the table, or so many times as much as `of`. */
  readonly most: number
  readonly of?: Measured
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

/** What parts take one after another, by their medians, leasts and mosts. */
export function sumOf(what: string, parts: readonly Measured[]): Measured {
  const sum = (of: (part: Measured) => number) => parts.reduce((all, part) => all + of(part), 0)
  return {
    what,
    median: sum(({ median }) => median),
    least: sum(({ least }) => least),
    most: sum(({ most }) => most),
    runs: Math.min(...parts.map(({ runs }) => runs)),
  }
}

/** A measurement with what it should stay within. */
export function within(measured: Measured, ...bars: readonly Bar[]): Measured {
  return { ...measured, bars }
}

/** A table of measurements; the ratios are to the first line. */
export interface BenchTable {
  /** With the unit in brackets. */
  readonly name: string
  readonly lines: readonly Measured[]
}

/** Where the tables of a run are kept until its end, one in a line. */
export const benchTables = join(outputFolder, 'bench', 'tables.jsonl')

/** Set where somebody prints all tables of a run at its end. */
export const GATHERED = 'HEADROOM_BENCH_GATHERED'

/** Keeps a table for the one at the end of the run, or prints it where nobody makes one. */
export function report(name: string, lines: readonly Measured[]): void {
  const table: BenchTable = { name, lines }
  if (process.env[GATHERED] === undefined) process.stdout.write(`\n${tableText([table])}\n`)
  else {
    mkdirSync(dirname(benchTables), { recursive: true })
    appendFileSync(benchTables, `${JSON.stringify(table)}\n`)
  }
}

/** Numbers as printed, read again: which series one is of, and which in it. Needs no counter, so that it can check them. */
import type { Day } from '../../time/day.ts'

export interface ReadNumber {
  /** The number with its counter taken out: `2026-{#}`. */
  readonly series: string
  readonly counter: number
}

/**
 * Reads a number by the patterns in use, or, where it was made by an older one, takes for its counter the last run of
 * digits that is not the year of its day. Null for one without digits.
 */
export function readNumber(number: string, on: Day, patterns: readonly string[]): ReadNumber | null {
  for (const pattern of patterns) {
    const match = expression(pattern, on).exec(number)
    if (match !== null) return taken(number, match.indices?.[1], match[1])
  }
  const runs = [...number.matchAll(/\d+/dg)]
  const run = runs.findLast(([digits]) => digits !== on.slice(0, 4)) ?? runs.at(-1)
  return run === undefined ? null : taken(number, run.indices?.[0], run[0])
}

function taken(
  number: string,
  at: readonly [number, number] | undefined,
  digits: string | undefined,
): ReadNumber | null {
  if (at === undefined || digits === undefined) return null
  return { series: `${number.slice(0, at[0])}{#}${number.slice(at[1])}`, counter: Number(digits) }
}

/** A pattern as an expression for the numbers of a day; its counter is the group. */
function expression(pattern: string, on: Day): RegExp {
  const parts = pattern.replace('{YYYY}', on.slice(0, 4)).split(/\{(#+)\}/)
  const [before = '', places = '#', after = ''] = parts
  return new RegExp(`^${escaped(before)}(\\d{${places.length},})${escaped(after)}$`, 'd')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** The series that a number is of. */
export function seriesKey(number: string, on: Day, patterns: readonly string[]): string {
  return readNumber(number, on, patterns)?.series ?? number
}

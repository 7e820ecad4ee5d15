import { type Measured, report, within } from '../support/measure.ts'

interface Row {
  readonly mount: Measured | null
  readonly next: Measured
  readonly drag: Measured | null
}

/** How the name of a line ends that tells of weeks paged to before they could be drawn ahead. */
export const AT_ONCE = ', paged on at once'

const parts = [
  ['mount', 'mount'],
  ['next', 'next week'],
  ['drag', 'pointer move of a drag'],
] as const

/** Prints a table for each thing measured and each number of sessions: who, in milliseconds, and as ratio to the base. */
export function reportWeeks(
  table: ReadonlyMap<string, ReadonlyMap<number, Row>>,
  sizes: readonly number[],
  base: string,
): void {
  const names = [base, ...[...table.keys()].filter((name) => name !== base)]
  for (const [part, title] of parts)
    for (const count of sizes) {
      const lines = names.flatMap((name): Measured[] => {
        const measured = table.get(name)?.get(count)?.[part]
        return measured == null ? [] : [{ ...measured, what: name }]
      })
      if (lines.length > 0) report(`week of ${count}, ${title} (ms)`, barred(lines, base, part, count))
    }
}

/**
 * Our lines with the bars that the product set itself (from 200 sessions on): shown as fast as raw DOM, at 1,000 four times
 * as fast as the fastest of the others, and a drag that takes 1.5 ms a move at any number.
 */
function barred(lines: readonly Measured[], base: string, part: keyof Row, count: number): Measured[] {
  const isOurs = ({ what }: Measured) => what.startsWith('Headroom')
  const raw = lines.find(({ what }) => what === base)
  const fastest = lines
    .filter((line) => !isOurs(line) && line !== raw)
    .toSorted((a, b) => a.median - b.median)
    .at(0)
  return lines.map((line) => {
    if (!isOurs(line)) return line
    if (part === 'drag') return within(line, { most: 1.5 })
    // The bars are for who looks at a week before the next.
    if (line.what.endsWith(AT_ONCE)) return line
    if (count < 200 || raw === undefined || fastest === undefined) return line
    return within(line, { most: 1, of: raw }, ...(count < 1000 ? [] : [{ most: 0.25, of: fastest }]))
  })
}

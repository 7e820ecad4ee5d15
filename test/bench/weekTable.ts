import { type Measured, report } from '../support/measure.ts'

interface Row {
  readonly mount: Measured
  readonly next: Measured
  readonly drag: Measured | null
}

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
      if (lines.length > 0) report(`week of ${count}, ${title} (ms)`, lines)
    }
}

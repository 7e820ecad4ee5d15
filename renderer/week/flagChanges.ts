import type { Flag } from '../../shared/capacity/flags/flag.ts'

/** What came to a list of flags and what went from it. */
export interface FlagChanges {
  readonly come: readonly Flag[]
  readonly gone: readonly Flag[]
  /** For each that came, the index of the flag before which it stands in the list before. */
  readonly places: readonly number[]
  /** No flag changed its place among the others: what is gone is in the list no more. */
  readonly inOrder: boolean
}

const sets = new WeakMap<readonly Flag[], ReadonlySet<Flag>>()
let latest: FlagChanges & { readonly before: readonly Flag[]; readonly after: readonly Flag[] } = {
  before: [],
  after: [],
  come: [],
  gone: [],
  places: [],
  inOrder: true,
}

/**
 * How a list of flags differs from another, as objects. In a crowded week they are thousands, in the same order, and a
 * target changes a few. Flags that changed places among each other may count as gone, too.
 */
export function flagChanges(before: readonly Flag[], after: readonly Flag[]): FlagChanges {
  // Marks and the line at the pointer ask for the same one after the other.
  if (latest.before !== before || latest.after !== after)
    latest = { before, after, ...compared(before, after) }
  return latest
}

function compared(before: readonly Flag[], after: readonly Flag[]): FlagChanges {
  const known = sets.get(before) ?? new Set(before)
  sets.set(before, known)
  const come: Flag[] = []
  const gone: Flag[] = []
  const places: number[] = []
  let inOrder = true
  let at = 0
  const goTo = (flag: Flag | undefined) => {
    let next = before[at]
    for (; next !== undefined && next !== flag; next = before[++at]) gone.push(next)
    if (next !== flag) inOrder = false
    at++
  }
  for (const flag of after)
    if (flag === before[at]) at++
    else if (known.has(flag)) goTo(flag)
    else {
      come.push(flag)
      places.push(at)
    }
  goTo(undefined)
  return { come, gone, places, inOrder }
}

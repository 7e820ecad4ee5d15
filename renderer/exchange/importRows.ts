/** The items of a proposal as rows of the preview: single events of one title and one fate share a row, so one choice is for all. */
import type { ImportItem } from '../../shared/exchange/importShape.ts'
import { each, type Steps } from '../../shared/steps.ts'

/** One row. `first` stands for all that it says of each; `keys` are those of all its items. */
export interface ImportRow {
  readonly id: string
  readonly first: ImportItem
  readonly keys: readonly string[]
  /** Start of the last one; the same as the first's for a row of one. */
  readonly last: ImportItem
  readonly conflicts: number
}

/** Rows by what happens: to be imported, left out, already here. */
export interface ImportRows {
  readonly active: readonly ImportRow[]
  readonly leftOut: readonly ImportRow[]
  readonly same: readonly ImportRow[]
}

/** What takes hours comes before days, series before single events, then the earlier; found in steps. */
export function* gatheringRows(items: readonly ImportItem[]): Steps<ImportRows> {
  const rows = (yield* grouped(items)).sort(byImportance)
  // What the user left out stays where the user sees it.
  const isLeftOut = ({ first }: ImportRow) => first.state === 'none' && first.reason !== 'chosen'
  return {
    active: rows.filter((row) => row.first.state !== 'same' && !isLeftOut(row)),
    leftOut: rows.filter(isLeftOut),
    same: rows.filter(({ first }) => first.state === 'same'),
  }
}

function* grouped(items: readonly ImportItem[]): Steps<ImportRow[]> {
  const groups = new Map<string, ImportItem[]>()
  yield* each(items, (item) => {
    const { title, becomes, state, reason, engagementId, timing, recurrence, why } = item
    const id =
      recurrence === null
        ? JSON.stringify([title, becomes, state, reason, engagementId, timing.allDay, why.code, item.options])
        : item.key
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [item])
    else group.push(item)
  })
  return [...groups.values()].map(rowOf)
}

function rowOf(items: ImportItem[]): ImportRow {
  const sorted = items.sort((a, b) => (a.timing.start < b.timing.start ? -1 : 1))
  const first = sorted[0] as ImportItem
  return {
    // Not by fate: the row keeps its place and its focus while the user changes what becomes of it.
    id: first.key,
    first,
    last: sorted.at(-1) ?? first,
    keys: sorted.map(({ key }) => key),
    conflicts: sorted.reduce((sum, { conflicts }) => sum + conflicts, 0),
  }
}

function byImportance(a: ImportRow, b: ImportRow): number {
  const rank = ({ first }: ImportRow) => (first.timing.allDay ? 2 : 0) + (first.recurrence === null ? 1 : 0)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  return a.first.timing.start < b.first.timing.start
    ? -1
    : a.first.timing.start > b.first.timing.start
      ? 1
      : 0
}

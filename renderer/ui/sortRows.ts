/** What a list is sorted by: texts as people order them, numbers, days; null stands last either way. */
export type SortKey = string | number | null

export interface ListSort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** The rows in the order of a key, equal ones in the order they came in; those without a key last. */
export function sortRows<R>(
  rows: readonly R[],
  keyOf: (row: R) => SortKey,
  direction: ListSort['direction'],
  language: string,
): readonly R[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sign = direction === 'ascending' ? 1 : -1
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
  })
  return keyed.map(({ row }) => row)
}

/**
 * Records of a year, found by time. A year's map is replaced whole when one record changes, so its index is patched
 * from the one before: what it costs does not depend on how many years there are, and hardly on the year's size.
 */

const NOTHING: readonly never[] = []

/** Records by bucket. A bucket whose records did not change keeps its array from one index to the next. */
export interface Buckets<R extends object> {
  readonly records: readonly R[]
  readonly in: (bucket: number) => readonly R[]
}

/** Makes an indexer: `bucketOf` says where a record belongs, and must not change for a record. */
export function bucketIndex<R extends object>(bucketOf: (record: R) => number) {
  const indexes = new WeakMap<Readonly<Record<string, R>>, Buckets<R>>()
  const latest = new Map<
    string,
    { readonly records: readonly R[]; readonly buckets: Map<number, readonly R[]> }
  >()

  /** The index of a map; `name` tells which earlier map it most likely came from. */
  return (map: Readonly<Record<string, R>>, name: string): Buckets<R> => {
    const known = indexes.get(map)
    if (known !== undefined) return known
    const records = Object.values(map)
    const before = latest.get(name)
    const buckets = patched(before ?? { records: NOTHING, buckets: new Map() }, records, bucketOf)
    latest.set(name, { records, buckets })
    const index: Buckets<R> = { records, in: (bucket) => buckets.get(bucket) ?? NOTHING }
    indexes.set(map, index)
    return index
  }
}

function patched<R extends object>(
  before: { readonly records: readonly R[]; readonly buckets: ReadonlyMap<number, readonly R[]> },
  records: readonly R[],
  bucketOf: (record: R) => number,
): Map<number, readonly R[]> {
  const { gone, come } = difference(before.records, records)
  const buckets = new Map(before.buckets)
  const fresh = new Map<number, R[]>()
  const open = (bucket: number): R[] => {
    const opened = fresh.get(bucket) ?? [...(buckets.get(bucket) ?? [])]
    fresh.set(bucket, opened)
    return opened
  }
  for (const record of gone) {
    const list = open(bucketOf(record))
    list.splice(list.indexOf(record), 1)
  }
  for (const record of come) open(bucketOf(record)).push(record)
  for (const [bucket, list] of fresh)
    if (list.length > 0) buckets.set(bucket, list)
    else buckets.delete(bucket)
  return buckets
}

/** What two lists do not share. One changed record lies between a common head and tail, or was moved to the end. */
function difference<R extends object>(before: readonly R[], after: readonly R[]): { gone: R[]; come: R[] } {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const left = before.slice(head, before.length - tail)
  const right = after.slice(head, after.length - tail)
  const kept = new Set<R>(left)
  const come = right.filter((record) => !kept.delete(record))
  return { gone: [...kept], come }
}

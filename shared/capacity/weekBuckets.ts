/**
 * Records of a year, found by time. A year's map is replaced whole when one record changes, so its index is patched
 * from the one before: what it costs does not depend on how many years there are, and hardly on the year's size.
 */

import { originOf } from '../plan/madeFrom.ts'
import { own } from '../plan/plan.ts'

const NOTHING: readonly never[] = []

/** Records by bucket. A bucket whose records did not change keeps its array from one index to the next. */
export interface Buckets<R extends object> {
  readonly in: (bucket: number) => readonly R[]
}

type RecordMap<R> = Readonly<Record<string, R>>
type Lists<R> = ReadonlyMap<number, readonly R[]>

/** Makes an indexer: `bucketOf` says where a record belongs, and must not change for a record. */
export function bucketIndex<R extends object>(bucketOf: (record: R) => number) {
  const indexes = new WeakMap<object, Lists<R>>()
  const latest = new Map<string, { readonly map: RecordMap<R>; readonly lists: Lists<R> }>()

  /** The lists of a map: those of the map that it was made from, or most likely was, with what changed since. */
  const listsOf = (map: RecordMap<R>, name: string): Lists<R> => {
    const origin = originOf(map)
    const known = origin === undefined ? undefined : indexes.get(origin.map)
    if (origin !== undefined && known !== undefined)
      return patched(known, changesOf(origin.map as RecordMap<R>, map, origin.keys), bucketOf)
    const before = latest.get(name)
    return patched(
      before?.lists ?? new Map(),
      difference(before === undefined ? NOTHING : Object.values(before.map), Object.values(map)),
      bucketOf,
    )
  }

  /** The index of a map; `name` tells which earlier map it most likely came from. */
  return (map: RecordMap<R>, name: string): Buckets<R> => {
    let lists = indexes.get(map)
    if (lists === undefined) {
      lists = listsOf(map, name)
      indexes.set(map, lists)
      latest.set(name, { map, lists })
    }
    const found = lists
    return { in: (bucket) => found.get(bucket) ?? NOTHING }
  }
}

/** What lists that were made one from the other do not share. */
interface Changes<R> {
  readonly gone: readonly R[]
  readonly come: readonly R[]
}

function patched<R extends object>(
  before: Lists<R>,
  { gone, come }: Changes<R>,
  bucketOf: (record: R) => number,
): Lists<R> {
  const buckets = new Map(before)
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

/** What differs between two maps of which only some keys can. */
function changesOf<R>(before: RecordMap<R>, after: RecordMap<R>, keys: ReadonlySet<string>): Changes<R> {
  const gone: R[] = []
  const come: R[] = []
  for (const key of keys) {
    const [old, now] = [own(before, key), own(after, key)]
    if (old === now) continue
    if (old !== undefined) gone.push(old)
    if (now !== undefined) come.push(now)
  }
  return { gone, come }
}

/** What two lists do not share. One changed record lies between a common head and tail, or was moved to the end. */
export function difference<R extends object>(before: readonly R[], after: readonly R[]): Changes<R> {
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

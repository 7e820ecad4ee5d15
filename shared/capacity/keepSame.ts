/**
 * The next value with every part that equals the previous one's replaced by the previous part, so that what is equal is
 * the same reference. For plain arrays and records without cycles.
 */
export function keepSame<T>(previous: T, next: T): T {
  return same(previous, next) as T
}

function same(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous
  if (Array.isArray(previous) && Array.isArray(next)) return sameArray(previous, next)
  if (isRecord(previous) && isRecord(next)) return sameRecord(previous, next)
  return next
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sameArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let equal = previous.length === next.length
  let kept: unknown[] | null = null
  for (let i = 0; i < next.length; i++) {
    const part = same(previous[i], next[i])
    if (!Object.is(part, previous[i])) equal = false
    if (Object.is(part, next[i])) continue
    kept ??= [...next]
    kept[i] = part
  }
  return equal ? previous : (kept ?? next)
}

function sameRecord(
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let equal = true
  let kept: Record<string, unknown> | null = null
  for (const key in next) {
    const part = same(previous[key], next[key])
    if (!Object.is(part, previous[key]) || (part === undefined && !Object.hasOwn(previous, key)))
      equal = false
    if (Object.is(part, next[key])) continue
    kept ??= { ...next }
    kept[key] = part
  }
  if (equal) for (const key in previous) if (!Object.hasOwn(next, key)) equal = false
  return equal ? previous : (kept ?? next)
}

/** Whether two lists hold the same items in the same order, by reference. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

/**
 * Which map a map of the plan was copied from, and which of its entries then changed: an index of a year's thousands of
 * records is patched by it, without a look at each of them. Known for as long as the map before is; a plan does not keep
 * the plan before it alive.
 */
export interface Origin {
  readonly map: object
  /** All that can differ between the two. */
  readonly keys: ReadonlySet<string>
}

const origins = new WeakMap<object, { readonly map: WeakRef<object>; readonly keys: ReadonlySet<string> }>()

/** Notes that `copy` is `map` but for the entries of some keys. */
export function noteOrigin(copy: object, map: object, keys: ReadonlySet<string>): void {
  origins.set(copy, { map: new WeakRef(map), keys })
}

/** What a map was made from; undefined where nobody noted it or it is gone. */
export function originOf(copy: object): Origin | undefined {
  const origin = origins.get(copy)
  const map = origin?.map.deref()
  return origin === undefined || map === undefined ? undefined : { map, keys: origin.keys }
}

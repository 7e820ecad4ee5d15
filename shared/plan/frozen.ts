/**
 * A value that nobody may write to, all the way down; tuples stay tuples. Commands' recipes alone see records unfrozen,
 * as immer drafts.
 */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

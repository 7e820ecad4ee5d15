/** The history of terms or of a commitment while it is edited. */
import { addDays, type Day } from '../../shared/time/day.ts'

/** What holds from a day until the next version. */
export interface Version<V> {
  /** Stays the same while the version is edited. */
  readonly key: number
  readonly from: Day
  readonly value: V
  /** What it was when the form opened; null for one that was added since. */
  readonly saved: { readonly from: Day; readonly value: V } | null
}

export type History<V> = readonly Version<V>[]

/** A saved history, to be edited. */
export function historyOf<V>(versions: readonly { readonly from: Day; readonly value: V }[]): History<V> {
  return versions.map((saved, key) => ({ key, ...saved, saved }))
}

/** The version that holds on a day: the last that has begun, or the first. */
export function versionOn<V>(history: History<V>, day: Day): Version<V> | undefined {
  return history.findLast(({ from }) => from <= day) ?? history[0]
}

/** The history with a version changed. */
export function withVersion<V>(
  history: History<V>,
  key: number,
  change: Partial<Pick<Version<V>, 'from' | 'value'>>,
): History<V> {
  return history.map((version) => (version.key === key ? { ...version, ...change } : version))
}

/**
 * A further version right behind another, from `day` where that lies between it and the next, else from the day after it.
 * It begins with the other's value, which goes back to what was saved where `value` moves to the new one.
 */
export function changedFrom<V>(
  history: History<V>,
  key: number,
  day: Day,
  moves = false,
): { readonly history: History<V>; readonly key: number } {
  const index = history.findIndex((version) => version.key === key)
  const version = history[index]
  if (version === undefined) return { history, key }
  const next = history[index + 1]
  const fits = version.from < day && (next === undefined || day < next.from)
  const added: Version<V> = {
    key: Math.max(...history.map((one) => one.key)) + 1,
    from: fits ? day : addDays(version.from, 1),
    value: version.value,
    saved: null,
  }
  const before = moves && version.saved !== null ? { ...version, ...version.saved } : version
  return { history: history.with(index, before).toSpliced(index + 1, 0, added), key: added.key }
}

/** The days between which a version must begin; null where its day is right, or where it is the first. */
export function misplaced<V>(
  history: History<V>,
  key: number,
): { readonly after: Day; readonly before: Day | null } | null {
  const index = history.findIndex((version) => version.key === key)
  const [previous, version, next] = [history[index - 1], history[index], history[index + 1]]
  if (version === undefined || previous === undefined) return null
  const isRight = previous.from < version.from && (next === undefined || version.from < next.from)
  return isRight ? null : { after: previous.from, before: next?.from ?? null }
}

/** Whether a version that has held for some time was changed, so that the past changes with it. */
export function changesPast<V>({ value, saved }: Version<V>, today: Day): boolean {
  return saved !== null && saved.from < today && JSON.stringify(value) !== JSON.stringify(saved.value)
}

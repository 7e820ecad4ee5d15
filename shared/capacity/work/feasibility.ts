/**
 * Whether work with releases and due times fits into free time, with proof. One person's work that may be interrupted
 * can be done if and only if no window [r, d] is short: the work released at or after r and due by d is at most the
 * free time of [r, d] (the interval condition of preemptive scheduling on one machine, met by earliest due first; Horn
 * 1974). Only releases and due times need to be looked at as ends of windows. Integers throughout.
 */
import type { Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'

/** Work that must lie between its release and its due time. */
export interface Work {
  readonly id: string
  readonly release: EpochMinute
  readonly due: EpochMinute
  /** Work of no minutes fits always and is never named. */
  readonly minutes: number
}

/** Free time: sorted, disjoint intervals, with the minutes before each. */
export interface Supply {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Free minutes before the start of each interval; one longer, the last is the sum. */
  readonly before: Float64Array
}

/** A window that is short: what must be done in it, and what it has. */
export interface ShortWindow {
  readonly from: EpochMinute
  readonly to: EpochMinute
  /** All work that must lie inside, soonest due first. */
  readonly work: readonly Work[]
  readonly needed: number
  readonly available: number
  readonly short: number
}

/** Makes a supply of sorted, disjoint intervals. Those shorter than `shortest` minutes count as nothing. */
export function supplyOf(free: readonly Interval[], shortest = 0): Supply {
  const usable = free.filter(({ from, to }) => to > from && to - from >= shortest)
  const starts = new Float64Array(usable.length)
  const ends = new Float64Array(usable.length)
  const before = new Float64Array(usable.length + 1)
  for (let i = 0; i < usable.length; i++) {
    const { from, to } = usable[i] as Interval
    starts[i] = from
    ends[i] = to
    before[i + 1] = (before[i] as number) + to - from
  }
  return { starts, ends, before }
}

/** Free minutes before an instant. */
function freeBefore({ starts, ends, before }: Supply, at: EpochMinute): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < at) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  return (before[low] as number) - Math.max(0, (ends[low - 1] as number) - at)
}

/** Free minutes between two instants; 0 where `to` is not after `from`. */
export function freeBetween(supply: Supply, from: EpochMinute, to: EpochMinute): number {
  return to <= from ? 0 : freeBefore(supply, to) - freeBefore(supply, from)
}

/** Work as columns, soonest due first, with what is free before each due time. */
interface Columns {
  readonly items: readonly Work[]
  readonly release: Float64Array
  readonly minutes: Float64Array
  readonly due: Float64Array
  readonly freeToDue: Float64Array
  /** Distinct releases, the latest first. */
  readonly releases: readonly EpochMinute[]
}

function columnsOf(work: readonly Work[], supply: Supply): Columns {
  const items = work.filter(({ minutes }) => minutes > 0).sort((a, b) => a.due - b.due)
  const due = Float64Array.from(items, (item) => item.due)
  return {
    items,
    release: Float64Array.from(items, (item) => item.release),
    minutes: Float64Array.from(items, (item) => item.minutes),
    due,
    freeToDue: due.map((at) => freeBefore(supply, at)),
    releases: [...new Set(items.map(({ release }) => release))].sort((a, b) => b - a),
  }
}

/** Looks at each window from a release to a due time: minutes short (negative where there is room) and items inside. */
function eachWindow(
  columns: Columns,
  supply: Supply,
  look: (from: EpochMinute, to: EpochMinute, short: number, count: number) => void,
): void {
  const { release, minutes, due, freeToDue } = columns
  for (const from of columns.releases) {
    const freeToFrom = freeBefore(supply, from)
    let needed = 0
    let count = 0
    for (let i = 0; i < due.length; i++) {
      if ((release[i] as number) < from) continue
      needed += minutes[i] as number
      count++
      look(from, due[i] as number, needed - Math.max(0, (freeToDue[i] as number) - freeToFrom), count)
    }
  }
}

/**
 * The window that is worst short, or null where all work fits. Among equally short ones the narrowest is given. For n
 * items with k different releases it looks at k × n windows.
 */
export function worstWindow(work: readonly Work[], supply: Supply): ShortWindow | null {
  const columns = columnsOf(work, supply)
  let worst = { short: 0, from: 0, to: 0 }
  eachWindow(columns, supply, (from, to, short) => {
    // Releases come latest first, so an equally short window that was found before is the narrower one.
    if (short > worst.short) worst = { short, from, to }
  })
  return worst.short === 0 ? null : windowOf(columns.items, supply, worst.from, worst.to)
}

/** The least work that a short window holds too much of; of several pieces due at once only as many as it takes. */
function smallestShort(work: readonly Work[], supply: Supply): Pick<ShortWindow, 'work' | 'short'> | null {
  const columns = columnsOf(work, supply)
  let smallest = { count: Number.POSITIVE_INFINITY, from: 0, short: 0 }
  eachWindow(columns, supply, (from, _to, short, count) => {
    if (short > 0 && count < smallest.count) smallest = { count, from, short }
  })
  if (smallest.count === Number.POSITIVE_INFINITY) return null
  const inside = columns.items.filter(({ release }) => release >= smallest.from)
  return { work: inside.slice(0, smallest.count), short: smallest.short }
}

function windowOf(sorted: readonly Work[], supply: Supply, from: EpochMinute, to: EpochMinute): ShortWindow {
  const inside = sorted.filter((item) => item.release >= from && item.due <= to)
  const needed = inside.reduce((sum, { minutes }) => sum + minutes, 0)
  const available = freeBetween(supply, from, to)
  return { from, to, work: inside, needed, available, short: needed - available }
}

/**
 * The fewest reasons: work of a short window such that dropping any one piece of it lets the rest fit. Small pieces are
 * left out first, so the ones that matter are named.
 */
export function irreducible(window: ShortWindow, supply: Supply): readonly Work[] {
  let named = lessened(window)
  // While a short window has less work inside than is named, or needs less of it to be short, the rest gives no reason.
  for (;;) {
    const smallest = smallestShort(named, supply)
    const fewer = smallest === null ? named : lessened(smallest)
    if (fewer.length === named.length) return named
    named = fewer
  }
}

function lessened({ work, short }: Pick<ShortWindow, 'work' | 'short'>): readonly Work[] {
  let left = short
  const dropped = new Set<Work>()
  for (const item of [...work].sort((a, b) => a.minutes - b.minutes)) {
    if (item.minutes >= left) break
    left -= item.minutes
    dropped.add(item)
  }
  return work.filter((item) => !dropped.has(item))
}

/** Windows with more work than this are told as they are: taking them apart would cost more than it explains. */
const MOST_TAKEN_APART = 60

/** A short window with the work that explains it: without any one of `named` the rest of it has room. */
export interface ExplainedWindow extends ShortWindow {
  readonly named: readonly Work[]
}

/**
 * A short window may be two that have nothing to do with each other. The narrowest one that holds its reasons, with all
 * the work that must lie inside, is easier to understand and to solve.
 */
function explained(window: ShortWindow, supply: Supply): ExplainedWindow {
  if (window.work.length > MOST_TAKEN_APART) return { ...window, named: lessened(window) }
  const named = irreducible(window, supply)
  const from = Math.min(...named.map(({ release }) => release))
  const to = Math.max(...named.map(({ due }) => due))
  return { ...windowOf(window.work, supply, from, to), named }
}

/** What does not fit, and what is left of work and free time when it is set aside. */
export interface TakenApart {
  readonly windows: readonly ExplainedWindow[]
  readonly work: readonly Work[]
  readonly free: readonly Interval[]
}

/**
 * Short windows that do not explain each other: the worst one, narrowed to its reasons, then the worst of the work that
 * is left when the first one's work and all its free time are set aside, and so on, `most` of them at most.
 */
export function takeApart(work: readonly Work[], free: readonly Interval[], most: number): TakenApart {
  const windows: ExplainedWindow[] = []
  let left = work
  let rest = free
  while (windows.length < most) {
    const supply = supplyOf(rest)
    const worst = worstWindow(left, supply)
    if (worst === null) break
    const window = explained(worst, supply)
    windows.push(window)
    const inside = new Set(window.work)
    left = left.filter((item) => !inside.has(item))
    rest = rest.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, window.from) },
        { from: Math.max(from, window.to), to },
      ].filter((part) => part.from < part.to),
    )
  }
  return { windows, work: left, free: rest }
}

import type { Flag } from '../../shared/capacity/flags/flag.ts'
import { fingerprintOf } from '../../shared/capacity/flags/makeFlag.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { Day } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { flagChanges } from './flagChanges.ts'

/** What an edit would do, in one line; the worst first. */
export interface OutcomeLine {
  readonly tone: 'ok' | 'watch' | 'over'
  readonly text: string
}

const byKey = new WeakMap<readonly Flag[], ReadonlyMap<string, Flag>>()

/** The flags of a view by their keys: they are thousands in a crowded week, and the same for every target of a drag. */
function flagsByKey({ flags }: WeekView): ReadonlyMap<string, Flag> {
  const known = byKey.get(flags) ?? new Map(flags.map((flag) => [flag.key, flag]))
  byKey.set(flags, known)
  return known
}

/** The flags that an edit raises or makes worse, `over` before `watch`. Accepted ones stay out. */
export function raised(before: WeekView, after: WeekView): readonly Flag[] {
  const known = flagsByKey(before)
  return flagChanges(before.flags, after.flags).come.filter((flag) => {
    if (flag.accepted !== null) return false
    const old = known.get(flag.key)
    return (
      old === undefined ||
      flag.short > old.short ||
      (old.accepted !== null && fingerprintOf(flag) !== fingerprintOf(old))
    )
  })
}

/** One line on what an edit does to a day: what it breaks, or what is left. `title` names a flag. */
export function outcomeLine(
  before: WeekView,
  after: WeekView,
  day: Day,
  {
    words,
    format,
    title,
  }: { readonly words: Words; readonly format: Format; readonly title: (flag: Flag) => string },
): OutcomeLine {
  const broken = raised(before, after)
  const worst = broken[0]
  if (worst !== undefined) {
    const more = broken.length > 1 ? words.week.andMore(broken.length - 1) : ''
    return { tone: worst.severity, text: title(worst) + more }
  }
  const left = after.days.find((other) => other.day === day)
  const name = format.weekdayShort(day)
  if (left === undefined) return { tone: 'ok', text: '' }
  if (left.over) return { tone: 'watch', text: words.week.stillOver(format.duration(-left.headroom), name) }
  return { tone: 'ok', text: words.week.fits(format.duration(left.headroom), name) }
}

/** One line on what a fix does to a week: how many flags go, and what comes up. */
export function fixLine(
  before: WeekView,
  after: WeekView,
  words: Words,
  title: (flag: Flag) => string,
): OutcomeLine {
  const open = new Set(after.flags.filter(({ accepted }) => accepted === null).map(({ key }) => key))
  const solved = before.flags.filter(({ accepted, key }) => accepted === null && !open.has(key)).length
  const broken = raised(before, after)
  const [worst] = broken
  const more = broken.length > 1 ? words.week.andMore(broken.length - 1) : ''
  const parts = [
    ...(solved === 0 ? [] : [words.attention.solves(solved)]),
    ...(worst === undefined ? [] : [words.week.newFlags(title(worst) + more)]),
  ]
  return { tone: worst?.severity ?? 'ok', text: parts.join(' ') }
}

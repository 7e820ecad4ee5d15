import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { Flag } from '../../shared/capacity/flags/flag.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { blockOf } from './gridDom.ts'
import { type Marked, type Marks, type MarkWords, markedBy, marksAfter, sameMark } from './marks.ts'
import { type Carrying, useWeekUi } from './weekStore.ts'
import { type Became, becameOf } from './worked.ts'

/** What both views show at sessions beside their text: flags, work done, what is pointed out, carried and selected. */
export interface WeekMarks {
  readonly marks: Marks
  readonly worked: ReadonlyMap<string, Became>
  readonly outlined: ReadonlySet<string>
  /** Sessions that the pointer carries away. */
  readonly carried: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  /** Sessions of the proposal to plan the rest. */
  readonly proposed: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()
const none: readonly string[] = []
const titles = new WeakMap<Format, WeakMap<Flag, string>>()

/** Titles of flags that are not put together again as long as the flag is the same. A format has one catalogue. */
function titlesIn(words: Words, format: Format): (flag: Flag) => string {
  const known = titles.get(format) ?? new WeakMap<Flag, string>()
  titles.set(format, known)
  return (flag) => {
    const title = known.get(flag) ?? words.flags.title(flag, format)
    known.set(flag, title)
    return title
  }
}

const restingOf = new WeakMap<Format, WeakMap<readonly Flag[], Marked>>()

/** The marks of a week as it is, put together once as long as its flags are the same. */
export function restingMarks({ flags }: WeekView, words: Words, format: Format): Marked {
  const known = restingOf.get(format) ?? new WeakMap<readonly Flag[], Marked>()
  restingOf.set(format, known)
  const marked = known.get(flags) ?? markedBy(flags, markWords(words, format))
  known.set(flags, marked)
  return marked
}

/**
 * The marks of a week: flags as a proposal would leave them, the rest as it is. A fix that is looked at points out what it
 * touches. Of a week out of sight nothing is pointed out, carried or selected.
 */
export function useWeekMarks(
  view: WeekView,
  shown: WeekView,
  touched: readonly string[] | undefined,
  isShown: boolean,
): WeekMarks {
  const words = useWords()
  const format = useFormat()
  const resting = restingMarks(view, words, format)
  const marks = useMemo(
    () => marksAfter(resting, shown.flags, markWords(words, format)),
    [shown.flags, words, format, resting],
  )
  const pointedOut = useWeekUi((ui) => (isShown ? ui.outlined : none))
  const outlined = useMemo(() => setOf(touched ?? pointedOut), [touched, pointedOut])
  const carrying = useWeekUi((ui) => (isShown ? ui.carrying : null))
  const carried = useMemo(() => carriedAway(carrying), [carrying])
  const selected = useWeekUi((ui) => (isShown ? ui.selected : nothing))
  const proposed = useWeekUi((ui) => (isShown ? ui.planning?.keys : null)) ?? nothing
  const worked = useWorked(view, isShown)
  return useMemo(
    () => ({ marks, worked, outlined, carried, selected, proposed }),
    [marks, worked, outlined, carried, selected, proposed],
  )
}

function markWords(words: Words, format: Format): MarkWords {
  return { title: titlesIn(words, format), more: (count) => words.week.andMore(count) }
}

const always = () => true

/**
 * Whether two marks say the same of a session. What the two have in common is found once, not for each of a thousand
 * sessions: a drag's target changes flags alone.
 */
export function sameMarks(a: WeekMarks, b: WeekMarks): (key: string) => boolean {
  if (a === b) return always
  const sets = (['carried', 'selected', 'proposed', 'outlined'] as const).filter(
    (part) => a[part] !== b[part],
  )
  const isWorkedSame = a.worked === b.worked
  const isMarkSame = sameMark(a.marks, b.marks)
  return (key) =>
    sets.every((part) => a[part].has(key) === b[part].has(key)) &&
    (isWorkedSame || a.worked.get(key) === b.worked.get(key)) &&
    isMarkSame(key)
}

/** No keys are always the same set: what is drawn anew for another one need not look at each session. */
function setOf(keys: readonly string[]): ReadonlySet<string> {
  return keys.length === 0 ? nothing : new Set(keys)
}

function carriedAway(carrying: Carrying | null): ReadonlySet<string> {
  return setOf(carrying === null || carrying.copy || carrying.kind !== 'move' ? [] : carrying.keys)
}

/** What became of the week's occurrences, by their keys. */
function useWorked(view: WeekView, isShown: boolean): ReadonlyMap<string, Became> {
  // A week out of sight is drawn anew when it is computed anew, not at each change.
  const known = useRef<Plan['years'] | null>(null)
  const years = usePlan((plan) => (isShown ? plan.years : (known.current ?? plan.years)))
  useLayoutEffect(() => {
    known.current = years
  })
  return useMemo(() => {
    const plan = { years } as Plan
    const keys = view.rows.flatMap((row) =>
      row.days.flatMap((day) => day.bookings.map((booking) => booking.key)),
    )
    return new Map(
      keys.flatMap((key) => {
        const became = becameOf(plan, key)
        return became === null ? [] : [[key, became]]
      }),
    )
  }, [view.rows, years])
}

/** Scrolls to the sessions that “Show” points out. */
export function useShowOutlined(grid: RefObject<HTMLElement | null>, isShown: boolean): void {
  const outlined = useWeekUi((ui) => (isShown ? ui.outlined : none))
  useLayoutEffect(() => {
    const first = outlined[0]
    const block = first === undefined || grid.current === null ? null : blockOf(grid.current, first)
    block?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, outlined])
}

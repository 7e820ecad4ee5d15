import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Zoom, zooms } from '../../shared/horizon/columns.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { note, recall } from '../state/memory.ts'

/** The numbers of weeks to choose from. */
export const ranges = [4, 8, 13, 26, 52, 104] as const
export type Range = (typeof ranges)[number]

/** How the horizon is looked at. `shift` is where it begins, in weeks from this one. */
interface Look {
  readonly zoom: Zoom
  readonly count: Range
  readonly shift: number
}

/** Where this computer keeps the look for the next start; it begins with this week again. */
const KEY = 'horizon'
const Kept = z.object({ zoom: z.enum(zooms), count: z.literal([...ranges]) })

const lookStore = createStore<Look>(() => ({
  ...(recall(KEY, Kept) ?? { zoom: 'week' as const, count: 26 as const }),
  shift: 0,
}))

/** The look now; renders anew when it changes. */
export function useLook(): Look {
  return useStore(lookStore)
}

/** Looks at other columns, or at more or fewer weeks, from now on. */
export function setLook(change: Partial<Pick<Look, 'zoom' | 'count'>>): void {
  lookStore.setState(change)
  const { zoom, count } = lookStore.getState()
  note(KEY, { zoom, count })
}

/** As far as one may look back and ahead, in weeks: a year, and two beyond the longest range. */
const MOST_BACK = 52
const MOST_AHEAD = 208

/** Begins some weeks earlier or later; `null` with this week. */
export function shiftLook(weeks: number | null): void {
  lookStore.setState(({ shift }) => ({
    shift: weeks === null ? 0 : Math.min(MOST_AHEAD, Math.max(-MOST_BACK, shift + weeks)),
  }))
}

/** The first day that is shown. */
export function startOf({ shift }: Pick<Look, 'shift'>, thisWeek: Day): Day {
  return addDays(thisWeek, 7 * shift)
}

/** Random work and free time, and what is known about them without the engine. Minutes are whatever unit a test wants. */
import fc from 'fast-check'
import type { Work } from '../../../../shared/capacity/work/feasibility.ts'
import type { Piece } from '../../../../shared/capacity/work/piece.ts'
import type { Interval } from '../../../../shared/time/interval.ts'

export const aWork = fc
  .record({
    release: fc.integer({ min: 0, max: 24 }),
    length: fc.integer({ min: 0, max: 16 }),
    minutes: fc.integer({ min: 0, max: 7 }),
  })
  .map(({ release, length, minutes }) => ({ release, due: release + length, minutes }))

/** Up to seven items. */
export const works = fc
  .array(aWork, { maxLength: 7 })
  .map((list): Work[] => list.map((work, i) => ({ id: `w${i}`, ...work })))

/** Up to five gaps between 0 and 40. */
export const frees = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 10 })
  .map((cuts) => [...cuts].sort((a, b) => a - b))
  .map((cuts) => {
    const free: Interval[] = []
    for (let i = 0; i + 1 < cuts.length; i += 2)
      free.push({ from: cuts[i] as number, to: cuts[i + 1] as number })
    return free
  })

/** Independent check of a plan: inside free time and its work's window, nothing twice, all of it done. */
export function checked(
  pieces: readonly Piece[],
  work: readonly Work[],
  free: readonly Interval[],
  block = 0,
): string {
  const taken = new Set<number>()
  const done = new Map<string, number>()
  for (const { id, from, to } of pieces) {
    const item = work.find((w) => w.id === id)
    if (item === undefined) return `${id} is no work`
    if (to - from < Math.min(block, item.minutes)) return `${id} in ${to - from}`
    if (!free.some((gap) => gap.from <= from && to <= gap.to)) return `${from}–${to} is not one gap`
    for (let minute = from; minute < to; minute++) {
      if (minute < item.release || minute >= item.due) return `${id} outside its window`
      if (taken.has(minute)) return `${minute} used twice`
      taken.add(minute)
      done.set(id, (done.get(id) ?? 0) + 1)
    }
  }
  const open = work.find(({ id, minutes }) => (done.get(id) ?? 0) !== minutes)
  return open === undefined ? 'good' : `${open.id} is not all done`
}

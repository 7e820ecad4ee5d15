import type { WeekDay } from '../../../shared/capacity/weekView.ts'
import { lanesOf } from './placing.ts'

/** Something that holds for whole days: time off, a holiday or a note, from one column to another, both included. */
export interface AllDay {
  readonly key: string
  readonly title: string
  readonly kind: 'off' | 'note'
  readonly from: number
  readonly to: number
  /** Which line it stands on, from 0. */
  readonly line: number
}

/** What stands in the all-day lines of a week: the same on neighbouring days is one, and what overlaps stands below. */
export function allDayOf(days: readonly WeekDay[]): readonly AllDay[] {
  const found: Omit<AllDay, 'line'>[] = []
  for (const [column, day] of days.entries())
    for (const item of itemsOf(day)) {
      const before = found.findIndex(({ key, to }) => key === item.key && to === column - 1)
      const known = found[before]
      if (known === undefined) found.push({ ...item, from: column, to: column })
      else found[before] = { ...known, to: column }
    }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const lanes = lanesOf(found.map(({ from, to }) => ({ from, to: to + 1 })))
  return found.map((item, i) => ({ ...item, line: lanes[i]?.column ?? 0 }))
}

function itemsOf({ off, notes }: WeekDay): readonly Pick<AllDay, 'key' | 'title' | 'kind'>[] {
  const isNamed = off !== null && off.kind !== 'no-work' && (off.kind === 'holiday' || off.whole)
  return [
    ...(isNamed ? [{ key: `${off.kind} ${off.name}`, title: off.name, kind: 'off' as const }] : []),
    ...notes.map(({ id, title }) => ({ key: id, title, kind: 'note' as const })),
  ]
}

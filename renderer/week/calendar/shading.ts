import type { WeekDay } from '../../../shared/capacity/weekView.ts'
import type { DayInterval, TimeOff } from '../../../shared/plan/availability.ts'
import { DAY } from './placing.ts'

/** A part of a day that is off, with its name. */
export interface OffPart extends DayInterval {
  readonly id: string
  readonly title: string
}

/** The parts of a day that time off takes; whole days off have none. */
export function offParts(timeOff: readonly TimeOff[], { day }: Pick<WeekDay, 'day'>): readonly OffPart[] {
  return timeOff.flatMap(({ id, title, from, to, part }) =>
    part !== null && from <= day && day <= to ? [{ id, title, ...part }] : [],
  )
}

/** Whether a day has no time because of something that has a name: it is hatched whole. */
export function isOffWhole({ off }: Pick<WeekDay, 'off'>): boolean {
  return off !== null && (off.kind === 'holiday' || (off.kind === 'time-off' && off.whole))
}

/** The shade over what is not working time, as one background: a gradient with hard edges. */
export function shadeOf(hours: readonly DayInterval[]): string {
  const stops: string[] = []
  let at = 0
  for (const { from, to } of hours) {
    stops.push(`var(--rest) ${share(at)} ${share(from)}`, `transparent ${share(from)} ${share(to)}`)
    at = to
  }
  stops.push(`var(--rest) ${share(at)} 100%`)
  return `linear-gradient(${stops.join(', ')})`
}

/** A minute of the day as a part of a column's height. */
export function share(minute: number): string {
  return `${(minute / DAY) * 100}%`
}

import type { Day } from '../../../shared/time/day.ts'
import { wallClock, wallNumber, wallOf } from '../../../shared/time/wallClock.ts'
import type { Band } from '../drag/geometry.ts'
import type { Grip, Point, Target } from '../drag/machine.ts'
import { FINE_STEP, STEP } from '../freeStart.ts'
import { DAY } from './placing.ts'

/** Where the day columns are, measured once when a drag begins, in the coordinates of the scrolled content. */
export interface Columns {
  readonly days: readonly Band<Day>[]
  /** The top and height of 24 hours. */
  readonly top: number
  readonly height: number
}

/** The minute of the day at a height, 0 to 1440. */
export function minuteAt({ top, height }: Columns, y: number): number {
  return height > 0 ? Math.min(DAY, Math.max(0, ((y - top) / height) * DAY)) : 0
}

/** What a drag over the calendar points at; null beside the days. */
export function spanAt(columns: Columns, grip: Grip, from: Point, at: Point, fine: boolean): Target | null {
  const step = fine ? FINE_STEP : STEP
  if (grip.kind === 'draw') return drawn(grip.day, minuteAt(columns, from.y), minuteAt(columns, at.y), step)
  if (grip.kind !== 'carry' && grip.kind !== 'stretch') return null
  const day = columns.days.find((band) => band.from <= at.x && at.x < band.to)
  if (day === undefined) return null
  const days = wallNumber(wallClock(day.of, 0)) - wallNumber(wallClock(grip.day, 0))
  const minutes = minuteAt(columns, at.y) - minuteAt(columns, from.y)
  const moved = (wall: string) => stepped(wallNumber(wall) + days, minutes, step)
  if (grip.kind === 'carry') return { kind: 'start', start: wallOf(moved(grip.start)) }
  if (grip.edge === 'start') {
    const latest = wallNumber(grip.to) - step
    return { kind: 'span', from: wallOf(Math.min(latest, moved(grip.from))), to: grip.to }
  }
  const soonest = wallNumber(grip.from) + step
  return { kind: 'span', from: grip.from, to: wallOf(Math.max(soonest, moved(grip.to))) }
}

/** A time moved on the steps of the clock; one that hardly moves keeps its minutes, so a change of day keeps the time. */
function stepped(time: number, by: number, step: number): number {
  return Math.abs(by) < step / 2 ? time : Math.round((time + by) / step) * step
}

/** The stretch drawn from one minute to another, at least a step. */
function drawn(day: Day, pressed: number, now: number, step: number): Target {
  const first = Math.min(DAY - step, Math.floor(pressed / step) * step)
  const midnight = wallNumber(wallClock(day, 0))
  const from = Math.min(first, Math.floor(now / step) * step)
  const to = now >= first ? Math.max(first + step, Math.round(now / step) * step) : first + step
  return { kind: 'span', from: wallOf(midnight + from), to: wallOf(midnight + to) }
}

import type { Format } from '../../shared/words/format.ts'

/** Minutes in as little room as there is: whole hours as a number, the rest as `12:30`. */
export function hours(minutes: number, format: Format): string {
  return minutes % 60 === 0 ? format.number(minutes / 60) : format.clockDuration(minutes)
}

/** A part of a whole as a CSS percentage between nothing and all of it. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return part > 0 ? '100%' : '0%'
  return `${Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10}%`
}

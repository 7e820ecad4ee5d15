import type { EpochMinute } from '../time/zone.ts'

/** An instant in whole seconds since 1970-01-01T00:00Z. */
export type EpochSecond = number

/** The second of an instant as the plan writes it, `YYYY-MM-DDTHH:mm:ssZ`. */
export function secondOf(instant: string): EpochSecond {
  return Math.floor(Date.parse(instant) / 1000)
}

/** An instant as the plan writes it. */
export function instantOf(second: EpochSecond): string {
  return `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
}

/** The minute that clocks show at a second. */
export function minuteOf(second: EpochSecond): EpochMinute {
  return Math.floor(second / 60)
}

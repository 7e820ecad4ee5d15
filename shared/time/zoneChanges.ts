import type { EpochMinute } from './zone.ts'
import { segmentsAt } from './zoneTable.ts'

/** A moment at which the clocks of a zone change: minutes ahead of UTC before it and from it on. */
export interface ZoneChange {
  readonly at: EpochMinute
  readonly before: number
  readonly after: number
}

/** Two years: every stretch that the table is built in (just under four) is looked at. */
const STEP = 2 ** 20

/** The changes of a zone's clocks from one instant to another, both included, sorted. Throws a RangeError for an unknown zone. */
export function zoneChanges(zone: string, from: EpochMinute, to: EpochMinute): readonly ZoneChange[] {
  const changes = new Map<EpochMinute, ZoneChange>()
  for (let look = from; look < to + STEP; look += STEP) {
    const { starts, offsets } = segmentsAt(zone, Math.min(look, to))
    for (let i = 1; i < starts.length; i++) {
      const at = starts[i] as number
      const change = { at, before: offsets[i - 1] as number, after: offsets[i] as number }
      if (at >= from && at <= to) changes.set(at, change)
    }
  }
  return [...changes.values()].sort((a, b) => a.at - b.at)
}

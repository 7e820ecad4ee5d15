/** Time between sessions that is lost to changing over from one client to another. */
import type { Plan } from '../../plan/plan.ts'
import { clip, type Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import type { DayAvailability } from '../availability.ts'
import type { Timed } from '../bookedTime.ts'
import { clientOf } from '../commitment.ts'

/**
 * The time of a week that no client's work can use: between a session of one client and the next of another, whoever the
 * work between is for, it must change over once at least. So the gap loses the changeover minutes, or all of it where it is
 * shorter; less where a pause in working time is there to change over in. Next to own business nothing is lost.
 *
 * This never claims more than every plan loses. The first minutes of the gap are taken, so that of a gap that has begun
 * only what may still be ahead is; and a gap with a midnight in it loses nothing, as work may be due or released in it.
 */
export function changeovers(
  plan: Plan,
  booked: readonly Timed[],
  days: readonly DayAvailability[],
): Interval[] {
  const minutes = plan.practice.settings.changeoverMinutes
  if (minutes === 0) return []
  return betweenClients(plan, booked).flatMap((gap) => {
    const day = days.find(({ start, end }) => start <= gap.from && gap.to <= end)
    if (day === undefined) return []
    if (gap.to - gap.from <= minutes) return [gap]
    const working = clip(day.working, gap)
    return [{ from: gap.from, to: afterMinutes(working, leastIn(working, gap, minutes), gap.from) }]
  })
}

/** The gaps between a session of one client and one of another, own business aside. */
function betweenClients(plan: Plan, booked: readonly Timed[]): Interval[] {
  const clientsOf = (items: readonly Timed[]) =>
    new Set(items.flatMap(({ occurrence }) => clientOf(plan, occurrence.engagementId) ?? []))
  const gaps: Interval[] = []
  const items = [...booked].sort((a, b) => a.from - b.from)
  let end = Number.NEGATIVE_INFINITY
  for (const [i, { from, to }] of items.entries()) {
    if (from > end && i > 0) {
      const before = clientsOf(items.filter((item) => item.to === end))
      const after = clientsOf(items.filter((item) => item.from === from))
      const different = new Set([...before, ...after]).size
      if (before.size > 0 && after.size > 0 && different > 1) gaps.push({ from: end, to: from })
    }
    end = Math.max(end, to)
  }
  return gaps
}

/** The fewest working minutes that a stretch of `minutes` within the gap can cover. */
function leastIn(working: readonly Interval[], gap: Interval, minutes: number): number {
  const ends = working.flatMap(({ from, to }) => [from, to])
  const starts = [gap.from, gap.to - minutes, ...ends, ...ends.map((end) => end - minutes)]
  let least = minutes
  for (const from of starts) {
    const to = from + minutes
    if (from < gap.from || to > gap.to) continue
    least = Math.min(least, minutesIn(working, { from, to }))
  }
  return least
}

function minutesIn(working: readonly Interval[], { from, to }: Interval): number {
  return working.reduce(
    (sum, part) => sum + Math.max(0, Math.min(part.to, to) - Math.max(part.from, from)),
    0,
  )
}

/** The instant by which that many minutes of working time have passed. */
function afterMinutes(working: readonly Interval[], minutes: number, begin: EpochMinute): EpochMinute {
  let left = minutes
  for (const { from, to } of working) {
    if (left === 0) break
    if (to - from >= left) return from + left
    left -= to - from
  }
  return begin
}

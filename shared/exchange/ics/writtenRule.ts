import { formatRule, parseRule } from '../../time/ruleText.ts'
import type { WallClock } from '../../time/wallClock.ts'
import { toEpochMinute } from '../../time/zone.ts'

/**
 * A rule as other calendars want it: the end of a timed series is an instant (RFC 5545 §3.3.10), where ours may be a day
 * or a time on its own clocks. Throws a RangeError for a rule that `parseRule` refuses; stored ones are none.
 */
export function writtenRule(rule: string, zone: string): string {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new RangeError(`not a recurrence rule: ${rule}`)
  const { until } = parsed.rule
  if (until === undefined || until.kind === 'utc') return formatRule(parsed.rule)
  const wall: WallClock = until.kind === 'date' ? `${until.day}T23:59` : until.wall
  return formatRule({ ...parsed.rule, until: { kind: 'utc', epoch: toEpochMinute(wall, zone) } })
}

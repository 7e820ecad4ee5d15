/** Flags about risks of a session: no time to change over or travel, a date outside the contract. */
import { runsOn } from '../../plan/engagement.ts'
import { own } from '../../plan/plan.ts'
import { dayOf } from '../../time/day.ts'
import { localAt } from '../../time/zone.ts'
import type { Timed } from '../bookedTime.ts'
import { clientOf } from '../commitment.ts'
import { daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag } from './flag.ts'
import { knownFlags } from './knownFlags.ts'
import { flagOf } from './makeFlag.ts'
import { engagementsOf, namedTime } from './sessionFlags.ts'

/**
 * `no-gap`: two sessions one after the other with less time between them, after travel, than the changeover that
 * sessions of different clients want. Travel that runs into a confirmed session must be solved, whoever it is for.
 * `items` are by start.
 */
export function gapsAmong(material: WeekMaterial, items: readonly Timed[]): Flag[] {
  const known = knownFlags(material)
  const flags: Flag[] = []
  const most = material.plan.practice.settings.changeoverMinutes
  const farthest = items.reduce((longest, { start, from }) => Math.max(longest, start - from), 0)
  for (let i = 0; i < items.length; i++) {
    const a = items[i] as Timed
    for (let j = i + 1; j < items.length; j++) {
      const b = items[j] as Timed
      if (b.start - farthest - a.to >= most) break
      if (b.from - a.to >= most || b.start < a.end) continue
      const flag = known.ofTwo('no-gap', a, b, () => gapFlag(material, a, b))
      if (flag !== null) flags.push(flag)
    }
  }
  return flags
}

function gapFlag(material: WeekMaterial, a: Timed, b: Timed): Flag | null {
  const { plan, now } = material
  if (b.start <= now || b.start < material.start || b.start >= material.end) return null
  const gap = b.from - a.to
  const wanted = areOfDifferentClients(material, a, b) ? plan.practice.settings.changeoverMinutes : 0
  if (gap >= wanted) return null
  const isFirm = a.occurrence.status === 'confirmed' && b.occurrence.status === 'confirmed'
  const interval = { from: a.end, to: b.start }
  return flagOf(plan, {
    key: `no-gap:${a.key}|${b.key}`,
    code: 'no-gap',
    severity: gap < 0 && isFirm ? 'over' : 'watch',
    interval,
    days: daysOf(material, { from: b.start, to: b.end }),
    occurrences: [a.key, b.key],
    engagementIds: engagementsOf([a, b]),
    clientId: clientOf(plan, b.occurrence.engagementId),
    needed: wanted + (a.to - a.end) + (b.start - b.from),
    available: b.start - a.end,
    short: wanted - gap,
    facts: { a: namedTime(plan, a), b: namedTime(plan, b), gap, wanted },
  })
}

function areOfDifferentClients({ plan }: WeekMaterial, a: Timed, b: Timed): boolean {
  const first = clientOf(plan, a.occurrence.engagementId)
  const second = clientOf(plan, b.occurrence.engagementId)
  return first !== null && second !== null && first !== second
}

/** `contract`: a session that is not past, on a day outside its engagement's dates. */
export function contractFlags(material: WeekMaterial): Flag[] {
  const { plan, now, calendar } = material
  return material.booked.flatMap((item): Flag[] => {
    const { engagementId } = item.occurrence
    const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
    if (engagement === undefined || item.end <= now || item.start < material.start) return []
    const day = dayOf(localAt(item.start, calendar.zone).dayNumber)
    if (runsOn(engagement, day)) return []
    const isEarly = engagement.start !== null && day < engagement.start
    const bound = isEarly ? engagement.start : engagement.end
    const minutes = item.end - item.start
    return [
      flagOf(plan, {
        key: `contract:${item.key}`,
        code: 'contract',
        severity: 'watch',
        interval: { from: item.start, to: item.end },
        days: daysOf(material, { from: item.start, to: item.end }),
        occurrences: [item.key],
        engagementIds: [engagement.id],
        clientId: engagement.clientId,
        needed: minutes,
        available: 0,
        short: minutes,
        facts: {
          why: isEarly ? 'before-start' : 'after-end',
          session: namedTime(plan, item),
          engagement: engagement.name,
          day: bound ?? day,
        },
      }),
    ]
  })
}

/** The session that a placed block becomes. */
import { termsOn } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { newSession, type Session } from '../../plan/session.ts'
import { minDay } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import { fromEpochMinute } from '../../time/zone.ts'
import type { Placed } from './fill.ts'

/** Tentative focus work in the home zone, for its deliverable where it has one; billable unless its price is fixed. */
export function sessionOf(plan: Plan, { item, from, to }: Placed, id: Id): Session {
  const { engagement, deliverable } = item
  const zone = plan.practice.settings.homeZone
  const start = fromEpochMinute(from, zone)
  const day = minDay(wallDay(start), engagement.end ?? wallDay(start))
  return newSession({
    id,
    engagementId: engagement.id,
    title: deliverable?.title ?? engagement.name,
    start,
    minutes: to - from,
    zone,
    status: 'tentative',
    billable: termsOn(engagement, day).kind !== 'fixed',
    areaId: deliverable?.areaId ?? null,
    deliverableId: deliverable?.id ?? null,
  })
}

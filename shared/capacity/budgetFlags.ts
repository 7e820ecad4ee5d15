/** `budget`: logged and planned time of an engagement against its budget. */
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan, type Year } from '../plan/plan.ts'
import { occurrenceKey } from '../plan/session.ts'
import { addDays, dayOf } from '../time/day.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { localAt } from '../time/zone.ts'
import { bookedIn, entriesIn } from './bookedTime.ts'
import { confirmedKeys } from './clientRows.ts'
import type { Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'
import { daysOf } from './weekDays.ts'
import type { WeekMaterial } from './weekMaterial.ts'

/** A series without end is counted for this long, unless its engagement ends sooner. */
const MOST_DAYS = 366

/**
 * For each active engagement with a budget of hours that has sessions still to come in the week: what was
 * logged, and what is planned from now on and not logged yet, against the budget.
 */
export function budgetFlags(material: WeekMaterial): Flag[] {
  const { plan } = material
  if (material.end <= material.now) return []
  const here = new Set(
    material.booked.filter(({ end }) => end > material.now).map(({ occurrence }) => occurrence.engagementId),
  )
  return Object.values(plan.practice.engagements)
    .filter(({ id, status }) => status === 'active' && here.has(id))
    .flatMap((engagement) => budgetFlag(material, engagement) ?? [])
}

function budgetFlag(material: WeekMaterial, engagement: Engagement): Flag | null {
  const { plan, now, calendar } = material
  if (engagement.budget?.kind !== 'hours') return null
  const today = dayOf(localAt(now, calendar.zone).dayNumber)
  const logged = loggedMinutes(plan, engagement.id)
  const confirmed = confirmedKeys(entriesIn(plan, today, addDays(today, 1)))
  const planned = bookedIn(plan, now, now + MOST_DAYS * MINUTES_A_DAY)
    .filter(({ occurrence, start }) => occurrence.engagementId === engagement.id && start >= now)
    .filter(({ occurrence }) => !confirmed.has(occurrenceKey(occurrence.id, occurrence.original)))
    .reduce((sum, { start, end }) => sum + end - start, 0)
  const budget = engagement.budget.minutes
  if (logged + planned <= budget) return null
  const interval = { from: Math.max(material.start, now), to: material.end }
  return flagOf(plan, {
    key: `budget:${engagement.id}`,
    code: 'budget',
    severity: 'watch',
    interval,
    days: daysOf(material, interval),
    occurrences: material.booked
      .filter(({ occurrence }) => occurrence.engagementId === engagement.id)
      .map(({ key }) => key),
    engagementIds: [engagement.id],
    clientId: engagement.clientId,
    needed: logged + planned,
    available: budget,
    short: logged + planned - budget,
    facts: {
      engagement: engagement.name,
      client: own(plan.practice.clients, engagement.clientId)?.name ?? '',
      logged,
      planned,
      budget,
    },
  })
}

const sums = new WeakMap<Year['entries'], ReadonlyMap<Id, number>>()

/** All that was ever logged for an engagement; each year is summed once as long as it does not change. */
function loggedMinutes(plan: Plan, engagementId: Id): number {
  let minutes = 0
  for (const { entries } of Object.values(plan.years)) minutes += loggedIn(entries).get(engagementId) ?? 0
  return minutes
}

function loggedIn(entries: Year['entries']): ReadonlyMap<Id, number> {
  const known = sums.get(entries)
  if (known !== undefined) return known
  const minutes = new Map<Id, number>()
  for (const entry of Object.values(entries))
    if (entry.engagementId !== null)
      minutes.set(entry.engagementId, (minutes.get(entry.engagementId) ?? 0) + entry.minutes)
  sums.set(entries, minutes)
  return minutes
}

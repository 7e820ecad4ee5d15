/** `budget`: logged and planned work of an engagement against its budget of hours or money. */

import { own } from '../../plan/plan.ts'
import { type Day, dayOf } from '../../time/day.ts'
import { MINUTES_A_DAY } from '../../time/wallClock.ts'
import { localAt } from '../../time/zone.ts'
import type { BudgetStanding } from '../budgetStanding.ts'
import { budgetStandings } from '../budgetStanding.ts'
import { daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'

/** How long ahead the present week tells that a budget will be passed. */
const TOLD_AHEAD = 30 * MINUTES_A_DAY

/**
 * `budget` for each active engagement whose budget will be passed by what is planned, or was by what is logged. It is
 * told where something can be done about it: in the weeks with sessions beyond the budget, from the one on that passes
 * it (those before fit into it), and in the present week from 30 days ahead. A series without an end passes any budget
 * some day: told a year ahead it would be read no more.
 */
export function budgetFlags(material: WeekMaterial): Flag[] {
  const { plan, now, end } = material
  if (end <= now) return []
  return budgetStandings(plan, now).flatMap((standing) => budgetFlag(material, standing) ?? [])
}

function budgetFlag(material: WeekMaterial, standing: BudgetStanding): Flag | null {
  const { plan, now, start, end } = material
  const { engagement, passedBy, beyond, measure, budget, logged, planned } = standing
  if (passedBy === null) return null
  const passing = passedBy === 'planned' ? beyond[0] : undefined
  const here = beyond.filter((item) => start <= item.start && item.start < end)
  const isNear = start <= now && (passing?.start ?? now) - now <= TOLD_AHEAD
  if (here.length === 0 && !isNear) return null
  const interval = { from: here[0]?.start ?? Math.max(start, now), to: end }
  const over = logged + planned - budget
  const short = measure.kind === 'hours' ? over : minutesWorth(over, standing)
  const needed = Math.max(standing.minutes, short)
  return flagOf(
    plan,
    {
      key: `budget:${engagement.id}`,
      code: 'budget',
      severity: 'watch',
      interval,
      days: daysOf(material, interval),
      occurrences: here.map(({ key }) => key),
      engagementIds: [engagement.id],
      clientId: engagement.clientId,
      needed,
      available: needed - short,
      short,
      facts: {
        engagement: engagement.name,
        client: own(plan.practice.clients, engagement.clientId)?.name ?? '',
        measure,
        logged,
        planned,
        budget,
        passedOn: passing === undefined ? null : dayIn(material, passing.start),
      },
    },
    // What was planned is logged day by day: only what it comes to in all is asked again.
    [measure, budget, over],
  )
}

function dayIn({ calendar }: WeekMaterial, at: number): Day {
  return dayOf(localAt(at, calendar.zone).dayNumber)
}

/** An amount of money as minutes of the work that was counted, at what these bring on average; one at least. */
function minutesWorth(amount: number, { minutes, logged, planned }: BudgetStanding): number {
  const worth = BigInt(logged + planned)
  if (worth === 0n) return 1
  return Math.max(1, Number((BigInt(amount) * BigInt(minutes) + worth - 1n) / worth))
}

import { placeRest } from '../../../../shared/capacity/placing/placeRest.ts'
import type { Placing } from '../../../../shared/capacity/placing/placing.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import type { Commitment } from '../../../../shared/plan/engagement.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, type PlanParts } from '../../../support/builders.ts'
import { at, MONDAY } from '../mockWeek.ts'

export const THIS_WEEK = { from: MONDAY, to: '2026-11-29' }
export const FOUR_WEEKS = { from: MONDAY, to: '2026-12-20' }
export const morning = at('2026-11-23T08:00')

export function rest(
  plan: Plan,
  { range = THIS_WEEK, now = morning, only = null as ReadonlySet<string> | null } = {},
) {
  let made = 0
  return placeRest(plan, range, only, now, () => `new-${made++}`)
}

/** Each session in one line: weekday and time, minutes, title. */
export function lines({ sessions }: Placing): string[] {
  return sessions.map(({ start, minutes, title }) => `${start.slice(5)} ${minutes} ${title}`)
}

export function missing({ notFitted }: Placing): string[] {
  return notFitted.map(({ title, minutes, why }) => `${title} ${minutes} ${why}`)
}

export function promise(commitment: Commitment) {
  return [{ from: '2026-01-01', commitment }]
}

export const perWeek = (minutes: number) => promise({ kind: 'hoursPerWeek', minutes })

/** Northwind, Lumen and Fable, none of whom is promised anything unless told. */
export function practice({ engagements, ...parts }: PlanParts): Plan {
  return aPlan({
    clients: [
      aClient(),
      aClient({ id: 'lumen', name: 'Lumen', order: 2 }),
      aClient({ id: 'fable', name: 'Fable', order: 3 }),
    ],
    engagements: engagements ?? [
      anEngagement(),
      anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Retainer', order: 2 }),
      anEngagement({ id: 'fable-1', clientId: 'fable', name: 'Build', order: 3 }),
    ],
    ...parts,
  })
}

/** The plan with what was placed. */
export function accepted(plan: Plan, { sessions }: Placing): Plan {
  const result = execute(plan, { type: 'session/create', sessions })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

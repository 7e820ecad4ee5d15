import type { Id } from '../../../shared/plan/fields.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario } from '../../../shared/plan/scenario.ts'
import { workdaysOn } from '../../../shared/scenario/workdays.ts'
import { addDays, type Day, maxDay } from '../../../shared/time/day.ts'

export const changeKinds = ['take', 'drop', 'shorter', 'off'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A change while it is edited: the fields of all kinds, so that another kind keeps what was typed. */
export interface ChangeForm {
  readonly key: string
  readonly kind: ChangeKind
  readonly engagementId: Id | null
  readonly clientId: Id | null
  readonly from: Day | null
  readonly to: Day | null
  /** A week of the prospect, in minutes; null is what it promises itself. */
  readonly minutes: number | null
  readonly freeDays: readonly number[]
}

export interface ScenarioForm {
  readonly name: string
  readonly changes: readonly ChangeForm[]
}

/** The prospects that can be taken, in their order. */
export function prospectsOf({ practice }: Plan) {
  return Object.values(practice.engagements)
    .filter(({ status }) => status === 'prospect')
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** A change of a kind as it begins: the only prospect there is, from its start; the last working day free. */
export function newChange(plan: Plan, kind: ChangeKind, today: Day, key: string): ChangeForm {
  const prospects = prospectsOf(plan)
  const only = kind === 'take' && prospects.length === 1 ? prospects[0] : undefined
  const from = maxDay(only?.start ?? today, today)
  const last = workdaysOn(plan, today).at(-1)
  return {
    key,
    kind,
    engagementId: only?.id ?? null,
    clientId: null,
    from,
    to: addDays(from, kind === 'off' ? A_WEEK : A_SUMMER),
    minutes: null,
    freeDays: last === undefined ? [] : [last],
  }
}

/** Days after the first that time off and shorter weeks begin with: nearly two weeks, nearly three months. */
const A_WEEK = 11
const A_SUMMER = 90

/** The form of a scenario, or of a new one that begins with a kind of change. */
export function scenarioForm(
  plan: Plan,
  of: Scenario | ChangeKind,
  today: Day,
  newKey: () => string,
): ScenarioForm {
  if (typeof of === 'string') return { name: '', changes: [newChange(plan, of, today, newKey())] }
  return {
    name: of.name,
    changes: of.changes.map((change) => ({ ...newChange(plan, change.kind, today, newKey()), ...change })),
  }
}

/** A change for its schema to judge; a field that is empty is null there, which it refuses. */
export function changeOf({ kind, engagementId, clientId, from, to, minutes, freeDays }: ChangeForm) {
  switch (kind) {
    case 'take':
      return { kind, engagementId, from, minutes }
    case 'drop':
      return { kind, clientId, from }
    case 'shorter':
      return { kind, from, to, freeDays }
    case 'off':
      return { kind, from, to }
  }
}

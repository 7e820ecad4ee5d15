/** The flags of a week, of all codes or of some. */

import { remainingOf, weekTotals } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { WeekDay } from '../weekView.ts'
import { agreementDateFlags, uncoveredFlags } from './agreementFlags.ts'
import { budgetFlags } from './budgetFlags.ts'
import { deadlineFlags, notPromised } from './deadlineFlags.ts'
import type { Flag, FlagCode } from './flag.ts'
import { sessionCodes } from './knownFlags.ts'
import { dayOverFlags, weekOverFlags } from './loadFlags.ts'
import { promiseFlags } from './promiseFlags.ts'
import { contractFlags } from './riskFlags.ts'
import { type SessionFlags, sessionFlags } from './sessionIslands.ts'

type Raise = (material: WeekMaterial, days: readonly WeekDay[]) => Flag[]

/** Who raises what. The order is that of precedence among flags of one severity: the concrete before the sum of it. */
const RAISERS: readonly (readonly [readonly FlagCode[], Raise])[] = [
  [['overlap'], (material) => allOf(material, 'overlap')],
  [['deadline'], (material, days) => notPromised(deadlineFlags(material), () => promises(material, days))],
  [['day-over'], dayOverFlags],
  [['week-over'], (material, days) => weekOverFlags(material, weekTotals(days, 0, 0))],
  [['client-under', 'client-over'], promises],
  [['budget'], budgetFlags],
  [
    ['contract'],
    (material) => [...contractFlags(material), ...agreementDateFlags(material), ...uncoveredFlags(material)],
  ],
  [['no-gap'], (material) => allOf(material, 'gap')],
  [['outside-hours'], (material) => allOf(material, 'outside')],
]

const PRECEDENCE: ReadonlyMap<FlagCode, number> = new Map(
  RAISERS.flatMap(([codes]) => codes).map((code, i) => [code, i]),
)

/** All codes but those of `sessionFlags`, to raise the rest with `weekFlags`. */
export const otherCodes: ReadonlySet<FlagCode> = new Set(
  [...PRECEDENCE.keys()].filter((code) => !sessionCodes.some((other) => other === code)),
)

function allOf(material: WeekMaterial, code: keyof SessionFlags): Flag[] {
  const { over, watch } = sessionFlags(material)[code]
  return [...over, ...watch]
}

function promises(material: WeekMaterial, days: readonly WeekDay[]): Flag[] {
  return promiseFlags(material, remainingInWeek(material, days))
}

/** The flags of a week of which `days` are the days; only those of `codes` where given. In no order. */
export function weekFlags(
  material: WeekMaterial,
  days: readonly WeekDay[],
  codes?: ReadonlySet<FlagCode>,
): Flag[] {
  return RAISERS.flatMap(([raised, raise]) => {
    if (codes !== undefined && !raised.some((code) => codes.has(code))) return []
    return raise(material, days)
  })
}

/** Headroom of the week that is still to come. */
export function remainingInWeek({ booked, now }: WeekMaterial, days: readonly WeekDay[]): number {
  return days.reduce((sum, day) => sum + remainingOf(day, booked, now), 0)
}

/** Where a flag stands: `over` before `watch`, then by kind. */
export function rankOf({ severity, code }: Pick<Flag, 'severity' | 'code'>): number {
  return (severity === 'over' ? 0 : PRECEDENCE.size) + (PRECEDENCE.get(code) ?? 0)
}

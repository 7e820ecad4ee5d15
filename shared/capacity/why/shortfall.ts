/** How much a plan lacks, for a question about it. */
import type { Plan, Practice, Year } from '../../plan/plan.ts'
import { shortOfWindows } from '../flags/deadlineFlags.ts'
import { dayOverFlags, weekOverFlags } from '../flags/loadFlags.ts'
import { weekDays, weekTotals } from '../weekDays.ts'
import { weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import type { WhyQuestion } from './question.ts'

/**
 * Minutes that are lacking, as the flag says them: load over what the week or the day offers, or what the windows that
 * hold any of the work are short of. 0 where it fits.
 */
export function shortfall(plan: Plan, { start, about }: WhyQuestion, context: CapacityContext): number {
  const material = weekMaterial(plan, start, context)
  if (about.kind === 'deadline') return shortOfWindows(material, new Set(about.items))
  const days = weekDays(material)
  const flags =
    about.kind === 'week'
      ? weekOverFlags(material, weekTotals(days, 0, 0))
      : dayOverFlags(
          material,
          days.filter(({ day }) => day === about.day),
        )
  return flags.reduce((sum, { short }) => sum + short, 0)
}

/** What neither load nor deadlines are computed from. What is not named here counts. */
const besides: ReadonlySet<keyof Practice> = new Set([
  'agreements',
  'areas',
  'calendarRules',
  'deletedImports',
  'timer',
  'closedThrough',
  'acceptedFlags',
  'scenarios',
  'business',
  'numbering',
  'creditNumbering',
  'pictures',
] as const)
const besidesOfYear: ReadonlySet<keyof Year> = new Set(['expenses', 'invoices'] as const)

/**
 * Whether two plans differ in nothing that load and deadlines are computed from. It goes by reference, since what a
 * change did not touch keeps its own ([C2]).
 */
export function isAlike(a: Plan, b: Plan): boolean {
  return (
    isSameBut(a.practice, b.practice, besides) &&
    (a.years === b.years ||
      [...new Set([...Object.keys(a.years), ...Object.keys(b.years)])].every((key) =>
        isSameBut(a.years[key], b.years[key], besidesOfYear),
      ))
  )
}

function isSameBut<T extends object>(a: T | undefined, b: T | undefined, but: ReadonlySet<keyof T>): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof T)[])
  return [...keys].every((key) => but.has(key) || a[key] === b[key])
}

/** The week as the screen shows it, and how it would look after a command. */
import { execute } from '../commands/execute.ts'
import type { Refusal } from '../commands/refusal.ts'
import type { Command } from '../commands/registry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { clientRows } from './clientRows.ts'
import { orderedFlags } from './flags/orderedFlags.ts'
import { sessionFlags } from './flags/sessionIslands.ts'
import { otherCodes, remainingInWeek, weekFlags } from './flags/weekFlags.ts'
import { keepSame } from './keepSame.ts'
import { weekDays, weekTotals } from './weekDays.ts'
import { quarterAfter, type WeekMaterial, weekMaterial } from './weekMaterial.ts'
import type { CapacityContext, HolidayOf, WeekView } from './weekView.ts'

interface Known {
  readonly holidays: HolidayOf
  readonly now: number
  readonly view: WeekView
}

const known = new WeakMap<Plan, Map<Day, Known>>()
const latest = new Map<Day, WeekView>()
/** Weeks kept in mind, of a plan and in all: three years. */
const MOST_WEEKS = 160

/**
 * The seven days from `start` (the week's first day by the planner's setting). Asked again with the same plan it gives
 * the same view; for a changed plan it reads only what touches the week and its months, and keeps the reference of
 * every part that came out equal.
 */
export function week(plan: Plan, start: Day, context: CapacityContext): WeekView {
  const now = quarterAfter(context.now)
  const views = known.get(plan) ?? new Map<Day, Known>()
  known.set(plan, views)
  const seen = views.get(start)
  if (seen !== undefined && seen.holidays === context.holidays && seen.now === now) return seen.view
  const previous = latest.get(start)
  const view = compute(weekMaterial(plan, start, context), previous)
  keep(latest, start, view)
  keep(views, start, { holidays: context.holidays, now, view })
  return view
}

/** Puts a week last, and forgets the one that was put longest ago where they become too many. */
function keep<T>(weeks: Map<Day, T>, start: Day, value: T): void {
  weeks.delete(start)
  weeks.set(start, value)
  if (weeks.size <= MOST_WEEKS) return
  const oldest = weeks.keys().next()
  if (oldest.done === false) weeks.delete(oldest.value)
}

/** What a command would make of a week, or why it would be refused. */
export type Preview =
  | { readonly ok: true; readonly plan: Plan; readonly view: WeekView }
  | { readonly ok: false; readonly refusal: Refusal }

/** Runs a command on a copy and shows the week after it: cheap enough for every change of a drag's target. */
export function preview(plan: Plan, command: Command, start: Day, context: CapacityContext): Preview {
  const result = execute(plan, command)
  if (!result.ok) return result
  return { ok: true, plan: result.plan, view: week(result.plan, start, context) }
}

function compute(material: WeekMaterial, previous: WeekView | undefined): WeekView {
  const days = weekDays(material)
  const rows = clientRows(material)
  const committed = rows.reduce((sum, row) => sum + (row.committed ?? 0), 0)
  const totals = weekTotals(days, committed, remainingInWeek(material, days))
  const flags = orderedFlags(
    previous?.flags ?? [],
    sessionFlags(material),
    weekFlags(material, days, otherCodes),
  )
  const fresh = { start: material.from, end: material.to, days, rows, totals }
  if (previous === undefined) return { ...fresh, flags }
  // The flags are many and each is the same or is not: they are compared by key, not place by place.
  const { flags: before, ...rest } = previous
  const kept = keepSame(rest, fresh)
  return kept === rest && flags === before ? previous : { ...kept, flags }
}

import { isUnused } from '../../shared/commands/startCommands.ts'
import type { Desktop, PlanOpened, PlanRest } from '../../shared/ipc/contract.ts'
import type { Year } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import type { OpenPlan } from '../storage/openPlan.ts'

/** The first message of a window: the practice, and the years that the first screen can need. */
export function openedMessage({ host, store, notices }: OpenPlan, today: Day, desktop: Desktop): PlanOpened {
  const { practice, years } = host.plan()
  const near = pick(years, (year) => isNear(year, today))
  return {
    rev: host.rev(),
    practice,
    years: near,
    complete: Object.keys(near).length === Object.keys(years).length,
    unused: isUnused(host.plan()),
    readOnly: host.readOnly(),
    history: host.history(),
    save: store.state(),
    notices,
    desktop,
  }
}

/** All other years. */
export function restMessage({ host }: OpenPlan, today: Day): PlanRest {
  return { rev: host.rev(), years: pick(host.plan().years, (year) => !isNear(year, today)) }
}

/** A year that a look some weeks back or some months ahead touches. */
function isNear(year: string, today: Day): boolean {
  return year >= addDays(today, -60).slice(0, 4) && year <= addDays(today, 180).slice(0, 4)
}

function pick(years: Readonly<Record<string, Year>>, wanted: (year: string) => boolean) {
  return Object.fromEntries(Object.entries(years).filter(([year]) => wanted(year)))
}

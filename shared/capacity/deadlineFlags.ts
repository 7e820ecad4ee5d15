/** `deadline`: work that cannot be done in time, whatever the order, with the window that proves it. */
import { own, type Plan } from '../plan/plan.ts'
import { type Day, dayOf } from '../time/day.ts'
import { localAt } from '../time/zone.ts'
import type { WorkingCalendar } from './availability.ts'
import { type ShortWindow, shortWindows } from './feasibility.ts'
import type { DeadlineItem, Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'
import { freeTime, type OpenDeliverable, openWork } from './openWork.ts'
import { daysOf } from './weekDays.ts'
import type { WeekMaterial } from './weekMaterial.ts'

/** Windows told at once: after that many, more would not help. */
const MOST_WINDOWS = 5

interface Deadlines {
  readonly calendar: WorkingCalendar
  readonly now: number
  readonly windows: readonly ShortWindow[]
  readonly byId: ReadonlyMap<string, OpenDeliverable>
  readonly past: readonly OpenDeliverable[]
}
const known = new WeakMap<Plan, Deadlines>()

/** The windows of a plan do not depend on the week that is looked at. */
function deadlines({ plan, calendar, now }: WeekMaterial): Deadlines {
  const seen = known.get(plan)
  if (seen !== undefined && seen.calendar === calendar && seen.now === now) return seen
  const { open, past, until } = openWork(plan, calendar, now)
  const windows =
    open.length === 0 ? [] : shortWindows(open, freeTime(plan, calendar, now, until), MOST_WINDOWS)
  const made = { calendar, now, windows, byId: new Map(open.map((item) => [item.id, item])), past }
  known.set(plan, made)
  return made
}

/** The short windows that meet the week; work due in the past is told in the present week. */
export function deadlineFlags(material: WeekMaterial): Flag[] {
  const { windows, byId, past } = deadlines(material)
  const isPresent = material.start <= material.now && material.now < material.end
  return [
    ...windows
      .filter(({ from, to }) => from < material.end && material.start < to)
      .map((window) => windowFlag(material, window, byId)),
    ...(isPresent ? past.map((item) => pastFlag(material, item)) : []),
  ]
}

function windowFlag(
  material: WeekMaterial,
  window: ShortWindow,
  byId: ReadonlyMap<string, OpenDeliverable>,
): Flag {
  const { from, to, needed, available, short } = window
  const items = window.work.flatMap(({ id }) => byId.get(id) ?? [])
  const dayAt = (instant: number): Day => dayOf(localAt(instant, material.calendar.zone).dayNumber)
  return flagOf(material.plan, {
    ...aboutWork(material, items),
    // The work that is due last names the window: it stays the same while other work comes and goes.
    key: `deadline:${items.at(-1)?.id ?? ''}`,
    interval: { from, to },
    days: daysOf(material, { from, to }),
    needed,
    available,
    short,
    facts: {
      items: items.map((item) => itemOf(material.plan, item)),
      from: dayAt(from),
      to: dayAt(to - 1),
      needed,
      available,
      past: false,
    },
  })
}

function pastFlag(material: WeekMaterial, item: OpenDeliverable): Flag {
  const { due } = itemOf(material.plan, item)
  const today = dayOf(localAt(material.now, material.calendar.zone).dayNumber)
  const { minutes } = item
  return flagOf(material.plan, {
    ...aboutWork(material, [item]),
    key: `deadline:${item.id}`,
    interval: { from: material.now, to: material.now },
    days: [today],
    needed: minutes,
    available: 0,
    short: minutes,
    facts: {
      items: [itemOf(material.plan, item)],
      from: due,
      to: today,
      needed: minutes,
      available: 0,
      past: true,
    },
  })
}

function aboutWork(material: WeekMaterial, items: readonly OpenDeliverable[]) {
  const engagementIds = [...new Set(items.map(({ deliverable }) => deliverable.engagementId))]
  const clients = new Set(
    engagementIds.map((id) => own(material.plan.practice.engagements, id)?.clientId ?? null),
  )
  return {
    code: 'deadline' as const,
    severity: 'over' as const,
    occurrences: [],
    engagementIds,
    clientId: clients.size === 1 ? ([...clients][0] ?? null) : null,
  }
}

function itemOf(plan: Plan, { id, minutes, deliverable }: OpenDeliverable): DeadlineItem {
  const engagement = own(plan.practice.engagements, deliverable.engagementId)
  const client = engagement === undefined ? undefined : own(plan.practice.clients, engagement.clientId)
  return { id, title: deliverable.title, client: client?.name ?? '', due: deliverable.due ?? '', minutes }
}

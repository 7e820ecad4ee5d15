/** `deadline`: work that cannot be done in time, whatever the order, with the window that proves it. */
import { own, type Plan } from '../../plan/plan.ts'
import { type Day, dayOf } from '../../time/day.ts'
import { localAt } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import { type ExplainedWindow, takeApart } from '../work/feasibility.ts'
import { finerWork } from '../work/finerWork.ts'
import { freeTime, type OpenDeliverable, type OpenItem, openWork, usable } from '../work/openWork.ts'
import type { DeadlineItem, Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'

/** Windows told at once: after that many, more would not help. */
const MOST_WINDOWS = 5

interface Deadlines {
  readonly calendar: WorkingCalendar
  readonly now: number
  readonly windows: readonly ExplainedWindow[]
  /** Of the work that fits besides: what fits only in pieces shorter than the shortest block. Sought when it is asked for. */
  readonly finer: () => ExplainedWindow | null
  readonly byId: ReadonlyMap<string, OpenItem>
  readonly past: readonly OpenDeliverable[]
}
const known = new WeakMap<Plan, Deadlines>()

/** The windows of a plan do not depend on the week that is looked at. */
function deadlines({ plan, calendar, now }: WeekMaterial): Deadlines {
  const seen = known.get(plan)
  if (seen !== undefined && seen.calendar === calendar && seen.now === now) return seen
  const { open, past, until } = openWork(plan, calendar, now)
  const free = open.length === 0 ? [] : usable(plan, freeTime(plan, calendar, now, until))
  const { windows, work, free: rest } = takeApart(open, free, MOST_WINDOWS)
  let sought: ExplainedWindow | null | undefined
  const made: Deadlines = {
    calendar,
    now,
    windows,
    finer: () => {
      // What is left is known to fit only where no window was left out.
      if (sought === undefined)
        sought =
          windows.length < MOST_WINDOWS ? finerWork(work, rest, plan.practice.settings.blocks.shortest) : null
      return sought
    },
    byId: new Map(open.map((item) => [item.id, item])),
    past,
  }
  known.set(plan, made)
  return made
}

/** The windows that meet the week, short ones and those that only shorter pieces fill; work due in the past is told in the present week. */
export function deadlineFlags(material: WeekMaterial): Flag[] {
  const { windows, finer: sought, byId, past } = deadlines(material)
  const finer = sought()
  const isPresent = material.start <= material.now && material.now < material.end
  const meets = ({ from, to }: ExplainedWindow) => from < material.end && material.start < to
  return [
    ...windows.filter(meets).map((window) => windowFlag(material, window, byId, false)),
    ...(finer !== null && meets(finer) ? [windowFlag(material, finer, byId, true)] : []),
    ...(isPresent ? past.map((item) => pastFlag(material, item)) : []),
  ]
}

/**
 * Leaves out what `client-under` tells already: where what does not fit are the hours of one client's retainers alone, and
 * the flag about the same period says that the rest of them does not. `promises` is asked only where that may be.
 */
export function notPromised(flags: readonly Flag[], promises: () => readonly Flag[]): Flag[] {
  const retainersIn = (flag: Flag) =>
    flag.code === 'deadline' &&
    !flag.facts.finer &&
    flag.facts.items.every((item) => !item.named || item.retainer !== null)
      ? flag.facts.items.filter(({ named }) => named)
      : []
  if (flags.every((flag) => retainersIn(flag).length === 0)) return [...flags]
  const short = promises().flatMap((flag) => (flag.code === 'client-under' && !flag.facts.fits ? [flag] : []))
  return flags.filter((flag) => {
    const named = retainersIn(flag)
    return named.length === 0 || !short.some((promise) => named.every((item) => isPromised(item, promise)))
  })
}

function isPromised(
  { engagementId, retainer, due }: DeadlineItem,
  { engagementIds, facts: { period } }: Extract<Flag, { code: 'client-under' }>,
): boolean {
  return (
    retainer !== null &&
    engagementIds.includes(engagementId) &&
    period.from <= retainer.from &&
    due <= period.to
  )
}

/** All deadlines that do not hold, of whatever week: what a change of one week does to them may show in another. */
export function allDeadlineFlags(material: WeekMaterial): Flag[] {
  const { windows, finer: sought, byId, past } = deadlines(material)
  const finer = sought()
  return [
    ...windows.map((window) => windowFlag(material, window, byId, false)),
    ...(finer === null ? [] : [windowFlag(material, finer, byId, true)]),
    ...past.map((item) => pastFlag(material, item)),
  ]
}

/** Minutes that the windows which hold any of the pieces of work are short of, whatever week they meet. */
export function shortOfWindows(material: WeekMaterial, items: ReadonlySet<string>): number {
  return deadlines(material)
    .windows.filter(({ work }) => work.some(({ id }) => items.has(id)))
    .reduce((sum, { short }) => sum + short, 0)
}

function windowFlag(
  material: WeekMaterial,
  window: ExplainedWindow,
  byId: ReadonlyMap<string, OpenItem>,
  isFiner: boolean,
): Flag {
  const { plan } = material
  const { from, to, needed, available, short } = window
  const { shortest, usableOnly } = plan.practice.settings.blocks
  const items = window.work.flatMap(({ id }) => byId.get(id) ?? [])
  const named = new Set(window.named.map(({ id }) => id))
  return flagOf(plan, {
    ...aboutWork(plan, items),
    // The work that is due last names the window: it stays the same while other work comes and goes.
    key: `${isFiner ? 'deadline-finer' : 'deadline'}:${items.at(-1)?.id ?? ''}`,
    severity: isFiner ? 'watch' : 'over',
    interval: { from, to },
    days: daysOf(material, { from, to }),
    needed,
    available,
    short,
    facts: {
      items: items.map((item) => itemOf(material, item, named.has(item.id))),
      from: dayAt(material, from),
      to: dayAt(material, to - 1),
      needed,
      available,
      past: false,
      finer: isFiner,
      shortest: isFiner || usableOnly ? shortest : null,
    },
  })
}

function pastFlag(material: WeekMaterial, item: OpenDeliverable): Flag {
  const told = itemOf(material, item, true)
  const today = dayAt(material, material.now)
  const { minutes } = item
  return flagOf(material.plan, {
    ...aboutWork(material.plan, [item]),
    key: `deadline:${item.id}`,
    severity: 'over',
    interval: { from: material.now, to: material.now },
    days: [today],
    needed: minutes,
    available: 0,
    short: minutes,
    facts: {
      items: [told],
      from: told.due,
      to: today,
      needed: minutes,
      available: 0,
      past: true,
      finer: false,
      shortest: null,
    },
  })
}

function dayAt({ calendar }: WeekMaterial, instant: number): Day {
  return dayOf(localAt(instant, calendar.zone).dayNumber)
}

function aboutWork(plan: Plan, items: readonly OpenItem[]) {
  const engagementIds = [...new Set(items.map(({ engagementId }) => engagementId))]
  const clients = new Set(engagementIds.map((id) => own(plan.practice.engagements, id)?.clientId ?? null))
  return {
    code: 'deadline' as const,
    occurrences: [],
    engagementIds,
    clientId: clients.size === 1 ? ([...clients][0] ?? null) : null,
  }
}

function itemOf(material: WeekMaterial, item: OpenItem, named: boolean): DeadlineItem {
  const { clients, engagements } = material.plan.practice
  const { id, engagementId, minutes, due, deliverable } = item
  const engagement = own(engagements, engagementId)
  const client = engagement === undefined ? undefined : own(clients, engagement.clientId)
  const about = { id, engagementId, client: client?.name ?? '', minutes, named }
  return deliverable === null
    ? {
        ...about,
        title: engagement?.name ?? '',
        due: dayAt(material, due - 1),
        retainer: item.period,
      }
    : { ...about, title: deliverable.title, due: deliverable.due ?? '', retainer: null }
}

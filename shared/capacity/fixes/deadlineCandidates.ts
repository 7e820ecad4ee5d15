/** What might make a deadline hold: a later day, or less work. */
import type { SingleCommand } from '../../commands/registry.ts'
import type { Deliverable } from '../../plan/deliverable.ts'
import { own } from '../../plan/plan.ts'
import { addDays, type Day, dayNumber, dayOf } from '../../time/day.ts'
import { localAt } from '../../time/zone.ts'
import { workingCalendar } from '../availability.ts'
import type { DeadlineItem } from '../flags/flag.ts'
import { quarterAfter } from '../weekMaterial.ts'
import { supplyOf, worstWindow } from '../work/feasibility.ts'
import { freeTime, openWork, usable } from '../work/openWork.ts'
import { feasibility } from '../work/schedule.ts'
import type { Search, Sized } from './candidates.ts'
import { costOfCut, costOfDays } from './changeCost.ts'

/** How far a due day is put off at most. */
const MOST_DAYS_LATER = 120
/** What remains of a piece of work is cut to whole steps of this many minutes. */
const STEP = 15
/** Pieces of work that are tried, the largest first. */
const MOST_ITEMS = 4
/** Pieces of which two at a time are changed. */
const MOST_PARTED = 3

/** The soonest later day, and the largest smaller remainder, with which all the work named fits. */
export function* deadlineCandidates(search: Search, items: readonly DeadlineItem[]): Generator<Sized> {
  const named = new Set(items.map(({ id }) => id))
  for (const deliverable of largest(search, items)) {
    yield* laterDue(search, deliverable, named)
    yield* lessWork(search, deliverable, named)
  }
}

/** Changes of one piece of work with which the rest of what is named fits but for one other piece; and half the work. */
export function* partOfDeadline(search: Search, items: readonly DeadlineItem[]): Generator<Sized> {
  const pieces = largest(search, items).slice(0, MOST_PARTED)
  for (const deliverable of pieces) {
    for (const other of pieces) {
      if (other.id === deliverable.id) continue
      const named = new Set(items.map(({ id }) => id).filter((id) => id !== other.id))
      yield* laterDue(search, deliverable, named)
      yield* lessWork(search, deliverable, named)
    }
    const half = Math.ceil(deliverable.remainingMinutes / 2 / STEP) * STEP
    if (half < deliverable.remainingMinutes) yield cutTo(deliverable, half)
  }
}

function largest({ plan }: Search, items: readonly DeadlineItem[]): Deliverable[] {
  return [...items]
    .sort((a, b) => b.minutes - a.minutes)
    .flatMap(({ id }) => own(plan.practice.deliverables, id) ?? [])
    .slice(0, MOST_ITEMS)
}

/**
 * Whether the work named fits once a deliverable is changed, in whole blocks where the flag is about these; free time
 * counts up to `until` and the end of the flag's window.
 */
function fitting(
  { plan, flag, context }: Search,
  named: ReadonlySet<string>,
  until: Day,
): (changed: Deliverable) => boolean {
  const calendar = workingCalendar(plan, context.holidays)
  const now = quarterAfter(context.now)
  const end = Math.max(flag.interval.to, calendar.day(dayNumber(until)).end)
  const free = usable(plan, freeTime(plan, calendar, now, end))
  const supply = supplyOf(free)
  const isFiner = flag.code === 'deadline' && flag.facts.finer
  // Retainers share their hours with the deliverables of their engagement: those of others make no difference.
  const concerned = new Set(flag.engagementIds)
  const ofThese = Object.fromEntries(
    Object.entries(plan.practice.deliverables).filter(([, one]) => concerned.has(one.engagementId)),
  )
  return (changed) => {
    const deliverables = { ...ofThese, [changed.id]: changed }
    const all = openWork({ ...plan, practice: { ...plan.practice, deliverables } }, calendar, now).open
    const work = all.filter(({ id }) => named.has(id))
    if (worstWindow(work, supply) !== null) return false
    return !isFiner || feasibility(work, free, plan.practice.settings.blocks.shortest).kind === 'possible'
  }
}

function todayOf({ plan, context }: Search): Day {
  return dayOf(localAt(quarterAfter(context.now), plan.practice.settings.homeZone).dayNumber)
}

function* laterDue(search: Search, deliverable: Deliverable, named: ReadonlySet<string>): Generator<Sized> {
  const today = todayOf(search)
  const before = deliverable.due ?? today
  const first = before < today ? today : addDays(before, 1)
  const last = addDays(first, MOST_DAYS_LATER)
  const fits = fitting(search, named, last)
  const days = leastThat((later) => fits({ ...deliverable, due: addDays(first, later) }), MOST_DAYS_LATER)
  if (days === null) return
  const due = addDays(first, days)
  yield {
    kind: 'extend-due',
    about: `extend-due:${deliverable.id}`,
    facts: { title: deliverable.title, due },
    command: put({ ...deliverable, due }),
    days: [due],
    cost: costOfDays('client', dayNumber(due) - dayNumber(before)),
  }
}

function* lessWork(search: Search, deliverable: Deliverable, named: ReadonlySet<string>): Generator<Sized> {
  const { remainingMinutes, due } = deliverable
  if (due === null || due < todayOf(search)) return
  const steps = Math.ceil(remainingMinutes / STEP) - 1
  const left = (cut: number) => (steps - cut) * STEP
  const fits = fitting(search, named, due)
  const cut = leastThat((n) => left(n) > 0 && fits({ ...deliverable, remainingMinutes: left(n) }), steps - 1)
  if (cut !== null) yield cutTo(deliverable, left(cut))
}

function cutTo(deliverable: Deliverable, minutes: number): Sized {
  return {
    kind: 'cut-estimate',
    about: `cut-estimate:${deliverable.id}`,
    facts: { title: deliverable.title, minutes },
    command: put({ ...deliverable, remainingMinutes: minutes }),
    days: [],
    cost: costOfCut('client', deliverable.remainingMinutes - minutes),
  }
}

/** The least number from 0 to `most` for which `holds`, which once it holds does so for all larger ones; null for none. */
function leastThat(holds: (n: number) => boolean, most: number): number | null {
  if (most < 0 || !holds(most)) return null
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function put(value: Deliverable): SingleCommand {
  return { type: 'practice/put', records: [{ kind: 'deliverable', value }] }
}

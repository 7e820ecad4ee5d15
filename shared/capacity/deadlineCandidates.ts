/** What might make a deadline hold: more time, less work, or other work out of the way. */
import type { Command } from '../commands/registry.ts'
import type { Deliverable } from '../plan/deliverable.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day, dayNumber, dayOf } from '../time/day.ts'
import { localAt } from '../time/zone.ts'
import { workingCalendar } from './availability.ts'
import type { Candidate, Search } from './candidates.ts'
import { supplyOf, type Work, worstWindow } from './feasibility.ts'
import type { DeadlineItem } from './flag.ts'
import { freeTime, openWork, usable } from './openWork.ts'
import { feasibility } from './schedule.ts'
import { quarterAfter } from './weekMaterial.ts'

/** How far a due day is put off at most. */
const MOST_DAYS_LATER = 120

/** Later due days, then smaller remainders, of the work named, the largest first. */
export function* deadlineCandidates(search: Search, items: readonly DeadlineItem[]): Generator<Candidate> {
  const { deliverables } = search.plan.practice
  const named = [...items]
    .sort((a, b) => b.minutes - a.minutes)
    .flatMap(({ id }) => own(deliverables, id) ?? [])
    .slice(0, 3)
  for (const deliverable of named) yield* laterDue(search, deliverable, items)
  for (const deliverable of named) yield* lessWork(search, deliverable)
}

function* laterDue(
  search: Search,
  deliverable: Deliverable,
  items: readonly DeadlineItem[],
): Generator<Candidate> {
  const due = soonestDue(search, deliverable, items)
  if (due === null) return
  yield {
    kind: 'extend-due',
    about: `extend-due:${deliverable.id}`,
    facts: { title: deliverable.title, due },
    command: put({ ...deliverable, due }),
    days: [due],
  }
}

/** The soonest due day with which this work fits together with the rest of what the flag names. */
function soonestDue(
  { plan, context, flag }: Search,
  deliverable: Deliverable,
  items: readonly DeadlineItem[],
): Day | null {
  const calendar = workingCalendar(plan, context.holidays)
  const now = quarterAfter(context.now)
  const today = dayOf(localAt(now, calendar.zone).dayNumber)
  const first = deliverable.due === null || deliverable.due < today ? today : addDays(deliverable.due, 1)
  const last = addDays(first, MOST_DAYS_LATER)
  const names = new Set(items.map(({ id }) => id))
  const free = usable(plan, freeTime(plan, calendar, now, calendar.day(dayNumber(last)).end))
  const supply = supplyOf(free)
  const { shortest } = plan.practice.settings.blocks
  const isFiner = flag.code === 'deadline' && flag.facts.finer
  const fitsBy = (due: Day) => {
    const changed = withDeliverable(plan, { ...deliverable, due })
    const work: Work[] = openWork(changed, calendar, now).open.filter(({ id }) => names.has(id))
    return isFiner
      ? feasibility(work, free, shortest).kind === 'possible'
      : worstWindow(work, supply) === null
  }
  if (!fitsBy(last)) return null
  let low = 0
  let high = MOST_DAYS_LATER
  while (low < high) {
    const middle = (low + high) >> 1
    if (fitsBy(addDays(first, middle))) high = middle
    else low = middle + 1
  }
  return addDays(first, low)
}

function withDeliverable(plan: Plan, deliverable: Deliverable): Plan {
  const deliverables = { ...plan.practice.deliverables, [deliverable.id]: deliverable }
  return { ...plan, practice: { ...plan.practice, deliverables } }
}

function* lessWork({ flag }: Search, deliverable: Deliverable): Generator<Candidate> {
  const minutes = deliverable.remainingMinutes - flag.short
  if (minutes <= 0) return
  yield {
    kind: 'cut-estimate',
    about: `cut-estimate:${deliverable.id}`,
    facts: { title: deliverable.title, minutes },
    command: put({ ...deliverable, remainingMinutes: minutes }),
    days: [],
  }
}

function put(value: Deliverable): Command {
  return { type: 'practice/put', records: [{ kind: 'deliverable', value }] }
}

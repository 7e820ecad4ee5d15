/** What might make a flag go, the smallest change first. Nothing here is proved yet. */
import type { SingleCommand } from '../../commands/registry.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day } from '../../time/day.ts'
import { intersect } from '../../time/interval.ts'
import { localAt } from '../../time/zone.ts'
import { workingCalendar } from '../availability.ts'
import type { ChangeKind, FixFacts, Flag } from '../flags/flag.ts'
import type { CapacityContext } from '../weekView.ts'
import { costOfCut, costOfPlanning } from './changeCost.ts'
import { contractCandidates, largerBudget } from './contractCandidates.ts'
import { deadlineCandidates, partOfDeadline } from './deadlineCandidates.ts'
import { moves } from './moveCandidates.ts'
import { planRest } from './planRest.ts'
import {
  declined,
  homeDay,
  inTheWay,
  lengthOf,
  openSessions,
  ownWork,
  shortened,
  tentative,
  touching,
} from './sessionCandidates.ts'

/** What is looked for. */
export interface Search {
  readonly plan: Plan
  readonly flag: Flag
  readonly context: CapacityContext
  readonly newId: () => Id
  /** First day of the flag's week. */
  readonly start: Day
}

interface CandidateOf<K extends ChangeKind> {
  readonly kind: K
  /** Which fix it is a try of: the kind and what it changes. The first that holds is offered. */
  readonly about: string
  readonly facts: FixFacts[K]
  readonly command: SingleCommand
  /** Days that it touches, of the weeks besides the flag's: from where and to where something goes. */
  readonly days: readonly Day[]
}
export type Candidate = { [K in ChangeKind]: CandidateOf<K> }[ChangeKind]

/** A candidate with its size, as `changeCost.ts` weighs it. */
export type Sized = Candidate & { readonly cost: number }

/** Weeks after the flag's own into which a session may go. */
const WEEKS_AFTER = 2
const HERE = { from: 0, to: 0 }
const LATER = { from: 1, to: WEEKS_AFTER }
const HERE_OR_LATER = { from: 0, to: WEEKS_AFTER }

/** The changes that may solve a flag alone, the smallest first; the same for the same plan. */
export function candidatesFor(search: Search): Sized[] {
  return [...forFlag(search)].sort(bySize)
}

/** Changes that make a flag smaller, or make room for another change, and may solve it with that. The smallest first. */
export function partsFor(search: Search): Sized[] {
  return [...partsOf(search)].sort(bySize)
}

function bySize(a: Sized, b: Sized): number {
  return a.cost - b.cost || (a.about < b.about ? -1 : a.about > b.about ? 1 : 0)
}

function* forFlag(search: Search): Generator<Sized> {
  const { flag } = search
  switch (flag.code) {
    case 'overlap':
      yield* forOverlap(search)
      break
    case 'day-over':
    case 'week-over':
    case 'client-over':
      yield* forTooMuch(search)
      break
    case 'outside-hours':
      yield* forOutside(search, flag.facts.why)
      break
    case 'client-under':
      for (const rest of planRest(search, flag.facts.period))
        yield { ...rest, cost: rest.kind === 'plan-rest' ? costOfPlanning(rest.facts.minutes) : 0 }
      break
    case 'deadline':
      yield* deadlineCandidates(search, flag.facts.items)
      yield* outOfTheWay(search)
      break
    case 'no-gap':
      yield* forGap(search)
      break
    case 'contract':
      yield* contractCandidates(search, flag.facts)
      for (const item of openSessions(search)) {
        yield* moves(search, item, HERE_OR_LATER)
        yield* declined(search, item)
      }
      break
    case 'budget':
      yield* largerBudget(search, flag.facts)
      yield* cuts(search)
      break
  }
}

function* forOverlap(search: Search): Generator<Sized> {
  const items = openSessions(search)
  for (const item of items) {
    yield* moves(search, item, HERE_OR_LATER)
    yield* tentative(search, item)
    yield* declined(search, item)
  }
  yield* touching(search, items)
}

function* forGap(search: Search): Generator<Sized> {
  const items = openSessions(search)
  for (const item of items) {
    yield* moves(search, item, HERE_OR_LATER)
    yield* declined(search, item)
  }
  const [first] = [...items].sort((a, b) => a.start - b.start)
  if (first !== undefined && items.length === 2)
    yield* shortened(search, first, first.occurrence.minutes - search.flag.short)
}

/** More than a day, a week or a promise holds: enough of it goes elsewhere, or is cut. */
function* forTooMuch(search: Search): Generator<Sized> {
  const { flag } = search
  for (const item of openSessions(search))
    if (lengthOf(item) >= flag.short)
      yield* moves(search, item, flag.code === 'day-over' ? HERE_OR_LATER : LATER)
  yield* cuts(search)
}

function* cuts(search: Search): Generator<Sized> {
  const { short } = search.flag
  const items = openSessions(search)
  for (const item of ownWork(items)) yield* shortened(search, item, item.occurrence.minutes - short)
  for (const item of items) if (lengthOf(item) >= short) yield* declined(search, item)
}

function* forOutside(search: Search, why: 'hours' | 'time-off' | 'holiday'): Generator<Sized> {
  const { plan, context } = search
  const [item] = openSessions(search)
  if (item === undefined) return
  yield* moves(search, item, HERE_OR_LATER)
  yield* declined(search, item)
  const calendar = workingCalendar(plan, context.holidays)
  const { day, working } = calendar.day(localAt(item.start, calendar.zone).dayNumber)
  const inside = intersect(working, [{ from: item.start, to: item.end }])[0]
  if (inside?.from === item.start) yield* shortened(search, item, inside.to - inside.from)
  const name = why === 'holiday' ? context.holidays(day) : null
  if (name !== null) yield workedHoliday(search, day, name)
}

function workedHoliday({ plan, flag }: Search, day: Day, name: string): Sized {
  return {
    kind: 'work-day',
    about: `work-day:${day}`,
    facts: { day, name },
    command: {
      type: 'settings/change',
      change: { workedHolidays: [...plan.practice.settings.workedHolidays, day] },
    },
    days: flag.days,
    cost: costOfCut('own', flag.short),
  }
}

/** One's own other work in the window of a deadline, moved behind it, or left out. */
function* outOfTheWay(search: Search): Generator<Sized> {
  for (const item of inTheWay(search).filter((other) => lengthOf(other) >= search.flag.short)) {
    yield* behind(search, item)
    yield* declined(search, item)
  }
}

type Booked = ReturnType<typeof openSessions>[number]

function* behind(search: Search, item: Booked): Generator<Sized> {
  const { flag, start } = search
  const last = homeDay(search, flag.interval.to)
  let weeks = 0
  while (addDays(start, 7 * (weeks + 1)) <= last) weeks++
  yield* moves(search, item, { from: weeks, to: weeks + 1 }, (place) => place >= flag.interval.to)
}

function* partsOf(search: Search): Generator<Sized> {
  const { flag } = search
  const items = openSessions(search)
  switch (flag.code) {
    case 'day-over':
    case 'week-over':
    case 'client-over':
      for (const item of items)
        if (lengthOf(item) < flag.short) yield* moves(search, item, flag.code === 'day-over' ? HERE : LATER)
      for (const item of ownWork(items)) yield* shorter(search, item)
      break
    case 'overlap':
    case 'no-gap':
    case 'outside-hours':
      for (const item of ownWork(items)) yield* shorter(search, item)
      break
    case 'deadline':
      yield* partOfDeadline(search, flag.facts.items)
      for (const item of inTheWay(search)) if (lengthOf(item) < flag.short) yield* behind(search, item)
      break
    default:
  }
}

/** Cut to three quarters and to half: a shorter session finds more room. */
function* shorter(search: Search, item: Booked): Generator<Sized> {
  const { minutes } = item.occurrence
  yield* shortened(search, item, (minutes * 3) / 4)
  yield* shortened(search, item, minutes / 2)
}

/**
 * Whether work fits into free time in whole blocks: an exact search. Each piece is contiguous, of one item, in one gap,
 * and at least as long as the block, or as its item where that is shorter. Placing work so is as hard as packing bins, so
 * the search is bounded by steps, not by time: the same answer on every machine.
 *
 * Gaps are cut into stretches at the releases and due times inside them, so that the work that may lie in a stretch may
 * lie anywhere in it. Then a plan is: which item, if any, crosses each cut, which items have a piece in each stretch, and
 * how the minutes spread over them. The last is a transport problem, which also tells where no plan can be; the first two
 * are branched on where its minutes come out in pieces that are too short.
 */
import type { Interval } from '../../time/interval.ts'
import type { Work } from './feasibility.ts'
import { type Job, type Spread, type Steps, spread } from './minuteFlow.ts'
import { type Piece, put } from './piece.ts'

/** Looks at an item and a stretch that a search may take: some milliseconds. */
const MOST_STEPS = 300_000

/** Across a cut: no piece, not decided yet, or the number of the item. */
const WALL = -1
const UNDECIDED = -2
/** A piece of an item in a stretch: not decided yet, none, or one. */
const MAYBE = 0
const OFF = 1
const ON = 2

interface Problem {
  /** Soonest due first. */
  readonly items: readonly Work[]
  /** The shortest piece of each item. */
  readonly least: readonly number[]
  readonly stretches: readonly Interval[]
  /** The first and last stretch of each item's window; none where the last is less than the first. */
  readonly first: readonly number[]
  readonly last: readonly number[]
}

interface Choice {
  /** By item and stretch. */
  readonly cell: Int8Array
  /** By stretch: what crosses the cut behind it. */
  readonly across: Int32Array
  /** By stretch: what crosses the cut behind it is the same piece that crosses the cut before it. */
  readonly through: Uint8Array
}

interface Search {
  readonly problem: Problem
  readonly choice: Choice
  readonly steps: Steps
}

/** A plan in whole blocks, `none` where there is none, `unknown` where the bound was reached. */
export type BlockPlan = readonly Piece[] | 'none' | 'unknown'

/** Searches a plan for work in free time (sorted, disjoint) with pieces of at least `block` minutes. */
export function blockPlan(
  work: readonly Work[],
  free: readonly Interval[],
  block: number,
  steps: Steps = { left: MOST_STEPS },
): BlockPlan {
  // Laying it out once would take more.
  if (4 * work.length * free.length > steps.left) return 'unknown'
  const problem = problemOf(work, free, block)
  const count = problem.stretches.length
  steps.left -= problem.items.length * count
  const across = new Int32Array(count).fill(WALL)
  for (let s = 0; s + 1 < count; s++)
    if (problem.stretches[s]?.to === problem.stretches[s + 1]?.from) across[s] = UNDECIDED
  const cell = new Int8Array(problem.items.length * count)
  return decide({
    problem,
    choice: { cell, across, through: new Uint8Array(count) },
    steps,
  })
}

function problemOf(work: readonly Work[], free: readonly Interval[], block: number): Problem {
  const items = work.filter(({ minutes }) => minutes > 0).sort((a, b) => a.due - b.due)
  const cuts = [...new Set(items.flatMap(({ release, due }) => [release, due]))].sort((a, b) => a - b)
  const stretches: Interval[] = []
  for (const gap of free) {
    let from = gap.from
    for (const cut of cuts) {
      if (cut <= from || cut >= gap.to) continue
      stretches.push({ from, to: cut })
      from = cut
    }
    if (from < gap.to) stretches.push({ from, to: gap.to })
  }
  return {
    items,
    least: items.map(({ minutes }) => Math.min(block, minutes)),
    stretches,
    first: items.map(({ release }) => {
      const at = stretches.findIndex(({ from }) => from >= release)
      return at < 0 ? stretches.length : at
    }),
    last: items.map(({ due }) => stretches.findLastIndex(({ to }) => to <= due)),
  }
}

/** Spreads the minutes as the choices allow, and branches on the first piece that comes out too short. */
function decide(search: Search): BlockPlan {
  const { problem, choice, steps } = search
  const laid = layOut(search)
  if (steps.left < 0) return 'unknown'
  if (laid === null) return 'none'
  const minutes = spread(laid.jobs, laid.room, steps)
  if (typeof minutes === 'string') return minutes
  const tooShort = firstTooShort(search, laid, minutes)
  if (tooShort === null) return arranged(problem, choice, laid, minutes)
  let cut = tooShort.stretch
  while (cut > 0 && choice.across[cut - 1] === UNDECIDED) cut--
  return choice.across[cut] === UNDECIDED
    ? decideCut(search, cut, tooShort.item)
    : decideCell(search, tooShort)
}

interface Cell {
  readonly item: number
  readonly stretch: number
  readonly minutes: number
}

function decideCell(search: Search, { item, stretch, minutes }: Cell): BlockPlan {
  const { problem, choice } = search
  const at = item * problem.stretches.length + stretch
  const likely = minutes * 2 >= (problem.least[item] as number) ? ON : OFF
  for (const state of [likely, likely === ON ? OFF : ON]) {
    choice.cell[at] = state
    const plan = decide(search)
    if (plan !== 'none') return plan
  }
  choice.cell[at] = MAYBE
  return 'none'
}

function decideCut(search: Search, cut: number, wanted: number): BlockPlan {
  const { problem, choice } = search
  const others = [...problem.items.keys()].filter((item) => item !== wanted)
  for (const item of [wanted, WALL, ...others]) {
    if (item >= 0 && !(isIn(problem, item, cut) && isIn(problem, item, cut + 1))) continue
    choice.across[cut] = item
    // Where the same item crosses the cut before, both may be one piece, which then fills the stretch.
    const ways = item >= 0 && cut > 0 && choice.across[cut - 1] === item ? [0, 1] : [0]
    for (const through of ways) {
      choice.through[cut] = through
      const plan = decide(search)
      if (plan !== 'none') return plan
    }
    choice.through[cut] = 0
  }
  choice.across[cut] = UNDECIDED
  return 'none'
}

function isIn({ first, last }: Problem, item: number, stretch: number): boolean {
  return (first[item] as number) <= stretch && stretch <= (last[item] as number)
}

/** Whether an item has a piece in a stretch already, that more minutes only make longer. */
function isBegun({ problem, choice: { cell, across } }: Search, item: number, stretch: number): boolean {
  if (cell[item * problem.stretches.length + stretch] === ON) return true
  return across[stretch] === item || (stretch > 0 && across[stretch - 1] === item)
}

/** The pieces across cuts as jobs, then what is left of each item as a job; and the room that is left for them. */
interface Laid {
  readonly crossings: readonly Crossing[]
  readonly jobs: readonly Job[]
  readonly room: readonly number[]
}

/** A piece from the end of one stretch to the beginning of another; those between them it fills. */
interface Crossing {
  readonly item: number
  readonly from: number
  readonly to: number
}

/** Sets aside what the choices ask for; null where that is more than there is. */
function layOut(search: Search): Laid | null {
  const { problem, choice, steps } = search
  const { items, least, stretches } = problem
  steps.left -= 3 * items.length * stretches.length
  const room = stretches.map(({ from, to }) => to - from)
  const need = items.map(({ minutes }) => minutes)
  const crossings = crossingsOf(choice)
  const jobs = crossings.map(({ item, from, to }): Job => {
    let filled = 0
    for (let s = from + 1; s < to; s++) {
      filled += room[s] as number
      room[s] = 0
    }
    const minutes = Math.max(0, (least[item] as number) - filled)
    need[item] = (need[item] as number) - filled - minutes
    return { minutes, allowed: [from, to, ...beyond(search, item, to)] }
  })
  for (let item = 0; item < items.length; item++)
    for (let s = problem.first[item] as number; s <= (problem.last[item] as number); s++) {
      if (choice.cell[item * stretches.length + s] !== ON) continue
      room[s] = (room[s] as number) - (least[item] as number)
      need[item] = (need[item] as number) - (least[item] as number)
    }
  if (room.some((minutes) => minutes < 0) || need.some((minutes) => minutes < 0)) return null
  const rest = need.map((minutes, item) => ({ minutes, allowed: allowedFor(search, item, minutes, room) }))
  return { crossings, jobs: [...jobs, ...rest], room }
}

/** Stretches into which a piece may still go on, as the cuts before them are not decided yet. */
function beyond({ problem, choice }: Search, item: number, stretch: number): number[] {
  const further: number[] = []
  for (let s = stretch; choice.across[s] === UNDECIDED && isIn(problem, item, s + 1); s++) further.push(s + 1)
  return further
}

function crossingsOf({ across, through }: Choice): Crossing[] {
  const crossings: { item: number; from: number; to: number }[] = []
  for (let s = 0; s < across.length; s++) {
    const item = across[s] as number
    if (item < 0) continue
    const before = crossings.at(-1)
    if (through[s] === 1 && before !== undefined) before.to = s + 1
    else crossings.push({ item, from: s, to: s + 1 })
  }
  return crossings
}

/** Stretches where an item has a piece already, or where there is room and need for one of full length. */
function allowedFor(search: Search, item: number, need: number, room: readonly number[]): readonly number[] {
  const { problem, choice } = search
  const least = problem.least[item] as number
  const last = problem.last[item] as number
  const allowed: number[] = []
  for (let s = problem.first[item] as number; s <= last; ) {
    // Across cuts that are not decided yet a piece may have room in all of the stretches, and one that is begun go on.
    let end = s
    let together = room[s] as number
    while (end < last && choice.across[end] === UNDECIDED) together += room[++end] as number
    const isCrossed = s > 0 && choice.across[s - 1] === item
    const mayHave = isCrossed || (need >= least && together >= least)
    for (; s <= end; s++) {
      if (room[s] === 0 || choice.cell[item * problem.stretches.length + s] === OFF) continue
      if (mayHave || isBegun(search, item, s)) allowed.push(s)
    }
  }
  return allowed
}

/** The first piece that is too short, or that is only long enough with time behind a cut that it may not cross yet. */
function firstTooShort(search: Search, { crossings, jobs }: Laid, minutes: Spread): Cell | null {
  const { items, least, stretches } = search.problem
  for (const [number, { item, to }] of crossings.entries())
    if (jobs[number]?.allowed.some((s) => s > to && minutes.of(number, s) > 0))
      return { item, stretch: to, minutes: 0 }
  for (let stretch = 0; stretch < stretches.length; stretch++)
    for (let item = 0; item < items.length; item++) {
      const given = minutes.of(crossings.length + item, stretch)
      if (given === 0 || given >= (least[item] as number) || isBegun(search, item, stretch)) continue
      return { item, stretch, minutes: given }
    }
  return null
}

/** The plan in order of time: in each stretch what crosses its beginning, what lies inside, what crosses its end. */
function arranged(
  { items, least, stretches }: Problem,
  { cell, across, through }: Choice,
  { crossings }: Laid,
  minutes: Spread,
): Piece[] {
  const pieces: Piece[] = []
  const lengthOf = (item: number, s: number) =>
    minutes.of(crossings.length + item, s) +
    (cell[item * stretches.length + s] === ON ? (least[item] as number) : 0)
  for (const [s, { from, to }] of stretches.entries()) {
    const head = s > 0 ? (across[s - 1] as number) : WALL
    const tail = across[s] as number
    const crossed = (item: number, which: (crossing: Crossing) => boolean) => {
      const number = crossings.findIndex((crossing) => crossing.item === item && which(crossing))
      return number < 0 ? 0 : minutes.of(number, s)
    }
    if (tail >= 0 && through[s] === 1) {
      put(pieces, { id: idOf(items, tail), from, to })
      continue
    }
    let at = from
    const next = (item: number, length: number) => {
      if (length > 0) put(pieces, { id: idOf(items, item), from: at, to: at + length })
      at += length
    }
    if (head >= 0) next(head, crossed(head, (crossing) => crossing.to === s) + lengthOf(head, s))
    for (let item = 0; item < items.length; item++)
      if (item !== head && item !== tail) next(item, lengthOf(item, s))
    if (tail < 0) continue
    const ending = crossed(tail, (crossing) => crossing.from === s) + (tail === head ? 0 : lengthOf(tail, s))
    at = to - ending
    next(tail, ending)
  }
  return pieces
}

function idOf(items: readonly Work[], item: number): string {
  return (items[item] as Work).id
}

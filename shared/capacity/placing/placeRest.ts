/** "Plan the rest": tentative sessions for what is promised and due in some days and not planned yet. */
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { dayOf } from '../../time/day.ts'
import { localAt } from '../../time/zone.ts'
import { workingCalendar } from '../availability.ts'
import { quarterAfter } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import { allowanceOf } from './allowance.ts'
import type { BlockRules } from './block.ts'
import { type Demand, type DemandItem, gatherDemand } from './demand.ts'
import { type Filling, type FillTask, fill, type Placed } from './fill.ts'
import { withoutHarm } from './harm.ts'
import type { NotFitted, Placing, PlacingQuality, PlacingRange, WhyNot } from './placing.ts'
import { changesOn, copyRoom, type RoomDay, roomIn } from './room.ts'
import { sessionOf } from './session.ts'
import { whyNot } from './whyNot.ts'

/** Whom to plan for; null is everybody. */
export type PlanFor = ReadonlySet<Id> | null

/**
 * Places what the days of a range should hold and do not hold yet: all that is overdue or due in them, what promises
 * leave open, and of work that is due later what cannot wait or keeps the pace. No day and no week passes capacity −
 * reserve, no client its promise, nothing comes nearer than changeover and travel allow, and no deadline that could be
 * met becomes impossible. Deterministic; `newId` names the sessions.
 */
export function placeRest(
  plan: Plan,
  range: PlacingRange,
  only: PlanFor,
  context: CapacityContext,
  newId: () => Id,
): Placing {
  const calendar = workingCalendar(plan, context.holidays)
  const now = quarterAfter(context.now)
  const demand = gatherDemand({ plan, calendar, now, range, only })
  if (demand.items.length === 0) return nothing
  const { blocks, changeoverMinutes: changeover, homeZone: zone } = plan.practice.settings
  const rules = { blocks, changeover, zone }
  const days = roomIn(plan, range, demand.within, context)
  const filling = bestFilling(demand, days, rules)
  const blocksFound = joined(filling.placed, blocks.longest)
  const chosen = withoutHarm(plan, blocksFound, calendar, now)
  const kept = new Set(chosen)
  const givenUp = blocksFound.filter((block) => !kept.has(block))
  return {
    sessions: chosen.map((block) => sessionOf(plan, block, newId())),
    notFitted: notFittedOf(demand, filling, givenUp, rules),
    demand: demand.items.reduce((total, { minutes }) => total + minutes, 0),
    quality: qualityOf(filling.days, chosen, givenUp),
  }
}

const nothing: Placing = {
  sessions: [],
  notFitted: [],
  demand: 0,
  quality: { minutes: 0, inFocusHours: 0, clients: 0, clientChanges: 0 },
}

const WAYS: readonly FillTask['way'][] = ['prefer', 'firm-first', 'firm-early']

/** The first way that leaves no firm work out; otherwise the one that leaves out least of it. */
function bestFilling({ items, promises }: Demand, days: readonly RoomDay[], rules: BlockRules): Filling {
  let best: Filling | null = null
  let least = Number.POSITIVE_INFINITY
  for (const way of WAYS) {
    const filling = fill(items, { days: copyRoom(days), allowance: allowanceOf(promises), rules, way })
    const missing = firmLeft(filling)
    if (missing < least) {
      best = filling
      least = missing
    }
    if (missing === 0) break
  }
  if (best === null) throw new Error('some way to fill the days is always the best')
  return best
}

function firmLeft({ left }: Filling): number {
  let minutes = 0
  for (const [item, rest] of left) if (item.firm) minutes += rest
  return minutes
}

/** By start; blocks of the same work that touch are one, where that is not longer than the longest block. */
function joined(placed: readonly Placed[], longest: number): Placed[] {
  const result: Placed[] = []
  for (const block of [...placed].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    const isSame =
      last !== undefined &&
      last.to === block.from &&
      block.to - last.from <= longest &&
      last.item.engagement === block.item.engagement &&
      last.item.deliverable === block.item.deliverable
    if (isSame)
      result[result.length - 1] = { item: firmer(last.item, block.item), from: last.from, to: block.to }
    else result.push(block)
  }
  return result
}

function firmer(a: DemandItem, b: DemandItem): DemandItem {
  return b.firm && !a.firm ? b : a
}

/** What is left of each item, told once for each deliverable or engagement and reason. */
function notFittedOf(
  { items }: Demand,
  filling: Filling,
  givenUp: readonly Placed[],
  rules: BlockRules,
): NotFitted[] {
  const told = new Map<string, NotFitted>()
  const tell = ({ engagement, deliverable, dueAt }: DemandItem, minutes: number, why: WhyNot) => {
    const key = `${engagement.id} ${deliverable?.id ?? ''} ${why}`
    told.set(key, {
      engagementId: engagement.id,
      deliverableId: deliverable?.id ?? null,
      title: deliverable?.title ?? engagement.name,
      due: deliverable?.due ?? dayOf(localAt(dueAt - 1, rules.zone).dayNumber),
      minutes: minutes + (told.get(key)?.minutes ?? 0),
      why,
    })
  }
  for (const item of items) {
    const minutes = filling.left.get(item) ?? 0
    if (minutes > 0) tell(item, minutes, whyNot(item, minutes, filling, rules))
  }
  for (const { item, from, to } of filling.held) tell(item, to - from, 'promise-full')
  for (const { item, from, to } of givenUp)
    tell(item, to - from, item.firm ? 'gaps-short' : 'deadlines-first')
  return [...told.values()]
}

function qualityOf(
  days: readonly RoomDay[],
  placed: readonly Placed[],
  givenUp: readonly Placed[],
): PlacingQuality {
  const gone = new Set(givenUp.map(({ from }) => from))
  let inFocusHours = 0
  let clientChanges = 0
  for (const day of days) {
    const here = placed.filter(({ from }) => day.from <= from && from < day.to)
    if (here.length === 0) continue
    clientChanges += changesOn({
      ...day,
      taken: day.taken.filter(({ from, isHeld }) => isHeld !== true && !gone.has(from)),
    })
    for (const { from, to } of here)
      inFocusHours += Math.max(0, Math.min(to, day.focus.to) - Math.max(from, day.focus.from))
  }
  return {
    minutes: placed.reduce((total, { from, to }) => total + to - from, 0),
    inFocusHours,
    clients: new Set(placed.map(({ item }) => item.engagement.clientId)).size,
    clientChanges,
  }
}

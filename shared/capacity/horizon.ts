/** The weeks ahead: what is promised and planned, by client, against what there is. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { confirmedKeys, knownClient } from './clientRows.ts'
import { committedIn } from './commitment.ts'
import { chanceOf, remainingOf, weekDays, weekTotals } from './weekDays.ts'
import { type WeekMaterial, weekMaterial } from './weekMaterial.ts'
import type { CapacityContext, WeekDay } from './weekView.ts'

/** The most weeks that are looked at. */
export const MOST_WEEKS = 104

/** A client's week, in minutes, as its row of the week says it. */
export interface HorizonClient {
  /** Null is own business, and what names a client that is gone. */
  readonly clientId: Id | null
  /** Promised, a retainer's hours included; 0 where nothing is. Prospects promise nothing yet. */
  readonly committed: number
  /** Sessions, tentative ones included, without travel. */
  readonly planned: number
  readonly tentative: number
  /** `planned` with sessions of prospects weighted by their probability, rounded to minutes. */
  readonly weighted: number
  /** What counts against the promise: entries, and sessions that no entry confirms. */
  readonly counted: number
  /** Promised and not covered yet. */
  readonly open: number
}

export interface HorizonWeek {
  readonly start: Day
  readonly capacity: number
  readonly reserve: number
  /** All sessions and their travel; `tentative` and `travel` are parts of it, `weighted` is it with prospects weighted. */
  readonly load: number
  readonly confirmed: number
  readonly tentative: number
  readonly travel: number
  readonly weighted: number
  /** capacity − reserve − load. */
  readonly headroom: number
  /** Promised to all clients. */
  readonly committed: number
  /** Promised to clients and not covered yet. */
  readonly open: number
  /** Headroom that is still to come, less what is open: what could still be promised; negative where too much is. */
  readonly free: number
  /** The room of each day: its headroom; of the present week only what is still to come, and never negative. */
  readonly rooms: readonly number[]
  /** Clients with a promise, sessions or entries in the week, in their order; own business last. */
  readonly clients: readonly HorizonClient[]
}

/** The weeks from `start` (a week's first day) on; `count` up to `MOST_WEEKS`. */
export function horizon(plan: Plan, start: Day, count: number, context: CapacityContext): HorizonWeek[] {
  return Array.from({ length: count }, (_, i) =>
    horizonWeek(weekMaterial(plan, addDays(start, 7 * i), context)),
  )
}

function horizonWeek(material: WeekMaterial): HorizonWeek {
  const days = weekDays(material)
  const { remaining: _, over: __, ...totals } = weekTotals(days, 0, 0)
  const clients = clientsOf(material)
  const rooms = roomsOf(material, days)
  const committed = clients.reduce((sum, client) => sum + client.committed, 0)
  const open = clients.reduce((sum, client) => sum + client.open, 0)
  const free = rooms.reduce((sum, room) => sum + room, 0) - open
  return { start: material.from, ...totals, committed, open, free, rooms, clients }
}

function roomsOf(material: WeekMaterial, days: readonly WeekDay[]): number[] {
  if (material.start >= material.now) return days.map(({ headroom }) => headroom)
  return days.map((day) => remainingOf(day, material.booked, material.now))
}

interface Sums {
  committed: number
  planned: number
  tentative: number
  /** Minutes times percent. */
  weighted: number
  counted: number
  /** What counts where something is promised: the time of the engagements that promise it. */
  countedForPromises: number
  promises: boolean
}

function clientsOf(material: WeekMaterial): HorizonClient[] {
  const { plan, calendar, from, to } = material
  const sums = new Map<Id | null, Sums>()
  const promising = new Set<Id>()
  for (const engagement of Object.values(plan.practice.engagements)) {
    const committed = committedIn(engagement, from, to, calendar)
    if (committed === null || own(plan.practice.clients, engagement.clientId) === undefined) continue
    promising.add(engagement.id)
    const sum = sumsFor(sums, engagement.clientId)
    sum.committed += committed
    sum.promises = true
  }
  addTime(material, (engagementId) => sumsFor(sums, knownClient(plan, engagementId)), promising)
  return inOrder(plan, sums)
}

/** Adds sessions and entries to the sums of their clients. */
function addTime(
  { plan, booked, entries, start, end }: WeekMaterial,
  sumsOf: (engagementId: Id | null) => Sums,
  promising: ReadonlySet<Id>,
): void {
  const count = (sum: Sums, engagementId: Id | null, minutes: number) => {
    sum.counted += minutes
    if (engagementId !== null && promising.has(engagementId)) sum.countedForPromises += minutes
  }
  for (const { engagementId, minutes } of entries) count(sumsOf(engagementId), engagementId, minutes)
  const confirmed = confirmedKeys(entries)
  for (const item of booked) {
    const minutes = Math.min(item.end, end) - Math.max(item.start, start)
    if (minutes <= 0) continue
    const { engagementId, status } = item.occurrence
    const sum = sumsOf(engagementId)
    sum.planned += minutes
    if (status === 'tentative') sum.tentative += minutes
    sum.weighted += minutes * chanceOf(plan, engagementId)
    if (!confirmed.has(item.key)) count(sum, engagementId, minutes)
  }
}

function sumsFor(sums: Map<Id | null, Sums>, clientId: Id | null): Sums {
  const known = sums.get(clientId)
  if (known !== undefined) return known
  const made: Sums = {
    committed: 0,
    planned: 0,
    tentative: 0,
    weighted: 0,
    counted: 0,
    countedForPromises: 0,
    promises: false,
  }
  sums.set(clientId, made)
  return made
}

function inOrder(plan: Plan, sums: ReadonlyMap<Id | null, Sums>): HorizonClient[] {
  const made: HorizonClient[] = []
  for (const clientId of [...clientOrder(plan.practice.clients), null]) {
    const sum = sums.get(clientId)
    // An archived client has no row, and promises nothing, in a week without sessions.
    const isArchived = clientId !== null && plan.practice.clients[clientId]?.archived === true
    if (sum === undefined || (isArchived && sum.planned === 0)) continue
    const { committed, planned, tentative } = sum
    const counted = sum.promises ? sum.countedForPromises : sum.counted
    const weighted = Math.round(sum.weighted / 100)
    const open = Math.max(0, committed - counted)
    made.push({ clientId, committed, planned, tentative, weighted, counted, open })
  }
  return made
}

const orders = new WeakMap<Plan['practice']['clients'], readonly Id[]>()

/** The clients by their order, sorted once as long as none changes. */
function clientOrder(clients: Plan['practice']['clients']): readonly Id[] {
  const known = orders.get(clients)
  if (known !== undefined) return known
  const made = Object.values(clients)
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(({ id }) => id)
  orders.set(clients, made)
  return made
}

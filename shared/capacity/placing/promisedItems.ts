/** The work of engagements that promise time: each week or month of a promise is filled with deliverables first. */
import type { Id } from '../../plan/fields.ts'
import type { Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import type { Supply } from '../work/feasibility.ts'
import type { Promised, PromisedPart } from './allowance.ts'
import type { DemandItem, OpenPiece } from './demand.ts'
import { paceIn } from './pace.ts'

/** What the shares of promises depend on. */
export interface PromiseTime {
  readonly within: Interval
  readonly now: EpochMinute
  readonly supply: Supply
  readonly shortest: number
  /** Whether an engagement is planned for. */
  readonly wanted: (id: Id) => boolean
}

interface Piece {
  readonly of: OpenPiece
  left: number
}

/**
 * Cuts promises and deliverables into items, soonest promise first: the deliverables due first take the promised time,
 * what none of them takes stands for itself. Firm work that no promise has room for stays an item, so that it is told.
 */
export function promisedItems(
  promises: readonly Promised[],
  pieces: readonly OpenPiece[],
  time: PromiseTime,
): DemandItem[] {
  const items: DemandItem[] = []
  const ofEngagement = new Map<Id, Piece[]>()
  const sorted = [...pieces].sort((a, b) => a.dueAt - b.dueAt || a.deliverable.order - b.deliverable.order)
  for (const of of sorted) {
    const list = ofEngagement.get(of.engagement.id) ?? []
    ofEngagement.set(of.engagement.id, list)
    list.push({ of, left: of.isDue ? of.wanted : of.open })
  }
  for (const promise of promises) items.push(...itemsOf(promise, ofEngagement, time))
  for (const { of, left } of [...ofEngagement.values()].flat()) {
    const taken = of.open - left
    const missing = of.isDue || of.firm ? of.wanted - taken : 0
    if (missing > 0) items.push(itemOf(of, of.window, missing, of.firm))
  }
  return items
}

function itemsOf(
  promise: Promised,
  ofEngagement: ReadonlyMap<Id, readonly Piece[]>,
  time: PromiseTime,
): DemandItem[] {
  const items: DemandItem[] = []
  const cut = { from: Math.max(promise.from, time.within.from), to: Math.min(promise.to, time.within.to) }
  const parts = promise.engagements.filter(({ engagement }) => time.wanted(engagement.id))
  let room = promise.open
  const shares = new Map<Id, number>(parts.map((part) => [part.engagement.id, shareOf(promise, part, time)]))
  const give = (piece: Piece, most: number, firm: boolean) => {
    const window = {
      from: Math.max(cut.from, piece.of.window.from),
      to: Math.min(cut.to, piece.of.window.to),
    }
    const minutes = window.from < window.to ? Math.min(piece.left, most, room) : 0
    if (minutes <= 0) return
    const { id } = piece.of.engagement
    piece.left -= minutes
    room -= minutes
    shares.set(id, Math.max(0, (shares.get(id) ?? 0) - minutes))
    items.push(itemOf(piece.of, window, minutes, firm))
  }
  const mine = parts.flatMap(({ engagement }) => ofEngagement.get(engagement.id) ?? [])
  const bySoonest = [...mine].sort((a, b) => a.of.dueAt - b.of.dueAt)
  // What is due within the promise's time may take all of the client's promise, other work its engagement's share.
  for (const piece of bySoonest)
    if ((piece.of.isDue || piece.of.firm) && piece.of.window.to <= cut.to)
      give(piece, piece.of.wanted - (piece.of.open - piece.left), piece.of.firm)
  for (const piece of bySoonest)
    give(piece, shares.get(piece.of.engagement.id) ?? 0, piece.of.firm && piece.of.isDue)
  for (const { engagement } of parts) {
    const minutes = Math.min(shares.get(engagement.id) ?? 0, room)
    room -= minutes
    const { from, to } = cut
    items.push({
      engagement,
      deliverable: null,
      release: from,
      due: to,
      minutes,
      firm: false,
      utmost: cut,
      dueAt: promise.to,
    })
  }
  return items
}

/** What of an engagement's promise belongs into the range: all that is open, or its pace where the promise ends later. */
function shareOf(
  promise: Promised,
  part: PromisedPart,
  { within, now, supply, shortest }: PromiseTime,
): number {
  if (promise.to <= within.to) return part.open
  const { open, planned, plannedInRange } = part
  const window = { from: Math.max(now, promise.from), to: promise.to }
  return paceIn({ open, planned, plannedInRange, window }, within, supply, shortest)
}

function itemOf(of: OpenPiece, window: Interval, minutes: number, firm: boolean): DemandItem {
  const { engagement, deliverable, dueAt } = of
  return {
    engagement,
    deliverable,
    release: window.from,
    due: window.to,
    minutes,
    firm,
    utmost: of.window,
    dueAt,
  }
}

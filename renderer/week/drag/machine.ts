import type { Day } from '../../../shared/time/day.ts'
import type { WallClock } from '../../../shared/time/wallClock.ts'
import type { Cell } from '../edits.ts'

/**
 * The drag as a pure machine: idle, pressed, dragging, dropped, cancelled. It knows no pointer, no page and no plan;
 * whoever feeds it finds the target under the pointer and acts on `dropped`.
 */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What was taken hold of. */
export type Grip =
  /** A session's block, in the cell where it was taken. */
  | { readonly kind: 'move'; readonly key: string; readonly cell: Cell }
  /** The lower edge of a session's block. */
  | { readonly kind: 'resize'; readonly key: string; readonly cell: Cell; readonly minutes: number }
  /** Empty ground of a cell. */
  | { readonly kind: 'create'; readonly cell: Cell }
  /** A session in the calendar, on the day where it was taken; `start` is its own, on the home zone's clocks. */
  | { readonly kind: 'carry'; readonly key: string; readonly day: Day; readonly start: WallClock }
  /** An end of a session in the calendar. */
  | {
      readonly kind: 'stretch'
      readonly key: string
      readonly day: Day
      readonly edge: 'start' | 'end'
      readonly from: WallClock
      readonly to: WallClock
    }
  /** Free time in the calendar. */
  | { readonly kind: 'draw'; readonly day: Day }

/** What the drag would act on if it ended now. */
export type Target =
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'length'; readonly minutes: number }
  /** From the cell pressed to the day under the pointer, in the row pressed; minutes null is the usual length. */
  | { readonly kind: 'days'; readonly from: Cell; readonly to: string; readonly minutes: number | null }
  /** A new start in the calendar, on the home zone's clocks. */
  | { readonly kind: 'start'; readonly start: WallClock }
  /** A stretch of the calendar. */
  | { readonly kind: 'span'; readonly from: WallClock; readonly to: WallClock }

export type DragState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly grip: Grip; readonly from: Point }
  | {
      readonly phase: 'dragging'
      readonly grip: Grip
      readonly from: Point
      readonly target: Target | null
      readonly copy: boolean
    }
  | { readonly phase: 'dropped'; readonly grip: Grip; readonly target: Target; readonly copy: boolean }
  | { readonly phase: 'cancelled'; readonly grip: Grip }

export type DragEvent =
  | { readonly type: 'press'; readonly grip: Grip; readonly at: Point }
  | { readonly type: 'move'; readonly at: Point; readonly target: Target | null; readonly copy: boolean }
  /** The copy modifier went down or up while the pointer rests. */
  | { readonly type: 'modifier'; readonly copy: boolean }
  | { readonly type: 'release' }
  /** Escape, a lost pointer, or a window that lost its focus. */
  | { readonly type: 'cancel' }

export const idle: DragState = { phase: 'idle' }

/** Pixels that a press may tremble before it is a drag. */
export const TREMBLE = 4

/** The next state. An event that means nothing in a state gives the same state back, by reference. */
export function step(state: DragState, event: DragEvent): DragState {
  switch (state.phase) {
    case 'pressed':
      return fromPressed(state, event)
    case 'dragging':
      return fromDragging(state, event)
    default:
      return event.type === 'press' ? { phase: 'pressed', grip: event.grip, from: event.at } : state
  }
}

function fromPressed(state: Extract<DragState, { phase: 'pressed' }>, event: DragEvent): DragState {
  if (event.type === 'release' || event.type === 'cancel') return idle
  if (event.type !== 'move') return state
  const { from, grip } = state
  if (Math.hypot(event.at.x - from.x, event.at.y - from.y) < TREMBLE) return state
  return { phase: 'dragging', grip, from, target: event.target, copy: mayCopy(grip) && event.copy }
}

function fromDragging(state: Extract<DragState, { phase: 'dragging' }>, event: DragEvent): DragState {
  const { grip, target, copy } = state
  switch (event.type) {
    case 'move': {
      const nextCopy = mayCopy(grip) && event.copy
      return sameTarget(target, event.target) && nextCopy === copy
        ? state
        : { ...state, target: event.target, copy: nextCopy }
    }
    case 'modifier':
      return !mayCopy(grip) || event.copy === copy ? state : { ...state, copy: event.copy }
    case 'release':
      return target === null ? { phase: 'cancelled', grip } : { phase: 'dropped', grip, target, copy }
    case 'cancel':
      return { phase: 'cancelled', grip }
    default:
      return state
  }
}

function mayCopy(grip: Grip): boolean {
  return grip.kind === 'move' || grip.kind === 'carry'
}

/** Whether two targets are the same: then nothing need be computed again. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b
  if (a.kind === 'cell' && b.kind === 'cell') return sameCell(a.cell, b.cell)
  if (a.kind === 'length' && b.kind === 'length') return a.minutes === b.minutes
  if (a.kind === 'days' && b.kind === 'days')
    return sameCell(a.from, b.from) && a.to === b.to && a.minutes === b.minutes
  if (a.kind === 'start' && b.kind === 'start') return a.start === b.start
  if (a.kind === 'span' && b.kind === 'span') return a.from === b.from && a.to === b.to
  return false
}

function sameCell(a: Cell, b: Cell): boolean {
  return a.clientId === b.clientId && a.day === b.day
}

import { planStore } from '../state/planStore.ts'
import { viewNow } from './capacityNow.ts'
import { measureCells, targetAt } from './drag/geometry.ts'
import type { DragState } from './drag/machine.ts'
import type { DragActs } from './drag/useDrag.ts'
import { gripAt } from './gridDom.ts'
import { bookingOf, daysOf, proposalOf } from './proposals.ts'
import { moveToCell, resize } from './sessionActions.ts'
import { type Carrying, edit, weekStore } from './weekStore.ts'

/** What a drag on the grid proposes while it goes on, and does when it is dropped. */
export const dragActs: DragActs = {
  gripAt: (element, event) => (planStore.getState().readOnly ? null : gripAt(element, event)),
  aim: (grid, corner) => {
    const cells = measureCells(grid, corner)
    return (grip, from, at) => targetAt(cells, grip, from, at)
  },
  copies: isCopying,
  changed: (state) => {
    if (state.phase === 'dragging') {
      weekStore.setState({ carrying: carryingOf(state), proposal: proposalOf(state) })
      return
    }
    weekStore.setState({ carrying: null, proposal: null })
    if (state.phase === 'dropped') drop(state)
  },
}

/** Whether the modifiers ask for a copy; on a Mac Ctrl is the other mouse button. */
export function isCopying({
  altKey,
  ctrlKey,
}: {
  readonly altKey: boolean
  readonly ctrlKey: boolean
}): boolean {
  return altKey || (ctrlKey && planStore.getState().desktop?.platform !== 'darwin')
}

/** What the pointer carries: the session taken hold of, and what is selected with it. The same as long as it is the same. */
export function carryingOf(state: Extract<DragState, { phase: 'dragging' }>): Carrying {
  const carrying = newCarrying(state)
  const known = weekStore.getState().carrying
  return known?.key === carrying.key && known.kind === carrying.kind && known.copy === carrying.copy
    ? known
    : carrying
}

function newCarrying({ grip, copy }: Extract<DragState, { phase: 'dragging' }>): Carrying {
  switch (grip.kind) {
    case 'create':
    case 'draw':
      return { kind: 'create', key: null, keys: [], copy: false }
    case 'resize':
    case 'stretch':
      return { kind: 'resize', key: grip.key, keys: [grip.key], copy: false }
    default: {
      const { selected } = weekStore.getState()
      return { kind: 'move', key: grip.key, keys: selected.has(grip.key) ? [...selected] : [grip.key], copy }
    }
  }
}

function drop({ grip, target, copy }: Extract<DragState, { phase: 'dropped' }>): void {
  if (grip.kind === 'create') {
    if (target.kind !== 'days') return
    edit({
      kind: 'create',
      cell: target.from,
      days: daysOf(target.from.day, target.to),
      minutes: target.minutes,
      start: null,
    })
    return
  }
  if (grip.kind !== 'move' && grip.kind !== 'resize') return
  const booking = bookingOf(viewNow(), grip.key, grip.cell.day)
  if (booking === undefined) return
  if (target.kind === 'cell') void moveToCell(booking, target.cell, copy)
  else if (target.kind === 'length') void resize(booking.occurrence, target.minutes)
}

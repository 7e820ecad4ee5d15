import { planStore } from '../state/planStore.ts'
import { viewNow } from './capacityNow.ts'
import { measureCells, targetAt } from './drag/geometry.ts'
import type { DragState } from './drag/machine.ts'
import { proposing } from './drag/proposing.ts'
import type { DragActs } from './drag/useDrag.ts'
import { gripAt } from './gridDom.ts'
import { bookingOf, daysOf, proposalOf } from './proposals.ts'
import { moveToCell, resize } from './sessionActions.ts'
import { edit } from './weekStore.ts'

const outcome = proposing(proposalOf)

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
      outcome.propose(state)
      return
    }
    outcome.end()
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

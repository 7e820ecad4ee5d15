import { planStore } from '../state/planStore.ts'
import { viewNow } from './capacityNow.ts'
import type { DragState } from './drag/machine.ts'
import type { DragActs } from './drag/useDrag.ts'
import { gripAt } from './gridDom.ts'
import { bookingOf, daysOf, proposalOf } from './proposals.ts'
import { moveToCell, resize } from './sessionActions.ts'
import { edit, weekStore } from './weekStore.ts'

/** What a drag on the grid proposes while it goes on, and does when it is dropped. */
export const dragActs: DragActs = {
  gripAt: (element, event) => (planStore.getState().readOnly ? null : gripAt(element, event)),
  copies: ({ altKey, ctrlKey }) => altKey || (ctrlKey && planStore.getState().desktop?.platform !== 'darwin'),
  changed: (state) => {
    if (state.phase === 'dragging') {
      const { grip, copy } = state
      const carrying = { kind: grip.kind, key: grip.kind === 'create' ? null : grip.key, copy } as const
      weekStore.setState({ carrying, proposal: proposalOf(state) })
      return
    }
    weekStore.setState({ carrying: null, proposal: null })
    if (state.phase === 'dropped') drop(state)
  },
}

function drop({ grip, target, copy }: Extract<DragState, { phase: 'dropped' }>): void {
  if (grip.kind === 'create') {
    if (target.kind !== 'days') return
    edit({
      kind: 'create',
      cell: target.from,
      days: daysOf(target.from.day, target.to),
      minutes: target.minutes,
    })
    return
  }
  const booking = bookingOf(viewNow(), grip.key, grip.cell.day)
  if (booking === undefined) return
  if (target.kind === 'cell') void moveToCell(booking, target.cell, copy)
  else if (target.kind === 'length') void resize(booking.occurrence, target.minutes)
}

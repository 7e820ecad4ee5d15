import { placeNow } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import { keyAt } from '../week/gridDom.ts'
import { acceptPlanning, cancelPlanning, leaveOut, startPlanning } from '../week/planning/planning.ts'
import { weekStore } from '../week/weekStore.ts'
import type { Action } from './action.ts'

/** The actions of planning the rest: propose it, then plan it, leave sessions out, or give it up. */
export const planningActions: readonly Action[] = [
  {
    id: 'planning.start',
    group: 'week',
    label: (words) => words.app.actions.planRest,
    keys: ['p'],
    enabled: () => onWeek() && !planStore.getState().readOnly && !isPlanning(),
    run: startPlanning,
  },
  {
    id: 'planning.accept',
    group: 'week',
    label: (words) => words.app.actions.planAccept,
    keys: ['enter'],
    enabled: () => onWeek() && (weekStore.getState().planning?.keys.size ?? 0) > 0,
    run: () => void acceptPlanning(),
  },
  {
    id: 'planning.cancel',
    group: 'week',
    label: (words) => words.app.actions.planCancel,
    keys: ['escape'],
    enabled: () => onWeek() && isPlanning(),
    run: cancelPlanning,
  },
  {
    id: 'planning.leaveOut',
    group: 'week',
    label: (words) => words.app.actions.planLeaveOut,
    keys: ['delete', 'backspace'],
    enabled: () => onWeek() && proposedInHand() !== null,
    run: () => {
      const key = proposedInHand()
      if (key !== null) leaveOut(key)
    },
  },
]

function onWeek(): boolean {
  return placeNow().screen === 'week'
}

function isPlanning(): boolean {
  return weekStore.getState().planning !== null
}

/** The proposed session that has the focus. */
function proposedInHand(): string | null {
  const focused = document.activeElement
  const key = focused === null ? null : keyAt(focused)
  return key !== null && weekStore.getState().planning?.keys.has(key) === true ? key : null
}

import { openOverlay } from '../shell/overlays.ts'
import { planNow } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { stop } from '../timer/timerActs.ts'
import { timerStore } from '../timer/timerStore.ts'
import type { Action } from './action.ts'

const isRunning = () => planNow().practice.timer !== null
const mayChange = () => !planStore.getState().readOnly

/** The actions of the timer; that of the focused session stands with the sessions'. */
export const timerActions: readonly Action[] = [
  {
    id: 'timer.start',
    group: 'app',
    label: (words) => words.timer.startOrAsk,
    keys: ['r'],
    enabled: mayChange,
    run: () => openOverlay('timer'),
  },
  {
    id: 'timer.stop',
    group: 'app',
    label: (words) => words.timer.stop,
    keys: ['shift+r'],
    enabled: () => mayChange() && isRunning(),
    run: () => void stop(),
  },
  {
    id: 'timer.edit',
    group: 'app',
    label: (words) => words.timer.edit,
    keys: [],
    enabled: () => mayChange() && isRunning(),
    run: () => {
      const asks = timerStore.getState().gaps.length > 0
      timerStore.setState(asks ? { isPutOff: false } : { isEditing: true })
    },
  },
]

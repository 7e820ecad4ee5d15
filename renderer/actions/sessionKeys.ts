import type { Words } from '../../shared/words/words.ts'
import { openQuickAdd } from '../quickAdd/quickAddStore.ts'
import { placeNow } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import { currentBooking, newSession, onBooking } from '../week/gridKeys.ts'
import { clearSelection } from '../week/selection.ts'
import { weekStore } from '../week/weekStore.ts'
import type { Action } from './action.ts'
import type { Keys } from './keys.ts'

/** The actions on the session that has the focus in the grid. */
export const sessionActions: readonly Action[] = [
  {
    id: 'session.new',
    group: 'session',
    label: (words) => words.app.actions.newSession,
    keys: ['n'],
    enabled: () => onWeek() && mayChange(),
    run: newSession,
  },
  {
    id: 'session.quick',
    group: 'session',
    label: (words) => words.app.actions.quickAdd,
    keys: ['q'],
    enabled: mayChange,
    run: () => openQuickAdd(),
  },
  onSession('open', (words) => words.app.actions.openSession, ['enter']),
  onSession('delete', (words) => words.app.actions.deleteSession, ['delete', 'backspace']),
  onSession('duplicate', (words) => words.app.actions.duplicateSession, ['mod+d']),
  onSession('worked', (words) => words.app.actions.workedSession, ['w']),
  onSession('timer', (words) => words.timer.startSession, ['r']),
  onSession('earlierDay', (words) => words.app.actions.earlierDay, ['alt+arrowleft']),
  onSession('laterDay', (words) => words.app.actions.laterDay, ['alt+arrowright']),
  onSession('earlier', (words) => words.app.actions.earlier, ['alt+arrowup']),
  onSession('later', (words) => words.app.actions.later, ['alt+arrowdown']),
  onSession('shorter', (words) => words.app.actions.shorter, ['alt+shift+arrowup']),
  onSession('longer', (words) => words.app.actions.longer, ['alt+shift+arrowdown']),
  onSession('earlierFine', (words) => words.app.actions.earlierFine, ['mod+alt+arrowup']),
  onSession('laterFine', (words) => words.app.actions.laterFine, ['mod+alt+arrowdown']),
  onSession('shorterFine', (words) => words.app.actions.shorterFine, ['mod+alt+shift+arrowup']),
  onSession('longerFine', (words) => words.app.actions.longerFine, ['mod+alt+shift+arrowdown']),
  onSession('select', (words) => words.app.actions.selectSession, ['shift+enter', 'mod+ ']),
  {
    id: 'session.clearSelection',
    group: 'session',
    label: (words) => words.app.actions.clearSelection,
    keys: ['escape'],
    enabled: () => onWeek() && weekStore.getState().selected.size > 0,
    run: clearSelection,
  },
  onSession('clientAbove', (words) => words.app.actions.clientAbove, ['alt+pageup']),
  onSession('clientBelow', (words) => words.app.actions.clientBelow, ['alt+pagedown']),
]

function onSession(
  name: keyof typeof onBooking,
  label: (words: Words) => string,
  keys: readonly Keys[],
): Action {
  return {
    id: `session.${name}`,
    group: 'session',
    label,
    keys,
    enabled: () => onWeek() && mayChange() && gridHasFocus() && currentBooking() !== null,
    run: () => {
      const booking = currentBooking()
      if (booking !== null) void onBooking[name](booking)
    },
  }
}

function onWeek(): boolean {
  return placeNow().screen === 'week'
}

function mayChange(): boolean {
  return !planStore.getState().readOnly && weekStore.getState().planning === null
}

/** Keys act on a session only while the grid has the focus: Enter on a button elsewhere is the button's. */
function gridHasFocus(): boolean {
  return document.activeElement?.closest('[role="grid"]') != null
}

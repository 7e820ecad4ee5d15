import type { Words } from '../../shared/words/words.ts'
import type { Action } from './action.ts'
import type { Keys } from './keys.ts'

/** Keys that belong to the grid or to a drag and are no action by name; the sheet of shortcuts shows them, too. */
export interface FixedKeys {
  readonly id: keyof Words['app']['fixedKeys']
  readonly group: Action['group']
  readonly keys: readonly Keys[]
}

export const fixedKeys: readonly FixedKeys[] = [
  { id: 'move', group: 'week', keys: ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'] },
  { id: 'edges', group: 'week', keys: ['home', 'end'] },
  { id: 'corners', group: 'week', keys: ['mod+home', 'mod+end'] },
  { id: 'sessions', group: 'week', keys: ['mod+arrowup', 'mod+arrowdown'] },
  { id: 'dragFine', group: 'session', keys: ['shift'] },
  { id: 'dragCopy', group: 'session', keys: ['alt'] },
  { id: 'leave', group: 'app', keys: ['escape'] },
]

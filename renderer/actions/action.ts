import type { Words } from '../../shared/words/words.ts'
import type { Keys } from './keys.ts'

export const actionGroups = ['go', 'week', 'session', 'attention', 'edit', 'app'] as const

/** Something a user can do. Shortcut, menu, button and palette read this one object. */
export interface Action {
  readonly id: string
  readonly group: (typeof actionGroups)[number]
  readonly label: (words: Words) => string
  /** Any of them does it; the first is shown. */
  readonly keys: readonly Keys[]
  readonly enabled: () => boolean
  readonly run: () => void
  /** Its keys work while a text field has the focus. */
  readonly inText?: boolean
  /** Its keys work in a panel that is saved as one goes, except in its text fields. */
  readonly inPanel?: boolean
}

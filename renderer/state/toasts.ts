import { createStore } from 'zustand/vanilla'
import { newId } from './clock.ts'

export type ToastTone = 'plain' | 'done' | 'watch' | 'over'

/** A short message above the screen. One with tone `over` stays until it is dismissed. */
export interface Toast {
  readonly id: string
  readonly text: string
  readonly tone: ToastTone
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Its action undoes or redoes the last step: it must go when another step becomes the last. */
  readonly ofLastStep?: boolean
}

/** More than this many at once would hide the work; the oldest goes. */
const MOST_TOASTS = 3

export const toastStore = createStore<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Shows a message and returns its id. The same text is shown once: a repeated one takes the place of the first. */
export function toast(given: Omit<Toast, 'id'>): string {
  const id = newId()
  toastStore.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.text !== given.text), { ...given, id }].slice(-MOST_TOASTS),
  }))
  return id
}

/** Takes away what offers to undo or redo a step that is no longer the last. */
export function forgetLastStep(): void {
  toastStore.setState((state) =>
    state.toasts.some((other) => other.ofLastStep)
      ? { toasts: state.toasts.filter((other) => !other.ofLastStep) }
      : state,
  )
}

/** Takes a message away. */
export function dismiss(id: string): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((other) => other.id !== id) }))
}

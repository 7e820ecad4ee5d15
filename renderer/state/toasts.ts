import { createStore } from 'zustand/vanilla'
import { newId } from './clock.ts'

export type ToastTone = 'plain' | 'done' | 'watch' | 'over'

/** A short message above the screen. One with tone `over` stays until it is dismissed. */
export interface Toast {
  readonly id: string
  readonly text: string
  readonly tone: ToastTone
  readonly action?: { readonly label: string; readonly run: () => void }
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

/** Takes a message away. */
export function dismiss(id: string): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((other) => other.id !== id) }))
}

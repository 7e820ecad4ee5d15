import { createStore } from 'zustand/vanilla'

/** What assistive technology reads next. `count` makes the same words be read again. */
export const announceStore = createStore<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}))

/** Has a sentence read out, after what is being read. */
export function announce(text: string): void {
  announceStore.setState(({ count }) => ({ text, count: count + 1 }))
}

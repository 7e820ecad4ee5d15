import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { TimerStart } from '../../shared/timer/begin.ts'
import type { Gap } from '../../shared/timer/gap.ts'

/** What is to be done once the gaps are answered for. */
export type Afterwards = { readonly do: 'stop' } | { readonly do: 'start'; readonly start: TimerStart } | null

interface TimerUi {
  /** The gaps of the running timer that wait for an answer, as main knows them. */
  readonly gaps: readonly Gap[]
  readonly after: Afterwards
  /** The question was put off; it comes again with the next gap, or when the timer is to stop. */
  readonly isPutOff: boolean
  readonly isEditing: boolean
}

const atRest: TimerUi = { gaps: [], after: null, isPutOff: false, isEditing: false }

export const timerStore = createStore<TimerUi>(() => atRest)

export function useTimerUi<T>(select: (ui: TimerUi) => T): T {
  return useStore(timerStore, select)
}

/** Forgets everything; a test begins with it. */
export function forgetTimer(): void {
  timerStore.setState(atRest)
}

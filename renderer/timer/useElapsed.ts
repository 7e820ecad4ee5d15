import { useSyncExternalStore } from 'react'
import type { Timer } from '../../shared/plan/timer.ts'
import { elapsedMinutes } from '../../shared/timer/entries.ts'
import { clockStore, nowSecond } from '../state/clock.ts'

let shownMinute = 0

/** The minute of the clock; a window that nobody sees stays at the one it showed last. */
function visibleMinute(): number {
  const { minute } = clockStore.getState()
  if (document.visibilityState === 'visible' || shownMinute === 0) shownMinute = minute
  return shownMinute
}

function subscribe(changed: () => void): () => void {
  const stop = clockStore.subscribe(changed)
  document.addEventListener('visibilitychange', changed)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', changed)
  }
}

/** Minutes that a timer has run, as it would be logged; renders anew once a minute while the window is seen. */
export function useElapsed(timer: Timer): number {
  const minute = useSyncExternalStore(subscribe, visibleMinute)
  return elapsedMinutes(timer, Math.max(minute * 60, Math.min(nowSecond(), minute * 60 + 59)))
}

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'
import { planStore } from './planStore.ts'

/** The minute that the screen shows as now. It changes once a minute and when the window comes back. */
export const clockStore = createStore<{ readonly minute: EpochMinute }>(() => ({ minute: readClock(null) }))

function readClock(fixedNow: string | null): EpochMinute {
  return Math.floor(readSecond(fixedNow) / 60)
}

function readSecond(fixedNow: string | null): number {
  return Math.floor((fixedNow === null ? Date.now() : Date.parse(fixedNow)) / 1000)
}

/** The instant now in whole seconds since 1970-01-01T00:00Z; the fixed one where a test fixed the clock. */
export function nowSecond(): number {
  return readSecond(planStore.getState().desktop?.fixedNow ?? null)
}

/** The instant now in whole minutes since 1970-01-01T00:00Z; the fixed one where a test fixed the clock. */
export function nowMinute(): EpochMinute {
  return readClock(planStore.getState().desktop?.fixedNow ?? null)
}

/** Today in the planner's home zone. */
export function todayNow(): Day {
  return wallDay(fromEpochMinute(nowMinute(), planStore.getState().plan.practice.settings.homeZone))
}

/** Today in the planner's home zone; renders anew at midnight. */
export function useToday(): Day {
  const zone = useStore(planStore, (state) => state.plan.practice.settings.homeZone)
  return useStore(clockStore, ({ minute }) => wallDay(fromEpochMinute(minute, zone)))
}

/** A new record's identity. */
export function newId(): Id {
  return crypto.randomUUID()
}

/** Keeps the clock going until the returned function is called. */
export function startClock(): () => void {
  const read = () => {
    const minute = nowMinute()
    if (clockStore.getState().minute !== minute) clockStore.setState({ minute })
  }
  read()
  // Short ticks against the wall clock: one long timer would be wrong after sleep or a change of the clock.
  const ticking = window.setInterval(read, 5_000)
  const stopListening = planStore.subscribe((state, before) => {
    if (state.desktop !== before.desktop) read()
  })
  document.addEventListener('visibilitychange', read)
  return () => {
    window.clearInterval(ticking)
    stopListening()
    document.removeEventListener('visibilitychange', read)
  }
}

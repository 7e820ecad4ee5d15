import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OfferedCalendar } from '../../shared/ipc/exchangeContract.ts'
import { bridge } from '../state/bridge.ts'
import { importOffered, importStore } from './importStore.ts'

interface Offered {
  /** Handed over to be imported: each is shown when the one before is done with. */
  readonly waiting: readonly OfferedCalendar[]
  /** New or changed in the watched folder: shown when the user says so. */
  readonly inFolder: readonly OfferedCalendar[]
}

const nothing: Offered = { waiting: [], inFolder: [] }
export const offeredStore = createStore<Offered>(() => nothing)

/** The calendars of the watched folder that nobody looked at yet. */
export function useFolderCalendars(): readonly OfferedCalendar[] {
  return useStore(offeredStore, ({ inFolder }) => inFolder)
}

/** Shows calendars that come by themselves, one import after the other. Returns the function that stops. */
export function followOffered(): () => void {
  const stops = [
    bridge.on('calendar/offered', ({ from, files }) => {
      if (from === 'desktop') {
        offeredStore.setState(({ waiting }) => ({ waiting: [...waiting, ...files] }))
        showNext()
        return
      }
      const names = new Set(files.map(({ name }) => name))
      offeredStore.setState(({ inFolder }) => ({
        inFolder: [...inFolder.filter(({ name }) => !names.has(name)), ...files],
      }))
    }),
    importStore.subscribe(({ state }) => {
      // The dialog that ends closes first.
      if (state.step === 'idle') setTimeout(showNext)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    offeredStore.setState(nothing)
  }
}

/** Looks at the calendars of the watched folder. */
export function lookAtFolder(): void {
  offeredStore.setState(({ waiting, inFolder }) => ({ waiting: [...waiting, ...inFolder], inFolder: [] }))
  showNext()
}

/** Leaves them. They are offered again when they change. */
export function leaveFolder(): void {
  offeredStore.setState({ inFolder: [] })
}

function showNext(): void {
  const [next, ...waiting] = offeredStore.getState().waiting
  if (next === undefined || importStore.getState().state.step !== 'idle') return
  offeredStore.setState({ waiting })
  void importOffered(next)
}

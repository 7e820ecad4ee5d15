import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { CalendarEvent, CalendarRead } from '../../shared/exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../../shared/exchange/largestCalendar.ts'
import type { CalendarReply, OfferedCalendar } from '../../shared/ipc/exchangeContract.ts'
import { openOverlay } from '../shell/overlays.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { importTable } from './time/tableStore.ts'

/** Where an import stands: nothing asked, a file being chosen or not chosen, read, not importable, or there to look at. */
export type ImportState =
  | { readonly step: 'idle' | 'choosing' | 'cancelled' }
  | { readonly step: 'reading'; readonly name: string; readonly part: number; readonly count: number }
  | {
      readonly step: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }
  | { readonly step: 'read'; readonly name: string; readonly calendar: CalendarRead }

export const importStore = createStore<{ readonly state: ImportState }>(() => ({ state: { step: 'idle' } }))

/** Where the import stands. */
export function useImport(): ImportState {
  return useStore(importStore, ({ state }) => state)
}

const show = (state: ImportState) => importStore.setState({ state })

const begun = (name: string): ImportState => ({ step: 'reading', name, part: 0, count: 0 })

/** Ends the import: what was read is forgotten, and a reading under way is ended with its thread. */
export function endImport(): void {
  current++
  if (importStore.getState().state.step === 'reading') void bridge.request('calendar/stop', undefined)
  show({ step: 'idle' })
}

/** Follows how far a reading is; returns the function that stops it. */
export function followReading(): () => void {
  return bridge.on('calendar/progress', ({ part, count }) => {
    const { state } = importStore.getState()
    // The rest of the way the events go from main to this window.
    if (state.step === 'reading') show({ ...state, part: part * READ, count })
  })
}

/** How much of a reading is over when the file is read, and not yet here. */
const READ = 0.9

/** Asks for a calendar file and reads it. A dialog that is left without choosing changes nothing. */
export async function chooseCalendar(): Promise<void> {
  show({ step: 'choosing' })
  // From the choice on it is this window that keeps the user waiting.
  const stop = bridge.on('calendar/chosen', ({ name }) => {
    if (importStore.getState().state.step === 'choosing') show(begun(name))
  })
  await read(() => bridge.request('calendar/choose', undefined))
  stop()
}

/** Reads a file that was dropped on the window and opens the import of its kind with it. */
export async function importFile(file: File): Promise<void> {
  if (/\.(csv|tsv|txt)$/i.test(file.name) || file.type === 'text/csv') return importTable(file)
  if (!/\.(ics|ical|ifb|icalendar)$/i.test(file.name) && file.type !== 'text/calendar') {
    toast({ text: wordsNow().calendar.notACalendarFile(file.name), tone: 'watch' })
    return
  }
  openOverlay('import')
  if (file.size > LARGEST_CALENDAR) {
    current++
    show({ step: 'failed', code: 'too-large', params: { megabytes: LARGEST_CALENDAR / 1024 / 1024 } })
    return
  }
  show(begun(file.name))
  await read(async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return bridge.request('calendar/drop', { name: file.name, bytes })
  })
}

/** Reads a file that came by itself and opens the import with it. */
export async function importOffered({ id, name }: OfferedCalendar): Promise<void> {
  openOverlay('import')
  show(begun(name))
  await read(() => bridge.request('calendar/take', { id }))
}

/** Counts reads, so that an answer to a read that was given up or replaced is not shown. */
let current = 0

async function read(ask: () => Promise<CalendarReply>): Promise<void> {
  const mine = ++current
  try {
    const reply = await ask()
    if (mine !== current) return
    if (reply.state === 'cancelled') show({ step: 'cancelled' })
    else if (reply.state === 'failed') show({ step: 'failed', code: reply.code, params: reply.params })
    else {
      const { name, calendar, pieces } = reply
      const events = await fetched(pieces, () => mine === current)
      if (mine === current) show({ step: 'read', name, calendar: { ...calendar, events } })
    }
  } catch (fault) {
    if (mine !== current) return
    reportFault(fault)
    show({
      step: 'failed',
      code: 'reader-failed',
      params: { detail: fault instanceof Error ? fault.message : '' },
    })
  }
}

/** The events of the calendar that was read, a piece at a time: neither process waits for all of them. */
async function fetched(pieces: number, isWanted: () => boolean): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = []
  for (let i = 0; i < pieces && isWanted(); i++) {
    const piece = await bridge.request('calendar/piece', { index: i })
    if (piece === null) throw new Error('the calendar is gone')
    for (const event of JSON.parse(piece) as CalendarEvent[]) events.push(event)
    const { state } = importStore.getState()
    if (state.step === 'reading' && isWanted())
      show({ ...state, part: READ + (1 - READ) * ((i + 1) / pieces), count: events.length })
  }
  return events
}

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { encodedCalendar } from '../../shared/exchange/calendarBytes.ts'
import type { CalendarRead } from '../../shared/exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../../shared/exchange/largestCalendar.ts'
import type { CalendarReply, OfferedCalendar } from '../../shared/ipc/contract.ts'
import { openOverlay } from '../shell/overlays.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { importTable } from './time/tableStore.ts'

/** Where an import stands: nothing asked, a file being chosen or not chosen, read, not importable, or there to look at. */
export type ImportState =
  | { readonly step: 'idle' | 'choosing' | 'cancelled' }
  | { readonly step: 'reading'; readonly name: string }
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

/** Ends the import: what was read is forgotten, and the answer to a read under way will not be shown. */
export function endImport(): void {
  current++
  show({ step: 'idle' })
}

/** Asks for a calendar file and reads it. A dialog that is left without choosing changes nothing. */
export async function chooseCalendar(): Promise<void> {
  show({ step: 'choosing' })
  // From the choice on it is this window that keeps the user waiting.
  const stop = bridge.on('calendar/chosen', ({ name }) => {
    if (importStore.getState().state.step === 'choosing') show({ step: 'reading', name })
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
  show({ step: 'reading', name: file.name })
  await read(async () => {
    const { bytes, encoding, guessed } = encodedCalendar(new Uint8Array(await file.arrayBuffer()))
    const text = new TextDecoder(encoding).decode(bytes)
    const reply = await bridge.request('calendar/read', { name: file.name, text })
    return guessed ? withNote(reply, encoding) : reply
  })
}

/** Reads a file that came by itself and opens the import with it. */
export async function importOffered({ id, name }: OfferedCalendar): Promise<void> {
  openOverlay('import')
  show({ step: 'reading', name })
  await read(() => bridge.request('calendar/take', { id }))
}

/** Main reads a text and cannot know how its bytes were written. */
function withNote(reply: CalendarReply, encoding: string): CalendarReply {
  if (reply.state !== 'read') return reply
  const note = { code: 'encoding-guessed', line: 1, params: { encoding } } as const
  return { ...reply, calendar: { ...reply.calendar, problems: [note, ...reply.calendar.problems] } }
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
    else show({ step: 'read', name: reply.name, calendar: reply.calendar })
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

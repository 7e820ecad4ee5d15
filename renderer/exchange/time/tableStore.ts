import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import {
  LARGEST_TABLE,
  noReadingChoices,
  type ReadingChoices,
  type WorkedRead,
} from '../../../shared/exchange/time/workedFile.ts'
import type { WorkedReply } from '../../../shared/ipc/exchangeContract.ts'
import { openOverlay } from '../../shell/overlays.ts'
import { bridge } from '../../state/bridge.ts'
import { planNow } from '../../state/plan.ts'
import { reportFault } from '../../state/report.ts'

/** Where an import of worked time stands. `again` is a table that is read anew under other choices while its last reading shows. */
export type TableState =
  | { readonly step: 'idle' | 'choosing' | 'cancelled' }
  | { readonly step: 'reading'; readonly name: string; readonly part: number }
  | {
      readonly step: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }
  | {
      readonly step: 'read'
      readonly name: string
      readonly read: WorkedRead
      readonly choices: ReadingChoices
      readonly again: boolean
    }

export const tableStore = createStore<{ readonly state: TableState }>(() => ({ state: { step: 'idle' } }))

/** Where the import stands. */
export function useTable(): TableState {
  return useStore(tableStore, ({ state }) => state)
}

const show = (state: TableState) => tableStore.setState({ state })

/** Counts readings, so that an answer to one that was given up or replaced is not shown. */
let current = 0

/** Ends the import: what was read is forgotten, and a reading under way is stopped. */
export function endTable(): void {
  current++
  if (tableStore.getState().state.step === 'reading') void bridge.request('worked/stop', undefined)
  show({ step: 'idle' })
}

function firstChoices(): ReadingChoices {
  return noReadingChoices(planNow().practice.settings.homeZone)
}

/** Asks for a table and reads it. A dialog that is left without choosing changes nothing. */
export async function chooseTable(): Promise<void> {
  show({ step: 'choosing' })
  const choices = firstChoices()
  await read(choices, () => bridge.request('worked/choose', choices))
}

/** Reads a table that was dropped on the window and opens the import with it. */
export async function importTable(file: File): Promise<void> {
  openOverlay('importTime')
  if (file.size > LARGEST_TABLE) {
    current++
    show({ step: 'failed', code: 'too-large', params: { megabytes: LARGEST_TABLE / 1024 / 1024 } })
    return
  }
  show({ step: 'reading', name: file.name, part: 0 })
  const choices = firstChoices()
  await read(choices, async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return bridge.request('worked/drop', { name: file.name, bytes, choices })
  })
}

/** Reads the rows again under changed choices. */
export async function readAgain(change: Partial<ReadingChoices>): Promise<void> {
  const { state } = tableStore.getState()
  if (state.step !== 'read') return
  const choices = { ...state.choices, ...change }
  show({ ...state, choices, again: true })
  await read(choices, () => bridge.request('worked/again', choices))
}

/** Follows how far a reading is; returns the function that stops it. */
export function followProgress(): () => void {
  return bridge.on('worked/progress', (part) => {
    const { state } = tableStore.getState()
    if (state.step === 'reading') show({ ...state, part })
    else if (state.step === 'choosing') show({ step: 'reading', name: '', part })
  })
}

async function read(choices: ReadingChoices, ask: () => Promise<WorkedReply>): Promise<void> {
  const mine = ++current
  try {
    const reply = await ask()
    if (mine !== current) return
    if (reply.state === 'cancelled') show({ step: 'cancelled' })
    else if (reply.state === 'failed') show({ step: 'failed', code: reply.code, params: reply.params })
    else {
      const parsed = JSON.parse(reply.read) as WorkedRead
      show({ step: 'read', name: reply.name, read: parsed, choices, again: false })
    }
  } catch (fault) {
    if (mine !== current) return
    reportFault(fault)
    const detail = fault instanceof Error ? fault.message : ''
    show({ step: 'failed', code: 'reader-failed', params: { detail } })
  }
}

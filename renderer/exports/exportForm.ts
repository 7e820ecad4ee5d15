import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { openOverlay } from '../shell/overlays.ts'

export const exportKinds = ['sheet', 'time', 'expenses', 'calendar'] as const
export type ExportKind = (typeof exportKinds)[number]

/** What the export was asked for; null leaves it to the dialog. */
export interface AskedExport {
  readonly kind: ExportKind
  readonly clientId: Id | null
  readonly span: { readonly from: Day; readonly to: Day } | null
}

const usual: AskedExport = { kind: 'time', clientId: null, span: null }

const formStore = createStore<{ readonly asked: AskedExport }>(() => ({ asked: usual }))

/** What the export was asked for. */
export function useAskedExport(): AskedExport {
  return useStore(formStore, ({ asked }) => asked)
}

/** Opens the export, with what is known of it. */
export function openExport(given: Partial<AskedExport> = {}): void {
  formStore.setState({ asked: { ...usual, ...given } })
  openOverlay('export')
}

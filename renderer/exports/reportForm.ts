import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import { openOverlay } from '../shell/overlays.ts'

const formStore = createStore<{ readonly clientId: Id | null }>(() => ({ clientId: null }))

/** Whose report was asked for; null leaves it to the dialog. */
export function useAskedReport(): Id | null {
  return useStore(formStore, ({ clientId }) => clientId)
}

/** Opens the report of a client's month over any screen. */
export function openReport(clientId: Id | null = null): void {
  formStore.setState({ clientId })
  openOverlay('monthReport')
}

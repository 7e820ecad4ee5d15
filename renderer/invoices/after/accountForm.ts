import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../shared/plan/fields.ts'
import { openOverlay } from '../../shell/overlays.ts'

/** Whose account is shown, and in which currency first; the client's own choice where it is left out. */
export interface AskedAccount {
  readonly clientId: Id
  readonly currency?: string
}

const formStore = createStore<{ readonly asked: AskedAccount | null }>(() => ({ asked: null }))

/** Whose account was asked for. */
export function useAskedAccount(): AskedAccount | null {
  return useStore(formStore, ({ asked }) => asked)
}

/** Opens the statement of a client's account over any screen. */
export function openAccount(asked: AskedAccount): void {
  formStore.setState({ asked })
  openOverlay('account')
}

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** A panel over the whole window. Only one is open at a time. */
export type Overlay =
  | 'palette'
  | 'quickAdd'
  | 'shortcuts'
  | 'help'
  | 'import'
  | 'importTime'
  | 'sayYes'
  | 'rates'
  | 'timer'
  | 'expense'
  | 'export'
  | 'account'
  | 'monthReport'
  | 'newInvoice'
  | 'business'
  | 'why'

const overlayStore = createStore<{ readonly open: Overlay | null }>(() => ({ open: null }))

/** Opens a panel in place of the one that is open. */
export function openOverlay(open: Overlay): void {
  overlayStore.setState({ open })
}

/** Closes the panel that is open. */
export function closeOverlay(): void {
  overlayStore.setState({ open: null })
}

/** Closes a panel, if it is still the one that is open: what it waited for may end after another was asked for. */
export function closePanel(own: Overlay): void {
  if (overlayStore.getState().open === own) closeOverlay()
}

/** Which panel is open. */
export function useOverlay(): Overlay | null {
  return useStore(overlayStore, (state) => state.open)
}

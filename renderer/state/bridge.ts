import type { Bridge } from '../../shared/ipc/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload; nothing else of the main process reaches the page. */
    readonly headroom: Bridge
  }
}

/** The way to the main process. Reads `window.headroom` at each call, so that a test can stand in for main. */
export const bridge: Bridge = {
  request: (name, payload) => window.headroom.request(name, payload),
  pathOf: (file) => window.headroom.pathOf(file),
  on: (name, listen) => window.headroom.on(name, listen),
}

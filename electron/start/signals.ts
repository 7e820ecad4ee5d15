import { app } from 'electron'

/** Signals that ask a program to end: of a desktop that shuts down, a terminal, and one that is closed. */
const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * Lets a signal that asks the app to end quit it in order. The library that watches for the end on behalf of the stores
 * would end the process there and then; it has nothing to do, since the stores write at once. Called when everything is
 * imported.
 */
export function quitOnSignals(): void {
  for (const signal of endings) {
    process.removeAllListeners(signal)
    process.on(signal, () => app.quit())
  }
}

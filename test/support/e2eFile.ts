import { afterAll } from 'vitest'
import { startDisplay } from './display.ts'
import { killRemaining } from './electronApp.ts'

// A display of its own for each file: on a shared one, a window that another file opens takes the keyboard away, and
// what listens for that (a drag, which ends then) would depend on who runs beside it.
const display = process.platform === 'linux' ? await startDisplay() : null
if (display !== null) process.env.DISPLAY = display.address

/** Runs in every end-to-end test file: nothing that a failed test left open outlives the file. */
afterAll(async () => {
  await killRemaining()
  await display?.stop()
})

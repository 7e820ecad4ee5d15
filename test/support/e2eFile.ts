import { afterAll } from 'vitest'
import { killRemaining } from './electronApp.ts'

/** Runs in every end-to-end test file: nothing that a failed test left open outlives the file. */
afterAll(killRemaining)

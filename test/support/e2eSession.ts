import { startTestSession } from './display.ts'

/** Vitest's global set-up of the end-to-end tests; what it returns is the tear-down. */
export const setup = () => startTestSession()

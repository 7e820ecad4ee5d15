import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'

/** Why it is not known whether somebody worked: no key or mouse, the computer slept or was locked, Headroom did not run, or the timer had been stopped and was brought back. */
export const GapWhy = z.enum(['idle', 'asleep', 'locked', 'closed', 'stopped'])
export type GapWhy = z.infer<typeof GapWhy>

/** A stretch of a running timer of which nobody knows whether it was work, in seconds since 1970-01-01T00:00Z. It waits for an answer. */
export const Gap = z.strictObject({ from: z.int(), to: z.int(), why: GapWhy })
export type Gap = Frozen<z.infer<typeof Gap>>

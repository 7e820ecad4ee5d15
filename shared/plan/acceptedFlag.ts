import { z } from 'zod'
import { Note } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** A flag that the planner accepted. It stays accepted while its facts are the same, told by `fingerprint`. */
export const AcceptedFlag = z.strictObject({ fingerprint: z.string().max(200), note: Note })
export type AcceptedFlag = Frozen<z.infer<typeof AcceptedFlag>>

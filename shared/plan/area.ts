import { z } from 'zod'
import { Id, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** A responsibility area: what time is for. The list is the user's to edit. */
export const Area = z.strictObject({ id: Id, name: Title, archived: z.boolean(), order: z.number() })
export type Area = Frozen<z.infer<typeof Area>>

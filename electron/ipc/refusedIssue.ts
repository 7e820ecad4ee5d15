import type { z } from 'zod'
import { refuse } from '../../shared/commands/refusal.ts'
import type { ExecuteReply } from '../../shared/ipc/contract.ts'

/** What a command's schema refused, as an answer like the plan's own: with the field and the reason. `skipped` parts of the path are not the command's. */
export function refusedIssue(issue: z.core.$ZodIssue | undefined, skipped: number): ExecuteReply {
  const path = (issue?.path ?? [])
    .slice(skipped)
    .map((part) => (typeof part === 'symbol' ? String(part) : part))
  const message = issue?.message ?? ''
  return { ok: false, refusal: refuse(path, /^[a-z][a-z-]*$/.test(message) ? message : 'invalid') }
}

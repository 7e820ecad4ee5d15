import type { Command } from '../../shared/commands/registry.ts'
import { execute } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'

/** Carries a command out and says so, with the way back; false where it was refused. */
export async function carryOut(command: Command, done: string): Promise<boolean> {
  const reply = await execute(command)
  if (reply.ok) toastWithUndo(done)
  return reply.ok
}

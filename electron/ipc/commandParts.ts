import { PartedCommand } from '../../shared/commands/commandParts.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { ExecuteReply, RequestPayload } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { refusedIssue } from './refusedIssue.ts'

/** Takes a command in parts, one command at a time, and carries it out when the last one is there. */
export function partedCommands(
  execute: (command: Command, id: Id) => Promise<ExecuteReply>,
): (payload: RequestPayload<'plan/executePart'>) => Promise<ExecuteReply | null> {
  let open: { readonly id: Id; readonly command: PartedCommand; next: number } | null = null
  return async ({ id, part, of, text }) => {
    // The first part of another one: its window was closed or loaded anew in the middle of the last.
    if (part === 0) open = { id, command: new PartedCommand(), next: 0 }
    if (open === null || open.id !== id || open.next !== part) throw new Error('a part is missing')
    const { command } = open
    const issue = command.add(text)
    if (issue !== null) {
      open = null
      return refusedIssue(issue, 0)
    }
    open.next++
    if (open.next < of) return null
    open = null
    return execute(command.whole(), id)
  }
}

import { ipcMain } from 'electron'
import type { z } from 'zod'
import {
  type Events,
  type Replies,
  type RequestName,
  type RequestPayload,
  requests,
} from '../../shared/ipc/contract.ts'
import { requestNames } from '../../shared/ipc/names.ts'
import { areMany } from './manyRecords.ts'
import { checkSender } from './sender.ts'
import { tellWindows } from './tell.ts'

/** One function for each request of the contract. */
export type Handlers = {
  readonly [N in RequestName]: (payload: RequestPayload<N>) => Replies[N] | Promise<Replies[N]>
}

/** Turns what the schema refused into a reply; a request without one rejects. */
export type OnInvalid = { readonly [N in RequestName]?: (issue: z.core.$ZodIssue) => Replies[N] }

/** Answers the window's requests: the sender is checked first, then the payload, and only then the handler runs. */
export function serveRequests(
  handlers: Handlers,
  onInvalid: OnInvalid,
  report: (fault: unknown) => void,
): void {
  for (const name of requestNames) serve(name, handlers, onInvalid, report)
}

function serve<N extends RequestName>(
  name: N,
  handlers: Handlers,
  onInvalid: OnInvalid,
  report: (fault: unknown) => void,
): void {
  const handler = handlers[name]
  ipcMain.handle(name, async (event, payload: unknown) => {
    checkSender(event)
    const checked = requests[name].safeParse(payload)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      const reply = onInvalid[name]
      if (issue !== undefined && reply !== undefined) return reply(issue)
      throw new Error(`${name}: not a valid request`)
    }
    try {
      return await handler(checked.data as RequestPayload<N>)
    } catch (fault) {
      report(fault)
      // What went wrong inside stays inside; the log has it.
      throw new Error(`${name}: failed`)
    }
  })
}

/** Tells every window of a change of the plan. A large one that a window asked for it has predicted. */
export function tellChange(message: Events['plan/changed']): void {
  const isLarge = message.patches !== null && areMany(message.patches)
  if (isLarge && message.commandId !== null) tellWindows('plan/changed', { ...message, patches: null })
  else if (isLarge) tellWindows('plan/changedText', JSON.stringify(message))
  else tellWindows('plan/changed', message)
}

import type { LinkedFileReply } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'

/** Opens the document of a saved agreement; says why where that fails. */
export async function openFile(id: Id): Promise<LinkedFileReply['state']> {
  const { files } = wordsNow().agreements
  const state = await asked(() => bridge.request('agreement/open', { id }))
  if (state !== 'there') toast({ text: files[state], tone: 'over' })
  return state
}

/** Whether the document of a saved agreement is where the plan says. */
export function lookAtFile(id: Id): Promise<LinkedFileReply['state']> {
  return asked(() => bridge.request('agreement/look', { id }))
}

/** The path that the user picks; null where none was picked. */
export async function chooseFile(): Promise<string | null> {
  try {
    return await bridge.request('agreement/choose', undefined)
  } catch (fault) {
    reportFault(fault)
    return null
  }
}

async function asked(ask: () => Promise<LinkedFileReply>): Promise<LinkedFileReply['state']> {
  try {
    return (await ask()).state
  } catch (fault) {
    reportFault(fault)
    return 'failed'
  }
}

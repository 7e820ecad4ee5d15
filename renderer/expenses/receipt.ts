import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'

/** The name of a receipt's file. */
export function receiptName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** Opens the receipt of an expense, and says where it cannot. */
export async function openReceipt(id: string): Promise<void> {
  try {
    const { state } = await bridge.request('receipt/open', { id })
    if (state !== 'there') toast({ text: wordsNow().expenses.opened[state], tone: 'watch' })
  } catch (fault) {
    reportFault(fault)
    toast({ text: wordsNow().app.notDone, tone: 'over' })
  }
}

/** Asks for a receipt; its path, or null where none was picked. */
export async function chooseReceipt(): Promise<string | null> {
  try {
    return await bridge.request('receipt/choose', undefined)
  } catch (fault) {
    reportFault(fault)
    return null
  }
}

import type { Id } from '../../shared/plan/fields.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'

/** Asks where, and saves an invoice as PDF; a message tells how it went and offers to open it. */
export async function savePdf(id: Id): Promise<void> {
  const { pdf } = wordsNow().billing
  try {
    const reply = await bridge.request('invoice/pdf', { id })
    if (reply.state === 'cancelled') return
    if (reply.state === 'failed') {
      toast({ text: pdf.failed[reply.code] ?? pdf.failed.other ?? '', tone: 'over' })
      return
    }
    const { path } = reply
    const name = path.split(/[/\\]/).at(-1) ?? path
    toast({
      text: pdf.saved(name),
      tone: 'done',
      action: { label: pdf.open, run: () => void bridge.request('file/show', { path }) },
    })
  } catch (fault) {
    reportFault(fault)
    toast({ text: pdf.failed.other ?? '', tone: 'over' })
  }
}

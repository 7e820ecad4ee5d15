import type { PdfReply, SaveReply } from '../../shared/ipc/documentsContract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { bridge } from './bridge.ts'
import { reportFault } from './report.ts'
import { toast } from './toasts.ts'
import { wordsNow } from './words.ts'

/** Asks where, and saves an invoice as PDF; a message tells how it went and offers to open it. */
export function savePdf(id: Id): Promise<void> {
  return savePdfOf(() => bridge.request('invoice/pdf', { id }))
}

/** The same for any document: `ask` has main ask where, print and write it. */
export async function savePdfOf(ask: () => Promise<PdfReply | SaveReply>): Promise<void> {
  const { pdf } = wordsNow().billing
  try {
    const reply = await ask()
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

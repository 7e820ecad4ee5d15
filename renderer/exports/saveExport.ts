import type { CsvStyle } from '../../shared/exchange/csv/csvStyle.ts'
import type { ExportRange } from '../../shared/exchange/csv/exportRange.ts'
import type { PdfReply, SaveReply } from '../../shared/ipc/documentsContract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import type { ExportKind } from './exportForm.ts'

/** What is saved. A timesheet is a client's. */
export type ExportAsked =
  | {
      readonly kind: 'sheet'
      readonly range: ExportRange & { readonly clientId: Id }
      readonly unbilled: boolean
    }
  | { readonly kind: 'calendar'; readonly clientId: Id | null }
  | {
      readonly kind: Exclude<ExportKind, 'sheet' | 'calendar'>
      readonly range: ExportRange
      readonly style: CsvStyle
    }

/** Asks where, and saves; a message tells how it went and offers to open the file. True where it was saved. */
export async function saveExport(asked: ExportAsked): Promise<boolean> {
  const { exports, billing } = wordsNow()
  const failed = (code: string) =>
    toast({ text: exports.failed[code] ?? exports.failed.other ?? '', tone: 'over' })
  try {
    const reply = await request(asked)
    if (reply.state === 'failed') failed(reply.code)
    if (reply.state !== 'saved') return false
    const { path } = reply
    toast({
      text: billing.pdf.saved(path.split(/[/\\]/).at(-1) ?? path),
      tone: 'done',
      action: { label: billing.pdf.open, run: () => void bridge.request('file/show', { path }) },
    })
    return true
  } catch (fault) {
    reportFault(fault)
    failed('other')
    return false
  }
}

function request(asked: ExportAsked): Promise<PdfReply | SaveReply> {
  if (asked.kind === 'sheet')
    return bridge.request('timesheet/pdf', { ...asked.range, unbilled: asked.unbilled })
  if (asked.kind === 'calendar') return bridge.request('calendar/save', { clientId: asked.clientId })
  return bridge.request('csv/save', { what: asked.kind, range: asked.range, style: asked.style })
}

import { shell } from 'electron'
import { documentFileName, type InvoiceDocument, invoiceDocument } from '../../shared/billing/document.ts'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { InvoiceFileReply, PdfReply } from '../../shared/ipc/documentsContract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { findInvoice, type Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import { paperWordsIn, type Words } from '../../shared/words/words.ts'
import type { IssuedPdf, IssuedPdfs } from './issuedPdfs.ts'
import type { Printed } from './printer.ts'
import { type SaveAsked, saveFault } from './saveDialog.ts'

export interface InvoicePdfOptions {
  readonly pdfs: IssuedPdfs
  readonly plan: () => Promise<Plan>
  readonly today: (plan: Plan) => Day
  readonly words: () => Words
  readonly print: (document: InvoiceDocument) => Promise<Printed>
  /** Asks where, and writes what `make` gives. */
  readonly save: (asked: SaveAsked, make: () => Promise<Printed>) => Promise<PdfReply>
  readonly fault: (where: string, error: unknown) => void
}

/** What the window may ask about the PDF of an invoice. */
export interface InvoicePdf {
  /** Saves a copy: of an issued invoice as it was stored, of a draft as it would be. */
  readonly save: (id: Id) => Promise<PdfReply>
  /** Shows the stored file with the desktop's own program, or where it is. */
  readonly open: (request: RequestPayload<'invoice/open'>) => Promise<InvoiceFileReply>
  readonly printAgain: (id: Id) => Promise<InvoiceFileReply>
}

/** The PDFs of invoices, for the window. */
export function invoicePdf(options: InvoicePdfOptions): InvoicePdf {
  const { pdfs, fault } = options
  const answer = async (ask: () => Promise<InvoiceFileReply>): Promise<InvoiceFileReply> => {
    try {
      return await ask()
    } catch (error) {
      fault('stored pdf', error)
      return { state: 'failed' }
    }
  }
  return {
    save: (id) => save(options, id),
    open: ({ id, how }) =>
      answer(async () => {
        const found = await pdfs.get(id)
        if (found.state !== 'there') return { state: found.state }
        if (how === 'folder') shell.showItemInFolder(found.path)
        else if ((await shell.openPath(await pdfs.showable(found))) !== '') return { state: 'failed' }
        return { state: 'there' }
      }),
    printAgain: (id) => answer(async () => ({ state: (await pdfs.printAgain(id)).state })),
  }
}

async function save(
  { pdfs, plan: open, today, words, print, save: write, fault }: InvoicePdfOptions,
  id: Id,
): Promise<PdfReply> {
  const plan = await open()
  const invoice = findInvoice(plan, id)
  if (invoice === undefined) return { state: 'failed', code: 'invoice-gone', detail: '' }
  const document = invoiceDocument(plan, invoice, today(plan))
  const { saveTitle, saveButton, pdfFiles } = words().billing.pdf
  const { draft, kinds } = paperWordsIn(invoice.language).document
  const name = documentFileName(document, document.number === null ? draft : kinds[invoice.kind])
  const asked = { title: saveTitle, button: saveButton, name, kind: pdfFiles, extension: 'pdf' }
  if (invoice.issued === null) return write(asked, () => print(document))
  // Before the dialog: nobody should choose a place for what cannot be given.
  let stored: IssuedPdf
  try {
    stored = await pdfs.get(id)
  } catch (error) {
    fault('stored pdf', error)
    return saveFault(error, 'print-failed')
  }
  if (stored.state !== 'there') return { state: 'failed', code: `pdf-${stored.state}`, detail: '' }
  const { bytes, pages } = stored
  return write(asked, () => Promise.resolve({ pdf: bytes, pages }))
}

import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { documentFileName, type InvoiceDocument, invoiceDocument } from '../../shared/billing/document.ts'
import type { PdfReply, RequestPayload } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { findInvoice, type Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import { type Words, wordsIn } from '../../shared/words/words.ts'
import { codeOf } from '../storage/disk.ts'
import { saveFailure } from '../storage/saveFailure.ts'
import { writeWhole } from '../storage/writeWhole.ts'
import { deferred } from './deferred.ts'
import { DocumentWindow } from './documentWindow.ts'
import { printPdf } from './printPdf.ts'
import { PrintQueue, within } from './printQueue.ts'

const PRINT_DEADLINE = 30_000
/** The window costs a process; it goes when nobody prints for a while. */
const IDLE = 120_000

export interface DocumentsOptions {
  readonly preload: string
  readonly window: () => BrowserWindow
  readonly plan: () => Promise<Plan>
  readonly today: (plan: Plan) => Day
  /** The words of the screen, for the dialog. */
  readonly words: () => Words
  readonly fault: (where: string, error: unknown) => void
}

/** What the app does with documents. */
export interface Documents {
  /** Asks where, prints, and writes the file whole or not at all. */
  readonly invoicePdf: (id: Id) => Promise<PdfReply>
  /** Opens a file that `invoicePdf` saved since the start, and no other. */
  readonly showFile: (path: string) => Promise<void>
  /** What the page that is printed answers. */
  readonly ready: (message: RequestPayload<'document/ready'>) => void
  readonly stop: () => void
}

/** Prints documents to PDF: one at a time, in one hidden window. */
export function startDocuments(options: DocumentsOptions): Documents {
  const pages = new DocumentWindow({ preload: options.preload, parent: options.window })
  const queue = new PrintQueue()
  const saved = new Set<string>()
  let folder = app.getPath('documents')
  let idle: NodeJS.Timeout | undefined

  const print = async (document: InvoiceDocument) => {
    clearTimeout(idle)
    try {
      return await queue.run(() => printDocument(pages, document))
    } finally {
      idle = setTimeout(() => pages.close(), IDLE).unref()
    }
  }

  const invoicePdf = async (id: Id): Promise<PdfReply> => {
    const plan = await options.plan()
    const invoice = findInvoice(plan, id)
    if (invoice === undefined) return failed('invoice-gone')
    const document = invoiceDocument(plan, invoice, options.today(plan))
    const path = await askPath(options, document, folder)
    if (path === null) return { state: 'cancelled' }
    folder = dirname(path)
    try {
      const { pdf, pages } = await print(document)
      await writeWhole(path, pdf)
      saved.add(path)
      return { state: 'saved', path, pages }
    } catch (error) {
      options.fault('invoice pdf', error)
      return failureOf(error)
    }
  }

  return {
    invoicePdf,
    ready: (message) => pages.ready(message),
    showFile: async (path) => {
      if (!saved.has(path)) return
      if ((await shell.openPath(path)) !== '') shell.showItemInFolder(path)
    },
    stop: () => {
      clearTimeout(idle)
      pages.close()
    },
  }
}

interface Printed {
  readonly pdf: Buffer
  readonly pages: number
}

/** Prints on the kept window; once more on a new one where it went away or did not answer. */
async function printDocument(window: DocumentWindow, document: InvoiceDocument): Promise<Printed> {
  try {
    return await printOnce(window, document)
  } catch {
    window.close()
    return await printOnce(window, document)
  }
}

async function printOnce(documentWindow: DocumentWindow, document: InvoiceDocument): Promise<Printed> {
  const { window, pages } = await documentWindow.show(document)
  const gone = deferred<never>()
  const onClosed = () => gone.reject(new Error('the window was closed while it printed'))
  window.once('closed', onClosed)
  try {
    const pdf = await within(
      PRINT_DEADLINE,
      'printing',
      Promise.race([printPdf(window.webContents), gone.promise]),
    )
    return { pdf, pages }
  } finally {
    if (!window.isDestroyed()) window.removeListener('closed', onClosed)
  }
}

async function askPath(
  { window, words }: DocumentsOptions,
  document: InvoiceDocument,
  folder: string,
): Promise<string | null> {
  const { saveTitle, saveButton, pdfFiles } = words().billing.pdf
  const { draft, invoice } = wordsIn(document.invoice.language).document
  const kind = document.number === null ? draft : invoice
  const { canceled, filePath } = await dialog.showSaveDialog(window(), {
    title: saveTitle,
    buttonLabel: saveButton,
    // Since Electron 43 nothing remembers the folder but we.
    defaultPath: join(folder, documentFileName(document, kind)),
    filters: [{ name: pdfFiles, extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  return basename(filePath).includes('.') ? filePath : `${filePath}.pdf`
}

function failed(code: string, detail = ''): PdfReply {
  return { state: 'failed', code, detail }
}

function failureOf(error: unknown): PdfReply {
  const code = codeOf(error)
  if (code === 'timeout') return failed('timeout')
  const failure = saveFailure(error)
  if (/^E[A-Z]+$/.test(code) && failure.state === 'failed') return failed(failure.why, code)
  return failed('print-failed', error instanceof Error ? error.message : '')
}

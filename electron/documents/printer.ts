import type { BrowserWindow } from 'electron'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { PrintedDocument } from '../../shared/ipc/documentsContract.ts'
import { compactPdf } from './compactPdf.ts'
import { deferred } from './deferred.ts'
import { DocumentWindow } from './documentWindow.ts'
import { printPdf } from './printPdf.ts'
import { PrintQueue, within } from './printQueue.ts'

const PRINT_DEADLINE = 30_000
/** The window costs a process; it goes when nobody prints for a while. */
const IDLE = 120_000

/** A document as PDF. */
export interface Printed {
  readonly pdf: Buffer
  readonly pages: number
}

export interface Printer {
  readonly print: (document: PrintedDocument) => Promise<Printed>
  /** What the page that is printed answers. */
  readonly ready: (message: RequestPayload<'document/ready'>) => void
  readonly stop: () => void
}

/** Prints documents to PDF: one at a time, in one hidden window. */
export function startPrinter(options: {
  readonly preload: string
  readonly parent: () => BrowserWindow
}): Printer {
  const pages = new DocumentWindow(options)
  const queue = new PrintQueue()
  let idle: NodeJS.Timeout | undefined
  return {
    print: async (document) => {
      clearTimeout(idle)
      try {
        return await queue.run(() => printDocument(pages, document))
      } finally {
        idle = setTimeout(() => pages.close(), IDLE).unref()
      }
    },
    ready: (message) => pages.ready(message),
    stop: () => {
      clearTimeout(idle)
      pages.close()
    },
  }
}

/** Prints on the kept window; once more on a new one where it went away or did not answer. */
async function printDocument(window: DocumentWindow, document: PrintedDocument): Promise<Printed> {
  try {
    return await printOnce(window, document)
  } catch {
    window.close()
    return await printOnce(window, document)
  }
}

async function printOnce(documentWindow: DocumentWindow, document: PrintedDocument): Promise<Printed> {
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
    return { pdf: compactPdf(pdf), pages }
  } finally {
    if (!window.isDestroyed()) window.removeListener('closed', onClosed)
  }
}

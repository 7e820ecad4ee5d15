import { type BrowserWindow, shell } from 'electron'
import { fileName } from '../../shared/billing/document.ts'
import type { MonthRequest } from '../../shared/clientMonth/clientMonth.ts'
import type { HostCommand } from '../../shared/commands/registry.ts'
import { expenseRows } from '../../shared/exchange/csv/expenseCsv.ts'
import { timeRows } from '../../shared/exchange/csv/timeCsv.ts'
import { writeCsv } from '../../shared/exchange/csv/writeCsv.ts'
import { writeCalendar } from '../../shared/exchange/ics/writeCalendar.ts'
import type { ExecuteReply, RequestPayload } from '../../shared/ipc/contract.ts'
import type { PdfReply, PrintedDocument, SaveReply } from '../../shared/ipc/documentsContract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import type { SheetRequest } from '../../shared/timesheet/clientSheet.ts'
import type { Words } from '../../shared/words/words.ts'
import type { Disk } from '../storage/disk.ts'
import { writeWhole } from '../storage/writeWhole.ts'
import { saveChart } from './chartFiles.ts'
import { InvoiceFiles } from './invoiceFiles.ts'
import { type InvoicePdf, invoicePdf } from './invoicePdf.ts'
import { IssuedPdfs } from './issuedPdfs.ts'
import { saveMoney } from './moneyFiles.ts'
import { type Printed, startPrinter } from './printer.ts'
import { monthReportPdf, savePortfolio, statementPdf, timesheetPdf } from './reportPdfs.ts'
import { failed, type SaveAsked, SaveDialog, saveFault } from './saveDialog.ts'

export interface DocumentsOptions {
  readonly preload: string
  readonly window: () => BrowserWindow
  readonly plan: () => Promise<Plan>
  readonly execute: (command: HostCommand) => Promise<ExecuteReply>
  /** Whether the disk refuses changes just now. */
  readonly isFailing: () => Promise<boolean>
  /** Where the PDFs of issued invoices are kept. */
  readonly invoiceFolder: string
  /** The file system in which they are kept, which encrypts them where the data is. */
  readonly disk: Disk
  readonly today: (plan: Plan) => Day
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** The words of the screen, for the dialog. */
  readonly words: () => Words
  readonly fault: (where: string, error: unknown) => void
}

/** What the app does with documents. Each asks where, and writes the file whole or not at all. */
export interface Documents {
  readonly invoice: InvoicePdf
  /** Prints and stores an invoice that was issued just now. */
  readonly issued: (id: Id) => Promise<void>
  /** Prints and stores what was issued and is not stored yet. */
  readonly catchUp: () => Promise<void>
  readonly timesheetPdf: (request: SheetRequest) => Promise<PdfReply>
  readonly monthReportPdf: (request: MonthRequest) => Promise<PdfReply>
  readonly statementPdf: (request: RequestPayload<'statement/pdf'>) => Promise<PdfReply>
  readonly savePortfolio: (request: RequestPayload<'portfolio/save'>) => Promise<SaveReply>
  readonly saveCsv: (request: RequestPayload<'csv/save'>) => Promise<SaveReply>
  readonly saveCalendar: (request: RequestPayload<'calendar/save'>) => Promise<SaveReply>
  readonly saveMoney: (request: RequestPayload<'money/save'>) => Promise<SaveReply>
  readonly saveChart: (request: RequestPayload<'chart/save'>) => Promise<SaveReply>
  /** Asks where, and saves a text. */
  readonly saveText: (asked: SaveAsked, text: string) => Promise<SaveReply>
  /** Opens a file that was saved here since the start, and no other. */
  readonly showFile: (path: string) => Promise<void>
  /** What the page that is printed answers. */
  readonly ready: (message: RequestPayload<'document/ready'>) => void
  readonly stop: () => void
}

/** What documents are made with. */
export interface Making extends DocumentsOptions {
  /** Asks where, prints and writes. */
  readonly savePdf: (asked: SaveAsked, document: PrintedDocument) => Promise<PdfReply>
  readonly saveText: (asked: SaveAsked, text: string) => Promise<SaveReply>
  readonly saveBytes: (asked: SaveAsked, bytes: Uint8Array) => Promise<SaveReply>
}

/** Saves what the plan says as files. */
export function startDocuments(options: DocumentsOptions): Documents {
  const printer = startPrinter({ preload: options.preload, parent: options.window })
  const dialog = new SaveDialog(options.window)
  const saved = new Set<string>()
  const write = async (path: string, bytes: Uint8Array) => {
    await writeWhole(path, bytes)
    saved.add(path)
  }
  const save = async (asked: SaveAsked, make: () => Promise<Printed>): Promise<PdfReply> => {
    const path = await dialog.ask(asked)
    if (path === null) return { state: 'cancelled' }
    try {
      const { pdf, pages } = await make()
      await write(path, pdf)
      return { state: 'saved', path, pages }
    } catch (error) {
      options.fault('pdf', error)
      return saveFault(error, 'print-failed')
    }
  }
  const files = new InvoiceFiles(options.invoiceFolder, options.disk)
  const pdfs = new IssuedPdfs({
    ...options,
    files,
    print: printer.print,
  })
  const saveBytes = async (asked: SaveAsked, bytes: Uint8Array): Promise<SaveReply> => {
    const path = await dialog.ask(asked)
    if (path === null) return { state: 'cancelled' }
    try {
      await write(path, bytes)
      return { state: 'saved', path }
    } catch (error) {
      options.fault('export', error)
      return saveFault(error, 'other')
    }
  }
  const making: Making = {
    ...options,
    savePdf: (asked, document) => save(asked, () => printer.print(document)),
    saveBytes,
    saveText: (asked, text) => saveBytes(asked, Buffer.from(text, 'utf8')),
  }
  return {
    invoice: invoicePdf({
      ...options,
      pdfs,
      save,
      print: (invoice) => printer.print({ kind: 'invoice', invoice }),
    }),
    issued: (id) => pdfs.issued(id),
    catchUp: () => pdfs.catchUp(),
    timesheetPdf: (request) => timesheetPdf(making, request),
    monthReportPdf: (request) => monthReportPdf(making, request),
    statementPdf: (request) => statementPdf(making, request),
    savePortfolio: (request) => savePortfolio(making, request),
    saveCsv: (request) => saveCsv(making, request),
    saveCalendar: (request) => saveCalendar(making, request),
    saveMoney: (request) => saveMoney(making, request),
    saveChart: (request) => saveChart(making, request),
    saveText: making.saveText,
    ready: printer.ready,
    showFile: async (path) => {
      if (!saved.has(path)) return
      if ((await shell.openPath(path)) !== '') shell.showItemInFolder(path)
    },
    stop: () => {
      printer.stop()
      files.forgetCopies()
    },
  }
}

async function saveCsv(
  { plan: open, words, saveText }: Making,
  { what, range, style }: RequestPayload<'csv/save'>,
): Promise<SaveReply> {
  const plan = await open()
  const client = own(plan.practice.clients, range.clientId ?? '')
  if (range.clientId !== null && client === undefined) return failed('client-gone')
  const { save, fileNames } = words().exports
  const asked = {
    title: save[what],
    button: save.button,
    name: fileName([fileNames[what], `${range.from} ${range.to}`, client?.name ?? ''], 'csv'),
    kind: save.csvFiles,
    extension: 'csv',
  }
  return saveText(asked, writeCsv(what === 'time' ? timeRows(plan, range) : expenseRows(plan, range), style))
}

async function saveCalendar(
  { plan: open, words, now, saveText }: Making,
  { clientId }: RequestPayload<'calendar/save'>,
): Promise<SaveReply> {
  const plan = await open()
  const client = own(plan.practice.clients, clientId ?? '')
  if (clientId !== null && client === undefined) return failed('client-gone')
  const { save, fileNames } = words().exports
  const name = client?.name ?? fileNames.calendar
  const asked = {
    title: save.calendar,
    button: save.button,
    name: fileName([name], 'ics'),
    kind: save.calendarFiles,
    extension: 'ics',
  }
  return saveText(asked, writeCalendar(plan, { clientId, name, stamp: stampOf(now()) }))
}

/** An instant as calendars write it: `YYYYMMDDTHHMMSSZ`. */
function stampOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

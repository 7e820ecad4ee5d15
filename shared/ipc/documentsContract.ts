/** The messages about what is printed or written to a file for people: PDFs, tables, pictures. */
import { z } from 'zod'
import type { LetterDocument } from '../billing/after/letterDocument.ts'
import type { InvoiceDocument } from '../billing/document.ts'
import { MonthRequest } from '../clientMonth/clientMonth.ts'
import type { Report } from '../documents/report.ts'
import { csvStyleNames } from '../exchange/csv/csvStyle.ts'
import { ExportRange } from '../exchange/csv/exportRange.ts'
import { CurrencyField, DayField, Id, PaperLanguage, Title } from '../plan/fields.ts'
import { YearKey } from '../plan/plan.ts'
import { SheetRequest } from '../timesheet/clientSheet.ts'
import { bytesUpTo } from './bytes.ts'

export type PdfReply =
  | { readonly state: 'saved'; readonly path: string; readonly pages: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string }

/** How a file was saved. */
export type SaveReply =
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string }

/** What is printed. */
export type PrintedDocument =
  | { readonly kind: 'invoice'; readonly invoice: InvoiceDocument }
  | { readonly kind: 'letter'; readonly letter: LetterDocument }
  | { readonly kind: 'report'; readonly report: Report }

/** How the stored PDF of an invoice stands; `there` also where it was opened, shown or printed again. */
export interface InvoiceFileReply {
  readonly state: 'there' | 'missing' | 'differs' | 'gone' | 'unsaved' | 'failed'
}

const csv = { style: z.enum(csvStyleNames) }

/** A file about invoices after their issue. */
const MoneyFile = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('letter'), id: Id, letterId: Id }),
  z.strictObject({
    what: z.literal('account'),
    clientId: Id,
    currency: CurrencyField,
    from: DayField,
    to: DayField,
  }),
  z.strictObject({ what: z.literal('invoices'), ids: z.array(Id).max(100_000), ...csv }),
  z.strictObject({
    what: z.literal('revenue'),
    year: YearKey,
    told: z.union([z.literal('home'), CurrencyField]),
    ...csv,
  }),
  z.strictObject({ what: z.literal('owed'), ...csv }),
])

/** A cell of a chart's table, as `writeCsv` takes it: a text, a number in plain decimal writing, or nothing. */
const ChartCell = z.union([
  z.string().max(500),
  z.strictObject({ number: z.templateLiteral([z.number()]) }),
  z.null(),
])

/** Markup in a picture that could do more than be looked at. */
const NOT_A_PICTURE =
  /<(?:script|foreignObject|image|use|a|style|iframe)\b|\son\w+\s*=|href\s*=|url\((?!#)|<[!?]/i

/** Bytes of a chart as PNG. */
const LARGEST_PNG = 20_000_000

/** A chart that is on the screen, as its table or as its picture. Only the page has these, so it sends what is written. */
const ChartFile = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('csv'),
    name: Title,
    rows: z.array(z.array(ChartCell).max(40)).min(1).max(5000),
    ...csv,
  }),
  z.strictObject({
    as: z.literal('svg'),
    name: Title,
    picture: z
      .string()
      .max(4_000_000)
      .startsWith('<svg')
      .refine((text) => !NOT_A_PICTURE.test(text), { error: 'not-a-picture' }),
  }),
  z.strictObject({ as: z.literal('png'), name: Title, bytes: bytesUpTo(LARGEST_PNG) }),
])

export const documentsRequests = {
  'invoice/pdf': z.strictObject({ id: Id }),
  /** Opens the PDF that was stored at issue, or shows where it is. */
  'invoice/open': z.strictObject({ id: Id, how: z.enum(['file', 'folder']) }),
  /** Prints an issued invoice again, in the place of a file that is missing or was changed. */
  'invoice/printAgain': z.strictObject({ id: Id }),
  'timesheet/pdf': SheetRequest,
  /** The statement of a retainer for the period that a day lies in. */
  'statement/pdf': z.strictObject({ engagementId: Id, day: DayField }),
  /** The report of a client's month. */
  'monthReport/pdf': MonthRequest,
  /** The outcomes of chosen engagements as a PDF, or as a page of HTML that needs nothing else. */
  'portfolio/save': z.strictObject({
    as: z.enum(['pdf', 'html']),
    ids: z.array(Id).min(1).max(2000),
    heading: Title,
    language: PaperLanguage,
    showClients: z.boolean(),
  }),
  'csv/save': z.strictObject({
    what: z.enum(['time', 'expenses']),
    range: ExportRange,
    style: z.enum(csvStyleNames),
  }),
  /** The plan, or one client's sessions, as a calendar file. */
  'calendar/save': z.strictObject({ clientId: Id.nullable() }),
  /** What stands about invoices after their issue: a letter or an account as PDF, the lists over them as tables. */
  'money/save': MoneyFile,
  'chart/save': ChartFile,
  /** The page that is printed: listening (`job` 0), or the pages of a job stand. */
  'document/ready': z.strictObject({ job: z.int().min(0), pages: z.int().min(0).max(10_000) }),
} as const

export interface DocumentsReplies {
  'invoice/pdf': PdfReply
  'invoice/open': InvoiceFileReply
  'invoice/printAgain': InvoiceFileReply
  'timesheet/pdf': PdfReply
  'statement/pdf': PdfReply
  'monthReport/pdf': PdfReply
  'portfolio/save': SaveReply
  'csv/save': SaveReply
  'calendar/save': SaveReply
  'money/save': SaveReply
  'chart/save': SaveReply
  'document/ready': undefined
}

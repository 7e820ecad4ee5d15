/**
 * Every message between the window and the main process, with its schema. The preload knows these names and nothing
 * else; main checks the sender, then the payload against the schema here, then runs.
 */
import { z } from 'zod'
import type { LetterDocument } from '../billing/after/letterDocument.ts'
import type { InvoiceDocument } from '../billing/document.ts'
import { MonthRequest } from '../clientMonth/clientMonth.ts'
import type { Refusal } from '../commands/refusal.ts'
import { Command } from '../commands/registry.ts'
import type { Report } from '../documents/report.ts'
import type { CalendarHead } from '../exchange/calendarFile.ts'
import { csvStyleNames } from '../exchange/csv/csvStyle.ts'
import { ExportRange } from '../exchange/csv/exportRange.ts'
import { LARGEST_CALENDAR } from '../exchange/largestCalendar.ts'
import { LARGEST_TABLE, ReadingChoices } from '../exchange/time/workedFile.ts'
import type { Picture } from '../plan/business.ts'
import { CurrencyField, DayField, Id, Language, PaperLanguage, Title } from '../plan/fields.ts'
import { type Plan, type Practice, type Year, YearKey } from '../plan/plan.ts'
import type { LogEntry } from '../reminders/remindersLog.ts'
import type { Gap } from '../timer/gap.ts'
import { SheetRequest } from '../timesheet/clientSheet.ts'
import { type AboutReplies, aboutRequests } from './aboutContract.ts'
import { type DataReplies, dataRequests } from './dataContract.ts'
import { type VaultReplies, vaultRequests } from './vaultContract.ts'

/** A change of the plan as it travels and as it is kept: immer's patches. */
export interface PlanPatch {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path: readonly (string | number)[]
  readonly value?: unknown
}

/** A step that Undo or Redo would take. `type` names the command, `subject` what it was about. */
export interface HistoryStep {
  readonly type: string
  readonly subject: string
}

/** What Undo and Redo would do next. */
export interface History {
  readonly undo: HistoryStep | null
  readonly redo: HistoryStep | null
}

/** Whether what was acknowledged is on disk (it always is), and whether something keeps new changes from being. */
export type SaveState =
  | { readonly state: 'saved'; readonly at: string | null }
  | {
      readonly state: 'failed'
      readonly why: 'disk-full' | 'read-only' | 'locked' | 'elsewhere' | 'other'
      readonly detail: string
    }

/** Something about the data that the user must be told at start: what was damaged, what was used instead. */
export interface StartNotice {
  readonly code:
    | 'recovered-previous'
    | 'recovered-journal'
    | 'newer-version'
    | 'nothing-readable'
    | 'storage-failed'
    | 'open-elsewhere'
    | 'conflict-copy'
  readonly params: Readonly<Record<string, string | number>>
}

/** What a window needs to know of the desktop it runs on. */
export interface Desktop {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** BCP 47 locale of the desktop, for dates and numbers. */
  readonly locale: string
  readonly zone: string
  readonly version: string
  /** ISO instant that the clock shows where a test fixed it; null is the real clock. */
  readonly fixedNow: string | null
  /** Nothing but the data is to be shown: the program was started so, since the screens would not start. */
  readonly safe: boolean
}

/** The first message: what the first screen needs. Years not in it come with `plan/rest`. */
export interface PlanOpened {
  readonly rev: number
  readonly practice: Practice
  readonly years: Readonly<Record<YearKey, Year>>
  readonly complete: boolean
  /** Nobody has used this plan yet: ask how to start. */
  readonly unused: boolean
  readonly readOnly: boolean
  readonly history: History
  readonly save: SaveState
  readonly notices: readonly StartNotice[]
  readonly desktop: Desktop
}

/** The years that the first message left out, as of `rev`. */
export interface PlanRest {
  readonly rev: number
  readonly years: Plan['years']
}

export type ExecuteReply =
  | { readonly ok: true; readonly rev: number }
  | { readonly ok: false; readonly refusal: Refusal }

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

/** A calendar file chosen and read, not yet imported. Its events are asked for in pieces (`calendar/piece`). */
export type CalendarReply =
  | {
      readonly state: 'read'
      readonly name: string
      readonly calendar: CalendarHead
      readonly pieces: number
    }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

/** A calendar file that came by itself. The window asks for it by its id; it never names a path. */
export interface OfferedCalendar {
  readonly id: string
  /** The file's name, without its folder. */
  readonly name: string
}

/** The folder that this computer looks for calendars in; null is none. */
export interface CalendarFolder {
  readonly folder: string | null
  readonly readable: boolean
}

/** Where a file stands that the plan names by its path; `there` also where it was opened. */
export interface LinkedFileReply {
  readonly state: 'there' | 'none' | 'gone' | 'refused' | 'failed'
}

/** How the stored PDF of an invoice stands; `there` also where it was opened, shown or printed again. */
export interface InvoiceFileReply {
  readonly state: 'there' | 'missing' | 'differs' | 'gone' | 'failed'
}

/** Whether the system starts the app at login: `blocked` where its own settings forbid it, `unknown` where it cannot. */
export interface LoginState {
  readonly state: 'on' | 'off' | 'blocked' | 'unknown'
  /** The change that was asked for could not be made. */
  readonly failed?: true
}

/** A picture for the head of the papers, chosen and read, not yet in the plan; `code` says what is wrong with the file. */
export type LogoReply =
  | { readonly state: 'chosen'; readonly name: string; readonly picture: Picture }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: string }

/** A table of worked time chosen and read, not yet imported. `read` is a `WorkedRead` as JSON: a text crosses at once. */
export type WorkedReply =
  | { readonly state: 'read'; readonly name: string; readonly read: string }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

/** The bytes of a file that was dropped on the window. */
const bytesUpTo = (most: number) =>
  z.instanceof(Uint8Array).refine((bytes) => bytes.length <= most, { error: 'too-large' })

/** The most UTF-16 units of one part of a command, and the most parts. */
const LONGEST_PART = 100_000_000
const MOST_PARTS = 1000

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

/** Requests of the window: name → payload schema. The reply's type stands in `Replies`. */
export const requests = {
  'plan/open': z.undefined(),
  'plan/rest': z.undefined(),
  /** `id` comes back in the broadcast, so that the window knows its own pending command. */
  'plan/execute': z.strictObject({ id: Id, command: Command }),
  /** The same for a command of thousands of records, in parts (`commandParts.ts`); the last one carries it out. */
  'plan/executePart': z.strictObject({
    id: Id,
    part: z.int().min(0),
    of: z.int().min(1).max(MOST_PARTS),
    text: z.string().max(LONGEST_PART),
  }),
  'plan/undo': z.undefined(),
  'plan/redo': z.undefined(),
  'plan/start': z.strictObject({ choice: z.enum(['sample', 'empty']), language: Language }),
  'calendar/choose': z.undefined(),
  'calendar/drop': z.strictObject({ name: z.string().max(500), bytes: bytesUpTo(LARGEST_CALENDAR) }),
  /** Reads a file that was offered. */
  'calendar/take': z.strictObject({ id: z.string().max(80) }),
  /** Events of the calendar that was read last. */
  'calendar/piece': z.strictObject({ index: z.int().min(0) }),
  /** Gives up the calendar that is being read, or forgets the one that was. */
  'calendar/stop': z.undefined(),
  'calendar/folder': z.undefined(),
  /** Asks for a folder to look for calendars in. */
  'calendar/watch': z.undefined(),
  'calendar/unwatch': z.undefined(),
  'agreement/choose': z.undefined(),
  'agreement/look': z.strictObject({ id: Id }),
  'agreement/open': z.strictObject({ id: Id }),
  'worked/choose': ReadingChoices,
  'worked/drop': z.strictObject({
    name: z.string().max(500),
    bytes: bytesUpTo(LARGEST_TABLE),
    choices: ReadingChoices,
  }),
  /** The file of last time, read under other choices. */
  'worked/again': ReadingChoices,
  'worked/stop': z.undefined(),
  /** Asks for a logo and reads it. */
  'logo/choose': z.undefined(),
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
  /** Asks for a receipt; its path, or null where none was picked. */
  'receipt/choose': z.undefined(),
  /** Opens the receipt that the plan names for an expense. */
  'receipt/open': z.strictObject({ id: Id }),
  /** Opens a file that main saved since its start, and no other. */
  'file/show': z.strictObject({ path: z.string().max(4096) }),
  /** The page that is printed: listening (`job` 0), or the pages of a job stand. */
  'document/ready': z.strictObject({ job: z.int().min(0), pages: z.int().min(0).max(10_000) }),
  'timer/gaps': z.undefined(),
  /** What became of the reminders of late, the newest first. */
  'reminders/log': z.undefined(),
  'app/report': z.strictObject({ message: z.string().max(5000), stack: z.string().max(20_000) }),
  'app/ready': z.undefined(),
  /** Whether something shows the app's icon in a tray now. */
  'tray/look': z.undefined(),
  'login/look': z.undefined(),
  /** Lets the system start the app at login, or not. */
  'login/set': z.strictObject({ on: z.boolean() }),
  'clipboard/write': z.strictObject({ text: z.string().max(1_000_000) }),
  ...dataRequests,
  ...vaultRequests,
  ...aboutRequests,
} as const
export type RequestName = keyof typeof requests
export type RequestPayload<N extends RequestName> = z.infer<(typeof requests)[N]>

export interface Replies extends DataReplies, VaultReplies, AboutReplies {
  'plan/open': PlanOpened
  'plan/rest': PlanRest
  'plan/execute': ExecuteReply
  /** Null while parts are missing. */
  'plan/executePart': ExecuteReply | null
  'plan/undo': ExecuteReply
  'plan/redo': ExecuteReply
  'plan/start': ExecuteReply
  'calendar/choose': CalendarReply
  'calendar/drop': CalendarReply
  'calendar/take': CalendarReply
  /** A list of `CalendarEvent` as JSON; null where there is none, or it was given already. */
  'calendar/piece': string | null
  'calendar/stop': undefined
  'calendar/folder': CalendarFolder
  'calendar/watch': CalendarFolder
  'calendar/unwatch': CalendarFolder
  /** The path of the document that was picked; null where none was. */
  'agreement/choose': string | null
  'agreement/look': LinkedFileReply
  'agreement/open': LinkedFileReply
  'worked/choose': WorkedReply
  'worked/drop': WorkedReply
  'worked/again': WorkedReply
  'worked/stop': undefined
  'logo/choose': LogoReply
  'invoice/pdf': PdfReply
  'invoice/open': InvoiceFileReply
  'invoice/printAgain': InvoiceFileReply
  'timesheet/pdf': PdfReply
  'monthReport/pdf': PdfReply
  'statement/pdf': PdfReply
  'portfolio/save': SaveReply
  'csv/save': SaveReply
  'calendar/save': SaveReply
  'money/save': SaveReply
  'chart/save': SaveReply
  'receipt/choose': string | null
  'receipt/open': LinkedFileReply
  'file/show': undefined
  'document/ready': undefined
  'timer/gaps': readonly Gap[]
  'reminders/log': readonly LogEntry[]
  'app/report': undefined
  'app/ready': undefined
  'tray/look': boolean
  'login/look': LoginState
  'login/set': LoginState
  'clipboard/write': undefined
}

/** A change that main made durable. A window at another revision than `rev - 1` reloads. */
export interface PlanChanged {
  readonly rev: number
  /** Null for a change of thousands of records that a window asked for: it knows them, and whoever does not reloads. */
  readonly patches: readonly PlanPatch[] | null
  /** The `id` of the `plan/execute` that caused it, null for undo, redo and what came from the tray. */
  readonly commandId: string | null
  readonly history: History
}

/** Where the tray, a notification or a menu wants the window to go. */
export type Destination =
  | { readonly to: 'week'; readonly day: z.infer<typeof DayField> | null; readonly occurrence: string | null }
  | { readonly to: 'client'; readonly clientId: Id }
  /** A day whose time is to be confirmed. */
  | { readonly to: 'day'; readonly day: z.infer<typeof DayField> }
  | { readonly to: 'action'; readonly id: string }

/** Messages of the main process to the window. */
export interface Events {
  'plan/changed': PlanChanged
  /** The same for a change of thousands of records, as JSON. */
  'plan/changedText': string
  /** How much of a table is read, from 0 to 1. */
  'worked/progress': number
  /** How much of a calendar is read, from 0 to 1, and how many events that is. */
  'calendar/progress': { readonly part: number; readonly count: number }
  'save/state': SaveState
  /** A reminder that the desktop could not show. */
  'reminder/missed':
    | { readonly title: string; readonly body: string; readonly occurrence: string }
    | { readonly title: string; readonly body: string; readonly leads: Destination }
  /** The file that the user picked is being read now. */
  'calendar/chosen': { readonly name: string }
  /** Calendars that the desktop handed over, or that are new in the watched folder. */
  'calendar/offered': { readonly from: 'desktop' | 'folder'; readonly files: readonly OfferedCalendar[] }
  /** The gaps of the running timer that wait for an answer. */
  'timer/gaps': { readonly gaps: readonly Gap[] }
  go: Destination
  /** To the page that is printed, alone. The document is a {@link PrintedDocument} as JSON: the bridge walks all but texts field by field. */
  'document/show': { readonly job: number; readonly document: string }
}
export type EventName = keyof Events
export const eventNames = [
  'plan/changed',
  'plan/changedText',
  'worked/progress',
  'calendar/progress',
  'save/state',
  'reminder/missed',
  'calendar/chosen',
  'calendar/offered',
  'timer/gaps',
  'go',
] as const satisfies EventName[]

/** What the preload puts on `window.headroom`. */
export interface Bridge {
  request<N extends RequestName>(name: N, payload: RequestPayload<N>): Promise<Replies[N]>
  /** Where a file lies that the user dropped on the page; empty for one that is on no disk. */
  pathOf(file: object): string
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void
}

import { clipboard } from 'electron'
import type { ReadingChoices } from '../../shared/exchange/time/workedFile.ts'
import type { Desktop, LogoReply, RequestPayload } from '../../shared/ipc/contract.ts'
import type { PdfReply, SaveReply } from '../../shared/ipc/documentsContract.ts'
import type { CalendarReply, WorkedReply } from '../../shared/ipc/exchangeContract.ts'
import type { Id, Language } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { LogEntry } from '../../shared/reminders/remindersLog.ts'
import type { Day } from '../../shared/time/day.ts'
import type { InvoicePdf } from '../documents/invoicePdf.ts'
import type { LinkedFiles } from '../documents/linkedFile.ts'
import type { CalendarReader } from '../exchange/calendarReader.ts'
import type { Incoming } from '../exchange/incoming.ts'
import type { WorkedReader } from '../exchange/workedReader.ts'
import type { LoginItem } from '../start/loginItem.ts'
import type { OpenPlan } from '../storage/openPlan.ts'
import type { TimerDesk } from '../timer/timerDesk.ts'
import { partedCommands } from './commandParts.ts'
import type { AllDataHandlers } from './dataHandlers.ts'
import { openedMessage, restMessage } from './openedMessage.ts'
import { refusedIssue } from './refusedIssue.ts'
import type { Handlers, OnInvalid } from './serve.ts'

/** What the requests are answered from. */
export interface HandlerParts {
  /** Resolves when the plan is open; every request that needs it waits. */
  readonly plan: () => Promise<OpenPlan>
  readonly desktop: () => Desktop
  /** Today in the plan's home zone. */
  readonly today: (plan: Plan) => Day
  /** What an empty plan is filled with. */
  readonly firstPlan: (choice: 'sample' | 'empty', language: Language, empty: Plan) => Plan
  readonly chooseCalendar: () => Promise<CalendarReply>
  readonly calendars: CalendarReader
  readonly incoming: Incoming
  readonly agreementFiles: LinkedFiles
  readonly receipts: LinkedFiles
  /** Asks for a table of worked time and reads it. */
  readonly chooseTable: (choices: ReadingChoices) => Promise<WorkedReply>
  readonly tables: WorkedReader
  readonly chooseLogo: () => Promise<LogoReply>
  readonly data: AllDataHandlers
  readonly login: LoginItem
  /** Whether something shows the app's icon in a tray now. */
  readonly hasTray: () => Promise<boolean>
  readonly invoicePdf: InvoicePdf
  /** An invoice was issued just now. */
  readonly issued: (id: Id) => Promise<void>
  readonly statementPdf: (request: RequestPayload<'statement/pdf'>) => Promise<PdfReply>
  readonly monthReportPdf: (request: RequestPayload<'monthReport/pdf'>) => Promise<PdfReply>
  readonly timesheetPdf: (request: RequestPayload<'timesheet/pdf'>) => Promise<PdfReply>
  readonly savePortfolio: (request: RequestPayload<'portfolio/save'>) => Promise<SaveReply>
  readonly saveCsv: (request: RequestPayload<'csv/save'>) => Promise<SaveReply>
  readonly saveCalendar: (request: RequestPayload<'calendar/save'>) => Promise<SaveReply>
  readonly saveMoney: (request: RequestPayload<'money/save'>) => Promise<SaveReply>
  readonly saveChart: (request: RequestPayload<'chart/save'>) => Promise<SaveReply>
  /** The page that is printed has something ready. */
  readonly documentReady: (ready: RequestPayload<'document/ready'>) => void
  readonly showFile: (path: string) => Promise<void>
  /** The watch of the timer, once the plan is open. */
  readonly timer: () => TimerDesk | null
  /** What became of reminders; nothing before the plan is open. */
  readonly remindersLog: () => readonly LogEntry[]
  /** A page has drawn its first screen. */
  readonly ready: () => void
  /** Keeps a picture of the week for the next start. */
  readonly keepFrame: (request: RequestPayload<'frame/keep'>) => Promise<void>
  readonly forgetFrame: () => Promise<void>
  readonly report: (message: string, stack: string) => void
}

/** The contract's requests, answered. */
export function handlersOf(parts: HandlerParts): Handlers {
  const { plan, today } = parts
  return {
    'plan/open': async () => {
      const open = await plan()
      return openedMessage(open, today(open.host.plan()), parts.desktop())
    },
    'plan/rest': async () => {
      const open = await plan()
      return JSON.stringify(restMessage(open, today(open.host.plan())))
    },
    'plan/execute': async ({ id, command }) => {
      const reply = await (await plan()).host.execute(command, id)
      // The invoice is issued, whatever becomes of its PDF: nobody waits for that.
      if (reply.ok && command.type === 'invoice/issue') void parts.issued(command.id)
      return reply
    },
    'plan/executePart': partedCommands(async (command, id) => (await plan()).host.execute(command, id)),
    'plan/undo': async () => (await plan()).host.undo(),
    'plan/redo': async () => (await plan()).host.redo(),
    'plan/start': async ({ choice, language }) => {
      const { host } = await plan()
      return host.execute({ type: 'plan/start', plan: parts.firstPlan(choice, language, host.plan()) })
    },
    'calendar/choose': () => parts.chooseCalendar(),
    'calendar/drop': ({ name, bytes }) => parts.calendars.readBytes(name, bytes),
    'calendar/take': ({ id }) => parts.incoming.take(id),
    'calendar/piece': ({ index }) => parts.calendars.piece(index),
    'calendar/stop': async () => {
      await parts.calendars.stop()
      return undefined
    },
    'calendar/folder': () => parts.incoming.folder(),
    'calendar/watch': () => parts.incoming.watch(),
    'calendar/unwatch': () => parts.incoming.unwatch(),
    'agreement/choose': () => parts.agreementFiles.choose(),
    'agreement/look': ({ id }) => parts.agreementFiles.look(id),
    'agreement/open': ({ id }) => parts.agreementFiles.open(id),
    'worked/choose': (choices) => parts.chooseTable(choices),
    'worked/drop': ({ name, bytes, choices }) => parts.tables.readBytes(name, bytes, choices),
    'worked/again': (choices) => parts.tables.readAgain(choices),
    'worked/stop': () => {
      parts.tables.stop()
      return undefined
    },
    'logo/choose': () => parts.chooseLogo(),
    'invoice/pdf': ({ id }) => parts.invoicePdf.save(id),
    'invoice/open': (request) => parts.invoicePdf.open(request),
    'invoice/printAgain': ({ id }) => parts.invoicePdf.printAgain(id),
    'statement/pdf': (request) => parts.statementPdf(request),
    'monthReport/pdf': (request) => parts.monthReportPdf(request),
    'timesheet/pdf': (request) => parts.timesheetPdf(request),
    'portfolio/save': (request) => parts.savePortfolio(request),
    'csv/save': (request) => parts.saveCsv(request),
    'calendar/save': (request) => parts.saveCalendar(request),
    'money/save': (request) => parts.saveMoney(request),
    'chart/save': (request) => parts.saveChart(request),
    'receipt/choose': () => parts.receipts.choose(),
    'receipt/open': ({ id }) => parts.receipts.open(id),
    'file/show': async ({ path }) => {
      await parts.showFile(path)
      return undefined
    },
    'document/ready': (ready) => {
      parts.documentReady(ready)
      return undefined
    },
    'timer/gaps': async () => {
      await plan()
      return parts.timer()?.gaps() ?? []
    },
    'reminders/log': async () => {
      await plan()
      return parts.remindersLog()
    },
    'app/report': ({ message, stack }) => {
      parts.report(message, stack)
      return undefined
    },
    'app/ready': () => {
      parts.ready()
      return undefined
    },
    'frame/keep': async (request) => {
      await parts.keepFrame(request)
      return undefined
    },
    'frame/forget': async () => {
      await parts.forgetFrame()
      return undefined
    },
    'tray/look': () => parts.hasTray(),
    'login/look': () => parts.login.look(),
    'login/set': ({ on }) => parts.login.set(on),
    'clipboard/write': async ({ text }) => {
      // Since Electron 44 this is a promise; before, it was not.
      await clipboard.writeText(text)
      return undefined
    },
    ...parts.data,
  }
}

/** A command that its schema refuses is answered like one that the plan refuses: with the field and the reason. */
export const invalidReplies: OnInvalid = {
  // The payload's path begins with the name of the command's field.
  'plan/execute': (issue) => refusedIssue(issue, 1),
}

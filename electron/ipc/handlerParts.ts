import { basename } from 'node:path'
import { app } from 'electron'
import { findExpense, own } from '../../shared/plan/plan.ts'
import { wordsIn } from '../../shared/words/words.ts'
import { aboutHandlers } from '../about/licences.ts'
import { desktopRules } from '../desktop/platform.ts'
import { hasTray } from '../desktop/trayHost.ts'
import { linkedFiles } from '../documents/linkedFile.ts'
import { chooseLogo } from '../documents/logo.ts'
import { readingThread } from '../exchange/readingThread.ts'
import { workedReader } from '../exchange/workedReader.ts'
import { todayIn } from '../place.ts'
import type { Running } from '../running.ts'
import { firstPlan } from '../start/firstPlan.ts'
import { whyHandlers } from '../why/whyDesk.ts'
import { chooseCalendarFile, chooseTableFile } from './chooseFile.ts'
import type { HandlerParts } from './handlers.ts'
import { tellWindows } from './tell.ts'

/** What the window's requests are answered from, of the running app. */
export function handlerParts(running: Running): HandlerParts {
  const { options, place, window, opening, documents, desktop, words } = running
  const { clock, log, mainFolder } = options
  const { calendars } = running
  const tables = workedReader(readingThread(mainFolder), (part) => tellWindows('worked/progress', part))
  return {
    plan: () => opening.get(),
    desktop: () => ({ ...place, version: app.getVersion(), fixedNow: clock.fixedNow, safe: options.safe }),
    today: (plan) => todayIn(plan, clock.now()),
    firstPlan: (choice, language, empty) =>
      firstPlan({
        choice,
        language,
        today: todayIn(empty, clock.now()),
        zone: empty.practice.settings.homeZone,
      }),
    chooseCalendar: async () => {
      const path = await chooseCalendarFile(window.browserWindow, words())
      if (path === null) return { state: 'cancelled' }
      tellWindows('calendar/chosen', { name: basename(path) })
      return calendars.readFile(path)
    },
    calendars,
    incoming: running.incoming,
    ...linked(running),
    chooseTable: async (choices) => {
      const path = await chooseTableFile(window.browserWindow, words())
      return path === null ? { state: 'cancelled' } : tables.readFile(path, choices)
    },
    tables,
    chooseLogo: () => chooseLogo(window.browserWindow, wordsIn(running.language()).business.logoFiles),
    data: {
      ...running.data.handlers(),
      ...running.vaultDesk.handlers(),
      ...aboutHandlers(mainFolder),
      ...whyHandlers({ host: async () => (await opening.get()).host, now: clock.now }),
    },
    login: running.login,
    hasTray: () => hasTray(desktopRules(place.platform), process.env),
    invoicePdf: documents.invoice,
    issued: documents.issued,
    monthReportPdf: documents.monthReportPdf,
    timesheetPdf: documents.timesheetPdf,
    statementPdf: documents.statementPdf,
    savePortfolio: documents.savePortfolio,
    saveCsv: documents.saveCsv,
    saveCalendar: documents.saveCalendar,
    saveMoney: documents.saveMoney,
    saveChart: documents.saveChart,
    documentReady: documents.ready,
    showFile: documents.showFile,
    timer: () => desktop.now?.timer ?? null,
    remindersLog: () => desktop.now?.remindersLog() ?? [],
    ready: () => window.drawn(),
    keepFrame: (request) => running.frames.keep(request),
    forgetFrame: () => running.frames.forget(),
    report: log.page,
  }
}

/** The files outside that the plan names. */
function linked({
  options,
  window,
  opening,
  words,
  language,
}: Running): Pick<HandlerParts, 'agreementFiles' | 'receipts'> {
  const plan = async () => (await opening.get()).host.plan()
  const common = { window: () => window.browserWindow, fault: options.log.fault }
  return {
    agreementFiles: linkedFiles({
      ...common,
      pathOf: async (id) => own((await plan()).practice.agreements, id)?.file ?? '',
      kind: () => words().documents,
    }),
    receipts: linkedFiles({
      ...common,
      pathOf: async (id) => findExpense(await plan(), id)?.receipt ?? '',
      kind: () => wordsIn(language()).expenses.receipts,
    }),
  }
}

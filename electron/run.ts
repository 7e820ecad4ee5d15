import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, Menu, session } from 'electron'
import type { Language } from '../shared/plan/fields.ts'
import { findExpense, own } from '../shared/plan/plan.ts'
import { wordsIn } from '../shared/words/words.ts'
import { DataDesk } from './backup/dataDesk.ts'
import type { Clock } from './clock.ts'
import { type Desktop, startDesktop } from './desktop/desktop.ts'
import { desktopRules } from './desktop/platform.ts'
import { hasTray } from './desktop/trayHost.ts'
import { diagnosticsText } from './diagnostics/diagnostics.ts'
import { type Documents, startDocuments } from './documents/documents.ts'
import { linkedFiles } from './documents/linkedFile.ts'
import { chooseLogo } from './documents/logo.ts'
import { type CalendarReader, calendarReader } from './exchange/calendarReader.ts'
import { type Incoming, incomingCalendars } from './exchange/incoming.ts'
import type { OpenedFiles } from './exchange/openedFiles.ts'
import { workedReader } from './exchange/workedReader.ts'
import { chooseCalendarFile, chooseFolder, chooseTableFile } from './ipc/chooseFile.ts'
import { type HandlerParts, handlersOf, invalidReplies } from './ipc/handlers.ts'
import { serveRequests, tellChange, tellWindows } from './ipc/serve.ts'
import type { Log } from './log/log.ts'
import { applicationMenu } from './menu/applicationMenu.ts'
import { type MenuWords, menuWords } from './menu/menuWords.ts'
import { findPlace, languageOf, type Place, todayIn } from './place.ts'
import { serveApp } from './protocol/appProtocol.ts'
import { saveBeforeQuit } from './quit.ts'
import { closeSession } from './security/sessionRules.ts'
import type { AskedPlaces } from './start/asked.ts'
import { firstPlan } from './start/firstPlan.ts'
import { type LoginItem, loginItem, openedAtLogin } from './start/loginItem.ts'
import { followStarts, registerLinks } from './start/starts.ts'
import { DocumentStore } from './storage/electronStore.ts'
import { Opening } from './storage/opening.ts'
import { type OpenPlan, openPlan } from './storage/openPlan.ts'
import { textFile } from './storage/textFile.ts'
import { sweepTemporaries } from './storage/writeWhole.ts'
import { containCrashes, faultDialog } from './window/containment.ts'
import { MainWindow, preloadPath } from './window/mainWindow.ts'
import { windowMemory } from './window/memory.ts'

export interface RunOptions {
  readonly clock: Clock
  readonly log: Log
  readonly userData: string
  /** Not packaged: the developer tools open, and tests may stand in for the desktop. */
  readonly developer: boolean
  /** Stands in for the desktop's locale. */
  readonly language: string | undefined
  /** Calendar files that the desktop hands over. */
  readonly opened: OpenedFiles
  /** Places that the desktop asks for, by links and by arguments. */
  readonly asked: AskedPlaces
  /** The folder of the bundled main process. */
  readonly mainFolder: string
  /** Start without showing the window. */
  readonly hidden: boolean
}

/** What the parts of the running app share. */
interface Running {
  readonly options: RunOptions
  readonly place: Place
  readonly window: MainWindow
  readonly windowMemory: ReturnType<typeof windowMemory>
  readonly opening: Opening
  readonly documents: Documents
  readonly calendars: CalendarReader
  readonly incoming: Incoming
  readonly data: DataDesk
  readonly login: LoginItem
  /** Started without showing the window. */
  readonly hidden: boolean
  /** The desktop, once the plan is open. */
  readonly desktop: { now: Desktop | null }
  readonly language: () => Language
  readonly words: () => MenuWords
}

/** Runs the app, which is ready: its doors are closed, the window opens, and the plan is read while the page loads. */
export function runHeadroom(options: RunOptions): void {
  closeSession(session.defaultSession)
  serveApp(session.defaultSession, join(options.mainFolder, '..', 'renderer'))
  const running = openWindow(options)
  const { window, words, opening } = running
  answerRequests(running)
  containCrashes({ window: window.browserWindow, log: options.log, words, now: options.clock.now })
  const showFault = faultDialog(words)
  process.on('uncaughtException', showFault)
  process.on('unhandledRejection', showFault)
  showMenu(running)
  registerLinks()
  followStarts({ window, ...options })
  opening.get().catch((fault: unknown) => {
    options.log.fault('open', fault)
    // Nothing else would tell whoever started it hidden.
    window.show()
  })
}

/** The window first of all: whatever else there is to do is done while its page loads. */
function openWindow(options: RunOptions): Running {
  const { log, userData, mainFolder, developer, clock } = options
  const memory = windowMemory(textFile(join(userData, 'window.json')), log.fault)
  const preload = preloadPath(mainFolder)
  const hidden = (options.hidden || openedAtLogin()) && !options.asked.waits
  const window = new MainWindow({
    memory: memory.get(),
    visible: !hidden,
    preload,
    developer,
    remember: memory.remember,
  })
  const place = findPlace(options.language)
  const opening: Opening = new Opening(
    () => readPlan(options, place),
    (open) => goOn(running, open),
  )
  const language = () => languageOf(opening.now()?.host.plan() ?? null, place.locale)
  const documents = startDocuments({
    preload,
    window: () => window.browserWindow,
    plan: async () => (await opening.get()).host.plan(),
    execute: async (command) => (await opening.get()).host.execute(command),
    invoiceFolder: join(userData, 'invoices'),
    today: (plan) => todayIn(plan, clock.now()),
    now: clock.now,
    words: () => wordsIn(language()),
    fault: log.fault,
  })
  const words = () => menuWords(language())
  const data = new DataDesk({
    userData,
    opening,
    memory: textFile(join(userData, 'backups.txt')),
    window: () => window.browserWindow,
    documents: () => documents,
    words: () => wordsIn(language()),
    now: clock.now,
    fault: log.fault,
    diagnostics: () =>
      diagnosticsText({ userData, appVersion: app.getVersion(), place, open: opening.now() }),
    restart: () => {
      app.relaunch()
      app.quit()
    },
  })
  const calendars = calendarReader(readingThread(mainFolder), (progress) =>
    tellWindows('calendar/progress', progress),
  )
  const running: Running = {
    options,
    place,
    window,
    windowMemory: memory,
    opening,
    documents,
    calendars,
    incoming: incomingOf(options, window, calendars),
    data,
    login: loginItem(log.fault),
    hidden,
    desktop: { now: null },
    language,
    words,
  }
  return running
}

function readPlan({ clock, log, userData }: RunOptions, { zone }: Place): Promise<OpenPlan> {
  return openPlan({
    Store: DocumentStore,
    folder: join(userData, 'plan'),
    zone,
    appVersion: app.getVersion(),
    now: clock.now,
    onState: (state) => tellWindows('save/state', state),
    onTrouble: log.fault,
  })
}

/** How long after the start what was issued and not stored is printed, in milliseconds: the first screen comes first. */
const CATCH_UP = 3000

/** What begins when the plan is open. */
function goOn(running: Running, open: OpenPlan): void {
  const { options, window, windowMemory, documents, words } = running
  followSettings(running, open)
  saveBeforeQuit({
    settle: () => open.store.settle(),
    stop: async () => {
      running.data.stop()
      documents.stop()
      running.incoming.stop()
      await Promise.all([running.desktop.now?.stop(), windowMemory.keep()])
      open.store.close()
    },
    quitting: () => window.quitting(),
    words,
    log: options.log,
  })
  sweepTemporaries(options.userData)
  running.incoming.start()
  running.data.start()
  // Last: the plan is safe by now, whatever the desktop has in store.
  running.desktop.now = goOnDesktop(running, open)
  window.closing = running.desktop.now
  if (running.hidden) void running.desktop.now.startHidden()
  void running.login.mend()
  if (!open.host.readOnly()) setTimeout(() => void documents.catchUp(), CATCH_UP).unref()
}

function answerRequests(running: Running): void {
  const { log } = running.options
  serveRequests(handlersOf(handlerParts(running)), invalidReplies, (fault) => log.fault('request', fault))
}

function handlerParts(running: Running): HandlerParts {
  const { options, place, window, opening, documents, desktop, words } = running
  const { clock, log, mainFolder } = options
  const { calendars } = running
  const tables = workedReader(readingThread(mainFolder), (part) => tellWindows('worked/progress', part))
  return {
    plan: () => opening.get(),
    desktop: () => ({ ...place, version: app.getVersion(), fixedNow: clock.fixedNow }),
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
    data: running.data.handlers(),
    login: running.login,
    hasTray: () => hasTray(desktopRules(place.platform), process.env),
    invoicePdf: documents.invoice,
    issued: documents.issued,
    timesheetPdf: documents.timesheetPdf,
    statementPdf: documents.statementPdf,
    savePortfolio: documents.savePortfolio,
    saveCsv: documents.saveCsv,
    saveCalendar: documents.saveCalendar,
    saveMoney: documents.saveMoney,
    documentReady: documents.ready,
    showFile: documents.showFile,
    timer: () => desktop.now?.timer ?? null,
    remindersLog: () => desktop.now?.remindersLog() ?? [],
    ready: () => window.drawn(),
    report: log.page,
  }
}

/** The script of the thread that reads files of others. */
function readingThread(mainFolder: string): URL {
  return pathToFileURL(join(mainFolder, 'exchangeWorker.js'))
}

/** Calendars that come by themselves. */
function incomingOf(
  { opened, userData, log }: RunOptions,
  window: MainWindow,
  reader: CalendarReader,
): Incoming {
  return incomingCalendars({
    opened,
    reader,
    file: textFile(join(userData, 'calendars.json')),
    // File times are the real clock's, whatever a test has set.
    now: Date.now,
    chooseFolder: () => chooseFolder(window.browserWindow),
    tell: (offered) => window.deliver('calendar/offered', offered),
    show: () => window.show(),
    fault: log.fault,
  })
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

function goOnDesktop({ options, place, window }: Running, { host }: OpenPlan): Desktop {
  const { clock, log, userData } = options
  return startDesktop({
    plan: () => host.plan(),
    execute: (command) => host.execute(command),
    onPlanChanged: (listen) => void host.subscribe(listen),
    now: clock.now,
    locale: place.locale,
    window: {
      browserWindow: window.browserWindow,
      show: () => window.show(),
      send: (name, event) => window.deliver(name, event),
    },
    memoryFile: textFile(join(userData, 'desktop.json')),
    timerFile: textFile(join(userData, 'timer.json')),
    remindersLogPath: join(userData, 'reminders.log'),
    fault: log.fault,
    quit: () => app.quit(),
  })
}

/** Broadcasts what changes, and lets the window's theme and the menu's language follow the settings. */
function followSettings(running: Running, { host }: OpenPlan): void {
  const { window } = running
  let { theme, language } = host.plan().practice.settings
  window.followTheme(theme)
  if (language !== 'system') showMenu(running)
  host.subscribe((message, { practice: { settings } }) => {
    tellChange(message)
    if (settings.theme !== theme) window.followTheme(settings.theme)
    if (settings.language !== language) showMenu(running)
    ;({ theme, language } = settings)
  })
}

function showMenu({ options: { developer }, place: { platform }, window, words }: Running): void {
  const act = (id: string) => window.go({ to: 'action', id })
  const template = applicationMenu({ words: words(), platform, developer, act })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

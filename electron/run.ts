import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, Menu, session } from 'electron'
import { wordsIn } from '../shared/words/words.ts'
import type { Clock } from './clock.ts'
import { type Desktop, startDesktop } from './desktop/desktop.ts'
import { hasTrayHost } from './desktop/trayHost.ts'
import { type Documents, startDocuments } from './documents/invoicePdf.ts'
import { calendarReader } from './exchange/calendarReader.ts'
import { chooseCalendarFile } from './ipc/chooseFile.ts'
import { type HandlerParts, handlersOf, invalidReplies } from './ipc/handlers.ts'
import { serveRequests, tellWindows } from './ipc/serve.ts'
import type { Log } from './log/log.ts'
import { applicationMenu } from './menu/applicationMenu.ts'
import { type MenuWords, menuWords } from './menu/menuWords.ts'
import { findPlace, languageOf, type Place, todayIn } from './place.ts'
import { serveApp } from './protocol/appProtocol.ts'
import { saveBeforeQuit } from './quit.ts'
import { closeSession } from './security/sessionRules.ts'
import { firstPlan } from './start/firstPlan.ts'
import { DocumentStore } from './storage/electronStore.ts'
import { type OpenPlan, openPlan } from './storage/openPlan.ts'
import { textFile } from './storage/textFile.ts'
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
  /** The folder of the bundled main process. */
  readonly mainFolder: string
  /** Start without showing the window. */
  readonly hidden: boolean
}

/** Runs the app, which is ready: its doors are closed, the window opens, and the plan is read while the page loads. */
export async function runHeadroom(options: RunOptions): Promise<void> {
  const { clock, log, userData, mainFolder, developer } = options
  closeSession(session.defaultSession)
  serveApp(session.defaultSession, join(mainFolder, '..', 'renderer'))

  const memory = windowMemory(textFile(join(userData, 'window.json')), log.fault)
  const preload = preloadPath(mainFolder)
  const { remember } = memory
  const window = new MainWindow({
    memory: memory.get(),
    visible: !options.hidden,
    preload,
    developer,
    remember,
  })
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())

  const place = findPlace(options.language)
  const plan = readPlan(options, place)
  let open: OpenPlan | null = null
  const language = () => languageOf(open?.host.plan() ?? null, place.locale)
  const words = () => menuWords(language())
  const documents = startDocuments({
    preload,
    window: () => window.browserWindow,
    plan: () => plan.then(({ host }) => host.plan()),
    today: (of) => todayIn(of, clock.now()),
    words: () => wordsIn(language()),
    fault: log.fault,
  })
  const parts = handlerParts(options, place, window, plan, words, documents)
  serveRequests(handlersOf(parts), invalidReplies, (fault) => log.fault('request', fault))
  containCrashes({ window: window.browserWindow, log, words, now: clock.now })
  process.on('uncaughtException', faultDialog(words))
  showMenu(options, place, window, words())

  open = await plan
  followSettings(open, window, () => showMenu(options, place, window, words()))
  let desktop: Desktop | null = null
  saveBeforeQuit({
    settle: open.store.settle.bind(open.store),
    stop: async () => {
      documents.stop()
      await Promise.all([desktop?.stop(), memory.keep()])
      open?.store.close()
    },
    quitting: () => window.quitting(),
    words,
    log,
  })
  // Last: the plan is safe by now, whatever the desktop has in store.
  desktop = goOnDesktop(options, place, window, open)
  window.closing = desktop
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

function handlerParts(
  { clock, log, mainFolder }: RunOptions,
  place: Place,
  window: MainWindow,
  plan: Promise<OpenPlan>,
  words: () => MenuWords,
  documents: Documents,
): HandlerParts {
  const calendars = calendarReader(pathToFileURL(join(mainFolder, 'exchangeWorker.js')))
  let tray = true
  if (place.platform === 'linux') {
    void hasTrayHost(process.env).then((hasHost) => {
      tray = hasHost
    })
  }
  return {
    plan,
    desktop: () => ({ ...place, version: app.getVersion(), fixedNow: clock.fixedNow, tray }),
    today: (of) => todayIn(of, clock.now()),
    firstPlan: (choice, language, of) =>
      firstPlan({ choice, language, today: todayIn(of, clock.now()), zone: of.practice.settings.homeZone }),
    chooseCalendar: async () => {
      const path = await chooseCalendarFile(window.browserWindow, words())
      return path === null ? { state: 'cancelled' } : calendars.readFile(path)
    },
    readCalendar: calendars.readText,
    invoicePdf: documents.invoicePdf,
    documentReady: documents.ready,
    showFile: documents.showFile,
    ready: () => window.drawn(),
    report: (message, stack) => log.page(message, stack),
  }
}

function goOnDesktop(
  { clock, log, userData }: RunOptions,
  place: Place,
  window: MainWindow,
  open: OpenPlan,
): Desktop {
  return startDesktop({
    plan: () => open.host.plan(),
    onPlanChanged: (listen) => void open.host.subscribe(listen),
    now: clock.now,
    locale: place.locale,
    window: {
      browserWindow: window.browserWindow,
      show: () => window.show(),
      send: (name, event) => window.deliver(name, event),
    },
    memoryFile: textFile(join(userData, 'desktop.json')),
    fault: log.fault,
    quit: () => app.quit(),
  })
}

/** Broadcasts what changes, and lets the window's theme and the menu's language follow the settings. */
function followSettings({ host }: OpenPlan, window: MainWindow, redrawMenu: () => void): void {
  let { theme, language } = host.plan().practice.settings
  window.followTheme(theme)
  if (language !== 'system') redrawMenu()
  host.subscribe((message, { practice: { settings } }) => {
    tellWindows('plan/changed', message)
    if (settings.theme !== theme) window.followTheme(settings.theme)
    if (settings.language !== language) redrawMenu()
    ;({ theme, language } = settings)
  })
}

function showMenu(
  { developer }: RunOptions,
  { platform }: Place,
  window: MainWindow,
  words: MenuWords,
): void {
  const act = (id: string) => window.go({ to: 'action', id })
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu({ words, platform, developer, act })))
}

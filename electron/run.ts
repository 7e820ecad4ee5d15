import { join } from 'node:path'
import { app, Menu } from 'electron'
import { type Desktop, startDesktop } from './desktop/desktop.ts'
import { giveBack, giveBackAtRest } from './giveBack.ts'
import { handlerParts } from './ipc/handlerParts.ts'
import { handlersOf, invalidReplies } from './ipc/handlers.ts'
import { serveRequests, tellChange } from './ipc/serve.ts'
import { applicationMenu } from './menu/applicationMenu.ts'
import { saveBeforeQuit } from './quit.ts'
import type { Running, RunOptions } from './running.ts'
import type { OpenedWindow } from './start/openWindow.ts'
import { runningParts } from './start/runningParts.ts'
import { quitOnSignals } from './start/signals.ts'
import { followStarts, registerLinks } from './start/starts.ts'
import type { OpenPlan } from './storage/openPlan.ts'
import { sweepTemporaries } from './storage/writeWhole.ts'
import { containCrashes, faultDialog } from './window/containment.ts'

/** Runs the app around its window, whose page loads: the plan is read meanwhile. */
export function runHeadroom(options: RunOptions, opened: OpenedWindow): void {
  quitOnSignals()
  const running = runningParts(options, opened, goOn)
  const { window, words, opening } = running
  answerRequests(running)
  opened.answers()
  containCrashes({
    window: window.browserWindow,
    log: options.log,
    words,
    now: options.clock.now,
    saveEverything: () => running.data.saveEverything(),
    startSafely: () => running.data.startSafely(),
  })
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

/** How long after the start what was issued and not stored is printed, in milliseconds: the first screen comes first. */
const CATCH_UP = 3000

/** What begins when the plan is open. */
function goOn(running: Running, open: OpenPlan): void {
  const { options, window, windowMemory, documents, words } = running
  followSettings(running, open)
  running.frames.opened(open.host.rev())
  saveBeforeQuit({
    settle: () => open.store.settle(),
    stop: async () => {
      running.data.stop()
      documents.stop()
      running.incoming.stop()
      await Promise.all([running.desktop.now?.stop(), windowMemory.keep()])
      open.store.close()
      await running.frames.seal()
      await running.claim.release().catch(() => {})
    },
    quitting: () => window.quitting(),
    words,
    log: options.log,
  })
  sweepTemporaries(options.userData)
  if (options.safe) return
  claimPlan(running, open)
  if (running.hidden) goOnAround(running, open)
  else window.afterDrawn(() => goOnAround(running, open))
  if (!open.host.readOnly()) setTimeout(() => void documents.catchUp(), CATCH_UP).unref()
}

/** What begins around the window: it has drawn by then, unless it was not to be shown. */
function goOnAround(running: Running, open: OpenPlan): void {
  const { window, options } = running
  running.incoming.start()
  running.data.start()
  running.vaultDesk.resume()
  // Last: the plan is safe by now, whatever the desktop has in store.
  running.desktop.now = goOnDesktop(running, open)
  window.closing = running.desktop.now
  if (running.hidden) void running.desktop.now.startHidden()
  void running.login.mend()
  giveBackAtRest(window.browserWindow, () => {
    giveBack(window.browserWindow.webContents).catch((error: unknown) => options.log.fault('memory', error))
  })
}

/** Notes that this computer has the plan open, as soon as there is one. */
function claimPlan({ claim, options }: Running, { host }: OpenPlan): void {
  if (host.readOnly()) return
  const take = () => {
    claim.take().catch((error: unknown) => options.log.fault('claim', error))
  }
  if (host.rev() > 0) take()
  else {
    const stop = host.subscribe(() => {
      stop()
      take()
    })
  }
}

function answerRequests(running: Running): void {
  const { log } = running.options
  serveRequests(handlersOf(handlerParts(running)), invalidReplies, (fault) => log.fault('request', fault))
}

function goOnDesktop({ options, place, window, vault }: Running, { host }: OpenPlan): Desktop {
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
    memoryFile: vault.file('desktop.json'),
    timerFile: vault.file('timer.json'),
    remindersLogPath: join(userData, 'reminders.log'),
    disk: vault.disk,
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

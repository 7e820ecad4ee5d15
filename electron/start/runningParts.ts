import { join } from 'node:path'
import { app } from 'electron'
import { wordsIn } from '../../shared/words/words.ts'
import { DataDesk } from '../backup/dataDesk.ts'
import { diagnosticsText } from '../diagnostics/diagnostics.ts'
import { startDocuments } from '../documents/documents.ts'
import { type CalendarReader, calendarReader } from '../exchange/calendarReader.ts'
import { type Incoming, incomingCalendars } from '../exchange/incoming.ts'
import { readingThread } from '../exchange/readingThread.ts'
import { FrameKeeper } from '../frame/frameKeeper.ts'
import { FRAME_FILE } from '../frame/frameRecord.ts'
import { chooseFolder } from '../ipc/chooseFile.ts'
import { tellWindows } from '../ipc/tell.ts'
import { menuWords } from '../menu/menuWords.ts'
import { findPlace, languageOf, type Place, todayIn } from '../place.ts'
import type { Running, RunOptions } from '../running.ts'
import { Claim, thisMachine } from '../storage/claim.ts'
import { DocumentStore } from '../storage/electronStore.ts'
import { Opening } from '../storage/opening.ts'
import { type OpenPlan, openPlan } from '../storage/openPlan.ts'
import { textFile } from '../storage/textFile.ts'
import { desktopKeychain } from '../vault/keychain.ts'
import { type OpenVault, openVault } from '../vault/openVault.ts'
import { LockedError } from '../vault/vault.ts'
import { VaultDesk } from '../vault/vaultDesk.ts'
import { type MainWindow, preloadPath } from '../window/mainWindow.ts'
import { loginItem } from './loginItem.ts'
import type { OpenedWindow } from './openWindow.ts'
import { HIDDEN, SAFE_MODE } from './startRequest.ts'

/** What the running app is made of, around the window. `goOn` is called once, when the plan is open. */
export function runningParts(
  options: RunOptions,
  { window, windowMemory, hidden, frame }: OpenedWindow,
  goOn: (running: Running, open: OpenPlan) => void,
): Running {
  const { log, userData, mainFolder, clock } = options
  const place = findPlace(options.language)
  const vault = openVault(userData, desktopKeychain)
  const folder = join(userData, 'plan')
  const claim = new Claim({ disk: vault.disk, folder, machine: thisMachine(), now: clock.now })
  const opening: Opening = new Opening(
    () => readPlan(options, place, vault, claim),
    (open) => goOn(running, open),
  )
  const language = () => languageOf(opening.now()?.host.plan() ?? null, place.locale)
  const documents = startDocuments({
    preload: preloadPath(mainFolder),
    window: () => window.browserWindow,
    plan: async () => (await opening.get()).host.plan(),
    execute: async (command) => (await opening.get()).host.execute(command),
    isFailing: async () => (await opening.get()).store.failing(),
    invoiceFolder: join(userData, 'invoices'),
    disk: vault.disk,
    today: (plan) => todayIn(plan, clock.now()),
    now: clock.now,
    words: () => wordsIn(language()),
    fault: log.fault,
  })
  const words = () => menuWords(language())
  const data = new DataDesk({
    userData,
    disk: vault.disk,
    opening,
    claim,
    memory: textFile(join(userData, 'backups.txt')),
    window: () => window.browserWindow,
    documents: () => documents,
    words: () => wordsIn(language()),
    now: clock.now,
    fault: log.fault,
    diagnostics: () =>
      diagnosticsText({ userData, appVersion: app.getVersion(), place, open: opening.now() }),
    restart: (safe) => {
      const args = process.argv.slice(1).filter((arg) => arg !== SAFE_MODE && arg !== HIDDEN)
      app.relaunch({ args: safe ? [...args, SAFE_MODE] : args })
      app.quit()
    },
  })
  const frames = new FrameKeeper({
    file: textFile(join(userData, FRAME_FILE)),
    planFolder: folder,
    left: frame.left(),
    open: () => opening.now(),
    isSecret: () => vault.vault.state() !== 'off',
    page: frame.page(),
    language: options.language,
    window: window.browserWindow,
    now: clock.now,
    fault: log.fault,
  })
  const calendars = calendarReader(readingThread(mainFolder), (progress) =>
    tellWindows('calendar/progress', progress),
  )
  const running: Running = {
    options,
    place,
    window,
    windowMemory,
    opening,
    documents,
    calendars,
    incoming: incomingOf(options, window, calendars, vault),
    data,
    claim,
    vault,
    vaultDesk: new VaultDesk({
      vault: vault.vault,
      opening,
      changeOver: () =>
        data.alone(async (second) => {
          await frames.forget()
          await vault.changeOver(second)
        }),
      fault: log.fault,
    }),
    login: loginItem(log.fault),
    frames,
    hidden,
    desktop: { now: null },
    language,
    words,
  }
  return running
}

async function readPlan(
  { clock, log, userData }: RunOptions,
  { zone }: Place,
  { vault, disk }: OpenVault,
  claim: Claim,
): Promise<OpenPlan> {
  if (vault.state() === 'locked') throw new LockedError()
  return openPlan({
    Store: DocumentStore,
    disk,
    claim,
    folder: join(userData, 'plan'),
    zone,
    appVersion: app.getVersion(),
    now: clock.now,
    onState: (state) => tellWindows('save/state', state),
    onTrouble: log.fault,
  })
}

/** Calendars that come by themselves. */
function incomingOf(
  { opened, log }: RunOptions,
  window: MainWindow,
  reader: CalendarReader,
  vault: OpenVault,
): Incoming {
  return incomingCalendars({
    opened,
    reader,
    file: vault.file('calendars.json'),
    // File times are the real clock's, whatever a test has set.
    now: Date.now,
    chooseFolder: () => chooseFolder(window.browserWindow),
    tell: (offered) => window.deliver('calendar/offered', offered),
    show: () => window.show(),
    fault: log.fault,
  })
}

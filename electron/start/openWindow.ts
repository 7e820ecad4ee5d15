import { join } from 'node:path'
import { session } from 'electron'
import { StartFrame } from '../frame/startFrame.ts'
import { serveApp } from '../protocol/appProtocol.ts'
import type { RunOptions } from '../running.ts'
import { closeSession } from '../security/sessionRules.ts'
import { textFile } from '../storage/textFile.ts'
import { MainWindow, preloadPath } from '../window/mainWindow.ts'
import { windowMemory } from '../window/memory.ts'
import { Gate } from './gate.ts'
import { openedAtLogin } from './loginItem.ts'

/** The window, and what stands ready for the rest of the app. */
export interface OpenedWindow {
  readonly window: MainWindow
  readonly windowMemory: ReturnType<typeof windowMemory>
  /** Started without showing the window. */
  readonly hidden: boolean
  /** The picture of the week that the start began with, if it did. */
  readonly frame: StartFrame
  /** Resolves when the rest of the app may be read: the page is on its way, or a picture is on the screen. */
  readonly goOn: Promise<void>
  /** The page's requests are answered from now on: its scripts may come. */
  readonly answers: () => void
}

/** How long the rest of the app waits for that, in milliseconds. */
const NO_LONGER = 1000

/**
 * The window first of all. Nothing is imported here that it does not need: the rest of the app is read and the plan
 * opened while its page loads, or when the picture of the last week is on the screen.
 */
export function openWindow(options: RunOptions): OpenedWindow {
  const { log, userData, mainFolder, developer, hidden, asked } = options
  const root = join(mainFolder, '..', 'renderer')
  closeSession(session.defaultSession)
  const answered = new Gate()
  const begun = new Gate()
  const isHidden = (hidden || openedAtLogin()) && !asked.waits
  const frame = new StartFrame(root, userData)
  serveApp(session.defaultSession, {
    root,
    answered: () => {
      // A page with a picture asks for the app when that is on the screen.
      begun.open()
      return answered.opened
    },
    isFree: (path) => /^\/assets\/(frame|loader)-/.test(path),
    instead: (path) => {
      // The page is asked for: its process starts meanwhile, and what was done before would have held that up.
      const page = path === '/' && !isHidden ? frame.begin(options, window) : null
      if (path === '/' && page === null) begun.open()
      return page ?? frame.file(path)
    },
  })
  const memory = windowMemory(textFile(join(userData, 'window.json')), log.fault)
  const window = new MainWindow({
    memory: memory.get(),
    visible: !isHidden,
    preload: preloadPath(mainFolder),
    developer,
    remember: memory.remember,
  })
  setTimeout(begun.open, NO_LONGER)
  return { window, windowMemory: memory, hidden: isHidden, frame, goOn: begun.opened, answers: answered.open }
}

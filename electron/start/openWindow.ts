import { join } from 'node:path'
import { Menu, session } from 'electron'
import { frameLeft } from '../frame/frameLeft.ts'
import { builtFramePage, framePage } from '../frame/framePage.ts'
import { type FrameMarkup, type FrameRecord, frameToShow } from '../frame/frameRecord.ts'
import { surroundings } from '../frame/surroundings.ts'
import { serveApp } from '../protocol/appProtocol.ts'
import type { RunOptions } from '../running.ts'
import { closeSession } from '../security/sessionRules.ts'
import { textFile } from '../storage/textFile.ts'
import { MainWindow, preloadPath } from '../window/mainWindow.ts'
import { windowMemory } from '../window/memory.ts'
import { openedAtLogin } from './loginItem.ts'

/** The window, and what stands ready for the rest of the app. */
export interface OpenedWindow {
  readonly window: MainWindow
  readonly windowMemory: ReturnType<typeof windowMemory>
  /** Started without showing the window. */
  readonly hidden: boolean
  /** The page for a start with a picture; null where it was not built. */
  readonly framePage: string | null
  /** The picture that the last start left of the plan as it is now. */
  readonly frameLeft: FrameRecord | null
  /** Resolves when the rest of the app may be read: at once, or when a picture is on the screen. */
  readonly goOn: Promise<void>
  /** The page's requests are answered from now on: its scripts may come. */
  readonly answers: () => void
}

/** How long the rest of the app waits for a picture to be shown, in milliseconds. */
const NO_LONGER = 1000

/**
 * The window first of all. Nothing is imported here that it does not need: the rest of the app is read and the plan
 * opened while its page loads, or when the picture of the last week is on the screen.
 */
export function openWindow(options: RunOptions): OpenedWindow {
  const { clock, log, userData, mainFolder, developer, language, hidden, safe, asked } = options
  const root = join(mainFolder, '..', 'renderer')
  closeSession(session.defaultSession)
  let answers = () => {}
  const answered = new Promise<void>((resolve) => {
    answers = resolve
  })
  let frame: FrameMarkup | null = null
  serveApp(session.defaultSession, {
    root,
    answered,
    isFree: (path) => /^\/assets\/(frame|loader)-/.test(path),
    first: () => frame,
  })
  const memory = windowMemory(textFile(join(userData, 'window.json')), log.fault)
  const isHidden = (hidden || openedAtLogin()) && !asked.waits
  const window = new MainWindow({
    memory: memory.get(),
    visible: !isHidden,
    preload: preloadPath(mainFolder),
    developer,
    remember: memory.remember,
  })
  const page = builtFramePage(root)
  const left = frameLeft(userData)
  if (page !== null && left !== null && !isHidden && !safe && !asked.waits) {
    const { maximized } = memory.get()
    const around = surroundings({ page, language, window: window.browserWindow, maximized })
    const shown = frameToShow(left, { surroundings: around, now: clock.now() })
    if (shown !== null) {
      frame = { html: framePage(page, shown), css: shown.css }
      showTitles(shown.menus)
    }
  }
  return {
    window,
    windowMemory: memory,
    hidden: isHidden,
    framePage: page,
    frameLeft: left,
    goOn: frame === null ? Promise.resolve() : window.shown(NO_LONGER),
    answers: () => answers(),
  }
}

/** Menus that have nothing in them yet but take their room. */
function showTitles(titles: readonly string[]): void {
  const template = titles.map((label) => ({ label, submenu: [{ label: '…', enabled: false }] }))
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

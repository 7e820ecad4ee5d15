import { join } from 'node:path'
import { session } from 'electron'
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
  /** The page's requests are answered from now on: its scripts may come. */
  readonly answers: () => void
}

/**
 * The window first of all. Nothing is imported here that it does not need: the rest of the app is read and the plan
 * opened while its page loads.
 */
export function openWindow({
  log,
  userData,
  mainFolder,
  developer,
  hidden,
  asked,
}: RunOptions): OpenedWindow {
  closeSession(session.defaultSession)
  let answers = () => {}
  const answered = new Promise<void>((resolve) => {
    answers = resolve
  })
  serveApp(session.defaultSession, join(mainFolder, '..', 'renderer'), answered)
  const memory = windowMemory(textFile(join(userData, 'window.json')), log.fault)
  const isHidden = (hidden || openedAtLogin()) && !asked.waits
  const window = new MainWindow({
    memory: memory.get(),
    visible: !isHidden,
    preload: preloadPath(mainFolder),
    developer,
    remember: memory.remember,
  })
  return { window, windowMemory: memory, hidden: isHidden, answers: () => answers() }
}

import { app, dialog } from 'electron'
import type { Log } from './log/log.ts'
import type { MenuWords } from './menu/menuWords.ts'

export interface QuitParts {
  /** Gets everything on disk; false where changes could not be saved. */
  readonly settle: () => Promise<boolean>
  /** Ends what runs, when it is certain that the app ends. */
  readonly stop: () => Promise<void>
  /** The app is about to end: windows close for good. */
  readonly quitting: () => void
  readonly words: () => MenuWords
  readonly log: Log
}

/**
 * Lets the app end only when everything is on disk. Where the disk refuses, the user decides: that is the one way in
 * which a change can be lost, and it is said so.
 */
export function saveBeforeQuit(parts: QuitParts): void {
  let state: 'running' | 'saving' | 'saved' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'saved') return
    event.preventDefault()
    if (state === 'saving') return
    state = 'saving'
    void mayEnd(parts).then((may) => {
      state = may ? 'saved' : 'running'
      if (!may) return
      parts.quitting()
      app.quit()
    })
  })
}

async function mayEnd({ settle, stop, words, log }: QuitParts): Promise<boolean> {
  try {
    if (!(await settle()) && !(await asksToLose(words()))) return false
  } catch (fault) {
    log.fault('quit', fault)
  }
  await stop().catch((fault: unknown) => log.fault('quit', fault))
  return true
}

async function asksToLose({ notSaved, notSavedText, keepOpen, quitAnyway }: MenuWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: notSaved,
    detail: notSavedText,
    buttons: [keepOpen, quitAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

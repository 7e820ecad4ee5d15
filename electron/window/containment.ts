import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '../log/log.ts'
import type { MenuWords } from '../menu/menuWords.ts'

export interface ContainmentOptions {
  readonly window: BrowserWindow
  readonly log: Log
  readonly words: () => MenuWords
  readonly now: () => number
  /** Saves one file with everything where the user says. */
  readonly saveEverything: () => Promise<void>
  /** Starts the app with the data alone. */
  readonly startSafely: () => void
}

const often = { times: 3, within: 60_000 }

/**
 * Keeps a fault of the page from becoming a fault of the app: a page that ended is loaded again, one that does not
 * answer can be. The plan lives in this process, so nothing that was saved depends on the page.
 */
export function containCrashes(options: ContainmentOptions): void {
  const { window, log, now } = options
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.note(`page gone: ${reason} (${exitCode})`)
    crashes = [...crashes.filter((at) => now() - at < often.within), now()]
    if (crashes.length >= often.times) void askAgain(options)
    else {
      window.webContents.reload()
      void tellRestarted(options)
    }
  })
  let isAsking = false
  window.on('unresponsive', () => {
    log.note('page does not answer')
    if (isAsking) return
    isAsking = true
    void askToWait(options).finally(() => {
      isAsking = false
    })
  })
}

async function tellRestarted({ window, words }: ContainmentOptions): Promise<void> {
  const { restarted, restartedText } = words()
  await dialog.showMessageBox(window, { type: 'info', message: restarted, detail: restartedText })
}

/** The page does not start: the ways out are asked for from here, until one of them was taken. */
async function askAgain(options: ContainmentOptions): Promise<void> {
  const { window, words, saveEverything, startSafely } = options
  const { crashesAgain, crashesAgainText, tryAgain, saveAll, safeMode, quit } = words()
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: crashesAgain,
    detail: crashesAgainText,
    buttons: [tryAgain, saveAll, safeMode, quit],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) {
    await saveEverything()
    return askAgain(options)
  }
  if (response === 2) startSafely()
  else if (response === 3) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}

async function askToWait({ window, words }: ContainmentOptions): Promise<void> {
  const { hangs, hangsText, wait, reopen } = words()
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: hangs,
    detail: hangsText,
    buttons: [wait, reopen],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
}

/** Shows a fault of the main process, one at a time; the user decides whether to carry on. */
export function faultDialog(words: () => MenuWords): () => void {
  let isOpen = false
  return () => {
    if (isOpen || !app.isReady()) return
    isOpen = true
    const { fault, faultText, carryOn, quit } = words()
    const buttons = [carryOn, quit]
    void dialog
      .showMessageBox({
        type: 'error',
        message: fault,
        detail: faultText,
        buttons,
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        isOpen = false
        if (response === 1) app.quit()
      })
  }
}

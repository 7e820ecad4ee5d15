import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds without anything of the user's after which nobody waits for what comes next. */
const REST = 10_000

/** What of a window tells whether somebody uses it. */
interface Used {
  readonly on: (event: 'hide', listener: () => void) => unknown
  readonly webContents: {
    readonly on: (event: 'input-event', listener: () => void) => unknown
    readonly off: (event: 'input-event', listener: () => void) => unknown
  }
}

/** What of a page's contents can be asked to collect. */
interface Collected {
  readonly isDestroyed: () => boolean
  readonly debugger: {
    readonly isAttached: () => boolean
    readonly attach: () => void
    readonly sendCommand: (command: string) => Promise<unknown>
    readonly detach: () => void
  }
}

/**
 * Gives back what main and the page hold and nobody uses any more: when the window has rested after the start, and when
 * it has gone into the tray, where the app stays for days. By themselves the engines collect only when more is asked
 * for, and at rest little is: what the start took would be held until the app ends. Each stands still for some 50 ms.
 */
export function giveBackAtRest(window: Used, collect: () => void): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const { webContents } = window
  const rest = () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      webContents.off('input-event', rest)
      collect()
    }, REST)
    timer.unref()
  }
  const watch = () => {
    webContents.off('input-event', rest)
    webContents.on('input-event', rest)
    rest()
  }
  watch()
  window.on('hide', watch)
}

/** Collects in main, then in the page, so that never both stand still. */
export async function giveBack(contents: Collected): Promise<void> {
  await collectMain()
  await collectPage(contents)
}

/** Collects all that is out of reach in main, and gives its memory back to the system. */
export async function collectMain(): Promise<void> {
  setFlagsFromString('--expose-gc')
  // Only contexts that are made now have the function.
  const collect: unknown = runInNewContext('globalThis.gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function')
    await collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
}

/** The same in a page. One that is being looked at with the developer tools is left alone. */
export async function collectPage(contents: Collected): Promise<void> {
  if (contents.isDestroyed() || contents.debugger.isAttached()) return
  contents.debugger.attach()
  try {
    await contents.debugger.sendCommand('HeapProfiler.collectGarbage')
  } finally {
    if (!contents.isDestroyed()) contents.debugger.detach()
  }
}

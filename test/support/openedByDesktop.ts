import type { RunningApp } from './electronApp.ts'

declare global {
  /** In the main process: what the desktop was asked to open since `noteOpened`. */
  var openedByDesktop: string[] | undefined
}

/** From now on the app's desktop opens nothing and notes what it was asked to; gives what that was so far. */
export async function noteOpened({
  app,
}: Pick<RunningApp, 'app'>): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    globalThis.openedByDesktop = opened
    shell.openExternal = async (url) => void opened.push(url)
    shell.openPath = async (path) => {
      opened.push(path)
      return ''
    }
    shell.showItemInFolder = (path) => void opened.push(`shown ${path}`)
  })
  return () => app.evaluate(() => globalThis.openedByDesktop ?? [])
}

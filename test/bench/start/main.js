import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

/** The least that can be started: a window with one page, shown when it has drawn. */
const { HEADROOM_BENCH_PAGE: page = '', HEADROOM_BENCH_SHOW: show } = process.env

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  if (show === undefined) window.once('ready-to-show', () => window.show())
  window.loadFile(join(import.meta.dirname, `${page}.html`))
})

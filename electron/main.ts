/**
 * The main process: owns the plan, the disk and the desktop. Read from top to bottom, this is how the app starts:
 * one instance, closed doors, the window at once, and the rest of the app and the plan while its page loads.
 */
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { readLink } from '../shared/links/links.ts'
import { clockFrom } from './clock.ts'
import { calendarsIn, OpenedFiles } from './exchange/openedFiles.ts'
import { openLog } from './log/log.ts'
import { registerAppScheme } from './protocol/appProtocol.ts'
import type { RunOptions } from './running.ts'
import { guardAllContents } from './security/contentsGuard.ts'
import { makePrivate } from './security/privateFolder.ts'
import { AskedPlaces } from './start/asked.ts'
import { openWindow } from './start/openWindow.ts'
import { startRequest } from './start/startRequest.ts'

const developer = !app.isPackaged
const clock = clockFrom(developer ? process.env.HEADROOM_NOW : undefined)
const userData = app.getPath('userData')

makePrivate(userData)
const log = openLog(join(userData, 'logs', 'headroom.log'), clock)
process.on('uncaughtException', (fault) => log.fault('uncaught', fault))
process.on('unhandledRejection', (fault) => log.fault('unhandled', fault))

const start = startRequest(process.argv.slice(1), process.cwd())
const opened = new OpenedFiles()
opened.add(start.calendars)
const asked = new AskedPlaces()
asked.add(start.destination)
// macOS hands files and links over by events, which may come before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  opened.add(calendarsIn([path], ''))
})
app.on('open-url', (event, url) => {
  event.preventDefault()
  asked.add(readLink(url))
})

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  guardAllContents()
  // As root Chromium runs without its sandbox, and would end every page that asks for one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Not awaited: Electron becomes ready only after this module is done.
  const started = app.whenReady().then(async () => {
    const options: RunOptions = {
      clock,
      log,
      userData,
      developer,
      language: developer ? process.env.HEADROOM_LANG : undefined,
      mainFolder: import.meta.dirname,
      opened,
      asked,
      hidden: start.hidden && !start.safe,
      safe: start.safe,
    }
    const window = openWindow(options)
    await window.goOn
    // Not a static import: the window would wait for all of it to be read.
    const { runHeadroom } = await import('./run.ts')
    runHeadroom(options, window)
  })
  started.catch((fault: unknown) => {
    log.fault('start', fault)
    dialog.showErrorBox('Headroom', String(fault))
    app.exit(1)
  })
} else {
  log.note(`another instance has ${userData}: it is shown instead`)
  app.exit(0)
}

import { app } from 'electron'
import { SCHEME } from '../../shared/links/links.ts'
import type { OpenedFiles } from '../exchange/openedFiles.ts'
import type { MainWindow } from '../window/mainWindow.ts'
import type { AskedPlaces } from './asked.ts'
import { startRequest } from './startRequest.ts'

export interface StartParts {
  readonly window: Pick<MainWindow, 'show' | 'go'>
  readonly opened: OpenedFiles
  readonly asked: AskedPlaces
}

/**
 * Lets the running app do what a second start asks for. One without a wish brings up the window, since where the
 * desktop shows no tray that is the way back; a start at login while the app runs does nothing.
 */
export function followStarts({ window, opened, asked }: StartParts): void {
  asked.give((destination) => window.go(destination))
  app.on('second-instance', (_event, args, folder) => {
    const { hidden, destination, calendars } = startRequest(args.slice(1), folder)
    if (!hidden && destination === null) window.show()
    asked.add(destination)
    opened.add(calendars)
  })
  // macOS: a click on the icon in the dock.
  app.on('activate', () => window.show())
}

/**
 * Lets Windows hand links to this program; macOS and the packages of Linux read it in what the app was installed with.
 * A portable program is left out: it runs from a folder that is gone afterwards.
 */
export function registerLinks(): void {
  if (process.platform !== 'win32' || !app.isPackaged || process.env.PORTABLE_EXECUTABLE_FILE) return
  app.setAsDefaultProtocolClient(SCHEME)
}

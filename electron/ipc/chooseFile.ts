import { app, type BrowserWindow, dialog } from 'electron'
import type { MenuWords } from '../menu/menuWords.ts'

/** The calendar file that the user picks; null where none was picked. */
export async function chooseCalendarFile(window: BrowserWindow, words: MenuWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    // Without a path Electron 43 and newer begin in a folder of its own choice each time.
    defaultPath: app.getPath('downloads'),
    properties: ['openFile'],
    filters: [
      { name: words.calendarFiles, extensions: ['ics', 'ical', 'ifb', 'icalendar'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

import { app, type BrowserWindow, dialog } from 'electron'
import type { MenuWords } from '../menu/menuWords.ts'

/** The calendar file that the user picks; null where none was picked. */
export function chooseCalendarFile(window: BrowserWindow, words: MenuWords): Promise<string | null> {
  const extensions = ['ics', 'ical', 'ifb', 'icalendar']
  return chooseFile(window, { name: words.calendarFiles, extensions }, words)
}

/** The table of worked time that the user picks; null where none was picked. */
export function chooseTableFile(window: BrowserWindow, words: MenuWords): Promise<string | null> {
  return chooseFile(window, { name: words.tableFiles, extensions: ['csv', 'tsv', 'txt'] }, words)
}

/** A folder that the user picks; null where none was picked. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('downloads'),
    properties: ['openDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function chooseFile(
  window: BrowserWindow,
  filter: Electron.FileFilter,
  words: MenuWords,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    // Without a path Electron 43 and newer begin in a folder of its own choice each time.
    defaultPath: app.getPath('downloads'),
    properties: ['openFile'],
    filters: [filter, { name: words.allFiles, extensions: ['*'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

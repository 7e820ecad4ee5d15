import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The script of the thread that reads files of others. */
export function readingThread(mainFolder: string): URL {
  return pathToFileURL(join(mainFolder, 'exchangeWorker.js'))
}

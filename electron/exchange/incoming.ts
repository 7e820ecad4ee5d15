/** Calendar files that come by themselves: handed over by the desktop, or new in the watched folder. */
import type { Events } from '../../shared/ipc/contract.ts'
import type { CalendarFolder, CalendarReply } from '../../shared/ipc/exchangeContract.ts'
import type { TextFile } from '../storage/textFile.ts'
import type { CalendarReader } from './calendarReader.ts'
import { OfferedFiles } from './offeredFiles.ts'
import type { OpenedFiles } from './openedFiles.ts'
import { WatchedFolder } from './watchedFolder.ts'

export interface IncomingOptions {
  readonly opened: OpenedFiles
  readonly reader: CalendarReader
  /** This computer's memory of the watched folder. */
  readonly file: TextFile
  readonly now: () => number
  /** Asks for a folder; null where none was picked. */
  readonly chooseFolder: () => Promise<string | null>
  readonly tell: (offered: Events['calendar/offered']) => void
  /** Brings the window to the front. */
  readonly show: () => void
  readonly fault: (where: string, fault: unknown) => void
}

/** What the window may ask of them. */
export interface Incoming {
  /** Reads a file that was offered. */
  readonly take: (id: string) => Promise<CalendarReply>
  readonly folder: () => CalendarFolder
  readonly watch: () => Promise<CalendarFolder>
  readonly unwatch: () => Promise<CalendarFolder>
  /** Begins to offer what there is. */
  readonly start: () => void
  readonly stop: () => void
}

/** Offers what comes to the window, which asks for it by what it was told. */
export function incomingCalendars(options: IncomingOptions): Incoming {
  const { opened, reader, file, now, chooseFolder, tell, show, fault } = options
  const offered = new OfferedFiles()
  const folder = new WatchedFolder({
    file,
    now,
    fault,
    onFound: (paths) => tell({ from: 'folder', files: offered.offer(paths) }),
  })
  return {
    take: async (id) => {
      const path = offered.take(id)
      if (path === null) return { state: 'failed', code: 'unreadable-file', params: { name: '' } }
      return reader.readFile(path)
    },
    folder: () => folder.state(),
    watch: async () => {
      const path = await chooseFolder()
      return path === null ? folder.state() : folder.watch(path)
    },
    unwatch: () => folder.watch(null),
    start: () => {
      opened.give((paths) => {
        show()
        tell({ from: 'desktop', files: offered.offer(paths) })
      })
      folder.start()
    },
    stop: () => folder.stop(),
  }
}

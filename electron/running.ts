import type { Language } from '../shared/plan/fields.ts'
import type { DataDesk } from './backup/dataDesk.ts'
import type { Clock } from './clock.ts'
import type { Desktop } from './desktop/desktop.ts'
import type { Documents } from './documents/documents.ts'
import type { CalendarReader } from './exchange/calendarReader.ts'
import type { Incoming } from './exchange/incoming.ts'
import type { OpenedFiles } from './exchange/openedFiles.ts'
import type { FrameKeeper } from './frame/frameKeeper.ts'
import type { Log } from './log/log.ts'
import type { MenuWords } from './menu/menuWords.ts'
import type { Place } from './place.ts'
import type { AskedPlaces } from './start/asked.ts'
import type { LoginItem } from './start/loginItem.ts'
import type { Claim } from './storage/claim.ts'
import type { Opening } from './storage/opening.ts'
import type { OpenVault } from './vault/openVault.ts'
import type { VaultDesk } from './vault/vaultDesk.ts'
import type { MainWindow } from './window/mainWindow.ts'
import type { windowMemory } from './window/memory.ts'

/** What the app is started with. */
export interface RunOptions {
  readonly clock: Clock
  readonly log: Log
  readonly userData: string
  /** Not packaged: the developer tools open, and tests may stand in for the desktop. */
  readonly developer: boolean
  /** Stands in for the desktop's locale. */
  readonly language: string | undefined
  /** Calendar files that the desktop hands over. */
  readonly opened: OpenedFiles
  /** Places that the desktop asks for, by links and by arguments. */
  readonly asked: AskedPlaces
  /** The folder of the bundled main process. */
  readonly mainFolder: string
  /** Start without showing the window. */
  readonly hidden: boolean
  /** Start with the data alone. */
  readonly safe: boolean
}

/** What the parts of the running app share. */
export interface Running {
  readonly options: RunOptions
  readonly place: Place
  readonly window: MainWindow
  readonly windowMemory: ReturnType<typeof windowMemory>
  readonly opening: Opening
  readonly documents: Documents
  readonly calendars: CalendarReader
  readonly incoming: Incoming
  readonly data: DataDesk
  readonly claim: Claim
  readonly vault: OpenVault
  readonly vaultDesk: VaultDesk
  readonly login: LoginItem
  readonly frames: FrameKeeper
  /** Started without showing the window. */
  readonly hidden: boolean
  /** The desktop, once the plan is open. */
  readonly desktop: { now: Desktop | null }
  readonly language: () => Language
  readonly words: () => MenuWords
}

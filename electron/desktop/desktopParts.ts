/** What the desktop around the window is made of, and the small things that its parts share. */
import type { BrowserWindow } from 'electron'
import type { Command } from '../../shared/commands/registry.ts'
import type { Destination, EventName, Events, ExecuteReply } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Speech } from '../../shared/reminders/describe.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import { formatIn } from '../../shared/words/format.ts'
import { languageFor, wordsIn } from '../../shared/words/words.ts'
import type { MemoryFile } from '../reminders/memory.ts'
import type { Disk } from '../storage/disk.ts'
import type { TextFile } from '../storage/textFile.ts'

export interface DesktopParts {
  readonly plan: () => Plan
  readonly onPlanChanged: (listen: () => void) => void
  readonly execute: (command: Command) => Promise<ExecuteReply>
  /** Wall clock in milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** BCP 47 locale of the desktop. */
  readonly locale: string
  readonly window: {
    readonly browserWindow: BrowserWindow
    /** Brings it to the front, whatever state it is in. */
    readonly show: () => void
    readonly send: <N extends EventName>(name: N, event: Events[N]) => void
  }
  readonly memoryFile: MemoryFile
  /** Path of the log of reminders. */
  readonly remindersLogPath: string
  /** The file system, which encrypts what is kept where the data is. */
  readonly disk: Disk
  /** Where the heartbeats of the timer are kept. */
  readonly timerFile: TextFile
  readonly fault: (where: string, fault: unknown) => void
  readonly quit: () => void
}

/** The words and formats of the planner's language as it stands now. */
export function speechOf({ plan, locale }: DesktopParts): Speech {
  const { language } = plan().practice.settings
  const spoken = language === 'system' ? languageFor(locale) : language
  return { words: wordsIn(spoken), format: formatIn(spoken, locale) }
}

/** The minute that the clock shows. */
export function minuteOf({ now }: DesktopParts): EpochMinute {
  return Math.floor(now() / 60_000)
}

/** Brings the window up at a place. */
export function go({ window }: DesktopParts, destination: Destination): void {
  window.show()
  window.send('go', destination)
}

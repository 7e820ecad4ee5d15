import type { Destination } from '../../shared/ipc/contract.ts'
import { readLink } from '../../shared/links/links.ts'
import { calendarsIn } from '../exchange/openedFiles.ts'

/** What a start of the program asks for: the first one, or a second one that hands it on to the running app. */
export interface StartRequest {
  /** Do not bring up the window. */
  readonly hidden: boolean
  /** Nothing but the data: no screens, no tray, no reminders. */
  readonly safe: boolean
  /** Where to go; null is nowhere. */
  readonly destination: Destination | null
  /** Paths of calendar files. */
  readonly calendars: readonly string[]
}

/** Starts without showing the window, as a start at login does. */
export const HIDDEN = '--hidden'
/** Starts with the data alone, where something keeps the screens from starting. */
export const SAFE_MODE = '--safe-mode'
/** Opens quick add. */
export const QUICK_ADD = '--quick-add'

/**
 * What the arguments of a program ask for, `folder` being the one that it was called from. Chromium puts switches of
 * its own among them and may change their order, so each is looked for; what is none of ours is passed over.
 */
export function startRequest(args: readonly string[], folder: string): StartRequest {
  const link = args.map(readLink).findLast((destination) => destination !== null)
  const destination = args.includes(QUICK_ADD) ? readLink('headroom:quick-add') : (link ?? null)
  return {
    hidden: args.includes(HIDDEN) && destination === null,
    safe: args.includes(SAFE_MODE),
    destination,
    calendars: calendarsIn(args, folder),
  }
}

/** The messages about the data itself: backups, files with everything, and what to do where it cannot be read or saved. */
import { z } from 'zod'
import type { BackupReason } from '../storage/backupRules.ts'
import type { Census, PlanDifference } from '../storage/census.ts'
import type { SaveReply } from './documentsContract.ts'

/** A backup as it is listed. */
export interface BackupEntry {
  readonly id: string
  /** ISO instant. */
  readonly savedAt: string
  readonly why: BackupReason
  readonly bytes: number
  /** What it holds; null where it is damaged. */
  readonly counts: Census | null
}

/** The backups there are, and where they lie. */
export interface BackupState {
  readonly entries: readonly BackupEntry[]
  readonly folder: string
  /** The folder of the user's choice. */
  readonly second: string | null
  /** Why the newest backup could not be put there, as a code; null where it could. */
  readonly secondFault: string | null
}

/** A backup or a file opened, and what would change if it took the plan's place. Nothing has changed yet. */
export type LookReply =
  | {
      readonly state: 'read'
      /** What `data/restore` is asked for. */
      readonly id: string
      readonly savedAt: string
      readonly counts: Census
      /** Null where the present plan is not there to compare with. */
      readonly difference: PlanDifference | null
    }
  | { readonly state: 'cancelled' }
  /** The file that was picked is encrypted by another passphrase than this computer's, and this one does not open it. */
  | { readonly state: 'encrypted' }
  | DataFault

/** What went wrong, as a code of the catalogue. */
export interface DataFault {
  readonly state: 'failed'
  readonly code: string
  readonly detail: string
}

/** `restarting` where the files themselves were replaced: the app starts anew with them. */
export type RestoreReply = { readonly state: 'done' | 'restarting' } | DataFault

const BackupId = z.string().min(1).max(200)

export const dataRequests = {
  'data/backups': z.undefined(),
  /** Makes a backup now. */
  'data/backUp': z.undefined(),
  'data/look': z.strictObject({ id: BackupId }),
  /** Asks for a file with everything and opens it. */
  'data/import': z.undefined(),
  /** Opens the file that was picked last, which is encrypted. */
  'data/importWith': z.strictObject({ passphrase: z.string().max(1000) }),
  /** Puts what was looked at last in the place of the plan. */
  'data/restore': z.strictObject({ id: BackupId }),
  /** Asks for a second folder for backups, or forgets it. */
  'data/folder': z.strictObject({ choose: z.boolean() }),
  /** Saves one file with everything where the user says. */
  'data/export': z.undefined(),
  /** Tries at once to save what waits for the disk. */
  'data/retry': z.undefined(),
  /** Puts what helps to find a fault on the clipboard: no names, no amounts. */
  'data/diagnostics': z.undefined(),
  /** Opens the folder of the data. */
  'data/show': z.undefined(),
  /** Goes on with what could be read; the damaged files are kept. */
  'data/goOn': z.undefined(),
  /** Claims for this computer a plan that is open on another, and starts anew. */
  'data/openHere': z.undefined(),
  /** Starts anew, with the data alone where `safe`; what could not be saved is asked about first. */
  'data/startAgain': z.strictObject({ safe: z.boolean() }),
} as const

export interface DataReplies {
  'data/backups': BackupState
  'data/backUp': { readonly state: 'done' } | DataFault
  'data/look': LookReply
  'data/import': LookReply
  'data/importWith': LookReply
  'data/restore': RestoreReply
  'data/folder': BackupState
  'data/export': SaveReply
  'data/retry': boolean
  'data/diagnostics': undefined
  'data/show': undefined
  'data/goOn': RestoreReply
  'data/openHere': RestoreReply
  'data/startAgain': undefined
}

/** The messages about encryption of the data at rest. */
import { z } from 'zod'
import type { DataFault } from './dataContract.ts'

/** Whether the data is encrypted, and by what it opens. */
export interface VaultView {
  /** `locked`: the passphrase is not known yet, and nothing of the data is. */
  readonly state: 'off' | 'locked' | 'open'
  /** Whether the desktop's keychain opens the data at the start, and whether this desktop has one. */
  readonly keychain: { readonly on: boolean; readonly available: boolean }
  /** Files are still being changed over from one kind to the other. */
  readonly changing: boolean
}

/** `wrong` is the passphrase. */
export type VaultReply =
  | { readonly state: 'done'; readonly vault: VaultView }
  | { readonly state: 'wrong' }
  | DataFault

/** The fewest signs of a passphrase. */
export const LEAST_PASSPHRASE = 10

const Known = z.string().min(1).max(1000)
const New = z.string().min(LEAST_PASSPHRASE).max(1000)

export const vaultRequests = {
  'vault/state': z.undefined(),
  'vault/unlock': z.strictObject({ passphrase: Known }),
  'vault/turnOn': z.strictObject({ passphrase: New, keychain: z.boolean() }),
  'vault/turnOff': z.strictObject({ passphrase: Known }),
  'vault/change': z.strictObject({ before: Known, after: New }),
  'vault/keychain': z.strictObject({ on: z.boolean() }),
} as const

export interface VaultReplies {
  'vault/state': VaultView
  'vault/unlock': VaultReply
  'vault/turnOn': VaultReply
  'vault/turnOff': VaultReply
  'vault/change': VaultReply
  'vault/keychain': VaultReply
}

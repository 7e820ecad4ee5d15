import { z } from 'zod'
import { sha256 } from '../storage/shardStore.ts'
import type { TextFile } from '../storage/textFile.ts'
import { KeyRecord, lockKey, newKey, unlockKey } from './keyRecord.ts'
import type * as seals from './seals.ts'

/** The keychain of the desktop. What it protects, only the same user on the same computer gets back. */
export interface Keychain {
  readonly available: () => boolean
  /** Base64. */
  readonly protect: (text: string) => string
  /** Null where it cannot be had back. */
  readonly reveal: (secret: string) => string | null
}

const VaultFile = z.strictObject({
  version: z.literal(1),
  /**
   * `sealing` and `opening` while files are being changed over: they may be of either kind then, and the change is gone
   * on with at the next start.
   */
  phase: z.enum(['sealing', 'on', 'opening']),
  record: KeyRecord,
  /** The key of the data under the protection of the keychain; null where the passphrase is asked for at each start. */
  keychain: z.string().nullable(),
})
/** SHA-256 of the rest: a changed bit in the locked key would make the right passphrase a wrong one. */
const VaultFileWithSum = VaultFile.extend({ sum: z.string().optional() })
type VaultFile = z.infer<typeof VaultFile>

export interface VaultOptions {
  /** Not encrypted itself: it holds the locked key and nothing else. */
  readonly file: TextFile
  readonly keychain: Keychain
  /** The key record of the data, where the vault's own file is lost: each encrypted file carries one. */
  readonly recordOfData: () => KeyRecord | null
  /** scrypt's cost; the usual one if left out. */
  readonly cost?: Parameters<typeof lockKey>[2]
}

/** `locked`: the data is encrypted and the passphrase is not known yet. */
export type VaultState = 'off' | 'locked' | 'open'

/** Reading an encrypted file before the passphrase is known. */
export class LockedError extends Error {
  readonly code = 'ELOCKED'
  constructor() {
    super('the data is locked')
  }
}

/**
 * Whether data is encrypted, and its key. The key is a random one and never changes while encryption is on; the
 * passphrase only locks it, so that changing it does not touch the data.
 */
export class Vault {
  readonly #options: VaultOptions
  #file: VaultFile | null
  #key: Uint8Array | null = null

  constructor(options: VaultOptions) {
    this.#options = options
    this.#file = readVault(options)
    const { keychain } = this.#file ?? {}
    if (this.#file === null || keychain == null) return
    const key = options.keychain.available() ? options.keychain.reveal(keychain) : null
    if (key !== null) this.#key = Buffer.from(key, 'base64')
  }

  state(): VaultState {
    if (this.#file === null) return 'off'
    return this.#key === null ? 'locked' : 'open'
  }

  /** Whether files are being changed over; they are of either kind until `finished`. */
  changing(): 'sealing' | 'opening' | null {
    const phase = this.#file?.phase ?? 'on'
    return phase === 'on' ? null : phase
  }

  /** Whether the keychain opens the data, and whether it could. */
  keychain(): { readonly on: boolean; readonly available: boolean } {
    return { on: this.#file?.keychain != null, available: this.#options.keychain.available() }
  }

  /** Opens the data by its passphrase; false where it is another one. */
  async unlock(passphrase: string): Promise<boolean> {
    if (this.#file === null) return true
    const key = await unlockKey(this.#file.record, passphrase)
    if (key === null) return false
    this.#key = key
    return true
  }

  /** From now on whatever is written is encrypted; what lies there is to be changed over until `finished` is called. */
  async turnOn(passphrase: string, withKeychain: boolean): Promise<void> {
    if (this.#file !== null) throw new Error('the data is encrypted already')
    const key = newKey()
    const record = await lockKey(key, passphrase, this.#options.cost)
    await this.#write({ version: 1, phase: 'sealing', record, keychain: this.#kept(key, withKeychain) })
    this.#key = key
  }

  /** From now on whatever is written is clear. False where the passphrase is another one. */
  async turnOff(passphrase: string): Promise<boolean> {
    if (this.#file === null) return true
    if ((await unlockKey(this.#file.record, passphrase)) === null) return false
    await this.#write({ ...this.#file, phase: 'opening' })
    return true
  }

  /** All files have been changed over. */
  async finished(): Promise<void> {
    if (this.#file?.phase === 'sealing') await this.#write({ ...this.#file, phase: 'on' })
    if (this.#file?.phase === 'opening') {
      await this.#options.file.write('')
      this.#file = null
      this.#key = null
    }
  }

  /** Another passphrase for the same data. False where the old one is not right. */
  async change(before: string, after: string): Promise<boolean> {
    if (this.#file === null) return false
    const key = await unlockKey(this.#file.record, before)
    if (key === null) return false
    await this.#write({ ...this.#file, record: await lockKey(key, after, this.#options.cost) })
    return true
  }

  /** Lets the keychain open the data from the next start on, or no longer. */
  async useKeychain(on: boolean): Promise<void> {
    if (this.#file === null || this.#key === null) return
    await this.#write({ ...this.#file, keychain: this.#kept(this.#key, on) })
  }

  /** The key by which new content is encrypted; null while it is written clear. */
  sealing(): seals.OpenKey | null {
    if (this.#file === null || this.#file.phase === 'opening') return null
    if (this.#key === null) throw new LockedError()
    return { key: this.#key, record: this.#file.record }
  }

  /** The key by which encrypted content is read. Throws a `LockedError` where it is not known. */
  key(): Uint8Array {
    if (this.#key === null) throw new LockedError()
    return this.#key
  }

  #kept(key: Uint8Array, withKeychain: boolean): string | null {
    const { keychain } = this.#options
    return withKeychain && keychain.available() ? keychain.protect(Buffer.from(key).toString('base64')) : null
  }

  async #write(file: VaultFile): Promise<void> {
    const sum = sha256(JSON.stringify(file))
    await this.#options.file.write(`${JSON.stringify({ ...file, sum }, null, 2)}\n`)
    this.#file = file
  }
}

function readVault({ file, recordOfData }: VaultOptions): VaultFile | null {
  const text = file.read()
  if (text !== null && text !== '') {
    try {
      const read = VaultFileWithSum.safeParse(JSON.parse(text))
      if (read.success) {
        const { sum, ...rest } = read.data
        if (sum === undefined || sum === sha256(JSON.stringify(rest))) return rest
      }
    } catch {
      // As if it were lost.
    }
  }
  const record = recordOfData()
  // Some files may be clear: whichever was left of an interrupted change is looked for again.
  return record === null ? null : { version: 1, phase: 'sealing', record, keychain: null }
}

import type { VaultReplies, VaultReply, VaultView } from '../../shared/ipc/vaultContract.ts'
import { saveFault } from '../documents/saveDialog.ts'
import type { Handlers } from '../ipc/serve.ts'
import type { Opening } from '../storage/opening.ts'
import type { Vault } from './vault.ts'

/** The functions that answer the requests about encryption. */
export type VaultHandlers = Pick<Handlers, keyof VaultReplies>

export interface VaultDeskOptions {
  readonly vault: Vault
  readonly opening: Opening
  /** Writes every file anew as the vault says now; nothing else writes them meanwhile. */
  readonly changeOver: () => Promise<void>
  readonly fault: (where: string, error: unknown) => void
}

/** Turns encryption on and off, and unlocks. One thing at a time. */
export class VaultDesk {
  readonly #options: VaultDeskOptions
  #busy: Promise<unknown> = Promise.resolve()

  constructor(options: VaultDeskOptions) {
    this.#options = options
  }

  /** Goes on with a change of the files that was interrupted; the plan is open. */
  resume(): void {
    if (this.#options.vault.changing() === null) return
    void this.#alone(() => this.#changeOver()).catch((error: unknown) => this.#options.fault('vault', error))
  }

  handlers(): VaultHandlers {
    const { vault } = this.#options
    return {
      'vault/state': () => this.#view(),
      'vault/unlock': ({ passphrase }) => this.#answer(() => vault.unlock(passphrase)),
      'vault/turnOn': ({ passphrase, keychain }) =>
        this.#answer(async () => {
          await this.#options.opening.get()
          if (vault.state() === 'off') await vault.turnOn(passphrase, keychain)
          await this.#changeOver()
          return true
        }),
      'vault/turnOff': ({ passphrase }) =>
        this.#answer(async () => {
          await this.#options.opening.get()
          if (!(await vault.turnOff(passphrase))) return false
          await this.#changeOver()
          return true
        }),
      'vault/change': ({ before, after }) => this.#answer(() => vault.change(before, after)),
      'vault/keychain': ({ on }) =>
        this.#answer(async () => {
          await vault.useKeychain(on)
          return true
        }),
    }
  }

  async #changeOver(): Promise<void> {
    const { vault, opening, changeOver } = this.#options
    const { store } = await opening.get()
    const isDone = await store.whileSettled(async () => {
      await changeOver()
      await vault.finished()
    })
    if (!isDone) throw new Error('the plan could not be saved first')
  }

  #view(): VaultView {
    const { vault } = this.#options
    return { state: vault.state(), keychain: vault.keychain(), changing: vault.changing() !== null }
  }

  #answer(act: () => Promise<boolean>): Promise<VaultReply> {
    return this.#alone(async () => {
      try {
        return (await act()) ? { state: 'done', vault: this.#view() } : { state: 'wrong' }
      } catch (error) {
        this.#options.fault('vault', error)
        return saveFault(error, 'other')
      }
    })
  }

  #alone<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#busy.then(act)
    this.#busy = done.catch(() => {})
    return done
  }
}

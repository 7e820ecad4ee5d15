import type { OpenPlan } from './openPlan.ts'

/**
 * The plan that is being opened, and then is open. Asked again after it could not be opened, it tries again: the folder
 * may be there by then.
 */
export class Opening {
  readonly #read: () => Promise<OpenPlan>
  readonly #opened: (open: OpenPlan) => void
  #plan: Promise<OpenPlan> | null = null
  #now: OpenPlan | null = null

  /** `opened` runs once, before anybody gets the plan. */
  constructor(read: () => Promise<OpenPlan>, opened: (open: OpenPlan) => void) {
    this.#read = read
    this.#opened = opened
  }

  /** The plan if it is open already. */
  now(): OpenPlan | null {
    return this.#now
  }

  get(): Promise<OpenPlan> {
    this.#plan ??= this.#open()
    return this.#plan
  }

  async #open(): Promise<OpenPlan> {
    try {
      const open = await this.#read()
      this.#now = open
      this.#opened(open)
      return open
    } catch (error) {
      if (this.#now === null) this.#plan = null
      throw error
    }
  }
}

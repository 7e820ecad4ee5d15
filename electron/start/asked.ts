/** Where the desktop asked to go: by a link, or by an argument of the program. */
import type { Destination } from '../../shared/ipc/contract.ts'

/** What is asked before there is a window is kept until there is one; of several, the last. */
export class AskedPlaces {
  #waiting: Destination | null = null
  #listen: ((destination: Destination) => void) | null = null

  /** Asks for a place; null asks for nothing. */
  add(destination: Destination | null): void {
    if (destination === null) return
    if (this.#listen === null) this.#waiting = destination
    else this.#listen(destination)
  }

  /** Whether a place waits, for which the window must come up. */
  get waits(): boolean {
    return this.#waiting !== null
  }

  /** Who leads there from now on; what waited comes at once. */
  give(listen: (destination: Destination) => void): void {
    this.#listen = listen
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null) listen(waiting)
  }
}

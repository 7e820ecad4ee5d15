import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { OfferedCalendar } from '../../shared/ipc/exchangeContract.ts'

/** The most that wait at once: nobody looks at more, and the oldest give way. */
const MOST = 200

/** Files that the window was offered. It names them by what it was told, never by a path of its own. */
export class OfferedFiles {
  readonly #paths = new Map<string, string>()

  /** Notes files; the answer is what the window may ask for. */
  offer(paths: readonly string[]): readonly OfferedCalendar[] {
    const offered = paths.slice(-MOST).map((path) => ({ id: randomUUID(), path }))
    for (const { id, path } of offered) this.#paths.set(id, path)
    for (const id of this.#paths.keys()) {
      if (this.#paths.size <= MOST) break
      this.#paths.delete(id)
    }
    return offered.map(({ id, path }) => ({ id, name: basename(path) }))
  }

  /** The path of an offered file, once. */
  take(id: string): string | null {
    const path = this.#paths.get(id) ?? null
    this.#paths.delete(id)
    return path
  }
}

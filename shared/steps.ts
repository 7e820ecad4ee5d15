/** Long work in steps: whoever does it decides when to go on, shows how far it is, and can give it up. */

/** Work that yields how much of it is done, from 0 to 1, often enough to be interrupted within a frame. */
export type Steps<T> = Generator<number, T, void>

/** Items between two yields of a loop. */
const ITEMS_A_STEP = 64

/** Does it all at once. */
export function finished<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Does something with each of a list, a few at a step. */
export function* each<T>(list: readonly T[], act: (item: T, index: number) => void): Steps<void> {
  for (const [i, item] of list.entries()) {
    act(item, i)
    if (i % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield i / list.length
  }
}

/** A part of longer work: its own progress counts from `from` to `to`. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}

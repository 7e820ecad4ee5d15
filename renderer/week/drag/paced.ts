/**
 * What follows a moving pointer, drawing it included, takes no more than about this part of the time: one after which so
 * many times as long is left to everything else.
 */
const PAUSE = 30
/** The longest pause, in milliseconds: no more than the eye forgives. */
const LONGEST_PAUSE = 200

/** Work that is wanted again and again, of which only the latest counts. */
export interface Paced<T> {
  /** Does it at once where the last time was cheap or long ago, otherwise a little later with what is wanted then. */
  readonly want: (about: T) => void
  /** Forgets what is wanted; the next is done at once. */
  readonly rest: () => void
}

/** Work paced by what it costs, so that it keeps up with a pointer where it is cheap and never holds it up where it is not. */
export function paced<T>(work: (about: T) => void): Paced<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  let earliest = 0
  /** Milliseconds that the frame after the latest took to draw. */
  let drawing = 0
  let wanted: { readonly about: T } | null = null
  const perform = () => {
    timer = null
    if (wanted === null) return
    const { about } = wanted
    wanted = null
    const begin = performance.now()
    work(about)
    // What it draws is drawn in a microtask of its own, before this one.
    queueMicrotask(() => {
      const end = performance.now()
      earliest = end + Math.min(LONGEST_PAUSE, PAUSE * (end - begin + drawing))
      whenDrawn((took) => {
        drawing = took
      })
    })
  }
  return {
    want: (about) => {
      wanted = { about }
      if (timer !== null) return
      const wait = earliest - performance.now()
      if (wait <= 0) perform()
      else timer = setTimeout(perform, wait)
    },
    rest: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      wanted = null
      earliest = 0
    },
  }
}

/** Tells how long the next frame took from its callbacks on, in milliseconds, once it is drawn. */
function whenDrawn(tell: (took: number) => void): void {
  requestAnimationFrame(() => {
    const begin = performance.now()
    const { port1, port2 } = new MessageChannel()
    // A message that is sent in a frame's callbacks comes after the frame.
    port1.onmessage = () => {
      port1.close()
      tell(performance.now() - begin)
    }
    port2.postMessage(null)
  })
}

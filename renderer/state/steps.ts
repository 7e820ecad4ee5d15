import type { Steps } from '../../shared/steps.ts'

/** Milliseconds of work between two frames: what is pressed meanwhile is answered within a twentieth of a second. */
const SLICE = 20

interface StepListeners<T> {
  /** How much is done, from 0 to 1, after each slice but the last. */
  readonly onPart: (part: number) => void
  readonly onDone: (found: T) => void
}

/** Does long work that somebody waits for, a slice at a time, the first at once. The returned function gives it up. */
export function runSteps<T>(steps: Steps<T>, { onPart, onDone }: StepListeners<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slice = () => {
    const end = performance.now() + SLICE
    for (;;) {
      const step = steps.next()
      if (step.done) return onDone(step.value)
      if (performance.now() >= end) {
        timer = setTimeout(slice)
        return onPart(step.value)
      }
    }
  }
  slice()
  return () => clearTimeout(timer)
}

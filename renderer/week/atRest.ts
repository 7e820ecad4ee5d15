import { weekStore } from './weekStore.ts'

/** How long a week stands still before what nobody asked for is computed, in milliseconds. */
const REST = 300

/**
 * Starts something once the week has stood still for a moment, and calls it off while something is carried or drafted;
 * after that it starts anew. `start` gives what calls it off. Until the returned function is called.
 */
export function atRest(start: () => (() => void) | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let callOff: (() => void) | undefined
  const pause = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    callOff?.()
    callOff = undefined
  }
  const begin = () => {
    timer = setTimeout(() => {
      callOff = start()
    }, REST)
  }
  const stopFollowing = weekStore.subscribe((now, before) => {
    if (isStill(now) === isStill(before)) return
    pause()
    if (isStill(now)) begin()
  })
  if (isStill(weekStore.getState())) begin()
  return () => {
    stopFollowing()
    pause()
  }
}

/** A fix that is looked at is neither carried nor drafted. */
function isStill({ carrying, proposal }: ReturnType<typeof weekStore.getState>): boolean {
  return carrying === null && (proposal === null || proposal.touched !== undefined)
}

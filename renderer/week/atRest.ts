import { followPlace, placeNow } from '../state/navigation.ts'
import { weekStore } from './weekStore.ts'

/** How long a week stands still before what nobody asked for is computed, in milliseconds. */
const REST = 300

/**
 * Starts something once the week has stood still for a moment, and calls it off while something is carried or drafted, or
 * another screen is shown; after that it starts anew. `start` gives what calls it off. Until the returned function is called.
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
  let wasStill = isStill()
  const follow = () => {
    if (isStill() === wasStill) return
    wasStill = !wasStill
    pause()
    if (wasStill) begin()
  }
  const stops = [weekStore.subscribe(follow), followPlace(follow)]
  if (wasStill) begin()
  return () => {
    for (const stop of stops) stop()
    pause()
  }
}

/** A fix that is looked at is neither carried nor drafted. */
function isStill(): boolean {
  const { carrying, proposal } = weekStore.getState()
  const isUntouched = carrying === null && (proposal === null || proposal.touched !== undefined)
  return isUntouched && placeNow().screen === 'week'
}

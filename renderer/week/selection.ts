import type { Booking } from '../../shared/capacity/weekView.ts'
import { announce } from '../state/announce.ts'
import { planStore } from '../state/planStore.ts'
import { wordsNow } from '../state/words.ts'
import { viewNow } from './capacityNow.ts'
import { keyAt } from './gridDom.ts'
import { placeOf } from './gridFocus.ts'
import { selectedBookings } from './moves.ts'
import { nothingSelected, weekStore } from './weekStore.ts'

/** Selects a booking's session, or takes it out of the selection, and says how many there are. */
export function toggleSelected({ key }: Pick<Booking, 'key'>): void {
  const selected = new Set(weekStore.getState().selected)
  if (!selected.delete(key)) selected.add(key)
  weekStore.setState({ selected })
  announce(wordsNow().week.selectedCount(selectedBookings(viewNow()).length))
}

/** Selects nothing any more. False where nothing was. */
export function clearSelection(): boolean {
  weekStore.setState({ clicked: null })
  if (weekStore.getState().selected.size === 0) return false
  weekStore.setState({ selected: nothingSelected })
  announce(wordsNow().week.nothingSelected)
  return true
}

/**
 * A click selects nothing any more; with Shift, Ctrl or ⌘ it selects the session under it, or takes it out. The first one
 * takes the session that was clicked before along, as in every list.
 */
export function selectByClick(event: {
  readonly target: EventTarget
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): void {
  const key = event.target instanceof Element ? keyAt(event.target) : null
  const isMac = planStore.getState().desktop?.platform === 'darwin'
  const isAdding = event.shiftKey || event.metaKey || (event.ctrlKey && !isMac)
  if (!isAdding) {
    clearSelection()
    weekStore.setState({ clicked: key })
  } else if (key !== null) {
    const { selected, clicked } = weekStore.getState()
    const isFirst = selected.size === 0 && clicked !== null && clicked !== key
    if (isFirst && placeOf(viewNow(), clicked) !== null) weekStore.setState({ selected: new Set([clicked]) })
    toggleSelected({ key })
  }
}

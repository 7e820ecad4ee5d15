import type { StepPlace } from '../../shared/capacity/why/stepPlace.ts'
import { daysBetween } from '../../shared/time/day.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { focusSession } from '../week/sessionActions.ts'
import { showOccurrences, weekStore } from '../week/weekStore.ts'

/** Goes to what a step of the history was about. */
export function showStep(place: StepPlace): void {
  // The dialog gives the focus back in the next frame; what is shown takes it after that, from where nothing has it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      goTo(place)
    }),
  )
}

function goTo(place: StepPlace): void {
  if (place.to === 'client') go({ screen: 'clients', clientId: place.clientId })
  else if (place.to === 'settings') go({ screen: 'settings' })
  else {
    const week = weekPlace(place.day)
    go(week)
    if (place.to === 'session') {
      showOccurrences([place.key])
      focusSession(place.key)
    } else {
      const column = daysBetween(week.start, place.day) + 1
      weekStore.setState({ place: { row: 0, column, item: 0 } })
    }
  }
}

import { placeNow, showWeekAs, type WeekView } from '../../state/navigation.ts'
import { viewNow } from '../capacityNow.ts'
import { weekStore } from '../weekStore.ts'
import { momentOf, placeOfMoment } from './moment.ts'

/** Shows the week in one of its views; the session or day that has the focus keeps it. */
export function showWeek(view: WeekView): void {
  const shown = placeNow()
  if (shown.screen !== 'week' || shown.view === view) return
  const week = viewNow()
  weekStore.setState(({ place, moment }) =>
    view === 'calendar'
      ? { moment: momentOf(week, place, moment.minute), proposal: null, carrying: null }
      : { place: placeOfMoment(week, moment, place), proposal: null, carrying: null },
  )
  showWeekAs(view)
}

/** From the capacity grid to the calendar, and back. */
export function switchView(): void {
  const place = placeNow()
  if (place.screen === 'week') showWeek(place.view === 'calendar' ? 'capacity' : 'calendar')
}

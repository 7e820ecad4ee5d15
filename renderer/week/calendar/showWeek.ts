import { placeNow, showWeekAs, type WeekView } from '../../state/navigation.ts'
import { viewNow } from '../capacityNow.ts'
import { weekStore } from '../weekStore.ts'
import { momentNow, momentOf, placeOfMoment } from './moment.ts'

/** Shows the week in one of its views; the session or day that has the focus keeps it. */
export function showWeek(view: WeekView): void {
  const shown = placeNow()
  if (shown.screen !== 'week' || shown.view === view) return
  const week = viewNow()
  const { place, moment, held } = weekStore.getState()
  weekStore.setState({ proposal: null, carrying: null })
  if (view === 'capacity') weekStore.setState({ place: placeOfMoment(week, momentNow(week), place) })
  else if (held || moment !== null)
    weekStore.setState({ moment: momentOf(week, place, momentNow(week).minute) })
  showWeekAs(view)
}

/** From the capacity grid to the calendar, and back. */
export function switchView(): void {
  const place = placeNow()
  if (place.screen === 'week') showWeek(place.view === 'calendar' ? 'capacity' : 'calendar')
}

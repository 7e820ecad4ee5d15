import { addDays } from '../../shared/time/day.ts'
import { goToTime, placeNow } from '../state/navigation.ts'
import type { Action } from './action.ts'

const always = () => true
const onTime = () => placeNow().screen === 'time'

/** The actions of worked time: its views, and on or back by the week or the day that is shown. */
export const timeActions: readonly Action[] = [
  {
    id: 'time.confirm',
    group: 'go',
    label: (words) => words.app.actions.confirmDay,
    keys: ['c'],
    enabled: always,
    run: () => goToTime('day'),
  },
  {
    id: 'time.compare',
    group: 'go',
    label: (words) => words.app.actions.compareTime,
    keys: [],
    enabled: always,
    run: () => goToTime('compare'),
  },
  {
    id: 'go.expenses',
    group: 'go',
    label: (words) => words.app.actions.goExpenses,
    keys: [],
    enabled: always,
    run: () => goToTime('expenses'),
  },
  {
    id: 'time.previous',
    group: 'go',
    label: (words) => words.app.actions.earlierTime,
    keys: ['pageup'],
    enabled: onTime,
    run: () => step(-1),
  },
  {
    id: 'time.next',
    group: 'go',
    label: (words) => words.app.actions.laterTime,
    keys: ['pagedown'],
    enabled: onTime,
    run: () => step(1),
  },
]

function step(by: 1 | -1): void {
  const place = placeNow()
  if (place.screen !== 'time' || place.tab === 'compare' || place.tab === 'expenses') return
  goToTime(place.tab, addDays(place.day, place.tab === 'sheet' ? 7 * by : by))
}

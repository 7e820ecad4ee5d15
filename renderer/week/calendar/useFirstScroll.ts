import { type RefObject, useLayoutEffect } from 'react'
import type { WeekView } from '../../../shared/capacity/weekView.ts'
import { wallDay, wallMinute } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../../shared/time/zone.ts'
import { nowMinute } from '../../state/clock.ts'
import { planNow } from '../../state/plan.ts'
import { viewNow } from '../capacityNow.ts'
import { weekStore } from '../weekStore.ts'
import { DAY } from './placing.ts'

/** Where the day begins where nobody works. */
const USUAL_BEGIN = 8 * 60
/** Minutes kept in sight above what matters. */
const LEAD = 30

/** Shows the working hours, or the present where it lies outside of them, when the calendar appears first. */
export function useFirstScroll(grid: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = grid.current
    const body = element?.querySelector<HTMLElement>('[data-day]')
    if (element === null || body == null) return
    const height = body.offsetHeight
    const seen = element.clientHeight - body.offsetTop
    const minute = firstMinute(viewNow(), (seen / height) * DAY)
    element.scrollTop = weekStore.getState().scrolledTo ?? (minute / DAY) * height
    return () => weekStore.setState({ scrolledTo: element.scrollTop })
  }, [grid])
}

/** The minute of the day at the top of what is seen, of which there is room for `seen` minutes. */
export function firstMinute({ days }: WeekView, seen: number): number {
  const begins = days.flatMap(({ workingHours }) => workingHours.slice(0, 1).map(({ from }) => from))
  const begin = (begins.length === 0 ? USUAL_BEGIN : Math.min(...begins)) - LEAD
  const now = fromEpochMinute(nowMinute(), planNow().practice.settings.homeZone)
  if (!days.some(({ day }) => day === wallDay(now))) return Math.max(0, begin)
  const minute = wallMinute(now)
  const isSeen = begin <= minute && minute < begin + seen - LEAD
  return Math.max(0, isSeen ? begin : Math.min(minute - seen / 2, DAY - seen))
}

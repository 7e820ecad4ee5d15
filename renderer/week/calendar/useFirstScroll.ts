import { type RefObject, useLayoutEffect, useRef } from 'react'
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

/**
 * Shows the working hours, or the present where it lies outside of them, when the calendar appears first. Its pages that
 * were drawn ahead follow the one in sight.
 */
export function useFirstScroll(grid: RefObject<HTMLElement | null>, isShown: boolean): void {
  const latest = useRef(isShown)
  useLayoutEffect(() => {
    latest.current = isShown
  })
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return
    if (latest.current) element.scrollTop = weekStore.getState().scrolledTo ?? firstPixel(element)
    return () => {
      if (latest.current) weekStore.setState({ scrolledTo: element.scrollTop })
    }
  }, [grid])
}

function firstPixel(grid: HTMLElement): number {
  const body = grid.querySelector<HTMLElement>('[data-day]')
  if (body === null) return 0
  const height = body.offsetHeight
  const seen = grid.clientHeight - body.offsetTop
  return (firstMinute(viewNow(), (seen / height) * DAY) / DAY) * height
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

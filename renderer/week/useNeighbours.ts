import { useEffect } from 'react'
import { week } from '../../shared/capacity/week.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { addDays } from '../../shared/time/day.ts'
import { whenIdle } from '../state/idle.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { useCapacityContext } from './capacityNow.ts'
import { useFrameShown } from './useFrameShown.ts'
import { restingMarks } from './useWeekMarks.ts'

/** Days from the shown week to those that are computed: the next one first. */
const AWAY = [7, -7]

/**
 * Computes the weeks beside the shown one while nothing else is to do, once it has been on the screen for a moment: who
 * pages on finds the week made. The engine keeps it for as long as the plan, the holidays and the quarter of an hour are
 * the same, so that nothing here can be out of date.
 */
export function useNeighbours(view: WeekView): void {
  const isDrawn = useFrameShown(view.start)
  const plan = usePlan((whole) => whole)
  const context = useCapacityContext(addDays(view.start, -38), addDays(view.start, 44))
  const words = useWords()
  const format = useFormat()
  useEffect(() => {
    if (!isDrawn) return
    const left = [...AWAY]
    const next = () => {
      const days = left.shift()
      if (days === undefined) return
      restingMarks(week(plan, addDays(view.start, days), context), words, format)
      callOff = whenIdle(next)
    }
    let callOff = whenIdle(next)
    return () => callOff()
  }, [isDrawn, plan, view.start, context, words, format])
}

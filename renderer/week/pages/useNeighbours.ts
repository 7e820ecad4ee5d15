import { useEffect, useRef } from 'react'
import { week } from '../../../shared/capacity/week.ts'
import type { WeekView } from '../../../shared/capacity/weekView.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { inSlices } from '../../state/idle.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { useCapacityContext } from '../capacityNow.ts'
import { useFrameShown } from '../useFrameShown.ts'
import { restingMarks } from '../useWeekMarks.ts'
import { useWeekUi } from '../weekStore.ts'

/** Draws so many parts of a week out of sight. `wanted` are the first days of the weeks that are drawn ahead together. */
export type DrawAhead = (view: WeekView, parts: number, wanted: readonly Day[]) => void

/** How many parts of a week are drawn after each slice of time, ascending; none where it is not drawn ahead. */
export type Steps = (view: WeekView) => readonly number[]

/**
 * Computes and draws the weeks beside the shown one while nothing else is to do, a few of its parts at a time, once it has
 * been on the screen for a moment and nothing is carried, drafted or proposed: who pages on finds the week made. The
 * engine keeps a week for as long as the plan, the holidays and the quarter of an hour are the same, so that nothing here
 * can be out of date. `start` is the first day of the shown week; while that is out of sight nothing is drawn.
 */
export function useNeighbours(start: Day, isShown: boolean, steps: Steps, draw: DrawAhead): void {
  const plan = usePlan((whole) => (isShown ? whole : null))
  const isDrawn = useFrameShown(start)
  const isBusy = useWeekUi((ui) => ui.carrying !== null || ui.proposal !== null || ui.planning !== null)
  const context = useCapacityContext(addDays(start, -38), addDays(start, 44))
  const words = useWords()
  const format = useFormat()
  const before = useRef(start)
  useEffect(() => {
    if (plan === null || !isDrawn || isBusy) return
    // The one that is gone to next, first.
    const isBackward = start < before.current
    before.current = start
    const wanted = (isBackward ? [-7, 7] : [7, -7]).map((days) => addDays(start, days))
    function* ahead(of: Plan): Generator<undefined, undefined> {
      for (const first of wanted) {
        const view = week(of, first, context)
        restingMarks(view, words, format)
        yield
        for (const parts of steps(view)) {
          draw(view, parts, wanted)
          yield
        }
      }
    }
    return inSlices(
      () => ahead(plan),
      () => {},
    )
  }, [isDrawn, isBusy, plan, start, context, words, format, steps, draw])
}

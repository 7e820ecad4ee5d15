import { useEffect, useState } from 'react'
import { type WeekAhead, weekAhead } from '../../shared/capacity/flags/openFlags.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { whenIdle } from '../state/idle.ts'
import { planNow } from '../state/plan.ts'
import { atRest } from '../week/atRest.ts'
import { contextNow } from '../week/capacityNow.ts'

const WEEKS = 4

/**
 * What is open in the weeks after a view's, one week computed at a time while nothing else is to do, once the week has come to rest; null until all are
 * there. The old numbers of the same week stay until the new ones are known.
 */
export function useAhead(view: WeekView): readonly WeekAhead[] | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly weeks: readonly WeekAhead[] } | null>(
    null,
  )
  useEffect(() => {
    const found: WeekAhead[] = []
    return atRest(() => {
      if (found.length === WEEKS) return
      const next = () => {
        found.push(weekAhead(planNow(), view.start, found.length + 1, contextNow()))
        if (found.length === WEEKS) setKnown({ of: view.start, weeks: found })
        else callOff = whenIdle(next)
      }
      let callOff = whenIdle(next)
      return () => callOff()
    })
  }, [view])
  return known?.of === view.start ? known.weeks : null
}

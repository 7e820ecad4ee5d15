import { useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import type { Plan } from '../../../shared/plan/plan.ts'
import { whenIdle } from '../../state/idle.ts'
import { planNow, usePlan } from '../../state/plan.ts'
import { planStore } from '../../state/planStore.ts'

/**
 * The plan as it is; out of sight, as it was when there was last time to look. What is drawn from it then costs the
 * screen that is shown nothing, and is as good as up to date when it is shown again.
 */
export function usePlanInSight(isShown: boolean): Plan {
  const known = useRef<Plan | null>(null)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const plan = usePlan((whole) => (isShown ? whole : (known.current ?? whole)))
  useLayoutEffect(() => {
    known.current = plan
  })
  useEffect(() => {
    if (isShown) return
    let callOff = () => {}
    const follow = () => {
      if (planNow() === known.current) return
      callOff()
      callOff = whenIdle(() => {
        known.current = planNow()
        drawAgain()
      })
    }
    const stop = planStore.subscribe(follow)
    return () => {
      stop()
      callOff()
    }
  }, [isShown])
  return plan
}

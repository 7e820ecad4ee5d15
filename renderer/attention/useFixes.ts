import { useEffect, useState } from 'react'
import { fixesOf } from '../../shared/capacity/fixes.ts'
import type { Fix, Flag } from '../../shared/capacity/flag.ts'
import { newId } from '../state/clock.ts'
import { whenIdle } from '../state/idle.ts'
import { planNow } from '../state/plan.ts'
import { contextNow } from '../week/capacityNow.ts'

/**
 * The fixes of a flag. They take tens of milliseconds, so they are sought one flag at a time while nothing else is to
 * do; until the new ones are there the old ones of the same flag stay. Null until the first are there.
 */
export function useFixes(flag: Flag, isResting: boolean): readonly Fix[] | null {
  const [found, setFound] = useState<readonly Fix[] | null>(null)
  useEffect(() => {
    if (!isResting) return
    return whenIdle(() => setFound(fixesNow(flag)))
  }, [flag, isResting])
  return found
}

/** The fixes of a flag in the plan as it is now. */
export function fixesNow(flag: Flag): readonly Fix[] {
  return fixesOf(planNow(), flag, contextNow(), newId)
}

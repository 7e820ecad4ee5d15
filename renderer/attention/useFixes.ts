import { useEffect, useState } from 'react'
import { fixesOf, searchFixes } from '../../shared/capacity/fixes/fixes.ts'
import type { Fix, Flag } from '../../shared/capacity/flags/flag.ts'
import { keepSame } from '../../shared/capacity/keepSame.ts'
import { newId } from '../state/clock.ts'
import { inSlices } from '../state/idle.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { atRest } from '../week/atRest.ts'
import { contextNow } from '../week/capacityNow.ts'

/**
 * The fixes of a flag, for the plan as it is: a flag may stay the same while the plan around it takes a way out away.
 * They take tens of milliseconds, so they are sought in slices while nothing else is to do, and only once the week has
 * come to rest; until the new ones are there the old ones of the same flag stay. Null until the first are there.
 */
export function useFixes(flag: Flag, isWanted: boolean): readonly Fix[] | null {
  const [found, setFound] = useState<readonly Fix[] | null>(null)
  const plan = usePlan((whole) => whole)
  useEffect(() => {
    if (!isWanted) return
    let isDone = false
    return atRest(() =>
      isDone
        ? undefined
        : inSlices(
            () => searchFixes(plan, flag, contextNow(), newId),
            (fixes) => {
              isDone = true
              setFound((known) => keepSame(known, fixes))
            },
          ),
    )
  }, [plan, flag, isWanted])
  return found
}

/** The fixes of a flag in the plan as it is now. */
export function fixesNow(flag: Flag): readonly Fix[] {
  return fixesOf(planNow(), flag, contextNow(), newId)
}

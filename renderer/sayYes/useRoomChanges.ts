import { useEffect, useState } from 'react'
import type { Asked } from '../../shared/capacity/sayYes/asked.ts'
import { roomChanges } from '../../shared/capacity/sayYes/room/roomChanges.ts'
import type { RoomChange } from '../../shared/capacity/sayYes/room/smallest.ts'
import type { YesAnswer } from '../../shared/capacity/sayYes/sayYes.ts'
import type { CapacityContext } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { inSlices } from '../state/idle.ts'

/** What an answer was found from. The same object for the same answer. */
export interface Answered {
  readonly plan: Plan
  readonly asked: Asked
  readonly context: CapacityContext
  readonly answer: YesAnswer
}

/**
 * The smallest changes that would turn a no into a yes; null until they are found. They are sought when the answer stands
 * and nothing else is to do, and no further once another answer is there.
 */
export function useRoomChanges(answered: Answered): readonly RoomChange[] | null {
  const [found, setFound] = useState<{
    readonly of: Answered
    readonly changes: readonly RoomChange[]
  } | null>(null)
  useEffect(() => {
    const { plan, asked, context, answer } = answered
    if (answer.fits) return
    return inSlices(
      () => roomChanges(plan, asked, context, answer),
      (changes) => setFound({ of: answered, changes }),
    )
  }, [answered])
  return found?.of === answered ? found.changes : null
}

import type { Booking } from '../../shared/capacity/weekView.ts'
import type { Occurrence } from '../../shared/plan/session.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { newId } from '../state/clock.ts'
import { undo } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { deleteAllCommand, deleteCommand } from './edits.ts'
import { together } from './moves.ts'
import { homeStart, run } from './sessionActions.ts'
import { askScope, nothingSelected, weekStore } from './weekStore.ts'

/** Deletes a session, with Undo at hand; asks which occurrences where it repeats. */
export async function remove(occurrence: Occurrence): Promise<void> {
  const scope = occurrence.original === null ? 'all' : await askScope(occurrence.title, 'delete')
  if (scope === null) return
  const text = wordsNow().week.deleted(occurrence.title)
  if (await run(deleteCommand(occurrence, scope, newId()), wallDay(homeStart(occurrence)), () => text))
    offerUndo(text)
}

/** Deletes a booking's session, or all that are selected with it in one step. */
export function removeTogether(booking: Booking): Promise<void> {
  const all = together(booking)
  return all.length > 1 ? removeSeveral(all.map(({ occurrence }) => occurrence)) : remove(booking.occurrence)
}

/** Deletes several occurrences at once, each alone, with Undo at hand. */
export async function removeSeveral(occurrences: readonly Occurrence[]): Promise<void> {
  const [first] = occurrences
  if (first === undefined) return
  const text = wordsNow().week.severalDeleted(occurrences.length)
  if (!(await run(deleteAllCommand(occurrences), wallDay(homeStart(first)), () => text))) return
  weekStore.setState({ selected: nothingSelected })
  offerUndo(text)
}

function offerUndo(text: string): void {
  toast({
    text,
    tone: 'done',
    action: { label: wordsNow().app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}

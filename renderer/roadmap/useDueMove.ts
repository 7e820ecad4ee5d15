import { type RefObject, useRef } from 'react'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { addDays, type Day, daysBetween, maxDay, minDay } from '../../shared/time/day.ts'
import { execute, planNow } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { useDayMove } from '../ui/useDayMove.ts'

interface MoveProps {
  readonly deliverable: Deliverable & { readonly due: Day }
  readonly moved: Day | null
  /** The days that the track shows. */
  readonly days: { readonly from: Day; readonly end: Day }
  /** A target that is looked at; null puts it back. */
  readonly onMove: (due: Day | null) => void
  readonly onOpen: () => void
}

/** What the bar of a deliverable does with keys and the pointer. A key that is held, or a drag, is one step of the history. */
export function useDueMove({ deliverable, moved, days, onMove, onOpen }: MoveProps) {
  const track: RefObject<HTMLDivElement | null> = useRef(null)
  const handlers = useDayMove({
    day: deliverable.due,
    moved,
    within: (wish) => maxDay(deliverable.release ?? '0001-01-01', minDay(wish, addDays(days.end, 365))),
    dayAt: (from, pixels) => {
      const width = track.current?.getBoundingClientRect().width ?? 0
      return width === 0
        ? from
        : addDays(from, Math.round(pixels / (width / daysBetween(days.from, days.end))))
    },
    onMove,
    onDrop: (due) => void moveDue(deliverable.id, due),
    onOpen,
  })
  return { track, handlers }
}

/** Moves a deliverable's due day, as a step that can be undone. */
export async function moveDue(id: string, due: Day): Promise<void> {
  const now = planNow().practice.deliverables[id]
  if (now === undefined) return
  const records = [{ kind: 'deliverable' as const, value: { ...now, due } }]
  const reply = await execute({ type: 'practice/put', records })
  if (reply.ok) toastWithUndo(wordsNow().roadmap.movedTo(now.title, formatNow().dayMedium(due)))
}

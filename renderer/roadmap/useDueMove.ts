import { type FocusEvent, type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { addDays, type Day, daysBetween, maxDay, minDay } from '../../shared/time/day.ts'
import { execute, planNow } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { formatNow, wordsNow } from '../state/words.ts'

interface MoveProps {
  readonly deliverable: Deliverable & { readonly due: Day }
  readonly moved: Day | null
  /** The days that the track shows. */
  readonly days: { readonly from: Day; readonly end: Day }
  /** A target that is looked at; null puts it back. */
  readonly onMove: (due: Day | null) => void
  readonly onOpen: () => void
}

/** Days that a key moves a due day by. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
}

/** What the bar of a deliverable does with keys and the pointer. A key that is held, or a drag, is one step of the history. */
export function useDueMove({ deliverable, moved, days, onMove, onOpen }: MoveProps) {
  const track: RefObject<HTMLDivElement | null> = useRef(null)
  const drag = useRef<{ readonly x: number; readonly due: Day } | null>(null)
  const to = (due: Day) => {
    const first = deliverable.release ?? '0001-01-01'
    const target = maxDay(first, minDay(due, addDays(days.end, 365)))
    onMove(target === deliverable.due ? null : target)
  }
  const drop = () => {
    drag.current = null
    if (moved === null) return
    onMove(null)
    void moveDue(deliverable.id, moved)
  }
  const cancel = () => {
    drag.current = null
    onMove(null)
  }
  return {
    track,
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const step = (steps[event.key] ?? 0) * (event.shiftKey && event.key.startsWith('Arrow') ? 7 : 1)
        if (step !== 0) to(addDays(moved ?? deliverable.due, step))
        else if (event.key === 'Enter') onOpen()
        else if (event.key === 'Escape' && moved !== null) cancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      },
      onKeyUp: (event: KeyboardEvent) => {
        if (steps[event.key] !== undefined) drop()
      },
      onBlur: (_event: FocusEvent) => drop(),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, due: deliverable.due }
      },
      onPointerMove: (event: PointerEvent) => {
        const width = track.current?.getBoundingClientRect().width ?? 0
        if (drag.current === null || width === 0) return
        const perDay = width / daysBetween(days.from, days.end)
        const target = addDays(drag.current.due, Math.round((event.clientX - drag.current.x) / perDay))
        // Nothing is drawn anew within a day.
        if (target !== (moved ?? deliverable.due)) to(target)
      },
      onPointerUp: drop,
      onPointerCancel: cancel,
    },
  }
}

async function moveDue(id: string, due: Day): Promise<void> {
  const now = planNow().practice.deliverables[id]
  if (now === undefined) return
  const records = [{ kind: 'deliverable' as const, value: { ...now, due } }]
  const reply = await execute({ type: 'practice/put', records })
  if (reply.ok) toastWithUndo(wordsNow().roadmap.movedTo(now.title, formatNow().dayMedium(due)))
}

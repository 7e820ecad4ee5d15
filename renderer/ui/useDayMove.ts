import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { addDays, type Day } from '../../shared/time/day.ts'

export interface DayMove {
  /** Where it rests. */
  readonly day: Day
  /** Where it is being moved to; null at rest. */
  readonly moved: Day | null
  /** The day that a wish comes to. */
  readonly within: (wish: Day) => Day
  /** The day that lies so many pixels from another. */
  readonly dayAt: (from: Day, pixels: number) => Day
  /** A target that is looked at; null puts it back. */
  readonly onMove: (target: Day | null) => void
  /** It is dropped on another day than its own. */
  readonly onDrop: (target: Day) => void
  readonly onOpen: () => void
}

/** Days that a key moves a day by. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
}

/**
 * What a slider of days does with keys and the pointer: a day an arrow, a week with Shift or a page key. A key that is
 * held, or a drag, is one drop.
 */
export function useDayMove({ day, moved, within, dayAt, onMove, onDrop, onOpen }: DayMove) {
  const drag = useRef<{ readonly x: number; readonly day: Day } | null>(null)
  const to = (wish: Day) => {
    const target = within(wish)
    onMove(target === day ? null : target)
  }
  const drop = () => {
    drag.current = null
    if (moved === null) return
    onMove(null)
    onDrop(moved)
  }
  const cancel = () => {
    drag.current = null
    onMove(null)
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = (steps[event.key] ?? 0) * (event.shiftKey && event.key.startsWith('Arrow') ? 7 : 1)
      if (step !== 0) to(addDays(moved ?? day, step))
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
      drag.current = { x: event.clientX, day }
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag.current === null) return
      const target = dayAt(drag.current.day, event.clientX - drag.current.x)
      // Nothing is drawn anew within a day.
      if (target !== (moved ?? day)) to(target)
    },
    onPointerUp: drop,
    onPointerCancel: cancel,
  }
}

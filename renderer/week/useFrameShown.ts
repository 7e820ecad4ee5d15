import { startTransition, useEffect, useState } from 'react'

/** Whether the frame that a week was drawn for first was shown, by the week's first day. What is dear can wait for it. */
export function useFrameShown(start: string): boolean {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const frame = requestAnimationFrame(() => {
      // The frame is drawn after its callbacks; a task after them comes after it.
      timer = setTimeout(() => startTransition(() => setShown(start)))
    })
    return () => {
      cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
    }
  }, [start])
  return shown === start
}

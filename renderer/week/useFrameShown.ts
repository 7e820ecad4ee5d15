import { startTransition, useEffect, useState } from 'react'

/** How long a week stands before what is dear follows it, in milliseconds: who pages on does not wait for it. */
const PAUSE = 50

/** Whether a week, by its first day, has been on the screen for a moment. What is dear can wait for that. */
export function useFrameShown(start: string): boolean {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const frame = requestAnimationFrame(() => {
      // The frame is drawn after its callbacks.
      timer = setTimeout(() => startTransition(() => setShown(start)), PAUSE)
    })
    return () => {
      cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
    }
  }, [start])
  return shown === start
}

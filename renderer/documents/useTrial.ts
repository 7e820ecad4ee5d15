import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Measures a trial setting of a view once its fonts are there. `measured` is null until then, which is when the trial
 * has to be drawn.
 */
export function useTrial<V, M>(
  view: V,
  measure: (trial: HTMLElement) => M,
): {
  readonly trial: RefObject<HTMLDivElement | null>
  readonly measured: M | null
} {
  const trial = useRef<HTMLDivElement>(null)
  const [set, setSet] = useState<{ readonly view: V; readonly measured: M } | null>(null)
  useEffect(() => {
    let current = true
    const measureSoon = async () => {
      // Laying it out begins the loading of its fonts; before, `ready` would mean those of earlier documents.
      trial.current?.getBoundingClientRect()
      await globalThis.document.fonts.ready
      if (current && trial.current !== null) setSet({ view, measured: measure(trial.current) })
    }
    void measureSoon()
    return () => {
      current = false
    }
  }, [view, measure])
  return { trial, measured: set?.view === view ? set.measured : null }
}

import { lazy, Suspense } from 'react'
import { useTimerUi } from './timerStore.ts'

const GapDialog = lazy(() => import('./GapDialog.tsx').then((module) => ({ default: module.GapDialog })))

/** The question about the timer's gaps, loaded when there is one. */
export function GapQuestions() {
  const hasGaps = useTimerUi((ui) => ui.gaps.length > 0)
  return <Suspense fallback={null}>{hasGaps ? <GapDialog /> : null}</Suspense>
}

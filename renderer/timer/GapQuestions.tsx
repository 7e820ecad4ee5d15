import { onDemand } from '../ui/onDemand.tsx'
import { useTimerUi } from './timerStore.ts'

const GapDialog = onDemand(async () => (await import('./GapDialog.tsx')).GapDialog)

/** The question about the timer's gaps, loaded when there is one. */
export function GapQuestions() {
  const hasGaps = useTimerUi((ui) => ui.gaps.length > 0)
  return <>{hasGaps ? <GapDialog /> : null}</>
}

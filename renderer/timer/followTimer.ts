import type { Gap } from '../../shared/timer/gap.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { timerStore } from './timerStore.ts'

/** Follows the gaps of the timer that main finds, from those that it knows already; returns the function that stops it. */
export function followTimer(): () => void {
  askForGaps()
  return bridge.on('timer/gaps', ({ gaps }) => showGaps(gaps))
}

/** Asks main what waits for an answer. */
export function askForGaps(): void {
  bridge.request('timer/gaps', undefined).then(showGaps, reportFault)
}

function showGaps(gaps: readonly Gap[]): void {
  timerStore.setState((before) => {
    const known = before.gaps.at(-1)?.to ?? 0
    const isNew = (gaps.at(-1)?.to ?? 0) > known
    return { gaps, isPutOff: before.isPutOff && !isNew }
  })
}

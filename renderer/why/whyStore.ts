import { createStore } from 'zustand/vanilla'
import type { Flag } from '../../shared/capacity/flags/flag.ts'
import { questionOf, type WhyQuestion } from '../../shared/capacity/why/question.ts'
import { openOverlay } from '../shell/overlays.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { shownStart } from '../week/capacityNow.ts'

/** What was asked last: the question, and the flag that raised it, as its card called it. */
export interface AskedWhy {
  readonly question: WhyQuestion
  readonly title: string
}

export const whyStore = createStore<{ readonly asked: AskedWhy | null }>(() => ({ asked: null }))

/** Whether the history can tell why there is a flag. */
export function canAskWhy(flag: Flag): boolean {
  return questionOf(flag, flag.days[0] ?? '') !== null
}

/** Opens the answer to why there is a flag in the shown week. */
export function askWhy(flag: Flag): void {
  const question = questionOf(flag, shownStart())
  if (question === null) return
  whyStore.setState({ asked: { question, title: wordsNow().flags.title(flag, formatNow()) } })
  openOverlay('why')
}

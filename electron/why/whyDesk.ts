import type { WhyQuestion } from '../../shared/capacity/why/question.ts'
import { type Why, why } from '../../shared/capacity/why/why.ts'
import type { Steps } from '../../shared/exchange/steps.ts'
import type { Replies } from '../../shared/ipc/contract.ts'
import type { Handlers } from '../ipc/serve.ts'
import type { PlanHost } from '../planHost.ts'
import { regionHolidays } from './regionHolidays.ts'

/** Milliseconds of work in one go: whatever else main has to do comes between two. */
const SLICE = 12

export interface WhyParts {
  readonly host: () => Promise<PlanHost>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The requests that ask the past. One question is answered at a time: the next one ends it. */
export function whyHandlers({ host, now }: WhyParts): Pick<Handlers, 'why/ask' | 'why/stop'> {
  let asked = 0
  return {
    'why/ask': async (question) => {
      const mine = ++asked
      const isAsked = () => mine === asked
      const open = await host()
      const holidaysOf = await regionHolidays(question.start)
      if (!isAsked()) return { state: 'given-up' }
      return answer(walk(open, question, { now: Math.floor(now() / 60_000), holidaysOf }), isAsked)
    },
    'why/stop': () => {
      asked++
      return undefined
    },
  }
}

/** The walk back through the journal, from the plan as it was last broadcast. */
function walk(host: PlanHost, question: WhyQuestion, context: Parameters<typeof why>[3]): Steps<Why | null> {
  let rev = host.rev()
  return why(host.plan(), () => host.line(rev--), question, context)
}

async function answer(steps: Steps<Why | null>, isAsked: () => boolean): Promise<Replies['why/ask']> {
  while (isAsked()) {
    const end = performance.now() + SLICE
    do {
      const step = steps.next()
      if (step.done) return step.value === null ? { state: 'fits' } : { state: 'found', why: step.value }
    } while (performance.now() < end)
    await new Promise((go) => setImmediate(go))
  }
  return { state: 'given-up' }
}

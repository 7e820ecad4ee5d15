import { type Why, why } from '../../shared/capacity/why/why.ts'
import type { Replies } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Steps } from '../../shared/steps.ts'
import type { Handlers } from '../ipc/serve.ts'
import type { PlanHost } from '../planHost.ts'
import { RegionHolidays } from './regionHolidays.ts'

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
      const holidays = new RegionHolidays(question.start)
      if (open.plan().practice.settings.holidays !== null) await holidays.load()
      const context = { now: Math.floor(now() / 60_000), holidaysOf: (plan: Plan) => holidays.of(plan) }
      const told = await answer(why(open.plan(), open.past(), question, context), isAsked)
      if (!holidays.lacks) return told
      await holidays.load()
      return answer(why(open.plan(), open.past(), question, context), isAsked)
    },
    'why/stop': () => {
      asked++
      return undefined
    },
  }
}

/** Walks back through the journal, a slice at a time, as long as the question stands. */
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

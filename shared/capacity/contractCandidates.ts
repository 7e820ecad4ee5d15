/** What might settle a contract's dates or budget: the agreement is changed to what is planned. */
import type { Command } from '../commands/registry.ts'
import type { Engagement } from '../plan/engagement.ts'
import { own } from '../plan/plan.ts'
import { wallDay } from '../time/wallClock.ts'
import type { Candidate, Search } from './candidates.ts'
import type { FlagFacts } from './flag.ts'

/** The engagement from, or to, the day of the session. */
export function* longerContract(
  search: Search,
  { why, session }: FlagFacts['contract'],
): Generator<Candidate> {
  const engagement = engagementOf(search)
  if (engagement === undefined) return
  const day = wallDay(session.start)
  if (why === 'before-start')
    yield {
      kind: 'extend-start',
      about: 'extend-start',
      facts: { engagement: engagement.name, start: day },
      command: put({ ...engagement, start: day }),
      days: [],
    }
  else
    yield {
      kind: 'extend-end',
      about: 'extend-end',
      facts: { engagement: engagement.name, end: day },
      command: put({ ...engagement, end: day }),
      days: [],
    }
}

/** The hours budget raised to what is logged and planned. */
export function* largerBudget(search: Search): Generator<Candidate> {
  const engagement = engagementOf(search)
  if (engagement === undefined) return
  const { needed } = search.flag
  if (engagement.budget?.kind !== 'hours') return
  yield {
    kind: 'raise-budget',
    about: 'raise-budget',
    facts: { engagement: engagement.name, minutes: needed },
    command: put({ ...engagement, budget: { kind: 'hours', minutes: needed } }),
    days: [],
  }
}

function engagementOf({ plan, flag }: Search): Engagement | undefined {
  const [id] = flag.engagementIds
  return id === undefined ? undefined : own(plan.practice.engagements, id)
}

function put(value: Engagement): Command {
  return {
    type: 'practice/put',
    records: [{ kind: 'engagement', value }],
  }
}

/** What came of the engagements that are closed. */
import type { Client } from '../plan/client.ts'
import type { Engagement, Outcome } from '../plan/engagement.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'

/** A closed engagement; `outcome` is null where nobody wrote down what came of it. */
export interface Closed {
  readonly engagement: Engagement
  readonly client: Client
  readonly outcome: Outcome | null
  /** The day of the outcome, else the engagement's end; null where neither is known. */
  readonly on: Day | null
}

/** All closed engagements, the latest first; those of which no day is known last. */
export function closedEngagements({ practice }: Plan): readonly Closed[] {
  return Object.values(practice.engagements)
    .filter(({ status }) => status === 'closed')
    .flatMap((engagement): Closed[] => {
      const client = own(practice.clients, engagement.clientId)
      if (client === undefined) return []
      const { outcome, end } = engagement
      return [{ engagement, client, outcome, on: outcome?.on ?? end }]
    })
    .sort((a, b) => compare(b.on ?? '', a.on ?? '') || a.engagement.order - b.engagement.order)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An outcome as the portfolio tells it: plain text throughout. */
export interface PortfolioItem {
  readonly title: string
  /** Empty where the client is not to be named. */
  readonly client: string
  readonly from: Day | null
  readonly to: Day
  readonly kind: Outcome['kind']
  readonly result: string
}

/** The portfolio's content: who it is of, and the outcomes in their order. */
export interface Portfolio {
  readonly heading: string
  /** The planner's business, with how to reach it; empty lines are left out. */
  readonly business: readonly string[]
  readonly items: readonly PortfolioItem[]
}

/** The portfolio of chosen engagements; a lost one is nobody's achievement and is left out. */
export function portfolioOf(
  plan: Plan,
  {
    ids,
    heading,
    showClients,
  }: { readonly ids: readonly string[]; readonly heading: string; readonly showClients: boolean },
): Portfolio {
  const { name, email, phone } = plan.practice.business
  const chosen = new Set(ids)
  return {
    heading,
    business: [name, email, phone].filter((line) => line !== ''),
    items: closedEngagements(plan).flatMap(({ engagement, client, outcome }): PortfolioItem[] =>
      outcome === null || outcome.kind === 'lost' || !chosen.has(engagement.id)
        ? []
        : [
            {
              title: engagement.name,
              client: showClients ? client.name : '',
              from: engagement.start,
              to: outcome.on,
              kind: outcome.kind,
              result: outcome.result.trim(),
            },
          ],
    ),
  }
}

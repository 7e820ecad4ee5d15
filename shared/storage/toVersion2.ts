import type { ShardName } from './shard.ts'

type Loose = Readonly<Record<string, unknown>>

/**
 * Version 2 brings agreements, the lengths of planned blocks and the focus hours into the practice, and one budget, of
 * hours or of money, to every engagement: until then a fixed price had hours among its terms. Years stay as they are.
 * What is there already stays, since a practice without a document begins in today's shape.
 */
export function toVersion2(shard: ShardName, data: unknown): unknown {
  if (shard !== 'practice') return data
  const practice = data as Loose & { readonly settings: Loose; readonly engagements: Record<string, Loose> }
  const engagements = Object.entries(practice.engagements).map(([id, engagement]) => [
    id,
    withBudget(engagement),
  ])
  return {
    agreements: {},
    ...practice,
    engagements: Object.fromEntries(engagements),
    settings: {
      blocks: { shortest: 30, longest: 240, usableOnly: false },
      focusHours: null,
      ...practice.settings,
    },
  }
}

interface OldVersion {
  readonly from: string
  readonly terms: Loose
}

/** The hours of the last fixed price become the engagement's budget. */
function withBudget(engagement: Loose): Loose {
  const terms = engagement.terms as readonly OldVersion[]
  const minutes = terms.findLast((version) => version.terms.kind === 'fixed')?.terms.budgetMinutes
  return {
    // Hours of nothing said nothing.
    budget: typeof minutes === 'number' && minutes > 0 ? { kind: 'hours', minutes } : null,
    ...engagement,
    terms: terms.map(({ terms: { budgetMinutes: _, ...rest }, ...version }) => ({ ...version, terms: rest })),
  }
}

/** How prospects count ahead: not at all, by their probability, or as if all of them came true. */
import { taken } from '../pipeline/decide.ts'
import { type Commitment, type Engagement, termsOn } from '../plan/engagement.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, maxDay } from '../time/day.ts'

export const prospectViews = ['none', 'weighted', 'all'] as const
export type ProspectView = (typeof prospectViews)[number]

/** Where no terms say how long a day is, in minutes. */
const USUAL_DAY = 480

/**
 * The plan with its prospects as if they were won, from their start or today on. By probability each promises that
 * share of its time; what its terms pay stays as it is, since no fee is paid by half.
 */
export function withProspects(plan: Plan, view: ProspectView, today: Day): Plan {
  if (view === 'none') return plan
  const prospects = Object.values(plan.practice.engagements).filter(({ status }) => status === 'prospect')
  if (prospects.length === 0) return plan
  const engagements = { ...plan.practice.engagements }
  for (const prospect of prospects) {
    const won = taken(prospect, maxDay(prospect.start ?? today, today))
    engagements[prospect.id] = view === 'all' ? won : { ...won, commitments: shares(prospect, won) }
  }
  return { ...plan, practice: { ...plan.practice, engagements } }
}

function shares({ probability }: Engagement, won: Engagement): Engagement['commitments'] {
  if (won.commitments.length === 0) {
    const from = won.start ?? '0001-01-01'
    const terms = termsOn(won, from)
    if (terms.kind !== 'retainer') return []
    const minutes = share(terms.minutes, probability)
    const kind = terms.period === 'week' ? ('hoursPerWeek' as const) : ('hoursPerMonth' as const)
    return [{ from, commitment: { kind, minutes } }]
  }
  return won.commitments.map(({ from, commitment }) => ({
    from,
    commitment: commitment === null ? null : shareOf(commitment, won, from, probability),
  }))
}

function shareOf(commitment: Commitment, won: Engagement, from: Day, probability: number): Commitment {
  if (commitment.kind !== 'daysPerWeek')
    return { kind: commitment.kind, minutes: share(commitment.minutes, probability) }
  const terms = termsOn(won, from)
  const day = terms.kind === 'daily' ? terms.minutesPerDay : USUAL_DAY
  return { kind: 'hoursPerWeek', minutes: share((commitment.halfDays * day) / 2, probability) }
}

function share(minutes: number, probability: number): number {
  return Math.round((minutes * probability) / 100)
}

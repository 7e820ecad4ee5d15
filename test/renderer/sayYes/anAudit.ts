import type { Engagement } from '../../../shared/plan/engagement.ts'
import { anEngagement } from '../../support/builders.ts'

/** A prospect of Lumen from 7 December on, for so many minutes a week. */
export function anAudit(end: string, minutes: number): Engagement {
  return anEngagement({
    id: 'lumen-audit',
    clientId: 'lumen',
    name: 'Security audit',
    status: 'prospect',
    probability: 60,
    start: '2026-12-07',
    end,
    commitments: [{ from: '2026-12-07', commitment: { kind: 'hoursPerWeek', minutes } }],
  })
}

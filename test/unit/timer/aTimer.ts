import type { Timer } from '../../../shared/plan/timer.ts'
import { secondOf } from '../../../shared/timer/instant.ts'
import { HOME } from '../../support/builders.ts'

/** A timer for `anEngagement`, started at nine in Berlin on Tuesday 24 November 2026. */
export function aTimer(given: Partial<Timer> = {}): Timer {
  return {
    entryId: 'timer-1',
    startedAt: '2026-11-24T08:00:00Z',
    zone: HOME,
    engagementId: 'northwind-cto',
    deliverableId: null,
    areaId: null,
    note: 'Platform roadmap',
    billable: true,
    session: null,
    keptThrough: null,
    ...given,
  }
}

/** The second of an instant of that day, `HH:mm` or `HH:mm:ss` in UTC, or of a whole instant. */
export function at(time: string): number {
  return secondOf(time.includes('T') ? time : `2026-11-24T${time.length === 5 ? `${time}:00` : time}Z`)
}

/** Ids `made-1`, `made-2`, … */
export function ids(): () => string {
  let count = 0
  return () => {
    count += 1
    return `made-${count}`
  }
}

/** Random questions for property tests, to be asked of a random practice. */
import fc from 'fast-check'
import { workingCalendar } from '../../../shared/capacity/availability.ts'
import { type Asked, askedEngagement, askedSeries } from '../../../shared/capacity/sayYes/asked.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, HOME } from '../../support/builders.ts'

const anyMeeting = fc.record({
  weekday: fc.integer({ min: 1, max: 6 }),
  minute: fc.integer({ min: 32, max: 70 }).map((quarter) => quarter * 15),
  minutes: fc.constantFrom(30, 60, 180),
  zone: fc.constantFrom(HOME, HOME, 'America/New_York', 'Asia/Kolkata'),
  everyWeeks: fc.integer({ min: 1, max: 3 }),
})

/** Hours or days a week from one of the coming thirty days on, with up to two meetings. */
export const anyAsked = fc
  .record({
    commitment: fc.oneof(
      fc.integer({ min: 1, max: 1800 }).map((minutes) => ({ kind: 'hoursPerWeek' as const, minutes })),
      fc.integer({ min: 1, max: 8 }).map((halfDays) => ({ kind: 'daysPerWeek' as const, halfDays })),
    ),
    start: fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-12-02', days)),
    days: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }),
    meetings: fc.array(anyMeeting, { maxLength: 2 }),
    clientId: fc.constantFrom('c1', null),
  })
  .map(
    ({ start, days, ...rest }): Asked => ({
      ...rest,
      start,
      end: days === null ? null : addDays(start, days),
    }),
  )

/** The plan in which it was said: the engagement runs, for a client of its own, and its meetings are confirmed. */
export function withIt(of: Plan, asked: Asked, context: CapacityContext): Plan {
  const { practice } = of
  const clientId = asked.clientId ?? 'new'
  const engagement = askedEngagement(asked, { id: 'new', clientId, name: 'New' })
  const calendar = workingCalendar(of, context.holidays)
  const series = askedSeries(asked, calendar, (meeting) => ({
    id: `new-${meeting}`,
    engagementId: 'new',
    title: `Meeting ${meeting}`,
  }))
  const client = aClient({ id: 'new', name: 'New', order: 9 })
  return {
    ...of,
    practice: {
      ...practice,
      clients: asked.clientId === null ? { ...practice.clients, new: client } : practice.clients,
      engagements: { ...practice.engagements, new: engagement },
      series: { ...practice.series, ...Object.fromEntries(series.map((one) => [one.id, one])) },
    },
  }
}

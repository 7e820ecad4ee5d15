import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextSessions,
  timeByArea,
  timeByClient,
  timeOfClient,
  totalOf,
} from '../../../shared/capacity/clientTime.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { fromEpochMinute, toEpochMinute } from '../../../shared/time/zone.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession, HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const clients = [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })]
const engagements = [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })]

const areasOf = (plan: Plan, clientId: string, from: Day, to: Day) =>
  timeByArea(timeOfClient({ ...plan, ...plan.practice }, clientId), from, to, HOME)

describe('a client’s time', () => {
  it('is cut at midnight at home, and counts series and entries by their area', () => {
    const plan = aPlan({
      clients,
      engagements,
      sessions: [
        // Sunday 22:00 to Monday 02:00: two hours of the week from Monday.
        aSession({ id: 'night', start: '2026-11-22T22:00', minutes: 240, areaId: 'team' }),
        // 22:00 on Sunday in New York is four on Monday morning at home.
        aSession({ id: 'far', start: '2026-11-22T22:00', zone: 'America/New_York', areaId: 'risk' }),
        aSeries({ areaId: 'team' }),
        aSession({ id: 'other', engagementId: 'lumen-1' }),
        aSession({ id: 'own', engagementId: null }),
      ],
      entries: [
        anEntry({ areaId: 'team' }),
        anEntry({ id: 'before', day: '2026-11-22', start: null }),
        anEntry({ id: 'none', day: '2026-11-29', start: null, minutes: 30 }),
      ],
    })
    expect(areasOf(plan, 'northwind', '2026-11-23', '2026-11-29')).toEqual([
      { areaId: 'team', planned: 180, worked: 120 },
      { areaId: 'risk', planned: 60, worked: 0 },
      { areaId: null, planned: 0, worked: 30 },
    ])
  })

  it('adds up to what one gets who looks at every minute, for one client and for all', () => {
    const start = fc
      .integer({ min: 0, max: 40 * 1440 })
      .map((minute) => fromEpochMinute(toEpochMinute('2026-10-10T00:00', HOME) + minute, HOME))
    const session = fc.record({
      start,
      minutes: fc.integer({ min: 1, max: 3000 }),
      zone: fc.constantFrom(HOME, 'America/New_York', 'Asia/Kolkata'),
      areaId: fc.constantFrom(null, 'team', 'risk'),
      engagementId: fc.constantFrom('northwind-cto', 'lumen-1', null),
    })
    fc.assert(
      fc.property(fc.array(session, { maxLength: 5 }), fc.integer({ min: 0, max: 40 }), (made, on) => {
        const sessions = made.map((given, i) => aSession({ id: `s-${i}`, ...given }))
        const plan = aPlan({ clients, engagements, sessions })
        const from = addDays('2026-10-10', on)
        const to = addDays(from, 6)
        const minutesOf = (engagementId: string, areaId: string | null | undefined) =>
          sessions
            .filter(
              (one) => one.engagementId === engagementId && (areaId === undefined || one.areaId === areaId),
            )
            .reduce((sum, one) => {
              const begin = toEpochMinute(one.start, one.zone)
              const days = Array.from({ length: one.minutes }, (_, i) =>
                fromEpochMinute(begin + i, HOME).slice(0, 10),
              )
              return sum + days.filter((day) => from <= day && day <= to).length
            }, 0)
        const areas = areasOf(plan, 'northwind', from, to)
        for (const { areaId, planned } of areas) expect(planned).toBe(minutesOf('northwind-cto', areaId))
        const all = timeByClient(plan, from, to)
        expect(totalOf(areas).planned).toBe(minutesOf('northwind-cto', undefined))
        expect(all.get('northwind')?.planned ?? 0).toBe(minutesOf('northwind-cto', undefined))
        expect(all.get('lumen')?.planned ?? 0).toBe(minutesOf('lumen-1', undefined))
      }),
      { numRuns: times(20, 300) },
    )
  })

  it('comes next with what runs now, then by start, up to as many as asked for', () => {
    const plan = aPlan({
      clients,
      engagements,
      sessions: [
        aSession({ id: 'over', start: '2026-11-23T07:00' }),
        aSession({ id: 'running', start: '2026-11-23T08:30' }),
        aSession({ id: 'other', start: '2026-11-23T10:00', engagementId: 'lumen-1' }),
        aSession({ id: 'later', start: '2026-11-25T10:00' }),
        aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-24T09:00' }),
      ],
    })
    const now = toEpochMinute('2026-11-23T09:00', HOME)
    expect(nextSessions(plan, 'northwind', now, 3).map(({ occurrence }) => occurrence.start)).toEqual([
      '2026-11-23T08:30',
      '2026-11-24T09:00',
      '2026-11-25T10:00',
    ])
  })
})

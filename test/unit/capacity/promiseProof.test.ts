import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PromiseFlag, promiseProof } from '../../../shared/capacity/flags/promiseProof.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'

const context = at('2026-11-24T09:00')
const promised = (kind: 'hoursPerWeek' | 'hoursPerMonth', minutes: number) =>
  anEngagement({ commitments: [{ from: '2026-01-01', commitment: { kind, minutes } }] })

function promiseFlags(plan: Plan): PromiseFlag[] {
  return week(plan, MONDAY, context).flags.filter(
    (flag): flag is PromiseFlag => flag.code === 'client-over' || flag.code === 'client-under',
  )
}

describe('the proof of a promise', () => {
  test('lists what was logged and what is planned, the longest first, each hour once', () => {
    const plan = aPlan({
      clients: [aClient()],
      engagements: [promised('hoursPerWeek', 240), anEngagement({ id: 'other' })],
      sessions: [
        aSession({ id: 'done', title: 'Roadmap', minutes: 90 }),
        aSession({ id: 'audit', title: 'Audit', start: '2026-11-26T09:00', minutes: 180, travelBefore: 30 }),
        aSession({ id: 'else', engagementId: 'other', start: '2026-11-25T09:00' }),
      ],
      entries: [
        anEntry({
          id: 'entry',
          note: 'Roadmap',
          minutes: 120,
          session: { sessionId: 'done', original: null },
        }),
        anEntry({ id: 'by hand', note: '', day: '2026-11-24', minutes: 15 }),
      ],
    })
    const [flag] = promiseFlags(plan)
    if (flag === undefined) throw new Error('no flag')
    expect(promiseProof(plan, flag, context)).toEqual([
      { id: 'audit', title: 'Audit', day: '2026-11-26', minutes: 180, isLogged: false },
      { id: 'entry', title: 'Roadmap', day: '2026-11-23', minutes: 120, isLogged: true },
      { id: 'by hand', title: 'Fractional CTO', day: '2026-11-24', minutes: 15, isLogged: true },
    ])
  })

  test('adds up to what the flag says is planned, whatever the week or month holds', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-10-30', days))
    const kind = fc.constantFrom('hoursPerWeek' as const, 'hoursPerMonth' as const)
    const sessions = fc.array(
      fc.record({
        start: fc
          .tuple(day, fc.integer({ min: 0, max: 23 }))
          .map(([on, h]) => `${on}T${String(h).padStart(2, '0')}:30`),
        minutes: fc.integer({ min: 5, max: 700 }),
        engagementId: fc.constantFrom('northwind-cto', null),
      }),
      { maxLength: 12 },
    )
    const entries = fc.array(
      fc.record({ day, minutes: fc.integer({ min: 1, max: 300 }), of: fc.integer({ min: -4, max: 8 }) }),
      { maxLength: 8 },
    )
    let seen = 0
    fc.assert(
      fc.property(kind, sessions, entries, (promise, booked, worked) => {
        const plan = aPlan({
          clients: [aClient()],
          engagements: [promised(promise, 600)],
          sessions: [
            ...booked.map((session, i) => aSession({ ...session, id: `s${i}` })),
            aSeries({ minutes: 45 }),
          ],
          entries: worked.map(({ of, ...entry }, i) =>
            anEntry({
              ...entry,
              id: `e${i}`,
              session: of < 0 ? null : { sessionId: `s${of}`, original: null },
            }),
          ),
        })
        for (const flag of promiseFlags(plan)) {
          seen++
          const sum = promiseProof(plan, flag, context).reduce((minutes, piece) => minutes + piece.minutes, 0)
          expect(sum).toBe(flag.facts.planned)
        }
      }),
      { numRuns: times(60, 2_000) },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DeadlineFlag,
  type DeadlineProof,
  deadlineProof,
} from '../../../shared/capacity/flags/deadlineProof.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { TimeOff } from '../../../shared/plan/availability.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { fromEpochMinute, toEpochMinute } from '../../../shared/time/zone.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession, HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'

function deadlineFlags(plan: Plan, monday: string, context: CapacityContext): DeadlineFlag[] {
  return week(plan, monday, context).flags.filter(
    (flag): flag is DeadlineFlag => flag.code === 'deadline' && !flag.facts.past,
  )
}

function theProof(plan: Plan, context = at('2026-11-23T00:00')): DeadlineProof {
  const [flag] = deadlineFlags(plan, MONDAY, context)
  if (flag === undefined) throw new Error('no flag')
  return deadlineProof(plan, flag, context)
}

const series = (points: DeadlineProof['supply']) =>
  points.map(({ at: instant, minutes }) => [fromEpochMinute(instant, HOME), minutes])

function awayOn(plan: Plan, day: Day, part: TimeOff['part']): Plan {
  const off: TimeOff = { id: 'off', from: day, to: day, part, title: 'Away', source: null }
  return { ...plan, practice: { ...plan.practice, timeOff: { off } } }
}

/** Wednesday to Friday are taken or off, Monday and Tuesday have eight hours each; ten are due on Tuesday, ten on Friday. */
const booked = aPlan({
  clients: [aClient()],
  engagements: [anEngagement()],
  deliverables: [
    aDeliverable({ id: 'early', title: 'Early', due: '2026-11-24', remainingMinutes: 600, order: 2 }),
    aDeliverable({ due: '2026-11-27', remainingMinutes: 600 }),
  ],
  sessions: [
    aSession({ id: 'wednesday', start: '2026-11-25T09:00', minutes: 540 }),
    aSession({ id: 'friday', start: '2026-11-27T09:00', minutes: 240 }),
  ],
})
const plan = awayOn(booked, '2026-11-26', null)

describe('the proof of a deadline', () => {
  test('sets the free time of the window against the work due in it, step by step', () => {
    const proof = theProof(plan)
    expect([series(proof.supply), series(proof.demand)]).toEqual([
      [
        ['2026-11-23T00:00', 0],
        ['2026-11-23T09:00', 0],
        ['2026-11-23T13:00', 240],
        ['2026-11-23T14:00', 240],
        ['2026-11-23T18:00', 480],
        ['2026-11-24T09:00', 480],
        ['2026-11-24T13:00', 720],
        ['2026-11-24T14:00', 720],
        ['2026-11-24T18:00', 960],
        ['2026-11-28T00:00', 960],
      ],
      [
        ['2026-11-23T00:00', 0],
        ['2026-11-25T00:00', 600],
        ['2026-11-28T00:00', 1200],
      ],
    ])
  })

  test('says where the time of the window goes', () => {
    const { days, needed, available, short, taken, off, aside } = theProof(plan)
    expect([
      days.map(({ day, free }) => [day, free]),
      { needed, available, short, taken, off, aside },
    ]).toEqual([
      [
        ['2026-11-23', 480],
        ['2026-11-24', 480],
        ['2026-11-25', 0],
        ['2026-11-26', 0],
        ['2026-11-27', 0],
      ],
      { needed: 1200, available: 960, short: 240, taken: 720, off: 480, aside: 0 },
    ])
  })

  test('counts from now on: what has passed of the first day is neither free nor taken', () => {
    const { from, days, available, taken } = theProof(plan, at('2026-11-23T10:00'))
    expect([fromEpochMinute(from, HOME), days[0]?.free, available, taken]).toEqual([
      '2026-11-23T10:00',
      420,
      900,
      720,
    ])
  })

  test('of a second window leaves out the free time that the worse one needs', () => {
    const inner = aDeliverable({
      id: 'inner',
      title: 'Inner',
      release: '2026-11-24',
      due: '2026-11-24',
      remainingMinutes: 900,
    })
    const outer = aDeliverable({ due: '2026-11-25', remainingMinutes: 1000 })
    const both = aPlan({ clients: [aClient()], engagements: [anEngagement()], deliverables: [inner, outer] })
    const context = at('2026-11-23T00:00')
    const proofs = deadlineFlags(both, MONDAY, context).map((flag) => deadlineProof(both, flag, context))
    expect(proofs.map(({ needed, available, aside }) => ({ needed, available, aside }))).toEqual([
      { needed: 1000, available: 960, aside: 480 },
      { needed: 900, available: 480, aside: 0 },
    ])
  })

  test('ends exactly at what the flag says, whatever the plan, and its parts are what the pattern offers', () => {
    const day = fc.integer({ min: 0, max: 24 }).map((days) => addDays('2026-11-20', days))
    const deliverables = fc.array(
      fc.record({
        release: fc.option(day),
        due: day,
        remainingMinutes: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters * 45),
      }),
      { minLength: 1, maxLength: 7 },
    )
    const sessions = fc.array(
      fc.record({
        start: fc
          .tuple(day, fc.integer({ min: 6, max: 20 }))
          .map(([on, hour]) => `${on}T${String(hour).padStart(2, '0')}:15`),
        minutes: fc.integer({ min: 15, max: 600 }),
        travelBefore: fc.constantFrom(0, 30),
        forWork: fc.integer({ min: -3, max: 6 }),
      }),
      { maxLength: 12 },
    )
    const off = fc.option(fc.record({ from: day, part: fc.option(fc.constant({ from: 600, to: 900 })) }))
    const noon = fc.integer({ min: 0, max: 2000 })
    let seen = 0
    fc.assert(
      fc.property(deliverables, sessions, off, noon, (works, held, away, late) => {
        const atWork = aPlan({
          clients: [aClient()],
          engagements: [anEngagement()],
          deliverables: works.map((work, i) => aDeliverable({ ...work, id: `work-${i}`, order: i })),
          sessions: held.map(({ forWork, ...session }, i) =>
            aSession({
              ...session,
              id: `session-${i}`,
              deliverableId: forWork < 0 ? null : `work-${forWork}`,
            }),
          ),
        })
        const random = away === null ? atWork : awayOn(atWork, away.from, away.part)
        const context = {
          holidays: (on: string) => (on === '2026-12-01' ? 'A holiday' : null),
          now: toEpochMinute(`${MONDAY}T00:00`, HOME) + late,
        }
        for (const monday of [MONDAY, '2026-11-30', '2026-12-07'])
          for (const flag of deadlineFlags(random, monday, context)) {
            seen++
            const proof = deadlineProof(random, flag, context)
            const {
              supply,
              demand,
              days,
              needed,
              available,
              short,
              taken,
              off: free,
              aside,
              tooShort,
            } = proof
            expect([supply.at(-1)?.minutes, demand.at(-1)?.minutes, needed, available, short]).toEqual([
              flag.available,
              flag.needed,
              flag.needed,
              flag.available,
              flag.short,
            ])
            expect(days.reduce((sum, one) => sum + one.free, 0)).toBe(available)
            expect(available + aside + tooShort + taken + free).toBe(patternMinutes(flag))
            expect(taken >= 0 && free >= 0 && aside >= 0 && tooShort >= 0).toBe(true)
          }
      }),
      { numRuns: times(60, 2_000) },
    )
    expect(seen).toBeGreaterThan(10)
  })
})

/** Counted minute by minute: 9 to 13 and 14 to 18 from Monday to Thursday, 9 to 13 on Friday. */
function patternMinutes({ interval }: DeadlineFlag): number {
  let count = 0
  for (let minute = interval.from; minute < interval.to; minute++) {
    const wall = fromEpochMinute(minute, HOME)
    const weekday = (new Date(`${wall.slice(0, 10)}T12:00Z`).getUTCDay() + 6) % 7
    const hour = Number(wall.slice(11, 13))
    if (weekday < 5 && ((hour >= 9 && hour < 13) || (weekday < 4 && hour >= 14 && hour < 18))) count++
  }
  return count
}

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { addDays, type Day, eachDay } from '../../../shared/time/day.ts'
import { aPlan, aSeries, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
/** Weeks in which some of the zones put their clocks forward or back, and a quiet one. */
const weeks: readonly Day[] = [
  '2026-03-02',
  '2026-03-23',
  '2026-03-30',
  '2026-09-28',
  '2026-10-19',
  '2026-10-26',
  '2026-11-23',
]
const context = { holidays: noHolidays, now: 0 }

const aRandomSession = (start: Day) =>
  fc
    .record({
      day: fc.integer({ min: -3, max: 8 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.constant(1800), fc.constant(4000)),
      zone: fc.constantFrom(...zones),
      status: fc.constantFrom('confirmed' as const, 'tentative' as const),
      travelBefore: fc.constantFrom(0, 0, 45),
      travelAfter: fc.constantFrom(0, 0, 90),
    })
    .map(({ day, minute, ...rest }) => {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      return { ...rest, start: `${addDays(start, day)}T${clock}` }
    })

const knownDays = new Map<string, string>()

/** The civil day of an instant by Temporal, asked once a quarter of an hour: no zone of today changes within one. */
function civilDay(minute: number, homeZone: string): string {
  const quarter = Math.floor(minute / 15) * 15
  const key = `${homeZone} ${quarter}`
  const known = knownDays.get(key)
  if (known !== undefined) return known
  const instant = Temporal.Instant.fromEpochMilliseconds(quarter * 60_000)
  const day = instant.toZonedDateTimeISO(homeZone).toPlainDate().toString()
  knownDays.set(key, day)
  return day
}

/** Counts every minute of every session by the civil day that it lies in. */
function countedMinutes(sessions: readonly Session[], homeZone: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { start, zone, minutes, travelBefore, travelAfter } of sessions) {
    const wall = Temporal.PlainDateTime.from(start)
    const first = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 60_000
    for (let minute = first - travelBefore; minute < first + minutes + travelAfter; minute++) {
      const day = civilDay(minute, homeZone)
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
  }
  return counts
}

describe.each(zones)('at home in %s', (homeZone) => {
  test('load equals a minute-by-minute count, across midnight and daylight-saving changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...weeks).chain((start) =>
          fc.record({
            start: fc.constant(start),
            given: fc.array(aRandomSession(start), { maxLength: 6 }),
          }),
        ),
        ({ start, given }) => {
          const sessions = given.map((session, i) => aSession({ ...session, id: `s${i}` }))
          const view = week(aPlan({ sessions, settings: { homeZone } }), start, context)
          const counts = countedMinutes(sessions, homeZone)
          expect(view.days.map(({ day, load }) => [day, load])).toEqual(
            eachDay(start, addDays(start, 6)).map((day) => [day, counts.get(day) ?? 0]),
          )
        },
      ),
      { numRuns: times(20, 500) },
    )
  })
})

describe('a session', () => {
  const loads = (session: Session, start: Day) =>
    week(aPlan({ sessions: [session] }), start, context).days.map(({ load }) => load)

  test.each([
    ['2026-03-28T22:00', 420, '2026-03-23', [0, 0, 0, 0, 0, 120, 300]],
    ['2026-10-24T22:00', 540, '2026-10-19', [0, 0, 0, 0, 0, 120, 420]],
  ])(
    'from %s for %d elapsed minutes is split at the midnight of the home zone',
    (start, minutes, monday, expected) => {
      expect(loads(aSession({ start, minutes }), monday)).toEqual(expected)
    },
  )

  test('of thirty hours loads each day that it touches', () => {
    expect(loads(aSession({ start: '2026-11-24T20:00', minutes: 1800 }), '2026-11-23')).toEqual([
      0, 240, 1440, 120, 0, 0, 0,
    ])
  })

  test('that began in the week before loads the days that it reaches', () => {
    expect(loads(aSession({ start: '2026-11-22T23:00', minutes: 120 }), '2026-11-23')).toEqual([
      60, 0, 0, 0, 0, 0, 0,
    ])
  })

  test('of a series counts on each of its days, at the clocks of its own zone', () => {
    const call = aSeries({
      start: '2026-03-02T10:00',
      zone: 'America/New_York',
      minutes: 60,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
    })
    const starts = ['2026-03-02', '2026-03-09', '2026-03-30'].map((monday) =>
      week(aPlan({ sessions: [call] }), monday, context)
        .rows.at(-1)
        ?.days[0]?.bookings.map(({ fromWall }) => fromWall),
    )
    expect(starts).toEqual([['2026-03-02T16:00'], ['2026-03-09T15:00'], ['2026-03-30T16:00']])
  })

  test('across New Year is found from both years', () => {
    expect(loads(aSession({ start: '2026-12-31T23:00', minutes: 120 }), '2026-12-28')).toEqual([
      0, 0, 0, 60, 60, 0, 0,
    ])
  })

  test('double-booked counts twice', () => {
    const plan = aPlan({ sessions: [aSession({ id: 'a' }), aSession({ id: 'b' })] })
    expect(week(plan, '2026-11-23', context).days[0]?.load).toBe(120)
  })
})

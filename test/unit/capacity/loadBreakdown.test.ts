import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { availabilityIn } from '../../../shared/capacity/availabilityIn.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { intervalOfDays, type LoadBreakdown, loadBreakdown } from '../../../shared/capacity/loadBreakdown.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day, eachDay } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { type Counted, countedCapacity, countedOf, countedOverlap, nights } from './countedLoad.ts'
import { MONDAY, mockPlan } from './mockWeek.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
/** Weeks in which some of the zones put their clocks forward or back, and a quiet one. */
const weeks: readonly Day[] = ['2026-03-02', '2026-03-23', '2026-09-28', '2026-10-19', '2026-11-23']
const context = { holidays: noHolidays, now: 0 }

const areas = {
  roadmap: { id: 'roadmap', name: 'Strategy & roadmap', archived: false, order: 2 },
  risk: { id: 'risk', name: 'Risk & security', archived: false, order: 1 },
}

/** Two clients with three engagements, one of them a prospect of 37 %. */
function aPractice(parts: Parameters<typeof aPlan>[0]): Plan {
  const plan = aPlan({
    clients: [aClient({ order: 2 }), aClient({ id: 'lumen', name: 'Lumen', order: 1 })],
    engagements: [
      anEngagement(),
      anEngagement({ id: 'northwind-audit', status: 'prospect', probability: 37, order: 2 }),
      anEngagement({ id: 'lumen-build', clientId: 'lumen', status: 'prospect', probability: 50 }),
    ],
    patterns: [nights],
    ...parts,
  })
  return { ...plan, practice: { ...plan.practice, areas } }
}

const anAbout = fc.record({
  engagementId: fc.constantFrom('northwind-cto', 'northwind-audit', 'lumen-build', 'gone', null),
  areaId: fc.constantFrom('roadmap', 'risk', 'gone', null),
})

const aWall = (start: Day) =>
  fc
    .record({ day: fc.integer({ min: -3, max: 8 }), minute: fc.integer({ min: 0, max: 1439 }) })
    .map(({ day, minute }) => {
      const clock = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':')
      return `${addDays(start, day)}T${clock}`
    })

const aRandomSession = (start: Day) =>
  fc.record({
    about: anAbout,
    start: aWall(start),
    minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.constant(1800)),
    zone: fc.constantFrom(...zones),
    status: fc.constantFrom('confirmed' as const, 'tentative' as const),
    travelBefore: fc.constantFrom(0, 0, 45),
    travelAfter: fc.constantFrom(0, 0, 90),
  })

const aRandomEntry = (start: Day) =>
  fc
    .record({
      about: anAbout,
      start: aWall(start),
      zone: fc.constantFrom(...zones),
      minutes: fc.integer({ min: 1, max: 600 }),
      timed: fc.boolean(),
    })
    .map(({ about, start: wall, timed, ...rest }) => ({
      ...about,
      ...rest,
      day: wall.slice(0, 10),
      start: timed ? wall : null,
    }))

const aCase = fc.constantFrom(...weeks).chain((start) =>
  fc.record({
    start: fc.constant(start),
    sessions: fc
      .array(aRandomSession(start), { maxLength: 6 })
      .map((list) => list.map(({ about, ...rest }, i) => aSession({ ...about, ...rest, id: `s${i}` }))),
    entries: fc
      .array(aRandomEntry(start), { maxLength: 5 })
      .map((list) => list.map((entry, i) => anEntry({ ...entry, id: `t${i}` }))),
    cut: fc.option(fc.tuple(fc.integer({ min: 0, max: 10_080 }), fc.integer({ min: 0, max: 10_080 })), {
      nil: null,
    }),
    reserveMinutes: fc.constantFrom(0, 120, 77),
    firstWeekday: fc.constantFrom(1, 7),
  }),
)

/** Whether whole minutes are those of the days, rounded by no more than the rule allows: less than one a cell and day. */
function isRounded(weighted: number, hundredths: ReadonlyMap<Day, number>, cells: number): boolean {
  const exact = [...hundredths.values()].reduce((sum, part) => sum + part, 0) / 100
  return Math.abs(weighted - exact) <= cells * hundredths.size
}

function expectPart(part: Omit<Counted, 'weighted'> & { load: number; weighted: number }, counted: Counted) {
  const { weighted, ...exact } = counted
  expect(part).toMatchObject({ ...exact, load: exact.confirmed + exact.tentative })
  expect(isRounded(part.weighted, weighted, 8)).toBe(true)
}

function sumOf(parts: readonly Omit<LoadBreakdown['clients'][number], 'clientId'>[]) {
  const sum = (of: (part: Omit<LoadBreakdown['clients'][number], 'clientId'>) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  return {
    load: sum(({ load }) => load),
    confirmed: sum(({ confirmed }) => confirmed),
    tentative: sum(({ tentative }) => tentative),
    travel: sum(({ travel }) => travel),
    weighted: sum(({ weighted }) => weighted),
    worked: sum(({ worked }) => worked),
  }
}

describe.each(zones)('at home in %s', (homeZone) => {
  test('where the time goes equals a minute-by-minute count, of the whole and of each part', () => {
    fc.assert(
      fc.property(aCase, ({ start, sessions, entries, cut, reserveMinutes, firstWeekday }) => {
        const settings = { homeZone, reserveMinutes, firstWeekday }
        const plan = aPractice({ sessions, entries, settings })
        const whole = intervalOfDays(plan, start, addDays(start, 6), context)
        const within =
          cut === null ? whole : { from: whole.from + Math.min(...cut), to: whole.from + Math.max(...cut) }
        const found = loadBreakdown(plan, within, context)
        const given = { sessions, entries }
        const { engagements } = plan.practice
        const known = (id: string | null) => (id !== null && id in engagements ? id : null)
        const clientOf = (id: string | null) => (id === null ? null : (engagements[id]?.clientId ?? null))
        const areaOf = (id: string | null) => (id !== null && id in areas ? id : null)
        const all = countedOf(plan, given, within, () => true)
        expectPart(found, all)
        const rounded = [...all.weighted.values()].reduce((sum, part) => sum + Math.round(part / 100), 0)
        expect([found.weighted, found.overlap]).toEqual([rounded, countedOverlap(sessions, within)])
        for (const { clientId, ...part } of found.clients)
          expectPart(
            part,
            countedOf(plan, given, within, (a) => clientOf(a.engagementId) === clientId),
          )
        for (const { engagementId, ...part } of found.engagements)
          expectPart(
            part,
            countedOf(plan, given, within, (a) => known(a.engagementId) === engagementId),
          )
        for (const { areaId, ...part } of found.areas)
          expectPart(
            part,
            countedOf(plan, given, within, (a) => areaOf(a.areaId) === areaId),
          )
        const { load, confirmed, tentative, travel, weighted, worked } = found
        const sums = { load, confirmed, tentative, travel, weighted, worked }
        expect([found.clients, found.engagements, found.areas].map(sumOf)).toEqual([sums, sums, sums])
        for (const { clientId, ...client } of found.clients) {
          const mine = found.engagements.filter((part) => part.clientId === clientId)
          expect(client).toEqual(sumOf(mine))
        }
      }),
      { numRuns: times(20, 500) },
    )
  })

  test('availability equals a minute-by-minute count, and its parts add up to what the week shows', () => {
    fc.assert(
      fc.property(aCase, ({ start, cut, reserveMinutes, firstWeekday }) => {
        const plan = aPractice({ settings: { homeZone, reserveMinutes, firstWeekday } })
        const first = addDays(start, firstWeekday === 7 ? -1 : 0)
        const { from, to } = intervalOfDays(plan, first, addDays(first, 6), context)
        const [a, b] = (cut ?? [540, 4000])
          .map((minutes) => from + Math.min(minutes, to - from))
          .sort((x, y) => x - y)
        const edges = [from, a ?? from, b ?? to, to]
        const parts = [0, 1, 2].map((i) =>
          availabilityIn(plan, { from: edges[i] ?? 0, to: edges[i + 1] ?? 0 }, noHolidays),
        )
        const { capacity, reserve } = week(plan, first, context).totals
        const sum = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((total, part) => total + of(part), 0)
        expect([sum((part) => part.capacity), sum((part) => part.reserve)]).toEqual([capacity, reserve])
        const middle = { from: a ?? 0, to: b ?? 0 }
        expect(parts[1]?.capacity).toBe(countedCapacity(plan, middle))
      }),
      { numRuns: times(15, 300) },
    )
  })

  test('a breakdown of whole days is what the week shows of them', () => {
    fc.assert(
      fc.property(aCase, ({ start, sessions, entries, reserveMinutes }) => {
        const plan = aPractice({ sessions, entries, settings: { homeZone, reserveMinutes } })
        const { days, totals, rows } = week(plan, start, context)
        const picked = ({
          capacity,
          reserve,
          load,
          headroom,
          confirmed,
          tentative,
          travel,
          weighted,
        }: typeof totals) => ({
          ...{ capacity, reserve, load, headroom },
          ...{ confirmed, tentative, travel, weighted },
        })
        const interval = intervalOfDays(plan, start, addDays(start, 6), context)
        const whole = loadBreakdown(plan, interval, context)
        expect(whole).toMatchObject(picked(totals))
        expect(whole.worked).toBe(rows.reduce((sum, { worked }) => sum + worked, 0))
        for (const [i, day] of eachDay(start, addDays(start, 6)).entries()) {
          const shown = days[i]
          const found = loadBreakdown(plan, intervalOfDays(plan, day, day, context), context)
          expect(found).toMatchObject(picked({ ...totals, ...shown }))
        }
      }),
      { numRuns: times(10, 200) },
    )
  })
})

describe('the week of the picture', () => {
  const plan = mockPlan()
  const interval = intervalOfDays(plan, MONDAY, addDays(MONDAY, 6), context)
  const found = loadBreakdown(plan, interval, context)

  test('goes to clients in their order, own business last', () => {
    expect(
      found.clients.map(({ clientId, load, tentative, weighted }) => [clientId, load, tentative, weighted]),
    ).toEqual([
      ['northwind', 750, 0, 750],
      ['lumen', 780, 0, 780],
      ['fable', 510, 0, 510],
      ['harbor', 105, 105, 63],
      [null, 90, 0, 90],
    ])
  })

  test('gives its double-booked three quarters of an hour once, and counts them twice', () => {
    expect([found.load, found.overlap, found.headroom]).toEqual([2235, 45, -75])
  })

  test('is the same object as long as plan and holidays are the same', () => {
    expect(loadBreakdown(plan, { ...interval }, { ...context })).toBe(found)
  })
})

describe('a stretch', () => {
  const night = aPractice({ settings: { homeZone: 'Europe/Berlin' } })

  test.each([
    ['a night in which the clocks go forward', '2026-03-29', 465, 405],
    ['a night in which they go back', '2026-10-25', 465, 525],
    ['a quiet night', '2026-11-22', 465, 465],
  ])('of %s keeps its civil capacity, while fewer or more minutes pass', (_what, day, capacity, elapsed) => {
    expect(availabilityIn(night, intervalOfDays(night, day, day, context), noHolidays)).toEqual({
      capacity,
      elapsed,
      reserve: 0,
    })
  })

  test.each([
    ['empty', { from: 100, to: 100 }],
    ['turned round', { from: 100, to: 50 }],
  ])('that is %s has nothing in it', (_what, interval) => {
    const { clients, load, capacity, overlap } = loadBreakdown(mockPlan(), interval, context)
    expect({ clients, load, capacity, overlap }).toEqual({ clients: [], load: 0, capacity: 0, overlap: 0 })
  })

  test('shares out weighted minutes so that they add up: 0.5 and 0.5 are 1, not 2', () => {
    const minute = { minutes: 1, status: 'tentative' as const, engagementId: 'lumen-build' }
    const plan = aPractice({
      sessions: [
        aSession({ ...minute, id: 'a', areaId: 'risk' }),
        aSession({ ...minute, id: 'b', areaId: 'roadmap' }),
      ],
    })
    const found = loadBreakdown(plan, intervalOfDays(plan, MONDAY, MONDAY, context), context)
    expect([found.weighted, found.areas.map(({ areaId, weighted }) => [areaId, weighted])]).toEqual([
      1,
      [
        ['risk', 1],
        ['roadmap', 0],
      ],
    ])
  })

  test('shares out weighted minutes to the largest remainders first', () => {
    const minute = { minutes: 1, status: 'tentative' as const }
    const plan = aPractice({
      sessions: [
        aSession({ ...minute, id: 'a', minutes: 2, engagementId: 'northwind-audit' }),
        aSession({ ...minute, id: 'b', engagementId: 'lumen-build' }),
      ],
    })
    const found = loadBreakdown(plan, intervalOfDays(plan, MONDAY, MONDAY, context), context)
    expect(found.clients.map(({ clientId, weighted }) => [clientId, weighted])).toEqual([
      ['lumen', 0],
      ['northwind', 1],
    ])
  })

  test('counts an entry on its own day, wherever its zone was then', () => {
    const far = anEntry({ start: '2026-11-23T20:00', zone: 'America/New_York', minutes: 30 })
    const plan = aPractice({ entries: [far] })
    const workedOn = (day: Day) =>
      loadBreakdown(plan, intervalOfDays(plan, day, day, context), context).worked
    expect([MONDAY, '2026-11-24'].map(workedOn)).toEqual([30, 0])
  })

  // On 25 October the clocks of Berlin show 2:00 to 3:00 twice; the pattern works to 2:15 and from 2:30 to 8:00.
  test.each([
    ['first', '2026-10-25T00:00Z', '2026-10-25T01:00Z', 45, 45],
    ['second', '2026-10-25T01:00Z', '2026-10-25T02:00Z', 0, 60],
    [
      'second half of the first and first half of the second',
      '2026-10-25T00:30Z',
      '2026-10-25T01:30Z',
      30,
      60,
    ],
  ])(
    'of the %s showing of a repeated hour counts its civil minutes once',
    (_which, from, to, capacity, elapsed) => {
      const instant = (text: string) => Date.parse(text.replace('Z', ':00Z')) / 60_000
      const interval = { from: instant(from), to: instant(to) }
      expect(availabilityIn(night, interval, noHolidays)).toEqual({ capacity, elapsed, reserve: 0 })
    },
  )
})

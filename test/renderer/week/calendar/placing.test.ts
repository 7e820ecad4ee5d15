import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDayOf } from '../../../../renderer/week/calendar/allDay.ts'
import { gapsOf, travelOn } from '../../../../renderer/week/calendar/dayExtras.ts'
import { type Extent, extentOf, lanesOf, placedOn } from '../../../../renderer/week/calendar/placing.ts'
import { offParts, shadeOf } from '../../../../renderer/week/calendar/shading.ts'
import { noHolidays } from '../../../../shared/capacity/holidays.ts'
import { preview, week } from '../../../../shared/capacity/week.ts'
import type { Session } from '../../../../shared/plan/session.ts'
import { toEpochMinute } from '../../../../shared/time/zone.ts'
import { aClient, anEngagement, aPlan, aSession, HOME } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'

const MONDAY = '2026-11-23'
const clients = [aClient(), aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })]
const engagements = [anEngagement(), anEngagement({ id: 'lumen-audit', clientId: 'lumen' })]

function weekOf(sessions: readonly Session[], start = MONDAY, changeoverMinutes = 0) {
  const plan = aPlan({ clients, engagements, sessions, settings: { changeoverMinutes } })
  const now = toEpochMinute(`${start}T00:00`, HOME)
  return week(plan, start, { holidays: noHolidays, now })
}

const drawn = (sessions: readonly Session[], column: number, start = MONDAY) =>
  placedOn(weekOf(sessions, start).rows, column).map(({ booking, from, to }) => [booking.key, from, to])

test.each<[string, [number, number][], [number, number, number][]]>([
  [
    'one after the other: the whole width each',
    [
      [0, 60],
      [60, 120],
    ],
    [
      [0, 1, 1],
      [0, 1, 1],
    ],
  ],
  [
    'two at once: half each',
    [
      [0, 60],
      [30, 90],
    ],
    [
      [0, 1, 2],
      [1, 1, 2],
    ],
  ],
  [
    'a third one that meets only the second takes the first’s column',
    [
      [0, 60],
      [30, 120],
      [60, 90],
    ],
    [
      [0, 1, 2],
      [1, 1, 2],
      [0, 1, 2],
    ],
  ],
  [
    'one grows to the right where nothing stands',
    [
      [0, 120],
      [0, 60],
      [0, 60],
      [70, 120],
    ],
    [
      [0, 1, 3],
      [1, 1, 3],
      [2, 1, 3],
      [1, 2, 3],
    ],
  ],
])('overlapping sessions stand side by side: %s', (_name, extents, expected) => {
  const lanes = lanesOf(extents.map(([from, to]) => ({ from, to })))
  expect(lanes.map(({ column, span, columns }) => [column, span, columns])).toEqual(expected)
})

test('whatever overlaps, no two share a place, and no column is opened that is never needed at once', () => {
  const extent = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]): Extent => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(extent, { maxLength: 25 }), (given) => {
      const items = [...given].sort((a, b) => a.from - b.from || b.to - a.to)
      const lanes = lanesOf(items)
      const most = Math.max(
        0,
        ...items.map(({ from }) => items.filter((other) => other.from <= from && from < other.to).length),
      )
      expect(lanes.every(({ columns }) => columns <= most)).toBe(true)
      for (const [i, a] of items.entries())
        for (const [j, b] of items.entries()) {
          const [x, y] = [lanes[i], lanes[j]]
          if (i >= j || x === undefined || y === undefined || a.to <= b.from || b.to <= a.from) continue
          expect(x.columns).toBe(y.columns)
          expect(x.column + x.span <= y.column || y.column + y.span <= x.column).toBe(true)
        }
    }),
    { numRuns: times(200, 3000) },
  )
})

test('a session across midnight is drawn to the end of its day and goes on at the top of the next', () => {
  const late = aSession({ start: '2026-11-24T23:00', minutes: 150 })
  expect([drawn([late], 1), drawn([late], 2)]).toEqual([[['session-1', 1380, 1440]], [['session-1', 0, 90]]])
})

test('on the day of 23 hours a session over the gap is drawn by the clock: three hours high, two long', () => {
  // 29 March 2026, Berlin: 02:00 is followed by 03:00.
  const night = aSession({ start: '2026-03-29T01:00', minutes: 120 })
  expect(drawn([night], 6, '2026-03-23')).toEqual([['session-1', 60, 240]])
})

test('on the day of 25 hours a session over the repeated hour is drawn by the clock: three hours high, four long', () => {
  // 25 October 2026, Berlin: 03:00 is followed by 02:00.
  const night = aSession({ start: '2026-10-25T01:00', minutes: 240 })
  expect(drawn([night], 6, '2026-10-19')).toEqual([['session-1', 60, 240]])
})

test('a session that ends on the clock before it began is drawn as high as it is long', () => {
  const night = aSession({ start: '2026-10-25T02:30', minutes: 45 })
  expect(drawn([night], 6, '2026-10-19')).toEqual([['session-1', 150, 195]])
})

test('the shortest session is a quarter of an hour high, also at the end of the day', () => {
  expect([
    extentOf({ fromWall: '2026-11-24T09:00', toWall: '2026-11-24T09:05', minutes: 5 }),
    extentOf({ fromWall: '2026-11-24T23:55', toWall: '2026-11-25T00:00', minutes: 5 }),
  ]).toEqual([
    { from: 540, to: 555 },
    { from: 1425, to: 1440 },
  ])
})

test('the way there and back is drawn beside its session, and over midnight on both days', () => {
  const view = weekOf([
    aSession({ start: '2026-11-24T00:30', minutes: 60, travelBefore: 60, travelAfter: 30 }),
  ])
  const on = (column: number) => {
    const day = view.days[column]
    return day === undefined
      ? []
      : travelOn(placedOn(view.rows, 1), day, HOME).map(({ from, to }) => [from, to])
  }
  expect([on(0), on(1)]).toEqual([
    [[1410, 1440]],
    [
      [0, 30],
      [90, 120],
    ],
  ])
})

test('a gap that is too short to change over is shown between its sessions', () => {
  const view = weekOf(
    [
      aSession({ start: '2026-11-24T09:00' }),
      aSession({ id: 'audit', engagementId: 'lumen-audit', start: '2026-11-24T10:10' }),
    ],
    MONDAY,
    30,
  )
  const found = gapsOf(view.flags, view.days, HOME).map((gaps) => gaps.map(({ from, to }) => [from, to]))
  expect(found).toEqual([[], [[600, 610]], [], [], [], [], []])
})

test('gaps that touch are one stretch, however many sessions crowd there', () => {
  const sessions = Array.from({ length: 6 }, (_, i) =>
    aSession({
      id: `s${i}`,
      engagementId: i % 2 === 0 ? 'northwind-cto' : 'lumen-audit',
      start: `2026-11-24T09:${String(i * 10).padStart(2, '0')}`,
      minutes: 5,
    }),
  )
  const view = weekOf(sessions, MONDAY, 30)
  const crowded = view.flags.filter(({ code }) => code === 'no-gap')
  const [, tuesday] = gapsOf(view.flags, view.days, HOME)
  expect(crowded.length).toBeGreaterThan(4)
  expect(tuesday?.map(({ from, to }) => [from, to])).toEqual([[545, 590]])
})

test('where a session moves, the gaps of the other days are the same', () => {
  const sessions = ['2026-11-24', '2026-11-25'].flatMap((day) => [
    aSession({ id: `first-${day}`, start: `${day}T09:00` }),
    aSession({ id: `next-${day}`, engagementId: 'lumen-audit', start: `${day}T10:10` }),
  ])
  const plan = aPlan({ clients, engagements, sessions, settings: { changeoverMinutes: 30 } })
  const context = { holidays: noHolidays, now: toEpochMinute(`${MONDAY}T00:00`, HOME) }
  const before = week(plan, MONDAY, context)
  const move = { id: 'next-2026-11-25', scope: { kind: 'all' as const } }
  const after = preview(
    plan,
    { type: 'session/change', ...move, change: { start: '2026-11-25T10:20' } },
    MONDAY,
    context,
  )
  if (!after.ok) throw new Error('refused')
  const [were, are] = [before, after.view].map((view) => gapsOf(view.flags, view.days, HOME))
  const timesOn = (gaps: typeof were, i: number) => gaps?.[i]?.map(({ from, to }) => [from, to])
  expect([timesOn(were, 1), timesOn(were, 2)]).toEqual([[[600, 610]], [[600, 610]]])
  expect(timesOn(are, 2)).toEqual([[600, 620]])
  expect(are?.[1]).toBe(were?.[1])
})

test('what is not working time is shaded, with hard edges', () => {
  expect(
    shadeOf([
      { from: 540, to: 780 },
      { from: 840, to: 1080 },
    ]),
  ).toBe(
    'linear-gradient(var(--rest) 0% 37.5%, transparent 37.5% 54.166666666666664%, var(--rest) 54.166666666666664% 58.333333333333336%, transparent 58.333333333333336% 75%, var(--rest) 75% 100%)',
  )
})

test('a part of a day that is off has its name; whole days and other days have none', () => {
  const off = { id: 'dentist', title: 'Dentist', from: '2026-11-24', to: '2026-11-25', source: null }
  const part = { from: 540, to: 600 }
  const on = (day: string) =>
    offParts(
      [
        { ...off, part },
        { ...off, id: 'whole', part: null },
      ],
      { day },
    )
  expect([on('2026-11-24'), on('2026-11-26')]).toEqual([[{ id: 'dentist', title: 'Dentist', ...part }], []])
})

test('the same note on neighbouring days is one, and what overlaps stands below it', () => {
  const note = (id: string) => ({ id, title: id, from: '', to: '', source: null })
  const [monday, tuesday, wednesday] = weekOf([]).days
  if (monday === undefined || tuesday === undefined || wednesday === undefined) throw new Error('no days')
  const found = allDayOf([
    { ...monday, notes: [note('fair')] },
    { ...tuesday, notes: [note('fair'), note('visit')] },
    { ...wednesday, off: { kind: 'holiday', name: 'Penance Day' } },
  ])
  expect(found.map(({ title, kind, from, to, line }) => [title, kind, from, to, line])).toEqual([
    ['fair', 'note', 0, 1, 0],
    ['visit', 'note', 1, 1, 1],
    ['Penance Day', 'off', 2, 2, 0],
  ])
})

import { expect, test } from 'vitest'
import { type Columns, spanAt } from '../../../../renderer/week/calendar/aim.ts'
import { type Placed, placedOn } from '../../../../renderer/week/calendar/placing.ts'
import { type CalendarPlace, steppedIn, stopAt, stopsOf } from '../../../../renderer/week/calendar/stops.ts'
import type { Grip } from '../../../../renderer/week/drag/machine.ts'
import { noHolidays } from '../../../../shared/capacity/holidays.ts'
import { week } from '../../../../shared/capacity/week.ts'
import { toEpochMinute } from '../../../../shared/time/zone.ts'
import { aPlan, aSession, HOME } from '../../../support/builders.ts'

const own = { engagementId: null }
const plan = aPlan({
  sessions: [
    aSession({ ...own, id: 'call', start: '2026-11-23T09:10', minutes: 35 }),
    aSession({ ...own, id: 'audit', start: '2026-11-23T09:30', minutes: 60 }),
    aSession({ ...own, id: 'late', start: '2026-11-24T23:00', minutes: 60 }),
  ],
})
const { rows } = week(plan, '2026-11-23', {
  holidays: noHolidays,
  now: toEpochMinute('2026-11-23T07:00', HOME),
})
const day = (column: number): readonly Placed[] => placedOn(rows, column)
const at = (column: number, minute: number, key: string | null = null): CalendarPlace => ({
  row: 'day',
  column,
  minute,
  key,
})

test('a day’s stops are its sessions, and each half hour of what is free between them', () => {
  const stops = stopsOf(day(0)).filter(({ from }) => from >= 480 && from < 680)
  expect(stops.map(({ from, to, key }) => [from, to, key])).toEqual([
    [480, 510, null],
    [510, 540, null],
    [540, 550, null],
    [550, 585, 'call'],
    [570, 630, 'audit'],
    [630, 660, null],
    [660, 690, null],
  ])
})

test.each<[string, CalendarPlace, string, boolean, CalendarPlace | null]>([
  ['down from free time to the session after it', at(0, 540), 'ArrowDown', false, at(0, 550, 'call')],
  [
    'down from a session to one that overlaps it',
    at(0, 550, 'call'),
    'ArrowDown',
    false,
    at(0, 570, 'audit'),
  ],
  ['up from free time to the session before it', at(0, 630), 'ArrowUp', false, at(0, 570, 'audit')],
  ['down from a time between the halves to the next half', at(2, 615), 'ArrowDown', false, at(2, 630)],
  ['up from midnight to the head', at(2, 0), 'ArrowUp', false, { ...at(2, 0), row: 'head' }],
  [
    'down from the head to the time it came from',
    { ...at(2, 615), row: 'head' },
    'ArrowDown',
    false,
    at(2, 615),
  ],
  ['up from the head: nowhere', { ...at(2, 615), row: 'head' }, 'ArrowUp', false, null],
  ['down from the last session of the day: nowhere', at(1, 1380, 'late'), 'ArrowDown', false, null],
  ['right at the same time', at(0, 550, 'call'), 'ArrowRight', false, at(1, 550)],
  ['right of the last day: nowhere', at(6, 540), 'ArrowRight', false, null],
  ['to the first day', at(3, 615), 'Home', false, at(0, 615)],
  ['to the last day', at(3, 615), 'End', false, at(6, 615)],
  ['from session to session', at(0, 60), 'ArrowDown', true, at(0, 550, 'call')],
  ['past the first session to the head', at(0, 550, 'call'), 'ArrowUp', true, { ...at(0, 550), row: 'head' }],
  ['to the head', at(1, 60), 'Home', true, { ...at(1, 60), row: 'head' }],
  ['to the end of the day', at(1, 60), 'End', true, at(1, 1380, 'late')],
  ['by another key: nowhere', at(1, 60), 'x', false, null],
])('the arrows lead %s', (_name, place, key, whole, expected) => {
  expect(steppedIn(day, place, key, whole)).toEqual(expected)
})

test('a place is at its session while that is there, else at what the day has at its minute', () => {
  expect([
    stopAt(day(0), at(0, 0, 'audit')),
    stopAt(day(0), at(0, 555, 'gone')),
    stopAt(day(0), at(0, 540, 'gone')),
    stopAt(day(0), at(0, 2000)),
  ]).toEqual([
    { from: 570, to: 630, key: 'audit' },
    { from: 550, to: 585, key: 'call' },
    { from: 540, to: 550, key: null },
    { from: 1425, to: 1440, key: null },
  ])
})

// A minute a pixel, a hundred pixels a day.
const columns: Columns = {
  days: [
    { from: 0, to: 100, of: '2026-11-23' },
    { from: 100, to: 200, of: '2026-11-24' },
  ],
  top: 0,
  height: 1440,
}
const carry: Grip = { kind: 'carry', key: 's', day: '2026-11-23', start: '2026-11-23T09:10' }
const stretch = (edge: 'start' | 'end'): Grip => ({
  kind: 'stretch',
  key: 's',
  day: '2026-11-23',
  edge,
  from: '2026-11-23T09:00',
  to: '2026-11-23T10:00',
})
const draw: Grip = { kind: 'draw', day: '2026-11-23' }
const start = (wall: string) => ({ kind: 'start', start: wall })
const span = (from: string, to: string) => ({ kind: 'span', from, to })

test.each<[string, Grip, number, [number, number], boolean, object | null]>([
  ['a session goes by quarters of an hour', carry, 560, [50, 597], false, start('2026-11-23T09:45')],
  ['with the modifier by five minutes', carry, 560, [50, 597], true, start('2026-11-23T09:45')],
  ['with the modifier, between the quarters', carry, 560, [50, 571], true, start('2026-11-23T09:20')],
  ['to another day it keeps its minutes', carry, 560, [150, 564], false, start('2026-11-24T09:10')],
  ['beside the days it goes nowhere', carry, 560, [250, 600], false, null],
  [
    'the end is drawn later, on the next day too',
    stretch('end'),
    600,
    [150, 30],
    false,
    span('2026-11-23T09:00', '2026-11-24T00:30'),
  ],
  [
    'the end stays a step after the start',
    stretch('end'),
    600,
    [50, 300],
    false,
    span('2026-11-23T09:00', '2026-11-23T09:15'),
  ],
  [
    'the start is drawn earlier',
    stretch('start'),
    540,
    [50, 500],
    false,
    span('2026-11-23T08:15', '2026-11-23T10:00'),
  ],
  ['new time is drawn down', draw, 546, [50, 630], false, span('2026-11-23T09:00', '2026-11-23T10:30')],
  ['new time is drawn up', draw, 546, [50, 500], false, span('2026-11-23T08:15', '2026-11-23T09:15')],
  ['new time is a step at least', draw, 546, [50, 548], false, span('2026-11-23T09:00', '2026-11-23T09:15')],
  ['new time ends at midnight', draw, 1420, [50, 1600], false, span('2026-11-23T23:30', '2026-11-24T00:00')],
])('a drag over the calendar: %s', (_name, grip, from, [x, y], fine, expected) => {
  expect(spanAt(columns, grip, { x: 50, y: from }, { x, y }, fine)).toEqual(expected)
})

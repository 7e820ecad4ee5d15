import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyOf, deleteCommand, engagementFor, moveCommand, moveTo } from '../../../renderer/week/edits.ts'
import { freeStart } from '../../../renderer/week/freeStart.ts'
import { stepped, within } from '../../../renderer/week/gridFocus.ts'
import { markedBy, marksAfter, sameMark } from '../../../renderer/week/marks.ts'
import { fixLine, raised } from '../../../renderer/week/outcome.ts'
import { bookingOf } from '../../../renderer/week/proposals.ts'
import { timeText } from '../../../renderer/week/timeText.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { preview, week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { addDays } from '../../../shared/time/day.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession, HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const MONDAY = '2026-11-23'
const context = { holidays: noHolidays, now: toEpochMinute('2026-11-23T07:00', HOME) }
const lumen = aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })
const plan = aPlan({
  clients: [aClient(), lumen],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-audit', clientId: 'lumen', name: 'Audit' })],
  sessions: [
    aSession(),
    aSession({ id: 'afternoon', start: '2026-11-23T14:00', minutes: 120 }),
    aSeries({ start: '2026-11-10T10:00', rule: 'FREQ=WEEKLY;BYDAY=TU' }),
  ],
})
const view = week(plan, MONDAY, context)
const booking = (key: string) => {
  const found = bookingOf(view, key)
  if (found === undefined) throw new Error(`no booking ${key}`)
  return found
}

test('a session dropped on another day keeps its wall-clock time', () => {
  expect(moveTo(plan, booking('session-1'), { clientId: 'northwind', day: '2026-11-26' })).toEqual({
    start: '2026-11-26T09:00',
  })
})

test('a session of a distant zone moves by days on its own clocks', () => {
  const tokyo = aPlan({
    sessions: [aSession({ engagementId: null, zone: 'Asia/Tokyo', start: '2026-11-24T06:00' })],
  })
  const held = bookingOf(week(tokyo, MONDAY, context), 'session-1')
  // 06:00 on Tuesday in Tokyo is 22:00 on Monday at home.
  expect(held?.fromWall).toBe('2026-11-23T22:00')
  if (held)
    expect(moveTo(tokyo, held, { clientId: null, day: '2026-11-25' })).toEqual({ start: '2026-11-26T06:00' })
})

test('a drop in another row takes that client’s engagement, and own business has none', () => {
  expect(moveTo(plan, booking('session-1'), { clientId: 'lumen', day: MONDAY })).toEqual({
    start: '2026-11-23T09:00',
    engagementId: 'lumen-audit',
  })
  expect(moveTo(plan, booking('session-1'), { clientId: null, day: MONDAY })).toEqual({
    start: '2026-11-23T09:00',
    engagementId: null,
  })
})

test('a client without an engagement takes no session', () => {
  const bare = aPlan({ clients: [aClient()] })
  expect(engagementFor(bare, { clientId: 'northwind', day: MONDAY }, null)).toBeUndefined()
})

test('the engagement that runs on the day comes before one that has ended', () => {
  const two = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({ id: 'old', end: '2026-06-30' }),
      anEngagement({ id: 'new', start: '2026-07-01', order: 2 }),
    ],
  })
  expect(engagementFor(two, { clientId: 'northwind', day: MONDAY }, null)).toBe('new')
})

const series = booking('series-1@2026-11-24T10:00')
const starts = (after: typeof plan, from: string) => {
  const found: string[] = []
  for (let i = 0; i < 3; i++)
    for (const row of week(after, addDays(from, 7 * i), context).rows)
      for (const day of row.days)
        for (const one of day.bookings)
          if (
            one.occurrence.title === 'Platform roadmap' &&
            one.occurrence.id !== 'session-1' &&
            one.occurrence.id !== 'afternoon'
          )
            found.push(one.fromWall)
  return found.sort()
}

test.each([
  ['this', ['2026-11-17T10:00', '2026-11-25T10:00', '2026-12-01T10:00']],
  ['following', ['2026-11-17T10:00', '2026-11-25T10:00', '2026-12-02T10:00']],
  ['all', ['2026-11-18T10:00', '2026-11-25T10:00', '2026-12-02T10:00']],
] as const)('an occurrence moved to Wednesday, %s', (scope, expected) => {
  const command = moveCommand(plan, series.occurrence, { start: '2026-11-25T10:00' }, scope, 'series-2')
  if (command === null) throw new Error('no command')
  const result = execute(plan, command)
  expect(result.ok && starts(result.plan as typeof plan, '2026-11-16')).toEqual(expected)
})

test('a rule that cannot move to another day in one plain way gives no command', () => {
  const odd = aPlan({
    sessions: [aSeries({ engagementId: null, start: '2026-11-24T10:00', rule: 'FREQ=MONTHLY;BYDAY=4TU' })],
  })
  const held = bookingOf(week(odd, MONDAY, context), 'series-1@2026-11-24T10:00')
  expect(held && moveCommand(odd, held.occurrence, { start: '2026-11-25T10:00' }, 'all', 'n')).toBeNull()
})

test('a copy of an occurrence is a single session that came from no calendar', () => {
  const copy = copyOf(series.occurrence, 'copy', { start: '2026-11-26T10:00' })
  expect(copy).toEqual(aSession({ id: 'copy', start: '2026-11-26T10:00' }))
})

test('deleting one occurrence leaves the others', () => {
  const result = execute(plan, deleteCommand(series.occurrence, 'this', 'n'))
  expect(result.ok && starts(result.plan as typeof plan, '2026-11-16')).toEqual([
    '2026-11-17T10:00',
    '2026-12-01T10:00',
  ])
})

test.each([
  ['after what is there', MONDAY, 60, '2026-11-23T07:00', '2026-11-23T10:00'],
  ['in the first gap that is long enough', MONDAY, 120, '2026-11-23T07:00', '2026-11-23T10:00'],
  ['in the last gap where the first is too short', '2026-11-24', 200, '2026-11-23T07:00', '2026-11-24T14:00'],
  ['after everything where no gap is long enough', MONDAY, 200, '2026-11-23T07:00', '2026-11-23T18:00'],
  ['not into the past of today', MONDAY, 60, '2026-11-23T11:20', '2026-11-23T11:30'],
  ['at the begin of an empty day', '2026-11-26', 60, '2026-11-23T07:00', '2026-11-26T09:00'],
  ['at nine on a day without working time', '2026-11-28', 60, '2026-11-23T07:00', '2026-11-28T09:00'],
])('a new session goes %s', (_name, day, minutes, now, expected) => {
  const on = view.days.find((other) => other.day === day)
  if (on === undefined) throw new Error('not in the week')
  expect(freeStart(view, on, minutes, HOME, toEpochMinute(now, HOME))).toBe(expected)
})

test('a preview keeps every cell that the edit does not touch', () => {
  const own = { ...plan }
  const view = week(own, MONDAY, context)
  const after = preview(
    own,
    {
      type: 'session/move',
      moves: [{ occurrence: { sessionId: 'session-1', original: null }, start: '2026-11-26T09:00' }],
    },
    MONDAY,
    context,
  )
  if (!after.ok) throw new Error('refused')
  expect(after.view.rows[1]).toBe(view.rows[1])
  expect(after.view.days[2]).toBe(view.days[2])
  expect(after.view.days[0]).not.toBe(view.days[0])
})

test('an edit raises what is new and what gets worse, not what stays or gets better', () => {
  const booked = (minutes: number) =>
    week(
      aPlan({ sessions: [aSession({ engagementId: null, start: '2026-11-27T09:00', minutes })] }),
      MONDAY,
      context,
    )
  const codes = (before: number, after: number) =>
    raised(booked(before), booked(after)).map(({ code }) => code)
  expect(codes(200, 270)).toEqual(['day-over', 'outside-hours'])
  expect(codes(270, 300)).toEqual(['day-over', 'outside-hours'])
  expect(codes(300, 270)).toEqual([])
  expect(codes(270, 270)).toEqual([])
})

test('a fix says how many flags go and what comes up, the worst first', () => {
  const clash = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: [
      aSession(),
      aSession({ id: 'other', title: 'Board call' }),
      aSession({ id: 'full', start: '2026-11-27T09:00', minutes: 240 }),
    ],
  })
  const lineAfter = (start: string) => {
    const move = { occurrence: { sessionId: 'other', original: null }, start }
    const after = preview(clash, { type: 'session/move', moves: [move] }, MONDAY, context)
    if (!after.ok) throw new Error('refused')
    return fixLine(week(clash, MONDAY, context), after.view, wordsIn('en'), ({ code }) => code)
  }
  expect([
    lineAfter('2026-11-23T10:00'),
    lineAfter('2026-11-27T12:30'),
    lineAfter('2026-11-23T09:00'),
  ]).toEqual([
    { tone: 'ok', text: 'Solves 1 flag.' },
    { tone: 'over', text: 'Solves 1 flag. New: overlap · 2 more.' },
    { tone: 'ok', text: '' },
  ])
})

test('arrow keys walk through sessions of a cell, then to the next row, and stop at the edges', () => {
  const at = (row: number, column: number, item = 0) => ({ row, column, item })
  expect([
    stepped(view, at(1, 1), 'ArrowDown', false),
    stepped(view, at(1, 1, 1), 'ArrowDown', false),
    stepped(view, at(2, 1), 'ArrowUp', false),
    stepped(view, at(1, 1, 1), 'ArrowRight', false),
    stepped(view, at(0, 3), 'ArrowUp', false),
    stepped(view, at(1, 8), 'ArrowRight', false),
    stepped(view, at(3, 4), 'End', true),
    stepped(view, at(1, 4), 'x', false),
  ]).toEqual([at(1, 1, 1), at(2, 1), at(1, 1, 1), at(1, 2), null, null, at(3, 7), null])
  expect(within(view, at(99, 99, 99))).toEqual(at(4, 8))
})

test.each([
  [200, 'meeting', 'worked', '✓◉ 09:00 – 10:00'],
  [200, 'focus', 'not-happened', '✗ 09:00 – 10:00'],
  [84, 'meeting', null, '◉ 09:00–10:00'],
  [72, 'meeting', null, '09:00–10:00'],
  [50, 'meeting', null, '◉ 09:00'],
  [10, 'meeting', 'worked', '09:00'],
] as const)('in %i pixels a %s shows what fits', (room, kind, became, text) => {
  const held = booking('session-1')
  expect(
    timeText({ ...held, occurrence: { ...held.occurrence, kind } }, became, formatIn('en', 'en-GB'), room)
      .text,
  ).toBe(text)
})

test('where no time fits, the start stays without its half of the day', () => {
  const inPixels = (room: number) => timeText(booking('session-1'), null, formatIn('en', 'en-US'), room)
  expect([inPixels(40), inPixels(20)]).toEqual([
    { text: '9:00', fits: true },
    { text: '9:00', fits: false },
  ])
})

test('a mark names the first three flags of a session and says how many more there are', () => {
  const crowd = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: Array.from({ length: 6 }, (_, i) => aSession({ id: `s${i}`, title: `Session ${i}` })),
  })
  const { flags } = week(crowd, MONDAY, context)
  const told: string[] = []
  const { marks } = markedBy(flags, {
    title: (flag) => {
      told.push(flag.key)
      return flag.occurrences.join('+')
    },
    more: (count) => ` and ${count} more`,
  })
  expect(marks.get('s0')).toEqual({ severity: 'over', text: 's0+s1; s0+s2; s0+s3 and 2 more' })
  expect(told.length).toBe(18)
})

test('marks made from those before are what they would be from nothing', () => {
  const ids = Array.from({ length: 8 }, (_, i) => `s${i}`)
  const start = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 28, max: 44 }))
  const crowdOf = (starts: readonly (readonly [number, number])[]) =>
    aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      sessions: starts.map(([day, quarter], i) =>
        aSession({
          id: ids[i] ?? '',
          start: `${addDays(MONDAY, day)}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
        }),
      ),
    })
  const told = { title: (flag: { readonly key: string }) => flag.key, more: (count: number) => ` +${count}` }
  const marksOf = ({ get }: { readonly get: (key: string) => unknown }) => ids.map(get)
  let kept = 0
  fc.assert(
    fc.property(
      fc.array(start, { minLength: 8, maxLength: 8 }),
      fc.array(fc.tuple(start, fc.nat(7)), { minLength: 1, maxLength: 3 }),
      (starts, moves) => {
        const plan = crowdOf(starts)
        const resting = week(plan, MONDAY, context).flags
        const before = markedBy(resting, told)
        let last = before.marks
        for (const [to, which] of moves) {
          const { start } = crowdOf([to]).years['2026']?.sessions.s0 ?? aSession()
          const change = { id: ids[which] ?? '', scope: { kind: 'all' as const }, change: { start } }
          const after = preview(plan, { type: 'session/change', ...change }, MONDAY, context)
          if (!after.ok) throw new Error('refused')
          const { flags } = after.view
          const marks = marksAfter(before, flags, told)
          const fresh = markedBy(flags, told).marks
          expect(marksOf(marks)).toEqual(marksOf(fresh))
          // The same from flags of another plan, of which none is the same object; and from what is in another order.
          const others = week(crowdOf(starts.map((at, i) => (i === which ? to : at))), MONDAY, context).flags
          expect(marksOf(marksAfter(before, others, told))).toEqual(marksOf(fresh))
          const turned = flags.toReversed()
          expect(marksOf(marksAfter(before, turned, told))).toEqual(marksOf(markedBy(turned, told).marks))
          const isSame = sameMark(last, marks)
          for (const key of ids)
            expect(isSame(key)).toBe(JSON.stringify(last.get(key)) === JSON.stringify(marks.get(key)))
          if (marks.rest === before.marks.rest) kept++
          last = marks
        }
      },
    ),
    { numRuns: times(60, 2000) },
  )
  expect(kept).toBeGreaterThan(50)
})

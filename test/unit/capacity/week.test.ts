import { describe, expect, test } from 'vitest'
import { preview, week } from '../../../shared/capacity/week.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const view = week(mockPlan(), MONDAY, at('2026-11-23T00:00'))

describe('the week of the picture', () => {
  test('each day shows load, capacity and headroom', () => {
    expect(
      view.days.map(({ day, load, capacity, headroom, over }) => [day, load, capacity, headroom, over]),
    ).toEqual([
      ['2026-11-23', 390, 480, 90, false],
      ['2026-11-24', 585, 480, -105, true],
      ['2026-11-25', 555, 480, -75, true],
      ['2026-11-26', 450, 480, 30, false],
      ['2026-11-27', 255, 240, -15, true],
      ['2026-11-28', 0, 0, 0, false],
      ['2026-11-29', 0, 0, 0, false],
    ])
  })

  test('a tentative session counts in the load and is told apart, weighted by its chance', () => {
    const friday = view.days[4]
    expect([friday?.confirmed, friday?.tentative, friday?.weighted]).toEqual([150, 105, 213])
  })

  test('the totals are those of the days', () => {
    expect(view.totals).toEqual({
      capacity: 2160,
      reserve: 0,
      load: 2235,
      confirmed: 2130,
      tentative: 105,
      travel: 0,
      weighted: 2193,
      headroom: -75,
      over: true,
      committed: 1680,
      remaining: 120,
    })
  })

  test('a row a client, own business last, with what is planned, promised and short', () => {
    expect(
      view.rows.map(({ clientId, planned, committed, status }) => [clientId, planned, committed, status]),
    ).toEqual([
      ['northwind', 750, 960, { kind: 'short', minutes: 210 }],
      ['lumen', 780, 720, { kind: 'over', minutes: 60 }],
      ['fable', 510, null, { kind: 'none' }],
      ['harbor', 105, null, { kind: 'none' }],
      [null, 90, null, { kind: 'none' }],
    ])
  })

  test('a cell holds its sessions by start with their minutes', () => {
    const cell = view.rows[0]?.days[1]
    expect([
      cell?.minutes,
      cell?.bookings.map(({ key, fromWall, toWall }) => [key, fromWall, toWall]),
    ]).toEqual([
      210,
      [
        ['steering-committee', '2026-11-24T09:30', '2026-11-24T11:00'],
        ['vendor-review-oracle', '2026-11-24T11:00', '2026-11-24T13:00'],
      ],
    ])
  })

  test('its flags, over before watch', () => {
    expect(view.flags.map(({ code, severity, short, days }) => [code, severity, short, days[0]])).toEqual([
      ['overlap', 'over', 30, '2026-11-24'],
      ['overlap', 'over', 15, '2026-11-24'],
      ['day-over', 'over', 105, '2026-11-24'],
      ['day-over', 'over', 75, '2026-11-25'],
      ['day-over', 'over', 15, '2026-11-27'],
      ['week-over', 'over', 75, '2026-11-23'],
      ['client-under', 'watch', 210, '2026-11-23'],
      ['client-over', 'watch', 60, '2026-11-23'],
      ['outside-hours', 'watch', 90, '2026-11-24'],
      ['outside-hours', 'watch', 120, '2026-11-25'],
      ['outside-hours', 'watch', 30, '2026-11-26'],
      ['outside-hours', 'watch', 45, '2026-11-27'],
    ])
  })
})

test('asked again with the same plan the view is the same object', () => {
  const plan = mockPlan()
  expect(week(plan, MONDAY, at('2026-11-23T00:00'))).toBe(week(plan, MONDAY, at('2026-11-23T00:00')))
})

test('a moved session changes its two days, its row and the totals, and nothing else', () => {
  const plan = mockPlan()
  const context = at('2026-11-23T00:00')
  const before = week(plan, MONDAY, context)
  const after = preview(
    plan,
    {
      type: 'session/move',
      moves: [{ occurrence: { sessionId: 'board-call', original: null }, start: '2026-11-26T13:00' }],
    },
    MONDAY,
    context,
  )
  if (!after.ok) throw new Error('refused')
  const same = (a: readonly unknown[], b: readonly unknown[]) => a.map((item, i) => item === b[i])
  expect(same(after.view.days, before.days)).toEqual([true, false, true, false, true, true, true])
  expect(same(after.view.rows, before.rows)).toEqual([true, false, true, true, true])
  expect(same(after.view.rows[1]?.days ?? [], before.rows[1]?.days ?? [])).toEqual([
    true,
    false,
    true,
    false,
    true,
    true,
    true,
  ])
  expect(after.view.days.map(({ load }) => load)).toEqual([390, 540, 555, 495, 255, 0, 0])
})

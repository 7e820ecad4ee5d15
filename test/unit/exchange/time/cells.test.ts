import { describe, expect, it } from 'vitest'
import { clockOf, type DateOrder, dateOrderOf, momentOf } from '../../../../shared/exchange/time/clockCell.ts'
import { decimalMarkOf, secondsOf, wholeMinutes } from '../../../../shared/exchange/time/lengthCell.ts'

describe('the order of a column of dates', () => {
  it.each([
    [['2026-11-23'], 'ymd', false],
    [['11/12/2026', '11/23/2026'], 'mdy', false],
    [['11/12/2026', '23/11/2026'], 'dmy', false],
    [['01/02/2026', '03/04/2026'], null, false],
    [['01.02.2026'], null, true],
    [['13/01/2026', '14/01/2026', '01/25/2026'], 'dmy', false],
    [['', 'soon'], null, false],
  ] as const)('of %j is %s', (cells, order, dots) => {
    expect(dateOrderOf(cells)).toEqual({ order, dots })
  })
})

describe('a date or time in a cell', () => {
  const at = (day: string | null, second: number | null = null, offset: number | null = null) => ({
    day,
    second,
    offset,
  })
  it.each<[string, DateOrder, ReturnType<typeof at> | null]>([
    ['2026-11-23', 'mdy', at('2026-11-23')],
    ['11/23/2026', 'mdy', at('2026-11-23')],
    ['23/11/26', 'dmy', at('2026-11-23')],
    ['1.2.2026', 'dmy', at('2026-02-01')],
    ['23/11/2026', 'mdy', null],
    ['2026-02-30', 'ymd', null],
    ['2026/11-23', 'ymd', null],
    ['9:05', 'ymd', at(null, 9 * 3600 + 300)],
    ['09:05:59', 'ymd', at(null, 9 * 3600 + 359)],
    ['12:00 AM', 'ymd', at(null, 0)],
    ['12:30:00 pm', 'ymd', at(null, 12.5 * 3600)],
    ['1:00\u202fPM', 'ymd', at(null, 13 * 3600)],
    ['13:00 PM', 'ymd', null],
    ['24:00', 'ymd', at(null, 86_400)],
    ['24:01', 'ymd', null],
    ['9:61', 'ymd', null],
    ['2026-11-23T09:00:00Z', 'ymd', at('2026-11-23', 9 * 3600, 0)],
    ['2026-11-23 09:00+01:00', 'ymd', at('2026-11-23', 9 * 3600, 60)],
    ['2026-11-23T09:00:00.123-0530', 'ymd', at('2026-11-23', 9 * 3600, -330)],
    ['11/23/2026, 9:00 AM', 'mdy', at('2026-11-23', 9 * 3600)],
    ['=1+1', 'ymd', null],
  ])('%j written %s', (cell, order, moment) => {
    expect(momentOf(cell, order)).toEqual(moment)
  })

  it.each([
    [['', '9:00 AM'], 12],
    [['21:00'], 24],
    [['2026-11-23T09:00:00Z'], 24],
    [['2026-11-23'], null],
  ] as const)('the clock of %j has %s hours', (cells, clock) => {
    expect(clockOf(cells)).toBe(clock)
  })
})

describe('a length in a cell', () => {
  it.each([
    [['1,5', '20,0'], ','],
    [['1.5'], '.'],
    [['1.250,5', '3'], ','],
    [['1,250.5'], '.'],
    [['1,250'], ','],
    [['8', '01:30:00'], null],
  ] as const)('the decimal mark of %j is %s', (cells, mark) => {
    expect(decimalMarkOf(cells)).toBe(mark)
  })

  it.each([
    ['1:30', 5400],
    ['01:30:15', 5415],
    ['100:00:00', 360_000],
    ['-0:30', -1800],
    ['1:75', null],
    ['47:06 min', 2826],
    ['25 sec', 25],
    ['1.5', 5400],
    ['0.33', 1188],
    ['-2', -7200],
    ['1h 30m', 5400],
    ['1.5 h', 5400],
    ['90 min', 5400],
    ['90m', 5400],
    ['2 Std', 7200],
    ['PT1H30M', 5400],
    ['', null],
    ['PT', null],
    ['soon', null],
    ['1e9', null],
  ])('%j is %s seconds', (cell, seconds) => {
    expect(secondsOf(cell, '.', 'hours')).toBe(seconds)
  })

  it.each([
    ['20,0', ',', 'hours', 72_000],
    ['2.000,5', ',', 'minutes', 120_030],
    ['3600', '.', 'seconds', 3600],
    ['90', ',', 'minutes', 5400],
    ["1'000", '.', 'seconds', 1000],
    ['1.2.3', '.', 'hours', null],
  ] as const)('%j with %j counting %s is %s seconds', (cell, mark, unit, seconds) => {
    expect(secondsOf(cell, mark, unit)).toBe(seconds)
  })

  it.each([
    [29, 'nearest', 0],
    [30, 'nearest', 1],
    [89, 'nearest', 1],
    [1, 'up', 1],
    [60, 'up', 1],
    [119, 'down', 1],
  ] as const)('%i seconds, %s, are %i minutes', (seconds, rule, minutes) => {
    expect(wholeMinutes(seconds, rule)).toBe(minutes)
  })
})

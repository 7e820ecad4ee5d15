import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clip,
  gaps,
  type Interval,
  intersect,
  splitAtMidnight,
  subtract,
  total,
  union,
} from '../../../shared/time/interval.ts'
import { fromEpochMinute, toEpochMinute } from '../../../shared/time/zone.ts'

const SPAN = 60
const anInterval = fc.record({ from: fc.nat(SPAN), to: fc.nat(SPAN) })
const aList = fc.array(anInterval, { maxLength: 8 })

/** The oracle: time as a list of minutes, each covered or not. */
const minutes = (list: readonly Interval[]): boolean[] =>
  Array.from({ length: SPAN }, (_, minute) => list.some(({ from, to }) => from <= minute && minute < to))

const both = (
  a: readonly boolean[],
  b: readonly boolean[],
  rule: (x: boolean, y: boolean) => boolean,
): boolean[] => a.map((x, i) => rule(x, b[i] ?? false))

const isNormal = (list: readonly Interval[]): boolean =>
  list.every(({ from, to }, i) => from < to && (i === 0 || (list[i - 1]?.to ?? 0) < from))

describe('intervals', () => {
  it('are half-open: those that touch are joined, those that are empty or turned round vanish', () => {
    expect(
      union([
        { from: 30, to: 40 },
        { from: 10, to: 20 },
        { from: 20, to: 25 },
        { from: 12, to: 15 },
        { from: 28, to: 28 },
        { from: 29, to: 26 },
      ]),
    ).toEqual([
      { from: 10, to: 25 },
      { from: 30, to: 40 },
    ])
  })

  it('are united, shared, taken away and counted as sets of minutes', () => {
    fc.assert(
      fc.property(aList, aList, (a, b) => {
        expect(minutes(union(a))).toEqual(minutes(a))
        expect(minutes(intersect(a, b))).toEqual(both(minutes(a), minutes(b), (x, y) => x && y))
        expect(minutes(subtract(a, b))).toEqual(both(minutes(a), minutes(b), (x, y) => x && !y))
        expect(total(a)).toBe(minutes(a).filter(Boolean).length)
        expect([union(a), intersect(a, b), subtract(a, b)].every(isNormal)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('are clipped to bounds, and the gaps are the rest of the bounds', () => {
    fc.assert(
      fc.property(aList, anInterval, (list, bounds) => {
        const inside = minutes([bounds])
        expect(minutes(clip(list, bounds))).toEqual(both(minutes(list), inside, (x, y) => x && y))
        expect(minutes(gaps(list, bounds))).toEqual(both(minutes(list), inside, (x, y) => !x && y))
      }),
    )
    expect(gaps([{ from: 10, to: 20 }], { from: 0, to: 30 })).toEqual([
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ])
  })
})

describe('cutting at midnight', () => {
  const within = (from: string, to: string, zone: string): Interval => ({
    from: toEpochMinute(from, zone),
    to: toEpochMinute(to, zone),
  })
  const lengths = (interval: Interval, zone: string): [string, number][] =>
    splitAtMidnight(interval, zone).map(({ day, from, to }) => [day, to - from])

  it.each([
    [
      'a night',
      '2026-06-01T22:00',
      '2026-06-02T06:00',
      'Europe/Berlin',
      [
        ['2026-06-01', 120],
        ['2026-06-02', 360],
      ],
    ],
    [
      'the night of 23 hours',
      '2026-03-28T22:00',
      '2026-03-29T06:00',
      'Europe/Berlin',
      [
        ['2026-03-28', 120],
        ['2026-03-29', 300],
      ],
    ],
    [
      'the night of 25 hours',
      '2026-10-24T22:00',
      '2026-10-25T06:00',
      'Europe/Berlin',
      [
        ['2026-10-24', 120],
        ['2026-10-25', 420],
      ],
    ],
    ['to midnight', '2026-06-01T22:00', '2026-06-02T00:00', 'Europe/Berlin', [['2026-06-01', 120]]],
    [
      'three days',
      '2026-06-01T12:00',
      '2026-06-03T12:00',
      'Asia/Kolkata',
      [
        ['2026-06-01', 720],
        ['2026-06-02', 1440],
        ['2026-06-03', 720],
      ],
    ],
    [
      'a missing day',
      '2011-12-29T12:00',
      '2011-12-31T12:00',
      'Pacific/Apia',
      [
        ['2011-12-29', 720],
        ['2011-12-31', 720],
      ],
    ],
    [
      'a missing midnight',
      '2018-11-03T23:00',
      '2018-11-04T02:00',
      'America/Sao_Paulo',
      [
        ['2018-11-03', 60],
        ['2018-11-04', 60],
      ],
    ],
    [
      'a midnight shown twice',
      '2010-11-06T22:00',
      '2010-11-07T02:00',
      'America/St_Johns',
      [
        ['2010-11-06', 120],
        ['2010-11-07', 180],
      ],
    ],
  ] as const)('gives the pieces of %s', (_, from, to, zone, pieces) => {
    expect(lengths(within(from, to, zone), zone)).toEqual(pieces)
  })

  it('gives nothing for an empty interval', () => {
    expect(splitAtMidnight({ from: 5, to: 5 }, 'UTC')).toEqual([])
    expect(splitAtMidnight({ from: 5, to: 4 }, 'UTC')).toEqual([])
  })

  it('gives pieces that follow each other and lie in their day', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
    const start = fc.integer({ min: 26_000_000, max: 32_000_000 })
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(...zones),
        (from, length, zone) => {
          const pieces = splitAtMidnight({ from, to: from + length }, zone)
          expect(pieces.map((piece) => piece.from)).toEqual([
            from,
            ...pieces.slice(0, -1).map((piece) => piece.to),
          ])
          expect(pieces.at(-1)?.to).toBe(from + length)
          for (const piece of pieces)
            expect(
              [fromEpochMinute(piece.from, zone), fromEpochMinute(piece.to - 1, zone)].map((w) =>
                w.slice(0, 10),
              ),
            ).toEqual([piece.day, piece.day])
        },
      ),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { addDays, eachDay } from '../../../shared/time/day.ts'
import {
  MOST_OCCURRENCES,
  type Occurrences,
  occurrences,
  type Recurrence,
  type Window,
} from '../../../shared/time/recurrence.ts'
import { fromEpochMinute, toEpochMinute, wallStatus } from '../../../shared/time/zone.ts'

const BERLIN = 'Europe/Berlin'

const repeating = (rule: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rule,
  except: [],
  extra: [],
  ...more,
})

const inWindow = (
  start: string,
  recurrence: Recurrence | string,
  from: string,
  to: string,
  zone = BERLIN,
): Occurrences =>
  occurrences(start, zone, typeof recurrence === 'string' ? repeating(recurrence) : recurrence, { from, to })

const startsOf = (...asked: Parameters<typeof inWindow>): string[] => inWindow(...asked).starts

describe('a weekly session', () => {
  it('on Mondays at 09:00 in Berlin stays at 09:00 over the clock change of 25 October 2026', () => {
    expect(startsOf('2026-10-19T09:00', 'FREQ=WEEKLY;BYDAY=MO', '2026-10-19', '2026-11-09')).toEqual([
      '2026-10-19T09:00',
      '2026-10-26T09:00',
      '2026-11-02T09:00',
      '2026-11-09T09:00',
    ])
  })

  it('at 10:00 in New York is at 15:00 in Berlin from 8 to 28 March and in the week of 26 October 2026', () => {
    const zone = 'America/New_York'
    const starts = startsOf('2026-01-05T10:00', 'FREQ=WEEKLY;BYDAY=MO', '2026-01-05', '2026-12-31', zone)
    const early = starts.filter((wall) =>
      fromEpochMinute(toEpochMinute(wall, zone), BERLIN).endsWith('T15:00'),
    )
    expect(early).toEqual(['2026-03-09T10:00', '2026-03-16T10:00', '2026-03-23T10:00', '2026-10-26T10:00'])
  })

  it('that is ten years old has one start in a week', () => {
    expect(startsOf('2016-09-20T09:30', 'FREQ=WEEKLY', '2026-09-21', '2026-09-27')).toEqual([
      '2026-09-22T09:30',
    ])
  })
})

describe('a daily session at 02:30 in Berlin', () => {
  it('keeps the start that the clocks skip on 29 March 2026, which falls on 03:30', () => {
    const starts = startsOf('2026-03-27T02:30', 'FREQ=DAILY', '2026-03-28', '2026-03-30')
    expect(
      starts.map((wall) => [
        wall,
        wallStatus(wall, BERLIN),
        fromEpochMinute(toEpochMinute(wall, BERLIN), BERLIN),
      ]),
    ).toEqual([
      ['2026-03-28T02:30', 'unique', '2026-03-28T02:30'],
      ['2026-03-29T02:30', 'skipped', '2026-03-29T03:30'],
      ['2026-03-30T02:30', 'unique', '2026-03-30T02:30'],
    ])
  })

  it('has one start on 25 October 2026, the first of the two', () => {
    const starts = startsOf('2026-10-24T02:30', 'FREQ=DAILY;COUNT=3', '2026-10-01', '2026-10-31')
    expect(starts.map((wall) => fromEpochMinute(toEpochMinute(wall, BERLIN), 'UTC'))).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
  })
})

describe('the end of a series', () => {
  it.each([
    // 09:00 in Berlin is 07:00 UTC in summer and 08:00 UTC in winter.
    ['an instant that is the start', 'UNTIL=20261026T080000Z', '2026-10-26'],
    ['an instant one minute before the start', 'UNTIL=20261026T075900Z', '2026-10-25'],
    ['an instant in summer time', 'UNTIL=20261024T070000Z', '2026-10-24'],
    ['an instant on the next UTC day', 'UNTIL=20261027T000000Z', '2026-10-26'],
    ['a date, included', 'UNTIL=20261026', '2026-10-26'],
    ['a local time that is the start', 'UNTIL=20261026T090000', '2026-10-26'],
    ['a local time one minute before the start', 'UNTIL=20261026T085900', '2026-10-25'],
    ['a count', 'COUNT=8', '2026-10-27'],
  ])('by %s', (_, end, last) => {
    const starts = startsOf('2026-10-20T09:00', `FREQ=DAILY;${end}`, '2026-01-01', '2027-12-31')
    expect(starts).toEqual(eachDay('2026-10-20', last).map((day) => `${day}T09:00`))
  })

  it('by an instant is compared in the zone of the session, where midnight UTC may be yesterday or today', () => {
    const last = (zone: string): string | undefined =>
      startsOf('2026-06-01T18:00', 'FREQ=DAILY;UNTIL=20260611T000000Z', '2026-06-01', '2026-06-30', zone).at(
        -1,
      )
    expect([last('America/Los_Angeles'), last(BERLIN), last('Asia/Kolkata')]).toEqual([
      '2026-06-09T18:00',
      '2026-06-10T18:00',
      '2026-06-10T18:00',
    ])
  })

  it('before the first start leaves nothing, as exporters write an emptied series', () => {
    expect(
      startsOf('2026-10-20T09:00', 'FREQ=DAILY;UNTIL=20261019T230000Z', '2026-01-01', '2027-12-31'),
    ).toEqual([])
  })

  it('by COUNT does not depend on the windows asked before', () => {
    const recurrence = repeating('FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=50')
    const ask = (from: string, to: string): string[] => startsOf('2020-01-06T09:00', recurrence, from, to)
    const late = ask('2022-01-01', '2023-12-31')
    const whole = ask('2019-01-01', '2030-12-31')
    expect(whole).toHaveLength(50)
    expect(late).toEqual(whole.filter((wall) => wall >= '2022' && wall < '2024'))
    expect(ask('2020-01-01', '2020-12-31')).toEqual(whole.slice(0, 24))
    expect(ask('2022-01-01', '2023-12-31')).toEqual(late)
  })
})

describe('a rule of hours, week numbers or days of the year', () => {
  it('ends with the day that UNTIL names, as any other', () => {
    expect(startsOf('2026-06-01T09:00', 'FREQ=DAILY;UNTIL=20260601', '2026-06-01', '2026-06-30')).toEqual([
      '2026-06-01T09:00',
    ])
    expect(
      startsOf('2026-06-01T09:00', 'FREQ=DAILY;BYHOUR=9,17;UNTIL=20260602', '2026-06-01', '2026-06-30'),
    ).toEqual(['2026-06-01T09:00', '2026-06-01T17:00', '2026-06-02T09:00', '2026-06-02T17:00'])
  })

  it('misses nothing where a window starts with a month, or a week crosses New Year', () => {
    expect(
      startsOf('2026-05-20T09:45', 'FREQ=HOURLY;BYMINUTE=10,50', '2026-06-01', '2026-06-01').slice(0, 3),
    ).toEqual(['2026-06-01T00:10', '2026-06-01T00:50', '2026-06-01T01:10'])
    expect(
      startsOf('2021-01-01T09:00', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR', '2027-01-01', '2027-01-31'),
    ).toEqual(['2027-01-01T09:00'])
    expect(
      startsOf('2019-12-30T09:00', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '2024-12-30', '2025-12-31'),
    ).toEqual(['2024-12-30T09:00', '2025-12-29T09:00'])
  })
})

describe('the first start', () => {
  it('is an occurrence and counts, also when the rule does not match it (RFC 5545 §3.3.10 and §3.8.5.3)', () => {
    const wednesday = '2024-05-30T20:00'
    expect(startsOf(wednesday, 'FREQ=WEEKLY;COUNT=3;BYDAY=WE', '2024-05-01', '2024-12-31')).toEqual([
      '2024-05-30T20:00',
      '2024-06-05T20:00',
      '2024-06-12T20:00',
    ])
    expect(startsOf(wednesday, 'FREQ=WEEKLY;COUNT=1;BYDAY=WE', '2024-05-01', '2024-12-31')).toEqual([
      wednesday,
    ])
    expect(startsOf(wednesday, 'FREQ=DAILY;COUNT=2;BYHOUR=8', '2024-05-01', '2024-12-31')).toEqual([
      wednesday,
      '2024-05-31T08:00',
    ])
  })

  it('has nothing before it', () => {
    expect(
      startsOf('2026-06-10T09:00', 'FREQ=MONTHLY;BYMONTHDAY=1,10,20', '2026-01-01', '2026-07-05'),
    ).toEqual(['2026-06-10T09:00', '2026-06-20T09:00', '2026-07-01T09:00'])
    expect(startsOf('2026-06-10T09:00', 'FREQ=DAILY', '2026-01-01', '2026-06-09')).toEqual([])
  })
})

describe('exceptions and additions', () => {
  it('take out single starts, the first one too, without making room for others', () => {
    const recurrence = repeating('FREQ=DAILY;COUNT=4', {
      except: ['2026-06-01T09:00', '2026-06-03T09:00', '2026-06-04T10:00'],
    })
    expect(startsOf('2026-06-01T09:00', recurrence, '2026-06-01', '2026-06-30')).toEqual([
      '2026-06-02T09:00',
      '2026-06-04T09:00',
    ])
  })

  it('may take out every start', () => {
    const recurrence = repeating('FREQ=DAILY;COUNT=2', { except: ['2026-06-01T09:00', '2026-06-02T09:00'] })
    expect(startsOf('2026-06-01T09:00', recurrence, '2026-06-01', '2026-06-30')).toEqual([])
  })

  it('add starts within the window, sorted, each once, and lose to an exception', () => {
    const recurrence = repeating('FREQ=WEEKLY;COUNT=2', {
      extra: [
        '2026-06-10T14:00',
        '2026-06-08T09:00',
        '2026-06-03T08:00',
        '2026-07-20T09:00',
        '2026-06-04T08:00',
      ],
      except: ['2026-06-04T08:00'],
    })
    expect(startsOf('2026-06-01T09:00', recurrence, '2026-06-02', '2026-06-30')).toEqual([
      '2026-06-03T08:00',
      '2026-06-08T09:00',
      '2026-06-10T14:00',
    ])
  })

  it('may be all there is', () => {
    const recurrence = repeating('', { extra: ['2026-06-10T14:00'] })
    expect(startsOf('2026-06-01T09:00', recurrence, '2026-06-01', '2026-06-30')).toEqual([
      '2026-06-01T09:00',
      '2026-06-10T14:00',
    ])
  })
})

describe('months and years of different lengths', () => {
  it.each([
    [
      'the 31st',
      '2026-01-31',
      'FREQ=MONTHLY',
      ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31', '2026-08-31', '2026-10-31', '2026-12-31'],
    ],
    [
      'the last day',
      '2026-01-31',
      'FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=3',
      ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'],
    ],
    [
      'the fifth Friday',
      '2026-01-30',
      'FREQ=MONTHLY;BYDAY=5FR',
      ['2026-01-30', '2026-05-29', '2026-07-31', '2026-10-30'],
    ],
    [
      'the last weekday',
      '2026-01-30',
      'FREQ=MONTHLY;INTERVAL=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ['2026-01-30', '2026-05-29', '2026-09-30'],
    ],
  ])('%s of a month comes where there is one', (_, start, rule, days) => {
    expect(startsOf(`${start}T09:00`, rule, '2026-01-01', '2026-12-31')).toEqual(
      days.map((day) => `${day}T09:00`),
    )
  })

  it('29 February comes in leap years', () => {
    expect(startsOf('2092-02-29T09:00', 'FREQ=YEARLY', '2090-01-01', '2107-12-31')).toEqual([
      '2092-02-29T09:00',
      '2096-02-29T09:00',
      '2104-02-29T09:00',
    ])
  })
})

describe('a rule that would never end its search', () => {
  const century: Window = { from: '2026-01-01', to: '2125-12-31' }

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=5',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;COUNT=5',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO;COUNT=3',
    'FREQ=DAILY;BYHOUR=9,10;BYSETPOS=3',
  ])('%s has only its first start', (rule) => {
    expect(occurrences('2026-06-01T09:00', BERLIN, repeating(rule), century)).toEqual({
      starts: ['2026-06-01T09:00'],
      capped: false,
    })
  })

  it('is cut off where the calendar ends', () => {
    expect(startsOf('9999-12-29T09:00', 'FREQ=DAILY', '9999-12-01', '9999-12-31')).toEqual([
      '9999-12-29T09:00',
      '9999-12-30T09:00',
      '9999-12-31T09:00',
    ])
    expect(
      startsOf('9999-12-29T09:00', 'FREQ=WEEKLY;BYDAY=WE,SA;COUNT=9', '9999-12-01', '9999-12-31'),
    ).toEqual(['9999-12-29T09:00'])
    expect(startsOf('0001-01-01T00:00', 'FREQ=YEARLY', '0001-01-01', '0003-12-31')).toHaveLength(3)
  })
})

describe('a cap', () => {
  it('is said when a window holds more starts than are given', () => {
    const found = inWindow('2000-01-01T09:00', 'FREQ=DAILY', '2000-01-01', '2040-12-31')
    expect([found.capped, found.starts.length]).toEqual([true, MOST_OCCURRENCES])
    expect(found.starts.at(-1)).toBe(`${addDays('2000-01-01', MOST_OCCURRENCES - 1)}T09:00`)
  })

  it('is said for a rare rule asked about centuries later', () => {
    const rule = 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'
    expect(inWindow('2000-05-15T09:00', rule, '2150-01-01', '2150-12-31')).toEqual({
      starts: ['2150-05-11T09:00'],
      capped: false,
    })
    expect(inWindow('2000-05-15T09:00', rule, '2500-01-01', '2500-12-31')).toEqual({
      starts: [],
      capped: true,
    })
    expect(inWindow('2000-05-15T09:00', `${rule};COUNT=3`, '2500-01-01', '2500-12-31')).toEqual({
      starts: [],
      capped: false,
    })
  })
})

describe('what is remembered', () => {
  it('belongs to the start and the zone, when sessions share one recurrence', () => {
    const recurrence = repeating('FREQ=DAILY;UNTIL=20260603T070000Z')
    const ask = (start: string, zone: string): string[] =>
      startsOf(start, recurrence, '2026-06-01', '2026-06-30', zone)
    expect(ask('2026-06-01T09:00', BERLIN)).toHaveLength(3)
    expect(ask('2026-06-02T09:00', BERLIN)).toHaveLength(2)
    expect(ask('2026-06-01T09:00', 'America/New_York')).toHaveLength(2)
    expect(ask('2026-06-01T09:00', BERLIN)).toHaveLength(3)
  })

  it('is no rule that was refused: that is a bug here, and throws', () => {
    expect(() => startsOf('2026-06-01T09:00', 'FREQ=SECONDLY', '2026-06-01', '2026-06-30')).toThrow(
      RangeError,
    )
  })
})

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, weekdayOf } from '../../../shared/time/day.ts'
import { wallNumber } from '../../../shared/time/wallClock.ts'
import {
  canonicalZone,
  dayLength,
  fromEpochMinute,
  isZone,
  localAt,
  offsetAt,
  startOfDay,
  toEpochMinute,
  wallStatus,
} from '../../../shared/time/zone.ts'
import { assertAlsoFixed } from '../../support/alsoFixed.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

const ZONES = [
  'UTC',
  BERLIN,
  NEW_YORK,
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Asia/Pyongyang',
  'America/Caracas',
  'Antarctica/Troll',
]

const aZone = fc.constantFrom(...ZONES)

/** Minutes of the years 1972 to 2099, half of them within a day of a clock change of the zone. */
const aMoment = fc
  .tuple(
    aZone,
    fc.integer({ min: 1_051_920, max: 68_374_079 }),
    fc.integer({ min: -1500, max: 1500 }),
    fc.boolean(),
  )
  .map(([zone, minute, shift, near]) => {
    if (!near) return { zone, epoch: minute }
    const next = zoned(minute, zone).getTimeZoneTransition('next')
    return { zone, epoch: next === null ? minute : next.epochMilliseconds / 60_000 + shift }
  })

function zoned(epoch: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch * 60_000).toZonedDateTimeISO(zone)
}

describe('a zone', () => {
  it('is an IANA name in any case, and nothing else', () => {
    const names = [
      'Europe/Berlin',
      'europe/berlin',
      'EUROPE/BERLIN',
      'utc',
      'Etc/GMT+5',
      'america/argentina/buenos_aires',
    ]
    expect(names.map(canonicalZone)).toEqual([
      'Europe/Berlin',
      'Europe/Berlin',
      'Europe/Berlin',
      'UTC',
      'Etc/GMT+5',
      'America/Argentina/Buenos_Aires',
    ])
    const none = [
      '',
      'Mars/Olympus',
      '+02:00',
      '-05',
      'W. Europe Standard Time',
      'Europe/Berlin ',
      'Europe/Berlin[u-ca=iso8601]',
      '2026-01-01T00:00[UTC]',
      '__proto__',
    ]
    expect(none.map(isZone)).toEqual(none.map(() => false))
  })

  it('keeps the name of a link', () => {
    expect(canonicalZone('asia/calcutta')).toBe('Asia/Calcutta')
  })

  it('that is unknown is a bug in arithmetic, and throws', () => {
    expect(() => offsetAt(0, 'Mars/Olympus')).toThrow(RangeError)
    expect(() => toEpochMinute('2026-01-01T00:00', 'Mars/Olympus')).toThrow(RangeError)
  })

  it('is the same in any spelling, and apart from the one asked before', () => {
    const asked = ['europe/berlin', 'America/New_York', 'Europe/Berlin', 'EUROPE/BERLIN', 'america/new_york']
    expect(asked.map((zone) => offsetAt(wallNumber('2026-07-01T00:00'), zone))).toEqual([
      120, -240, 120, 120, -240,
    ])
  })
})

describe('elapsed minutes', () => {
  it.each([
    ['2026-03-28T22:00', '2026-03-29T06:00', 7],
    ['2026-10-24T22:00', '2026-10-25T06:00', 9],
    ['2026-06-01T22:00', '2026-06-02T06:00', 8],
  ])('from %s to %s in Berlin are %i hours', (from, to, hours) => {
    expect(toEpochMinute(to, BERLIN) - toEpochMinute(from, BERLIN)).toBe(hours * 60)
  })

  it('put a 10:00 call in New York at 16:00 in Berlin, but at 15:00 while only one of the two has summer time', () => {
    const seen = new Map<string, string[]>()
    for (let day = '2026-02-02'; day <= '2026-11-13'; day = addDays(day, 1)) {
      if (weekdayOf(day) > 5) continue
      const wall = fromEpochMinute(toEpochMinute(`${day}T10:00`, NEW_YORK), BERLIN)
      const time = wall.slice(11)
      seen.set(time, [...(seen.get(time) ?? []), day])
      expect(wall.slice(0, 10)).toBe(day)
    }
    expect([...seen.keys()].sort()).toEqual(['15:00', '16:00'])
    const spring = Array.from({ length: 21 }, (_, i) => addDays('2026-03-08', i)).filter(
      (day) => weekdayOf(day) <= 5,
    )
    const autumn = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']
    expect(seen.get('15:00')).toEqual([...spring, ...autumn])
  })
})

describe('a time the clocks skip', () => {
  it('is shifted forward by the gap: 02:30 on 2026-03-29 in Berlin is 03:30', () => {
    const epoch = toEpochMinute('2026-03-29T02:30', BERLIN)
    expect([fromEpochMinute(epoch, BERLIN), wallStatus('2026-03-29T02:30', BERLIN)]).toEqual([
      '2026-03-29T03:30',
      'skipped',
    ])
  })

  it('lasts half an hour on Lord Howe Island', () => {
    const zone = 'Australia/Lord_Howe'
    const around = ['2026-10-04T01:59', '2026-10-04T02:00', '2026-10-04T02:29', '2026-10-04T02:30']
    expect(around.map((wall) => wallStatus(wall, zone))).toEqual(['unique', 'skipped', 'skipped', 'unique'])
    expect(fromEpochMinute(toEpochMinute('2026-10-04T02:15', zone), zone)).toBe('2026-10-04T02:45')
    expect([dayLength('2026-10-04', zone), dayLength('2026-04-05', zone)]).toEqual([1410, 1470])
  })
})

describe('a time the clocks show twice', () => {
  it('is its first occurrence: 02:30 on 2026-10-25 in Berlin is 00:30 UTC', () => {
    expect(fromEpochMinute(toEpochMinute('2026-10-25T02:30', BERLIN), 'UTC')).toBe('2026-10-25T00:30')
    expect(fromEpochMinute(toEpochMinute('2026-10-25T02:30', BERLIN) + 60, BERLIN)).toBe('2026-10-25T02:30')
    const around = ['2026-10-25T01:59', '2026-10-25T02:00', '2026-10-25T02:59', '2026-10-25T03:00']
    expect(around.map((wall) => wallStatus(wall, BERLIN))).toEqual([
      'unique',
      'repeated',
      'repeated',
      'unique',
    ])
  })
})

describe('a day of a zone', () => {
  it.each([
    ['2026-03-29', BERLIN, 23 * 60],
    ['2026-10-25', BERLIN, 25 * 60],
    ['2026-06-01', BERLIN, 24 * 60],
    ['2018-11-04', 'America/Sao_Paulo', 23 * 60],
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2011-12-31', 'Pacific/Apia', 24 * 60],
    ['2026-03-29', 'UTC', 24 * 60],
  ])('%s in %s has %i minutes', (day, zone, minutes) => {
    expect(dayLength(day, zone)).toBe(minutes)
  })

  it('starts when the gap ends that swallows its midnight', () => {
    expect(fromEpochMinute(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe(
      '2018-11-04T01:00',
    )
  })

  it('starts and lasts as Temporal says', () => {
    fc.assert(
      fc.property(aMoment, ({ zone, epoch }) => {
        const start = zoned(epoch, zone).startOfDay()
        const day = start.toPlainDate().toString()
        expect([startOfDay(day, zone), dayLength(day, zone)]).toEqual([
          start.epochMilliseconds / 60_000,
          Math.round(start.hoursInDay * 60),
        ])
      }),
      { numRuns: 1500 },
    )
  })
})

describe('conversion', () => {
  it('from instants to clocks is what Temporal does, near clock changes and far from them', () => {
    fc.assert(
      fc.property(aMoment, ({ zone, epoch }) => {
        const date = zoned(epoch, zone)
        const wall = date.toPlainDateTime().toString({ smallestUnit: 'minute' })
        const { dayNumber, minute } = localAt(epoch, zone)
        expect([fromEpochMinute(epoch, zone), offsetAt(epoch, zone), dayOf(dayNumber), minute]).toEqual([
          wall,
          date.offsetNanoseconds / 60e9,
          wall.slice(0, 10),
          date.hour * 60 + date.minute,
        ])
      }),
      { numRuns: 3000 },
    )
  })

  it('from clocks to instants is what Temporal calls compatible, and tells skipped and repeated times', () => {
    const seen = { unique: 0, skipped: 0, repeated: 0 }
    assertAlsoFixed(
      fc.property(aMoment, ({ zone, epoch }) => {
        const date = Temporal.PlainDateTime.from(
          zoned(epoch, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
        ).add({ minutes: (epoch % 3) * 30 })
        const wall = date.toString({ smallestUnit: 'minute' })
        const [earlier, later] = (['earlier', 'later'] as const).map(
          (disambiguation) => date.toZonedDateTime(zone, { disambiguation }).epochMilliseconds / 60_000,
        )
        const isShown = fromEpochMinute(earlier ?? 0, zone) === wall
        const status = earlier === later ? 'unique' : isShown ? 'repeated' : 'skipped'
        seen[status]++
        expect([toEpochMinute(wall, zone), wallStatus(wall, zone)]).toEqual([
          status === 'skipped' ? later : earlier,
          status,
        ])
      }),
      { random: 4000, fixed: 3000 },
    )
    expect(Math.min(seen.skipped, seen.repeated)).toBeGreaterThan(20)
  })

  it('holds in every zone that the runtime knows, now and in sixty years', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      for (const wall of ['2026-01-15T12:00', '2026-07-15T12:00', '2085-07-15T12:00']) {
        const epoch = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds / 60_000
        if (toEpochMinute(wall, zone) !== epoch || fromEpochMinute(epoch, zone) !== wall)
          expect([zone, toEpochMinute(wall, zone)]).toEqual([zone, epoch])
      }
  })

  it('rounds the offsets of local mean time to whole minutes, and still leads back', () => {
    expect(offsetAt(toEpochMinute('1850-06-01T12:00', BERLIN), BERLIN)).toBe(53)
    for (const wall of ['1850-06-01T12:00', '0001-01-01T00:00', '9999-12-31T23:59'])
      for (const zone of ZONES) expect(fromEpochMinute(toEpochMinute(wall, zone), zone)).toBe(wall)
  })
})

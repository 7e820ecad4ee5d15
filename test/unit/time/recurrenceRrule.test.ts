import fc from 'fast-check'
import * as rrule from 'rrule'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { addDays, dayOf } from '../../../shared/time/day.ts'
import { occurrences } from '../../../shared/time/recurrence.ts'
import { wallClock, wallDay } from '../../../shared/time/wallClock.ts'
import { toEpochMinute, wallStatus } from '../../../shared/time/zone.ts'
import { aCommonRule, aRareRule } from './ruleTexts.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
/** In each of the five zones in which the suite runs. */
const RULES = 1000

/** The library has a default export or names, as the module that loads it sees it. */
const { RRule } = 'default' in rrule ? (rrule.default as typeof rrule) : rrule

/** The library takes hours, minutes and positions in the order in which they are written. */
function inOrder(rule: string): string {
  return rule.replace(/(BYHOUR|BYMINUTE|BYSETPOS)=([\d,]+)/g, (_, name: string, list: string) => {
    const sorted = list.split(',').sort((a, b) => Number(a) - Number(b))
    return `${name}=${sorted.join(',')}`
  })
}

/** The starts that rrule.js finds on clocks that never change, from the first occurrence on. */
function walked(rule: string, start: string, to: string): string[] {
  const set = RRule.fromString(`DTSTART:${start.replace(/[-:]/g, '')}00Z\nRRULE:${inOrder(rule)}`)
  return set
    .between(new Date(`${start}:00Z`), new Date(`${to}T23:59:00Z`), true)
    .map((at) => at.toISOString().slice(0, 16))
}

/**
 * What the library gets wrong: BYSETPOS in the first week, which it counts from DTSTART on, and from the end of a period
 * that has fewer; minutes and hours that go on from the day before. Weeks by number it reads otherwise
 * than RFC 5545 where they have no weekday or reach into the next year.
 */
const differs = /FREQ=WEEKLY.*BYSETPOS|BYSETPOS=[^;]*-|MINUTELY|HOURLY|BYWEEKNO/

const aStart = fc
  .tuple(
    fc.integer({ min: 19_000, max: 21_000 }),
    fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(120, 135, 150)),
  )
  .map(([day, minute]) => wallClock(dayOf(day), minute))

const anEnd = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 3 }))

it('rules of any kind give the starts that another library finds, in each zone at the instants that Temporal gives', () => {
  const seen = { rules: 0, starts: 0, shifted: 0 }
  // A few are of the rarer kinds, which walk.
  const aRule = fc
    .oneof({ weight: 60, arbitrary: aCommonRule }, { weight: 1, arbitrary: aRareRule })
    .filter((text) => !differs.test(text))
  fc.assert(
    fc.property(
      aRule,
      aStart,
      anEnd,
      fc.integer({ min: 1, max: 800 }),
      fc.constantFrom(...ZONES),
      (text, begin, [offset, kind], days, zone) => {
        const plain = { rule: text, except: [], extra: [] }
        // The first that the rule itself gives: a DTSTART that does not match it the library leaves out.
        const near = { from: wallDay(begin), to: addDays(wallDay(begin), 1500) }
        const start = occurrences(begin, 'UTC', plain, near).starts[1]
        fc.pre(start !== undefined)
        const day = addDays(wallDay(start), offset).replaceAll('-', '')
        const end = ['', '', `;COUNT=${1 + (offset % 40)}`, `;UNTIL=${day}T235900Z`][kind] ?? ''
        const to = addDays(wallDay(start), /BYHOUR|HOURLY|MINUTELY/.test(text) ? days % 40 : days)
        const rule = text + end
        const ours = occurrences(start, 'UTC', { ...plain, rule }, { from: wallDay(start), to }).starts
        expect([rule, start, ours]).toEqual([rule, start, walked(rule, start, to)])
        for (const wall of ours.slice(0, 50)) {
          const instant = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds / 60_000
          expect([zone, wall, toEpochMinute(wall, zone)]).toEqual([zone, wall, instant])
          if (wallStatus(wall, zone) !== 'unique') seen.shifted++
        }
        seen.rules++
        seen.starts += ours.length
      },
    ),
    { numRuns: RULES },
  )
  expect(seen.rules).toBe(RULES)
  expect(seen.starts).toBeGreaterThan(RULES)
  expect(seen.shifted).toBeGreaterThan(0)
}, 240_000)

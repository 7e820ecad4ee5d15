import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../shared/time/day.ts'
import { occurrences } from '../../../shared/time/recurrence.ts'
import { wallClock, wallDay } from '../../../shared/time/wallClock.ts'
import { wallStatus } from '../../../shared/time/zone.ts'
import { assertAlsoFixed } from '../../support/alsoFixed.ts'
import { isSoak } from '../../support/effort.ts'
import { aCommonRule, aRareRule } from './ruleTexts.ts'

/** The suite runs this in five zones. */
const RUNS = isSoak ? { arithmetic: 5000, library: 1000 } : { arithmetic: 120, library: 30 }
/** Periods the oracle may walk before a case is given up: most of the time goes into rules that never match. */
const WALK = isSoak ? 10_000 : 3500
const TIMEOUT = isSoak ? 1_200_000 : 60_000

const LOCAL_UNTIL = /UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/

/** The library takes UNTIL in UTC only. */
const withUtcUntil = (rule: string, zone: string): string =>
  rule.replace(LOCAL_UNTIL, (_, y, m, d, hour, minute) => {
    const at = Temporal.PlainDateTime.from(`${y}-${m}-${d}T${hour}:${minute}`).toZonedDateTime(zone)
    return `UNTIL=${at.withTimeZone('UTC').toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`
  })

/**
 * The oracle: rrule-temporal from DTSTART on, from the text of the rule, in the zone or on clocks that never
 * change. What it is asked is not what `expandLibrary.ts` asks it: no anchor, its own parser, its own COUNT and UNTIL.
 */
function walked(rule: string, start: string, zone: string, to: string): string[] | undefined {
  const end = Temporal.PlainDateTime.from(`${addDays(to, 2)}T00:00`).toZonedDateTime(zone)
  const compact = start.replace(/[-:]/g, '')
  const library = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${compact}00\nRRULE:${withUtcUntil(rule, zone)}`,
    maxIterations: WALK,
    ...(/COUNT|UNTIL/.test(rule) ? {} : { until: end }),
  })
  try {
    const walls: string[] = []
    library.all((at) => {
      walls.push(at.toPlainDateTime().toString({ smallestUnit: 'minute' }))
      return Temporal.ZonedDateTime.compare(at.toString(), end) < 0
    })
    return walls.filter((wall) => wallDay(wall) <= to)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum')) return undefined
    throw error
  }
}

const COUNT = /;COUNT=(\d+)/

const UTC_UNTIL = /UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/

/** Whether the end of a rule lies before its start. */
function endsBeforeStart(rule: string, start: string, zone: string): boolean {
  const until = UTC_UNTIL.exec(rule)
  if (until === null) return false
  const [, y, m, d, hour, minute] = until
  const end = Temporal.Instant.from(`${y}-${m}-${d}T${hour}:${minute}Z`)
  return (
    Temporal.Instant.compare(Temporal.PlainDateTime.from(start).toZonedDateTime(zone).toInstant(), end) > 0
  )
}

/**
 * DTSTART is the first occurrence and counts, whether the rule matches it or not, unless UNTIL lies before it: the one
 * thing the library does otherwise.
 */
function expected(rule: string, start: string, zone: string, to: string): string[] | undefined {
  if (endsBeforeStart(rule, start, zone)) return []
  const found = walked(rule, start, zone, to)
  if (found === undefined || found[0] === start || wallDay(start) > to) return found
  const count = Number(COUNT.exec(rule)?.[1])
  if (Number.isNaN(count)) return [start, ...found]
  const rest = count === 1 ? [] : walked(rule.replace(COUNT, `;COUNT=${count - 1}`), start, zone, to)
  return rest && [start, ...rest]
}

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** A third of the starts lie at times that clocks skip or repeat, and on days from which a series meets such a day. */
const aStart = fc
  .tuple(
    fc.integer({ min: 19_000, max: 21_000 }),
    fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(540, 120, 135, 150, 165)),
  )
  .map(([day, minute]) => wallClock(dayOf(day), minute))

const aWindow = fc.tuple(fc.integer({ min: -60, max: 3000 }), fc.integer({ min: 0, max: 120 }))

const anEnd = (start: string, offset: number, kind: number): string => {
  const compact = `${addDays(wallDay(start), offset).replace(/-/g, '')}T${start.slice(11).replace(':', '')}00`
  return ['', '', `;COUNT=${1 + (offset % 40)}`, `;UNTIL=${compact}`, `;UNTIL=${compact}Z`][kind] ?? ''
}

describe('the arithmetic', () => {
  it(
    'gives the starts that rrule-temporal finds in the zone, for rules, ends and windows of any kind',
    () => {
      const seen = { cases: 0, windows: 0, starts: 0, skipped: 0 }
      const end = fc.tuple(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 4 }))
      const aZone = fc.constantFrom(...ZONES)
      fc.assert(
        fc.property(aCommonRule, aStart, aZone, aWindow, end, (text, start, drawn, at, [offset, kind]) => {
          const rule = text + anEnd(start, offset, kind)
          const from = addDays(wallDay(start), at[0])
          const to = addDays(from, at[1])
          // A skipped time stays in our list and not in the library's (see `occurrences`), where COUNT and BYSETPOS
          // then take another in its place: on clocks that never change the two agree on these.
          const zone = text.includes('BYSETPOS') ? 'UTC' : drawn
          const oracle = expected(rule, start, COUNT.test(rule) ? 'UTC' : zone, to)
          // The library would shift a DTSTART that is skipped, and with it the whole series.
          fc.pre(oracle !== undefined && wallStatus(start, zone) !== 'skipped')
          const isShown = (wall: string): boolean =>
            COUNT.test(rule) || wall === start || wallStatus(wall, zone) !== 'skipped'
          const { starts, capped } = occurrences(start, zone, { rule, except: [], extra: [] }, { from, to })
          const wanted = oracle.filter((wall) => wallDay(wall) >= from)
          expect([capped, starts.filter(isShown)]).toEqual([false, wanted.filter(isShown)])
          seen.cases++
          seen.windows += starts.length > 0 ? 1 : 0
          seen.starts += starts.length
          seen.skipped += starts.filter((wall) => !isShown(wall)).length
        }),
        { numRuns: RUNS.arithmetic },
      )
      expect(seen.windows).toBeGreaterThan(RUNS.arithmetic / 12)
      if (isSoak) console.log('arithmetic against rrule-temporal:', seen)
    },
    TIMEOUT,
  )
})

describe('the library asked near the window', () => {
  it(
    'gives the starts that it finds when it walks from the first one',
    () => {
      const seen = { starts: 0 }
      const end = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 3 }))
      const near = fc.tuple(fc.integer({ min: -40, max: 500 }), fc.integer({ min: 0, max: 40 }))
      assertAlsoFixed(
        fc.property(aRareRule, aStart, near, end, (text, start, at, [offset, kind]) => {
          const rule = text + anEnd(start, offset, kind)
          const from = addDays(wallDay(start), at[0])
          const to = addDays(from, at[1])
          const { starts, capped } = occurrences(start, 'UTC', { rule, except: [], extra: [] }, { from, to })
          const oracle = expected(rule, start, 'UTC', to)
          fc.pre(oracle !== undefined)
          expect([capped, starts]).toEqual([false, oracle.filter((wall) => wallDay(wall) >= from)])
          seen.starts += starts.length
        }),
        { random: RUNS.library, fixed: 15 },
      )
      expect(seen.starts).toBeGreaterThan(0)
    },
    TIMEOUT,
  )
})

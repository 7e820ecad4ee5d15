import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPlan, type Plan } from '../../../shared/plan/plan.ts'
import { HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { eventText, work } from './calendarText.ts'
import { importContext } from './importContext.ts'
import { imported, sessionsOf } from './importing.ts'

const BERLIN = 'TZID=Europe/Berlin'
const empty = emptyPlan(HOME)

/** Any calendar: few UIDs, so that events meet; all kinds of times, rules, exceptions and states. */
const anyEvent = fc
  .record({
    uid: fc.constantFrom('a', 'b', 'c', 'd'),
    hour: fc.integer({ min: 0, max: 23 }),
    day: fc.integer({ min: 1, max: 28 }),
    form: fc.constantFrom('zone', 'utc', 'floating', 'day', 'newYork'),
    length: fc.constantFrom('DURATION:PT1H', 'DURATION:P2D', 'DURATION:PT0S', 'DURATION:P9D'),
    title: fc.constantFrom('A', 'B', ''),
    rule: fc.constantFrom(
      '',
      '',
      'RRULE:FREQ=DAILY;COUNT=5',
      'RRULE:FREQ=WEEKLY',
      'RRULE:FREQ=MONTHLY;UNTIL=20270301T000000Z',
      'RRULE:FREQ=YEARLY',
    ),
    except: fc.constantFrom(
      '',
      '',
      'EXDATE;VALUE=DATE:20261202',
      'EXDATE:20261203T080000Z',
      'RDATE:20261224T090000Z',
    ),
    original: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    range: fc.boolean(),
    state: fc.constantFrom(
      '',
      '',
      'STATUS:CANCELLED',
      'STATUS:TENTATIVE',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
    sequence: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ uid, hour, day, form, length, title, rule, except, original, range, state, sequence }) => {
    const time = (at: number) => `202612${String(at).padStart(2, '0')}`
    const clock = `T${String(hour).padStart(2, '0')}0000`
    const start = {
      zone: `;${BERLIN}:${time(day)}${clock}`,
      utc: `:${time(day)}${clock}Z`,
      floating: `:${time(day)}${clock}`,
      day: `;VALUE=DATE:${time(day)}`,
      newYork: `;TZID=America/New_York:${time(day)}${clock}`,
    }[form]
    const named =
      original === null
        ? []
        : [
            `RECURRENCE-ID${range && original % 7 === 0 ? ';RANGE=THISANDFUTURE' : ''};VALUE=DATE:${time(original)}`,
          ]
    const lines = [
      `UID:${uid}`,
      `SEQUENCE:${sequence}`,
      `DTSTART${start}`,
      length,
      `SUMMARY:${title}`,
      rule,
      except,
      state,
      ...named,
    ]
    return eventText(...lines.filter((line) => line !== ''))
  })
const anyCalendar = fc.array(anyEvent, { maxLength: 8 }).map((events) => work(...events))

/** A timed event or series of one UID, in versions. */
const anySeries = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
    hour: fc.integer({ min: 10, max: 18 }),
    length: fc.constantFrom('DURATION:PT1H', 'DURATION:PT2H'),
    title: fc.constantFrom('A', 'B', ''),
    text: fc.constantFrom('one', 'two'),
    rule: fc.constantFrom('', 'RRULE:FREQ=DAILY;COUNT=5', 'RRULE:FREQ=WEEKLY'),
    except: fc.constantFrom('', 'EXDATE;VALUE=DATE:20261203', 'RDATE:20261224T090000Z'),
    state: fc.constantFrom('', 'STATUS:TENTATIVE'),
    moved: fc.boolean(),
  })
  .map(({ zone, hour, length, title, text, rule, except, state, moved }) => (sequence: number) => {
    const start = `DTSTART;TZID=${zone}:20261201T${hour}0000`
    const lines = [
      `SEQUENCE:${sequence}`,
      start,
      length,
      `SUMMARY:${title}`,
      `DESCRIPTION:${text}`,
      rule,
      except,
      state,
    ]
    const other = [
      'RECURRENCE-ID;VALUE=DATE:20261202',
      `DTSTART;TZID=${zone}:20261202T200000`,
      length,
      `SUMMARY:${title}`,
    ]
    const series = eventText(...lines.filter((line) => line !== ''))
    return work(series, ...(moved && rule !== '' ? [eventText(...other)] : []))
  })

/** A plan without the ids of its records, which each import makes anew. */
function withoutIds(plan: Plan): unknown {
  const bare = (records: Readonly<Record<string, object>>) =>
    Object.values(records)
      .map((record) => JSON.stringify({ ...record, id: '' }))
      .sort()
  return [
    sessionsOf(plan)
      .map((session) => JSON.stringify({ ...session, id: '' }))
      .sort(),
    bare(plan.practice.timeOff),
    bare(plan.practice.dayNotes),
  ]
}

const withoutSequences = (plan: Plan) => JSON.stringify(withoutIds(plan)).replace(/sequence\\":\d/g, '')

describe('any calendar', () => {
  it('imported twice is imported once', () => {
    fc.assert(
      fc.property(anyCalendar, (text) => {
        const context = importContext()
        const once = imported(empty, text, {}, context)
        expect(imported(once, text, {}, context)).toBe(once)
      }),
      { numRuns: times(60, 2000) },
    )
  })

  it('that nobody touched here is after an update as if imported afresh', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (earlier, later) => {
        const context = importContext()
        const updated = imported(imported(empty, earlier(0), {}, context), later(1), {}, context)
        // Where nothing else changed the record stays, with the sequence that it came with.
        expect(withoutSequences(updated)).toEqual(withoutSequences(imported(empty, later(1), {}, context)))
      }),
      { numRuns: times(60, 2000) },
    )
  })

  it('imported over an earlier export of it can be imported once more without change', () => {
    fc.assert(
      fc.property(anyCalendar, anyCalendar, (earlier, later) => {
        const context = importContext()
        const plan = imported(imported(empty, earlier, {}, context), later, {}, context)
        expect(withoutIds(imported(plan, later, {}, context))).toEqual(withoutIds(plan))
      }),
      { numRuns: times(60, 2000) },
    )
  })
})

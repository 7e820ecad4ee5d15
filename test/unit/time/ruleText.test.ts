import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_A_DAY, mostADay, neverMatches } from '../../../shared/time/rule.ts'
import { formatRule, parseRule } from '../../../shared/time/ruleText.ts'
import { aRuleText } from './ruleTexts.ts'

describe('a rule', () => {
  it('is taken apart, its lists sorted and each value once', () => {
    expect(parseRule('FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=-1SU,1SU,WE,1SU;BYMONTH=9,3;WKST=SU')).toEqual({
      ok: true,
      rule: {
        freq: 'MONTHLY',
        interval: 2,
        count: 10,
        byMonth: [3, 9],
        byWeekNo: [],
        byYearDay: [],
        byMonthDay: [],
        byDay: [
          { nth: -1, weekday: 7 },
          { nth: 0, weekday: 3 },
          { nth: 1, weekday: 7 },
        ],
        byHour: [],
        byMinute: [],
        bySetPos: [],
        wkst: 7,
      },
    })
  })

  it.each([
    ['FREQ=DAILY;UNTIL=20260329', { kind: 'date', day: '2026-03-29' }],
    ['FREQ=DAILY;UNTIL=20260329T093059', { kind: 'local', wall: '2026-03-29T09:30' }],
    ['FREQ=DAILY;UNTIL=19700102T000030Z', { kind: 'utc', epoch: 1440 }],
  ])('ends as %s says', (text, until) => {
    expect(parseRule(text)).toMatchObject({ ok: true, rule: { until } })
  })

  it.each([
    'freq=weekly;byday=mo',
    ' FREQ=WEEKLY;BYDAY=MO; ',
    'BYDAY=MO;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO;WKST=MO;INTERVAL=1;BYSECOND=0',
  ])('is understood as written by others: %j', (text) => {
    const parsed = parseRule(text)
    expect(parsed.ok && formatRule(parsed.rule)).toBe('FREQ=WEEKLY;BYDAY=MO')
  })

  it.each([
    ['', 'unknown-part', ''],
    ['RRULE:FREQ=DAILY', 'unknown-part', 'RRULE:FREQ'],
    ['FREQ=DAILY;RSCALE=HEBREW', 'unknown-part', 'RSCALE'],
    ['FREQ=DAILY;;COUNT=2', 'unknown-part', ''],
    ['FREQ=DAILY;CONSTRUCTOR=2', 'unknown-part', 'CONSTRUCTOR'],
    ['INTERVAL=2', 'no-frequency', 'FREQ'],
    ['FREQ=FORTNIGHTLY', 'bad-value', 'FREQ'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'repeated-part', 'FREQ'],
    ['FREQ=DAILY;INTERVAL=0', 'bad-value', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=-1', 'bad-value', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=1.5', 'bad-value', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=', 'bad-value', 'INTERVAL'],
    ['FREQ=DAILY;COUNT=0', 'bad-value', 'COUNT'],
    ['FREQ=DAILY;COUNT=99999999999', 'bad-value', 'COUNT'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260101', 'count-and-until', 'COUNT'],
    ['FREQ=DAILY;UNTIL=20260231', 'bad-value', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=20260101T250000Z', 'bad-value', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=2026-01-01', 'bad-value', 'UNTIL'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'bad-value', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'bad-value', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=-32', 'bad-value', 'BYMONTHDAY'],
    ['FREQ=YEARLY;BYMONTH=13', 'bad-value', 'BYMONTH'],
    ['FREQ=YEARLY;BYMONTH=-1', 'bad-value', 'BYMONTH'],
    ['FREQ=YEARLY;BYMONTH=5L', 'bad-value', 'BYMONTH'],
    ['FREQ=WEEKLY;BYDAY=XX', 'bad-value', 'BYDAY'],
    ['FREQ=WEEKLY;BYDAY=', 'bad-value', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'bad-value', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=54MO', 'bad-value', 'BYDAY'],
    ['FREQ=WEEKLY;WKST=1', 'bad-value', 'WKST'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'not-allowed', 'BYDAY'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'not-allowed', 'BYDAY'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'not-allowed', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'not-allowed', 'BYWEEKNO'],
    ['FREQ=DAILY;BYYEARDAY=1', 'not-allowed', 'BYYEARDAY'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'not-allowed', 'BYSETPOS'],
    ['FREQ=SECONDLY', 'seconds', 'FREQ'],
    ['FREQ=DAILY;BYSECOND=30', 'seconds', 'BYSECOND'],
    ['FREQ=MINUTELY', 'too-frequent', 'FREQ'],
    ['FREQ=MINUTELY;INTERVAL=14', 'too-frequent', 'FREQ'],
    ['FREQ=HOURLY;BYMINUTE=0,10,20,30,40', 'too-frequent', 'FREQ'],
  ])('%j is refused: %s %s', (text, why, part) => {
    expect(parseRule(text)).toEqual({ ok: false, why, part })
  })

  it('may happen every quarter of an hour, no oftener', () => {
    for (const text of ['FREQ=MINUTELY;INTERVAL=15', 'FREQ=HOURLY;BYMINUTE=0,15,30,45', 'FREQ=HOURLY']) {
      const parsed = parseRule(text)
      expect(parsed.ok && mostADay(parsed.rule)).toBeLessThanOrEqual(MOST_A_DAY)
      expect(parsed.ok).toBe(true)
    }
  })

  it('written out and read again is the same', () => {
    fc.assert(
      fc.property(aRuleText, (text) => {
        const parsed = parseRule(text)
        expect(parsed).toMatchObject({ ok: true })
        if (parsed.ok) expect(parseRule(formatRule(parsed.rule))).toEqual(parsed)
      }),
      { numRuns: 1000 },
    )
  })

  it('of any text is a rule or a refusal that names a part, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'FREQ=',
        'DAILY',
        ';',
        '=',
        ',',
        'BYDAY=',
        'UNTIL=',
        '-1',
        'MO',
        'COUNT=',
        '20260101',
        'Z',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseRule(pieces.join(''))
        expect(parsed.ok || typeof parsed.part === 'string').toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', true],
    ['FREQ=DAILY;BYMONTH=4,6,9,11;BYMONTHDAY=31', true],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-30', true],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', false],
    ['FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=30', false],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,30', false],
    ['FREQ=MONTHLY;BYMONTHDAY=31', false],
    ['FREQ=DAILY;BYHOUR=9,12;BYMINUTE=0,30;BYSETPOS=5,-6', true],
    ['FREQ=DAILY;BYHOUR=9,12;BYMINUTE=0,30;BYSETPOS=5,-4', false],
    ['FREQ=HOURLY;BYHOUR=9,12;BYMINUTE=0,30;BYSETPOS=3', true],
    ['FREQ=MONTHLY;BYHOUR=9,12;BYDAY=MO;BYSETPOS=8', false],
  ])('%s is known never to match: %j', (text, never) => {
    const parsed = parseRule(text)
    expect(parsed.ok && neverMatches(parsed.rule)).toBe(never)
  })
})

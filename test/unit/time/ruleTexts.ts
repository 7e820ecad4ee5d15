import fc from 'fast-check'

/** Generators of RRULE texts for the tests of recurrence. */

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const list = (item: fc.Arbitrary<string | number>, most: number): fc.Arbitrary<string> =>
  fc.uniqueArray(item, { minLength: 1, maxLength: most }).map((items) => items.join(','))

const signed = (most: number): fc.Arbitrary<number> =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.boolean()).map(([n, fromEnd]) => (fromEnd ? -n : n))

const weekday = fc.constantFrom(...WEEKDAYS)
/**
 * A BYDAY list, its weekdays all plain or all numbered: where they are mixed the library drops the plain ones of a
 * year, and the 53rd weekday of a year that has 52 it takes from the next, so 52 is the most.
 */
const weekdays = (nth: number, most: number): fc.Arbitrary<string> =>
  fc.oneof(
    list(weekday, most),
    list(
      fc.tuple(signed(nth), weekday).map((parts) => parts.join('')),
      most,
    ),
  )
const month = fc.integer({ min: 1, max: 12 })
/** Days of the month that some months lack are drawn often. */
const monthDay = fc.oneof(signed(31), fc.constantFrom(28, 29, 30, 31, -1, -28, -29, -30, -31))

/** Joins the parts that were drawn, with the frequency first. */
const rule = (
  freq: string,
  parts: Record<string, fc.Arbitrary<string | number | undefined>>,
): fc.Arbitrary<string> =>
  fc
    .record(parts)
    .map((drawn) =>
      [
        `FREQ=${freq}`,
        ...Object.entries(drawn).flatMap(([name, value]) =>
          value === undefined ? [] : [`${name}=${value}`],
        ),
      ].join(';'),
    )

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const interval = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 7, max: 40 }),
)
const wkst = maybe(weekday)

/** Rules that the arithmetic expands, without an end. */
export const aCommonRule: fc.Arbitrary<string> = fc.oneof(
  rule('DAILY', {
    INTERVAL: interval,
    BYDAY: maybe(list(weekday, 5)),
    BYMONTH: maybe(list(month, 6)),
    BYMONTHDAY: maybe(list(monthDay, 8)),
  }),
  rule('WEEKLY', {
    INTERVAL: interval,
    BYDAY: maybe(list(weekday, 7)),
    BYMONTH: maybe(list(month, 6)),
    WKST: wkst,
  }),
  rule('WEEKLY', { INTERVAL: interval, BYDAY: list(weekday, 7), BYSETPOS: list(signed(4), 2), WKST: wkst }),
  rule('MONTHLY', {
    INTERVAL: interval,
    BYDAY: maybe(weekdays(5, 5)),
    BYMONTHDAY: maybe(list(monthDay, 8)),
    BYMONTH: maybe(list(month, 6)),
  }),
  rule('MONTHLY', { INTERVAL: interval, BYDAY: list(weekday, 7), BYSETPOS: list(signed(10), 2) }),
  rule('YEARLY', {
    INTERVAL: interval,
    BYMONTH: maybe(list(month, 6)),
    BYMONTHDAY: maybe(list(monthDay, 8)),
  }),
  rule('YEARLY', {
    INTERVAL: interval,
    BYMONTH: list(month, 6),
    BYDAY: weekdays(5, 5),
    BYMONTHDAY: maybe(list(monthDay, 8)),
  }),
  rule('YEARLY', { INTERVAL: interval, BYDAY: weekdays(52, 5) }),
  rule('YEARLY', { INTERVAL: interval, BYDAY: list(weekday, 5), BYMONTHDAY: list(monthDay, 8) }),
  rule('YEARLY', {
    INTERVAL: interval,
    BYDAY: list(weekday, 5),
    BYMONTH: list(month, 6),
    BYSETPOS: list(signed(20), 3),
  }),
)

const hour = fc.integer({ min: 0, max: 23 })
const minute = fc.integer({ min: 0, max: 59 })

/** Rules that go to the library, without an end. */
export const aRareRule: fc.Arbitrary<string> = fc.oneof(
  rule('YEARLY', { INTERVAL: interval, BYYEARDAY: list(signed(366), 6) }),
  rule('YEARLY', {
    INTERVAL: interval,
    BYWEEKNO: list(signed(53), 4),
    BYDAY: maybe(list(weekday, 4)),
    WKST: wkst,
  }),
  rule('YEARLY', { BYMONTH: maybe(list(month, 4)), BYHOUR: list(hour, 3), BYMINUTE: maybe(list(minute, 3)) }),
  rule('MONTHLY', { INTERVAL: interval, BYHOUR: list(hour, 3), BYMONTHDAY: maybe(list(monthDay, 4)) }),
  rule('MONTHLY', {
    INTERVAL: interval,
    BYDAY: weekdays(5, 3),
    BYHOUR: list(hour, 3),
    BYSETPOS: list(signed(4), 2),
  }),
  rule('WEEKLY', { INTERVAL: interval, BYDAY: maybe(list(weekday, 3)), BYHOUR: list(hour, 3), WKST: wkst }),
  rule('DAILY', { INTERVAL: interval, BYHOUR: list(hour, 6), BYMINUTE: list(minute, 3) }),
  rule('DAILY', { INTERVAL: interval, BYHOUR: list(hour, 6), BYSETPOS: list(signed(6), 2) }),
  rule('HOURLY', { INTERVAL: interval, BYDAY: maybe(list(weekday, 3)), BYMINUTE: maybe(list(minute, 4)) }),
  rule('MINUTELY', { INTERVAL: fc.integer({ min: 15, max: 500 }), BYHOUR: maybe(list(hour, 4)) }),
)

/** Any rule that is accepted, with or without an end. */
export const aRuleText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(aCommonRule, aRareRule),
    fc.constantFrom(
      '',
      ';COUNT=1',
      ';COUNT=12',
      ';UNTIL=20280101',
      ';UNTIL=20280101T120000',
      ';UNTIL=20280101T120000Z',
    ),
  )
  .map(([text, end]) => text + end)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement } from '../../../shared/plan/agreement.ts'
import { agreementOn, inForceOn, monthsAfter, termEnd } from '../../../shared/plan/agreementTerm.ts'
import { addDays, type Day, dayOf } from '../../../shared/time/day.ts'
import { anAgreement } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

type Dates = Partial<Agreement>

test.each<[string, Dates, Day, boolean]>([
  ['from its first day', { start: '2026-03-01' }, '2026-03-01', true],
  ['not the day before', { start: '2026-03-01' }, '2026-02-28', false],
  ['to the end of its last day', { end: '2026-12-31' }, '2026-12-31', true],
  ['not the day after', { end: '2026-12-31' }, '2027-01-01', false],
  ['ever, without dates', { start: null }, '1990-01-01', true],
  ['past its end where it renews', { end: '2026-12-31', renewalMonths: 12 }, '2031-05-05', true],
  ['not past its end for a notice period alone', { end: '2026-12-31', noticeDays: 30 }, '2027-01-01', false],
  ['never where it ends before it starts', { start: '2026-05-01', end: '2026-04-01' }, '2026-04-15', false],
  [
    'never where it ends before it starts, though it renews',
    { start: '2026-05-01', end: '2026-04-01', renewalMonths: 1 },
    '2026-05-15',
    false,
  ],
  ['on, where it renews without an end', { end: null, renewalMonths: 12 }, '2040-01-01', true],
  [
    'not past its end where it renews by no months',
    { end: '2026-12-31', renewalMonths: 0 },
    '2027-01-01',
    false,
  ],
])('in force %s', (_rule, dates, day, expected) => {
  expect(inForceOn(anAgreement(dates), day)).toBe(expected)
})

test.each<[string, Day, number, Day]>([
  ['a month’s last day stays on last days', '2026-01-31', 1, '2026-02-28'],
  ['and comes back to the 31st', '2026-01-31', 2, '2026-03-31'],
  ['also from a short month', '2026-02-28', 12, '2027-02-28'],
  ['into a leap year', '2027-02-28', 12, '2028-02-29'],
  ['and out of it', '2028-02-29', 12, '2029-02-28'],
  ['a day that the month lacks becomes its last', '2026-01-30', 1, '2026-02-28'],
  ['another keeps its day', '2026-11-15', 3, '2027-02-15'],
  ['nothing lies beyond the calendar', '9999-06-30', 120, '9999-12-31'],
])('renewal: %s', (_rule, end, months, expected) => {
  expect(monthsAfter(end, months)).toBe(expected)
})

describe('what comes next', () => {
  const yearly: Dates = { end: '2026-12-31', renewalMonths: 12, noticeDays: 30 }

  test.each<[string, Dates, Day, object]>([
    [
      'notice for one that renews: its last day lies the notice period before the end',
      yearly,
      '2026-11-24',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2026-12-01',
        next: ['notice', '2026-12-01', 7],
      },
    ],
    [
      'on the last day itself',
      yearly,
      '2026-12-01',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2026-12-01',
        next: ['notice', '2026-12-01', 0],
      },
    ],
    [
      'after it, the next year’s',
      yearly,
      '2026-12-02',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2027-12-01',
        next: ['notice', '2027-12-01', 364],
      },
    ],
    [
      'notice that takes longer than a term',
      { end: '2026-12-31', renewalMonths: 1, noticeDays: 90 },
      '2026-12-15',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2026-12-31',
        next: ['notice', '2026-12-31', 16],
      },
    ],
    [
      'the end of the term where no notice period is agreed',
      { end: '2026-12-31', renewalMonths: 12 },
      '2026-12-20',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2026-12-31',
        next: ['notice', '2026-12-31', 11],
      },
    ],
    [
      'the end for one that does not renew, whatever its notice period',
      { end: '2026-12-31', noticeDays: 30 },
      '2026-12-20',
      { state: 'in-force', termEnd: '2026-12-31', lastNotice: null, next: ['end', '2026-12-31', 11] },
    ],
    [
      'nothing without an end',
      { end: null, noticeDays: 30 },
      '2026-12-20',
      { state: 'in-force', termEnd: null, lastNotice: null, next: null },
    ],
    [
      'nothing after the end',
      { end: '2026-12-31' },
      '2027-01-01',
      { state: 'ended', termEnd: null, lastNotice: null, next: null },
    ],
    [
      'before the start, the first that can be given once it runs',
      { start: '2027-01-01', end: '2027-06-30', renewalMonths: 6, noticeDays: 365 },
      '2026-12-01',
      {
        state: 'not-yet',
        termEnd: '2027-06-30',
        lastNotice: '2027-07-01',
        next: ['notice', '2027-07-01', 212],
      },
    ],
    [
      'nothing where the dates contradict each other',
      { start: '2026-05-01', end: '2026-04-01', renewalMonths: 1 },
      '2026-04-15',
      { state: 'ended', termEnd: null, lastNotice: null, next: null },
    ],
    [
      'notice of a negative period counts as none',
      { end: '2026-12-31', renewalMonths: 12, noticeDays: -5 },
      '2026-12-20',
      {
        state: 'in-force',
        termEnd: '2026-12-31',
        lastNotice: '2026-12-31',
        next: ['notice', '2026-12-31', 11],
      },
    ],
  ])('%s', (_rule, dates, day, expected) => {
    const { next, endedByNotice: _, ...rest } = agreementOn(anAgreement(dates), day)
    expect({ ...rest, next: next === null ? null : [next.kind, next.day, next.daysLeft] }).toEqual(expected)
  })

  test('nothing throws at the end of the calendar', () => {
    const forever = anAgreement({ start: null, end: '9999-12-30', renewalMonths: 120, noticeDays: 730 })
    expect(agreementOn(forever, '9999-12-31')).toMatchObject({ state: 'in-force', termEnd: '9999-12-31' })
  })
})

/** The civil date of a day, by the platform. */
function civil(day: Day): { year: number; month: number; date: number } {
  const date = new Date(`${day}T00:00Z`)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() }
}

/** Ends of terms by another road: a term's last day is one on which its day of the month comes, months apart. */
function isTermEnd(end: Day, months: number, day: Day): boolean {
  const [a, b] = [civil(end), civil(day)]
  const apart = 12 * (b.year - a.year) + b.month - a.month
  if (apart < 0 || apart % months !== 0) return false
  const isLast = (d: Day) => civil(addDays(d, 1)).date === 1
  return isLast(end) ? isLast(day) : b.date === a.date || (isLast(day) && b.date < a.date)
}

const dates = fc.record({
  start: fc.option(fc.integer({ min: 20_400, max: 20_600 }), { freq: 3 }),
  length: fc.integer({ min: -5, max: 500 }),
  isOpen: fc.boolean(),
  renewalMonths: fc.option(fc.integer({ min: 1, max: 14 })),
  noticeDays: fc.option(fc.integer({ min: 0, max: 120 })),
})

test('a walk day by day finds the same days in force, ends of terms and last days to give notice', () => {
  fc.assert(
    fc.property(dates, ({ start, length, isOpen, renewalMonths, noticeDays }) => {
      const first = start ?? 20_400
      const end = isOpen && renewalMonths === null ? null : dayOf(first + length)
      const agreement = anAgreement({
        start: start === null ? null : dayOf(start),
        end,
        renewalMonths,
        noticeDays,
      })
      const days = Array.from({ length: 900 }, (_, i) => dayOf(first - 30 + i))
      const isEver = start === null || end === null || length >= 0
      let running = isEver && start === null
      let ended = false
      const walked = days.map((day) => {
        if (isEver && start !== null && day === dayOf(start)) running = true
        const state = !isEver || ended ? 'ended' : running ? 'in-force' : 'not-yet'
        if (end !== null && day === end && renewalMonths === null) ended = true
        return state
      })
      expect(days.map((day) => agreementOn(agreement, day).state)).toEqual(walked)
      expect(days.map((day) => inForceOn(agreement, day))).toEqual(
        walked.map((state) => state === 'in-force'),
      )
      if (!isEver || end === null || renewalMonths === null) return
      const ends = Array.from({ length: 2600 }, (_, i) => addDays(end, i)).filter((day) =>
        isTermEnd(end, renewalMonths, day),
      )
      expect(days.map((day) => termEnd(agreement, day))).toEqual(
        days.map((day) => ends.find((one) => one >= day)),
      )
      const notices = ends.map((one) => addDays(one, -(noticeDays ?? 0)))
      const from = (day: Day) => (start === null || day > dayOf(start) ? day : dayOf(start))
      expect(days.map((day) => agreementOn(agreement, day).lastNotice)).toEqual(
        days.map((day) => notices.find((one) => one >= from(day))),
      )
      expect(days.map((day) => agreementOn(agreement, day).endedByNotice)).toEqual(
        days.map((day) => ends[notices.findIndex((one) => one >= from(day))]),
      )
    }),
    { numRuns: times(40, 2000) },
  )
})

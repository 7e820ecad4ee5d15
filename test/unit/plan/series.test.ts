import { describe, expect, it } from 'vitest'
import { isOccurrence, occurrencesOf, reschedule, splitSeries } from '../../../shared/plan/series.ts'
import { Session } from '../../../shared/plan/session.ts'
import { aSeries, aSession } from '../../support/builders.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const starts = (session: Session, window = november) => occurrencesOf(session, window).map((o) => o.start)

describe('occurrences of a session', () => {
  it('a single session occurs once, on the day it starts', () => {
    const session = aSession({ start: '2026-11-23T09:00' })
    expect(starts(session)).toEqual(['2026-11-23T09:00'])
    expect(starts(session, { from: '2026-11-24', to: '2026-11-30' })).toEqual([])
  })

  it('a series occurs by its rule, save where it was excepted', () => {
    const series = aSeries({ start: '2026-11-02T09:00' })
    const excepted = { ...series, recurrence: { ...recurrenceOf(series), except: ['2026-11-16T09:00'] } }
    expect(starts(excepted)).toEqual([
      '2026-11-02T09:00',
      '2026-11-09T09:00',
      '2026-11-23T09:00',
      '2026-11-30T09:00',
    ])
  })

  it('a changed occurrence stands where it was moved, and keeps its original start as its name', () => {
    const series = aSeries({ start: '2026-11-02T09:00' })
    const moved = {
      ...series,
      recurrence: {
        ...recurrenceOf(series),
        changed: { '2026-11-09T09:00': { start: '2026-11-10T11:00', minutes: 30 } },
      },
    }
    const found = occurrencesOf(moved, { from: '2026-11-09', to: '2026-11-15' })
    expect(found.map(({ key, start, minutes, original }) => ({ key, start, minutes, original }))).toEqual([
      {
        key: 'series-1@2026-11-09T09:00',
        start: '2026-11-10T11:00',
        minutes: 30,
        original: '2026-11-09T09:00',
      },
    ])
  })

  it('an occurrence moved into the window from outside it is found', () => {
    const series = aSeries({ start: '2026-11-02T09:00' })
    const moved = {
      ...series,
      recurrence: { ...recurrenceOf(series), changed: { '2026-12-07T09:00': { start: '2026-11-28T10:00' } } },
    }
    expect(starts(moved)).toContain('2026-11-28T10:00')
  })

  it('only starts that the rule makes are occurrences', () => {
    const series = aSeries({ start: '2026-11-02T09:00' })
    expect(isOccurrence(series, '2026-11-09T09:00')).toBe(true)
    expect(isOccurrence(series, '2026-11-10T09:00')).toBe(false)
    expect(isOccurrence(aSession(), '2026-11-23T09:00')).toBe(false)
  })
})

describe('cutting a series', () => {
  it('both halves together occur as the whole did, also with COUNT', () => {
    const series = aSeries({ start: '2026-11-02T09:00', rule: 'FREQ=WEEKLY;COUNT=4;BYDAY=MO' })
    const { before, after } = splitSeries(series, '2026-11-16T09:00', 'series-2')
    expect(before && starts(before)).toEqual(['2026-11-02T09:00', '2026-11-09T09:00'])
    expect(starts(after)).toEqual(['2026-11-16T09:00', '2026-11-23T09:00'])
    expect(after.id).toBe('series-2')
  })

  it('exceptions and changed occurrences go with their half', () => {
    const series = aSeries({ start: '2026-11-02T09:00' })
    const rich = {
      ...series,
      recurrence: {
        ...recurrenceOf(series),
        except: ['2026-11-09T09:00', '2026-11-23T09:00'],
        changed: { '2026-11-30T09:00': { title: 'Moved' } },
      },
    }
    const { before, after } = splitSeries(rich, '2026-11-16T09:00', 'series-2')
    expect(before?.recurrence?.except).toEqual(['2026-11-09T09:00'])
    expect(after.recurrence?.except).toEqual(['2026-11-23T09:00'])
    expect(Object.keys(after.recurrence?.changed ?? {})).toEqual(['2026-11-30T09:00'])
  })

  it('nothing is left before the first occurrence', () => {
    expect(splitSeries(aSeries({ start: '2026-11-02T09:00' }), '2026-11-02T09:00', 'x').before).toBeNull()
  })
})

describe('moving a whole series by one of its occurrences', () => {
  it.each([
    [
      'a weekly rule turns its weekdays',
      'FREQ=WEEKLY;BYDAY=MO,WE',
      '2026-11-02T09:00',
      '2026-11-10T10:30',
      'FREQ=WEEKLY;BYDAY=TU,TH',
    ],
    [
      'a time alone leaves the rule',
      'FREQ=WEEKLY;BYDAY=MO',
      '2026-11-02T09:00',
      '2026-11-09T13:00',
      'FREQ=WEEKLY;BYDAY=MO',
    ],
    ['a daily rule needs no change', 'FREQ=DAILY', '2026-11-02T09:00', '2026-11-10T09:00', 'FREQ=DAILY'],
    [
      'a day of the month follows',
      'FREQ=MONTHLY;BYMONTHDAY=2',
      '2026-11-02T09:00',
      '2026-11-10T09:00',
      'FREQ=MONTHLY;BYMONTHDAY=3',
    ],
  ])('%s', (_name, rule, start, to, expected) => {
    const original = rule.includes('MONTHLY') ? '2026-11-02T09:00' : '2026-11-09T09:00'
    const target = rule.includes('MONTHLY') ? '2026-11-03T09:00' : to
    const change = reschedule(aSeries({ start, rule }), original, target)
    expect(change?.recurrence?.rule).toBe(expected)
  })

  it('the dragged occurrence is then where it was dropped', () => {
    const series = aSeries({ start: '2026-11-02T09:00', rule: 'FREQ=WEEKLY;BYDAY=MO,WE' })
    const change = reschedule(series, '2026-11-11T09:00', '2026-11-12T14:00')
    expect(starts(Session.parse({ ...series, ...change }))).toEqual([
      '2026-11-03T14:00',
      '2026-11-05T14:00',
      '2026-11-10T14:00',
      '2026-11-12T14:00',
      '2026-11-17T14:00',
      '2026-11-19T14:00',
      '2026-11-24T14:00',
      '2026-11-26T14:00',
    ])
  })

  it('a rule with no one plain way to another day is not guessed at', () => {
    const series = aSeries({ start: '2026-11-02T09:00', rule: 'FREQ=MONTHLY;BYDAY=1MO' })
    expect(reschedule(series, '2026-11-02T09:00', '2026-11-03T09:00')).toBeNull()
  })
})

function recurrenceOf(session: Session) {
  if (session.recurrence === null) throw new Error('not a series')
  return session.recurrence
}

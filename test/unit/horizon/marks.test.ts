import { describe, expect, test } from 'vitest'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import { horizon } from '../../../shared/capacity/horizon.ts'
import { freeDaysIn, marksIn } from '../../../shared/horizon/marks.ts'
import { horizonOutcome } from '../../../shared/horizon/outcome.ts'
import { aClient, aDeliverable, anAgreement, anEngagement, aPlan } from '../../support/builders.ts'
import { at } from '../capacity/mockWeek.ts'

const fixed = (given: object) => ({
  kind: 'fixed' as const,
  price: 300,
  instalments: [
    { id: 'a', title: 'Kick-off', amount: 100, on: { kind: 'day' as const, day: '2026-12-01' } },
    { id: 'b', title: ' ', amount: 100, on: { kind: 'deliverable' as const, deliverableId: 'milestone-2' } },
    { id: 'c', title: 'Rest', amount: 100, on: { kind: 'end' as const } },
  ],
  ...given,
})

const plan = aPlan({
  clients: [aClient()],
  engagements: [
    anEngagement({ name: 'Build', start: '2026-11-30', end: '2026-12-31', pays: fixed({}) }),
    anEngagement({ id: 'over', name: 'Over', status: 'closed', start: '2026-12-01', end: '2026-12-02' }),
  ],
  deliverables: [
    aDeliverable(),
    aDeliverable({ id: 'first', title: 'Milestone 1', due: '2026-11-27', done: true }),
    aDeliverable({ id: 'someday', due: null }),
    aDeliverable({ id: 'later', due: '2027-06-01' }),
  ],
  agreements: [
    anAgreement({ end: '2026-12-31', renewalMonths: 12, noticeDays: 30 }),
    anAgreement({ id: 'nda', title: 'NDA', end: '2026-12-15' }),
  ],
  settings: { workedHolidays: ['2026-12-26'] },
})

const shown = (from: string, end: string) =>
  marksIn(plan, from, end).map(({ kind, day, title }) => `${day} ${kind} ${title}`)

describe('marks', () => {
  test('are what starts, ends, is due, is paid and must be given notice of, by day', () => {
    expect(shown('2026-11-23', '2027-01-01')).toEqual([
      '2026-11-27 deliverable Milestone 1',
      '2026-11-30 start Build',
      '2026-12-01 instalment Kick-off',
      '2026-12-01 notice Master services agreement',
      '2026-12-04 deliverable Milestone 2',
      '2026-12-04 instalment Build',
      '2026-12-15 agreementEnd NDA',
      '2026-12-31 end Build',
      '2026-12-31 instalment Rest',
    ])
  })

  test('keep to the days from the first to before the last', () => {
    expect(shown('2026-12-01', '2026-12-04')).toEqual([
      '2026-12-01 instalment Kick-off',
      '2026-12-01 notice Master services agreement',
    ])
    expect(marksIn(plan, '2026-11-23', '2026-11-28').map(({ isDone }) => isDone)).toEqual([true])
  })
})

test('free days are time off and holidays that are not worked, time off from before too', () => {
  const away = { id: 'away', title: 'Away', from: '2026-12-20', to: '2026-12-24', part: null, source: null }
  const off = { ...plan, practice: { ...plan.practice, timeOff: { away } } }
  const holidays = holidaysFrom({ '2026-12-25': 'Christmas Day', '2026-12-26': 'Boxing Day' })
  expect(freeDaysIn(off, '2026-12-21', '2027-01-01', holidays)).toEqual([
    { kind: 'timeOff', from: '2026-12-20', to: '2026-12-24', title: 'Away' },
    { kind: 'holiday', from: '2026-12-25', to: '2026-12-25', title: 'Christmas Day' },
  ])
})

describe('the outcome of a move', () => {
  const context = at('2026-11-23T08:00')
  const ahead = (given: Parameters<typeof aDeliverable>[0]) => {
    const moved = aPlan({
      clients: [aClient()],
      engagements: [
        anEngagement({
          commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
          end: given?.due === '2026-12-04' ? null : '2026-12-06',
        }),
      ],
      deliverables: [aDeliverable({ remainingMinutes: 60 * 60, estimateMinutes: 60 * 60, ...given })],
    })
    return { plan: moved, weeks: horizon(moved, '2026-11-23', 8, context) }
  }

  test('names what can no longer be met, what can, and the change of headroom', () => {
    const [roomy, tight] = [ahead({ due: '2026-12-04' }), ahead({ due: '2026-11-25' })]
    expect(horizonOutcome(roomy, tight, '2026-11-23', context)).toMatchObject({
      broken: ['milestone-2'],
      mended: [],
    })
    const back = horizonOutcome(tight, roomy, '2026-11-23', context)
    expect([back.broken, back.mended]).toEqual([[], ['milestone-2']])
    // Six weeks without the promise of 20 hours.
    expect(back.free.before - back.free.after).toBe(6 * 1200)
    expect(horizonOutcome(roomy, roomy, '2026-11-23', context)).toMatchObject({ broken: [], mended: [] })
  })
})

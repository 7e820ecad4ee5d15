import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../shared/plan/plan.ts'
import { newReminders } from '../../../shared/plan/reminding.ts'
import { decide } from '../../../shared/reminders/decide.ts'
import { emptyLedger, type Ledger } from '../../../shared/reminders/ledger.ts'
import { notificationOf } from '../../../shared/reminders/thoughtText.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import {
  aClient,
  aDeliverable,
  anAgreement,
  anEngagement,
  anEntry,
  aPlan,
  aSession,
} from '../../support/builders.ts'

/** Minutes of a wall clock in Berlin, in winter. */
const at = (wall: string) => Date.parse(`${wall}:00+01:00`) / 60_000
const speech = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }

/** The keys of the days told at each look. */
function told(plans: Plan | ((look: string) => Plan), looks: readonly string[]) {
  let ledger: Ledger = { ...emptyLedger, checkedTo: at(looks[0] ?? '') - 1 }
  return looks.map((look) => {
    const decision = decide(typeof plans === 'function' ? plans(look) : plans, ledger, at(look))
    ledger = decision.ledger
    return [look, decision.days.map(({ key }) => key).join(', ')]
  })
}
const expectTold = (
  plans: Plan | ((look: string) => Plan),
  expected: readonly (readonly [string, string])[],
) =>
  expect(
    told(
      plans,
      expected.map(([look]) => look),
    ),
  ).toEqual(expected)

const base = { clients: [aClient()], engagements: [anEngagement()] }
const only = (name: 'dates' | 'deliverables' | 'dayEnd' | 'planning') => ({
  reminders: {
    ...newReminders,
    lead: { focus: null, meeting: null, travel: null, admin: null },
    dates: name === 'dates',
    deliverables: name === 'deliverables',
    dayEnd: name === 'dayEnd',
    planning: name === 'planning' ? { weekday: 5, at: 900 } : null,
  },
})

describe('the end of a day', () => {
  const session = aSession({ id: 's', start: '2026-11-24T10:00' })
  const plan = aPlan({ ...base, sessions: [session], settings: only('dayEnd') })

  it('is told when its work is over, once', () =>
    expectTold(plan, [
      ['2026-11-24T17:59', ''],
      ['2026-11-24T18:00', 'day-end|2026-11-24'],
      ['2026-11-24T18:01', ''],
      ['2026-11-25T09:00', ''],
    ]))

  it('is told when its last session is over, where that is later', () => {
    const late = aSession({ id: 'late', start: '2026-11-24T20:00' })
    expectTold({ ...plan, years: aPlan({ sessions: [session, late] }).years }, [
      ['2026-11-24T18:00', ''],
      ['2026-11-24T21:00', 'day-end|2026-11-24'],
    ])
  })

  it('is told in the morning after, and no later', () => {
    expectTold(plan, [
      ['2026-11-24T17:00', ''],
      ['2026-11-25T08:00', 'day-end|2026-11-24'],
    ])
    expectTold(plan, [
      ['2026-11-24T17:00', ''],
      ['2026-11-26T00:00', ''],
    ])
  })

  it('leads to the day that is to be confirmed, on the morning after too', () => {
    const now = at('2026-11-25T08:00')
    const decision = decide(plan, { ...emptyLedger, checkedTo: at('2026-11-24T17:00') }, now)
    expect(notificationOf(plan, decision, now, { speech, plannedWeek: () => null })).toMatchObject({
      leads: { to: 'day', day: '2026-11-24' },
    })
  })

  it('is not told of a day that is confirmed, closed or tentative', () => {
    const entry = anEntry({ session: { sessionId: 's', original: null }, day: '2026-11-24' })
    const nothing = [
      aPlan({ ...base, sessions: [session], entries: [entry], settings: only('dayEnd') }),
      { ...plan, practice: { ...plan.practice, closedThrough: '2026-11-24' } },
      aPlan({ ...base, sessions: [{ ...session, status: 'tentative' }], settings: only('dayEnd') }),
    ]
    for (const one of nothing) expectTold(one, [['2026-11-24T18:00', '']])
  })
})

describe('planning the week', () => {
  const plan = aPlan({ settings: only('planning') })

  it('from the middle of a week on it is about the next one, and told once for it', () => {
    const sunday: Plan = {
      ...plan,
      practice: {
        ...plan.practice,
        settings: {
          ...plan.practice.settings,
          reminders: { ...plan.practice.settings.reminders, planning: { weekday: 7, at: 600 } },
        },
      },
    }
    // The planner moves the time after it was told: no second time for the same week.
    expectTold(
      (look) => (look < '2026-11-28' || look > '2026-12-01' ? plan : sunday),
      [
        ['2026-11-27T14:59', ''],
        ['2026-11-27T15:00', 'planning|2026-11-30'],
        ['2026-11-29T10:00', ''],
        ['2026-12-04T15:00', 'planning|2026-12-07'],
      ],
    )
  })

  it('a Friday’s is of use until Monday', () => {
    expectTold(plan, [
      ['2026-11-27T10:00', ''],
      ['2026-11-30T23:59', 'planning|2026-11-30'],
    ])
    expectTold(plan, [
      ['2026-11-27T10:00', ''],
      ['2026-12-01T00:00', ''],
    ])
  })
})

describe('deliverables and renewals', () => {
  it('a deliverable is told three days ahead and on its day, unless it is done', () => {
    const due = aDeliverable({ due: '2026-12-04' })
    const plan = aPlan({ ...base, deliverables: [due], settings: only('deliverables') })
    expectTold(plan, [
      ['2026-12-01T08:59', ''],
      ['2026-12-01T09:00', 'deliverable|milestone-2|2026-12-04|3'],
      ['2026-12-03T09:00', ''],
      ['2026-12-04T09:00', 'deliverable|milestone-2|2026-12-04|0'],
      ['2026-12-05T09:00', ''],
    ])
    const done = aPlan({ ...base, deliverables: [{ ...due, done: true }], settings: only('deliverables') })
    expectTold(done, [['2026-12-04T09:00', '']])
  })

  it('a renewal is told when no notice can keep it from coming', () => {
    const sow = anAgreement({ id: 'sow', end: '2026-12-31', renewalMonths: 12, noticeDays: 30 })
    const plan = aPlan({ ...base, agreements: [sow], settings: only('dates') })
    expectTold(plan, [
      ['2026-11-27T12:00', ''],
      ['2026-11-30T09:00', 'agreement|sow|notice|2026-12-01|3'],
      ['2026-12-28T09:00', ''],
      ['2026-12-29T09:00', 'agreement|sow|renewal|2027-01-01'],
      ['2027-01-01T09:00', ''],
    ])
  })
})

describe('[Q3] one notification', () => {
  it('for sessions, days and what has passed together', () => {
    const plan = aPlan({
      ...base,
      agreements: [anAgreement({ id: 'sow', title: 'SOW 2', end: '2026-12-24' })],
      sessions: ['08:00', '09:30'].map((time) =>
        aSession({ id: time, title: `Call ${time}`, kind: 'meeting', start: `2026-11-24T${time}` }),
      ),
    })
    const now = at('2026-11-24T09:25')
    const decision = decide(plan, { ...emptyLedger, checkedTo: at('2026-11-24T07:00') }, now)
    expect(notificationOf(plan, decision, now, { speech, plannedWeek: () => null })).toEqual({
      title: '2 reminders',
      body: [
        'Call 09:30 in 5\u00a0min · Northwind · 09:30 – 10:30',
        'Call 08:00 (08:00 – 09:00) has passed',
        'SOW 2 ends on 24 Dec 2026 · Northwind · in 30 days',
      ].join('\n'),
      about: { occurrence: '09:30', day: '2026-11-24' },
      keys: ['09:30|10', 'agreement|sow|end|2026-12-24|30'],
      until: at('2026-12-25T00:00'),
    })
  })

  it('says what is planned of the week that is to be planned', () => {
    const plan = aPlan({ settings: only('planning') })
    const now = at('2026-11-27T15:00')
    const decision = decide(plan, { ...emptyLedger, checkedTo: now - 1 }, now)
    const text = (plannedWeek: { load: number; capacity: number } | null) =>
      notificationOf(plan, decision, now, { speech, plannedWeek: () => plannedWeek })
    expect(text({ load: 570, capacity: 2160 })).toMatchObject({
      title: 'Plan the week from 30 Nov 2026',
      body: '9\u00a0h\u00a030 of 36\u00a0h planned so far',
      leads: { to: 'week', day: '2026-11-30', occurrence: null },
    })
    expect(text(null)?.body).toBe('Look at what is promised and what fits.')
  })
})

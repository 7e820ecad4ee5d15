import { describe, expect, it } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { newReminders } from '../../../shared/plan/reminding.ts'
import { decide } from '../../../shared/reminders/decide.ts'
import type { Speech } from '../../../shared/reminders/describe.ts'
import { emptyLedger, Ledger, snooze } from '../../../shared/reminders/ledger.ts'
import { nearMatters } from '../../../shared/reminders/matters.ts'
import { nextDayDue } from '../../../shared/reminders/thoughts.ts'
import { dayMessageOf } from '../../../shared/reminders/thoughtText.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, aContact, anAgreement, anEngagement, aPlan } from '../../support/builders.ts'

/** Minutes of a wall clock in Berlin, in winter. */
const at = (wall: string) => Date.parse(`${wall}:00+01:00`) / 60_000
const english = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }
const on = (today: string, speech: Speech) => ({ today, speech, plannedWeek: () => null })
const german = { words: wordsIn('de'), format: formatIn('de', 'de-DE') }

/** Days alone: no time of its own is told. */
const days = { reminders: { ...newReminders, planning: null, dayEnd: false } }
const sow = anAgreement({ id: 'sow', title: 'SOW 2', kind: 'work', end: '2026-12-24' })
const ending = aPlan({ settings: days, clients: [aClient()], agreements: [sow] })

/** The keys told at each look, after their common beginning. */
function told(plan: Plan, looks: readonly string[]): readonly (readonly [string, string])[] {
  let ledger = { ...emptyLedger, checkedTo: at(looks[0] ?? '') }
  return looks.map((look) => {
    const decision = decide(plan, ledger, at(look))
    ledger = { ...Ledger.parse(JSON.parse(JSON.stringify(decision.ledger))), checkedTo: at(look) }
    return [look, decision.days.map(({ key }) => key.split('|').slice(2).join(' ')).join(', ')]
  })
}

describe('days that must be thought of', () => {
  it('an end is told 30, 14 and 3 days ahead at nine, each once, and once more where nobody looked in time', () => {
    const looks = [
      ['2026-11-24T08:59', ''],
      ['2026-11-24T09:00', 'end 2026-12-24 30'],
      ['2026-11-24T09:01', ''],
      ['2026-12-10T08:30', ''],
      // A day late: the laptop was closed.
      ['2026-12-11T18:00', 'end 2026-12-24 14'],
      ['2026-12-12T09:00', ''],
      ['2026-12-21T09:00', 'end 2026-12-24 3'],
      ['2026-12-24T23:59', ''],
      ['2026-12-25T09:00', ''],
    ] as const
    expect(
      told(
        ending,
        looks.map(([look]) => look),
      ),
    ).toEqual(looks)
  })

  it('after a long absence the nearest step is told alone', () => {
    expect(told(ending, ['2026-11-01T09:00', '2026-12-22T09:00'])).toEqual([
      ['2026-11-01T09:00', ''],
      ['2026-12-22T09:00', 'end 2026-12-24 3'],
    ])
  })

  it('what is typed after its day came is not told', () => {
    const looked = { ...emptyLedger, checkedTo: at('2026-11-24T12:00') }
    expect(decide(ending, looked, at('2026-11-24T12:01')).days).toEqual([])
  })

  it('one that renews is told before its last day to give notice, and again for its next term', () => {
    const renewing = anAgreement({ ...sow, renewalMonths: 12, noticeDays: 30 })
    const plan = aPlan({ settings: days, clients: [aClient()], agreements: [renewing] })
    expect(nearMatters(plan, '2026-11-20').map(({ key }) => key)).toEqual([
      'agreement|sow|notice|2026-11-24|14',
    ])
    expect(nearMatters(plan, '2027-11-20').map(({ key }) => key)).toEqual([
      'agreement|sow|notice|2027-11-24|14',
    ])
  })

  it('confidentiality outlives its agreement', () => {
    const nda = anAgreement({ id: 'nda', end: '2026-01-31', confidentialUntil: '2026-12-01' })
    const plan = aPlan({ settings: days, clients: [aClient()], agreements: [nda] })
    expect(nearMatters(plan, '2026-11-24').map(({ key }) => key)).toEqual([
      'agreement|nda|confidential|2026-12-01|14',
    ])
    expect(nearMatters(plan, '2026-12-02')).toEqual([])
  })

  it('of an archived client agreements are left alone, contacts not', () => {
    const client = aClient({ archived: true, nextContact: '2026-11-23' })
    const plan = aPlan({ settings: days, clients: [client], agreements: [sow] })
    expect(nearMatters(plan, '2026-12-20').map(({ key }) => key)).toEqual(['contact|northwind|2026-11-23'])
  })

  it('clients, contacts and prospects are told on their day, once, and no more two weeks later', () => {
    const plan = aPlan({
      settings: days,
      clients: [aClient({ nextContact: '2026-11-25', contacts: [aContact({ nextContact: '2026-11-25' })] })],
      engagements: [
        anEngagement({ id: 'p', status: 'prospect', nextContact: '2026-11-25' }),
        anEngagement({ id: 'active', nextContact: '2026-11-25' }),
      ],
    })
    const keys = (wall: string) => decide(plan, emptyLedger, at(wall)).days.map(({ key }) => key)
    expect(keys('2026-11-25T08:59')).toEqual([])
    expect(keys('2026-11-25T09:00')).toEqual([
      'contact|northwind|2026-11-25',
      'contact|northwind|contact-1|2026-11-25',
      'contact|prospect|p|2026-11-25',
    ])
    expect(keys('2026-12-20T09:00')).toEqual([])
    expect(nextDayDue(plan, at('2026-11-25T08:59'), noHolidays)).toBe(at('2026-11-25T09:00'))
    expect(nextDayDue(plan, at('2026-11-25T09:00'), noHolidays)).toBeNull()
  })

  it('nothing is told while reminders are switched off, and what was put off comes once more', () => {
    const off: Plan = {
      ...ending,
      practice: {
        ...ending.practice,
        settings: {
          ...ending.practice.settings,
          reminders: { ...ending.practice.settings.reminders, enabled: false },
        },
      },
    }
    expect(decide(off, emptyLedger, at('2026-11-24T09:00')).days).toEqual([])
    const first = decide(ending, emptyLedger, at('2026-11-24T09:00'))
    const later = snooze(
      first.ledger,
      first.days.map(({ key }) => key),
      at('2026-11-24T09:10'),
    )
    expect(decide(ending, later, at('2026-11-24T09:09')).days).toEqual([])
    const again = decide(ending, later, at('2026-11-24T09:10'))
    expect(again.days).toEqual(first.days)
    expect(decide(ending, again.ledger, at('2026-11-24T09:11')).days).toEqual([])
  })
})

describe('the text of a day', () => {
  const away = { ...emptyLedger, checkedTo: at('2026-11-29T09:00') }
  const due = (plan: Plan) => decide(plan, away, at('2026-12-10T09:00')).days

  it('one speaks for itself and leads to where it is dealt with', () => {
    expect(dayMessageOf(due(ending), on('2026-12-10', english))).toEqual({
      title: 'SOW 2 ends on 24 Dec 2026',
      body: 'Northwind · in 14 days',
      about: null,
      leads: { to: 'client', clientId: 'northwind' },
      keys: ['agreement|sow|end|2026-12-24|14'],
      until: at('2026-12-25T00:00'),
    })
    const contact = aPlan({ settings: days, clients: [aClient({ nextContact: '2026-12-09' })] })
    expect(dayMessageOf(due(contact), on('2026-12-10', german))).toMatchObject({
      title: 'Melden Sie sich bei Northwind',
      body: 'seit 9. Dez. 2026',
      leads: { to: 'action', id: 'go.pipeline' },
    })
  })

  it('several come as one list', () => {
    const agreements = [1, 2, 3, 4, 5].map((i) =>
      anAgreement({ ...sow, id: `a${i}`, title: `Contract ${i}`, end: `2026-12-1${i}` }),
    )
    const message = dayMessageOf(
      due(aPlan({ settings: days, clients: [aClient()], agreements })),
      on('2026-12-10', english),
    )
    expect([message?.title, message?.body]).toEqual([
      '5 things to think of',
      [
        'Contract 1 ends on 11 Dec 2026 · Northwind · tomorrow',
        'Contract 2 ends on 12 Dec 2026 · Northwind · in 2 days',
        'Contract 3 ends on 13 Dec 2026 · Northwind · in 3 days',
        'and 2 more',
      ].join('\n'),
    ])
  })

  it('nothing is said of nothing', () => {
    expect(dayMessageOf([], on('2026-12-10', english))).toBeNull()
  })
})

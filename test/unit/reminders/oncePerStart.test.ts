import { describe, expect, it } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { newReminders, type OwnLead } from '../../../shared/plan/reminding.ts'
import { decide, type LookContext } from '../../../shared/reminders/decide.ts'
import { LONGEST_LEAD, remindersDue } from '../../../shared/reminders/due.ts'
import { emptyLedger, Ledger, snooze } from '../../../shared/reminders/ledger.ts'
import { aPlan, aSeries, aSession } from '../../support/builders.ts'

const at = (iso: string) => Date.parse(iso) / 60_000
const day = (time: string) => at(`2026-11-24T${time}Z`)

/** One meeting in UTC. */
const planWith = (start: string, lead: OwnLead, travelBefore = 0) =>
  aPlan({
    sessions: [
      aSession({ id: 's', kind: 'meeting', start: `2026-11-24T${start}`, zone: 'UTC', lead, travelBefore }),
    ],
    settings: { reminders: { ...newReminders, dayEnd: false, planning: null } },
  })

type Step = readonly [time: string, plan: ReturnType<typeof planWith>, told: string]

/** Looks one after another as the scheduler does: what was awaited is known to the next one. */
function expectSteps(steps: readonly Step[]): void {
  let ledger: Ledger = { ...emptyLedger, checkedTo: day('07:00') }
  let awaited: LookContext['awaited'] = new Set()
  const told = steps.map(([time, plan]) => {
    const decision = decide(plan, ledger, day(time), { holidays: noHolidays, first: false, awaited })
    ledger = Ledger.parse(JSON.parse(JSON.stringify(decision.ledger)))
    awaited = new Set(
      remindersDue(plan, day(time), day(time) + LONGEST_LEAD).map(({ occurrence }) => occurrence.key),
    )
    return [time, decision.told.map(({ fate }) => `${fate.outcome}: ${fate.why}`).join(', ')]
  })
  expect(told).toEqual(steps.map(([time, , expected]) => [time, expected]))
}

describe('[Q2] an occurrence is reminded of once for its start, whatever the lead', () => {
  it('a shorter lead after the reminder brings none, and the log says why', () =>
    expectSteps([
      ['09:30', planWith('10:00', 30), 'shown: in-time'],
      ['09:31', planWith('10:00', 10), ''],
      ['09:50', planWith('10:00', 10), 'left-out: already-shown'],
      ['09:51', planWith('10:00', 10), ''],
      ['10:00', planWith('10:00', 0), 'left-out: already-shown'],
    ]))

  it('a longer lead or more travel after the reminder brings none', () =>
    expectSteps([
      ['09:50', planWith('10:00', 10), 'shown: in-time'],
      ['09:51', planWith('10:00', 60), ''],
      ['09:52', planWith('10:00', 10, 45), ''],
    ]))

  it('a longer lead before the reminder puts its time behind now: it comes at once', () =>
    expectSteps([
      ['09:30', planWith('10:00', 10), ''],
      ['09:31', planWith('10:00', 60), 'shown: changed'],
      ['09:32', planWith('10:00', 60), ''],
      ['09:50', planWith('10:00', 10), 'left-out: already-shown'],
    ]))

  it('so it does where the session itself moves near', () =>
    expectSteps([
      ['09:30', planWith('12:00', 10), ''],
      ['09:31', planWith('09:35', 10), 'shown: changed'],
      ['09:32', planWith('09:35', 10), ''],
    ]))

  it('not where it has started, nor where no reminder was awaited', () =>
    expectSteps([
      ['09:30', planWith('12:00', 10), ''],
      ['09:31', planWith('09:20', 10), ''],
      ['09:52', planWith('10:00', null), ''],
      ['09:53', planWith('10:00', 10), ''],
    ]))

  it('a start that moves later is reminded of again, with any lead', () =>
    expectSteps([
      ['09:50', planWith('10:00', 10), 'shown: in-time'],
      ['09:51', planWith('11:00', 30), ''],
      ['10:30', planWith('11:00', 30), 'shown: in-time'],
    ]))

  it('a lead that changes while it is put off loses nothing', () => {
    const shown = decide(planWith('10:00', 10), { ...emptyLedger, checkedTo: day('09:49') }, day('09:50'))
    const later = snooze(shown.ledger, ['s|10'], day('09:55'))
    const again = decide(planWith('10:00', 30), later, day('09:55'))
    expect(again.show.map(({ key }) => key)).toEqual(['s|30'])
    expect(decide(planWith('10:00', 30), again.ledger, day('09:56')).show).toEqual([])
  })
})

/** Looks every minute through a night, and what they show. */
function throughTheNight(rule: { readonly start: string; readonly zone: string }, from: string, to: string) {
  const plan = aPlan({
    sessions: [aSeries({ id: 'n', kind: 'focus', rule: 'FREQ=DAILY', lead: 0, ...rule })],
    settings: { reminders: { ...newReminders, quietTime: 'never' } },
  })
  let ledger: Ledger = { ...emptyLedger, checkedTo: at(from) }
  const shown: string[] = []
  for (let now = at(from); now <= at(to); now++) {
    const decision = decide(plan, ledger, now)
    ledger = decision.ledger
    for (const { key } of decision.show) shown.push(`${key} at ${new Date(now * 60_000).toISOString()}`)
  }
  return shown
}

describe('sleep, late starts, and the nights on which the clocks change', () => {
  const slept = aPlan({
    sessions: ['09:00', '10:00', '11:00', '11:05'].map((time) =>
      aSession({ id: time, kind: 'meeting', start: `2026-11-24T${time}`, minutes: 30, zone: 'UTC' }),
    ),
    settings: { reminders: { ...newReminders, planning: null } },
  })
  for (const first of [false, true])
    it(`${first ? '[N5] a start' : '[N4] waking up'} after several were due: all in one decision, each once`, () => {
      const ledger = { ...emptyLedger, checkedTo: day('08:00') }
      const context: LookContext = { holidays: noHolidays, first, awaited: new Set() }
      const woken = decide(slept, ledger, day('11:00'), context)
      expect(woken.show.map(({ occurrence }) => occurrence.id)).toEqual(['11:00', '11:05'])
      expect(woken.digest?.map(({ occurrence }) => occurrence.id)).toEqual(['09:00', '10:00'])
      const late = first ? 'not-running' : 'asleep'
      expect(woken.told.map(({ fate }) => `${fate.outcome} ${fate.why}`)).toEqual([
        `missed ${late}`,
        `missed ${late}`,
        `shown ${late}`,
        `shown ${late}`,
      ])
      const twice = decide(slept, woken.ledger, day('11:00'), context)
      expect([twice.show, twice.digest, twice.told]).toEqual([[], null, []])
    })

  it('[N6] 02:30 in Berlin, where the clocks skip it: once, at 03:30', () => {
    const series = { start: '2026-03-28T02:30', zone: 'Europe/Berlin' }
    expect(throughTheNight(series, '2026-03-28T20:00Z', '2026-03-29T06:00Z')).toEqual([
      'n@2026-03-29T02:30|0 at 2026-03-29T01:30:00.000Z',
    ])
  })

  it('[N6] 02:30 in Berlin, where it comes twice: once, the first time', () => {
    const series = { start: '2026-10-24T02:30', zone: 'Europe/Berlin' }
    expect(throughTheNight(series, '2026-10-24T20:00Z', '2026-10-25T06:00Z')).toEqual([
      'n@2026-10-25T02:30|0 at 2026-10-25T00:30:00.000Z',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { samplePractice } from '../../../assets/sample/practice.ts'
import { expenseList } from '../../../shared/billing/expenseList.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import { Plan } from '../../../shared/plan/plan.ts'
import { addDays, eachDay } from '../../../shared/time/day.ts'
import { weekStart } from '../../../shared/time/week.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'

describe('the sample practice', () => {
  it.each(eachDay('2026-12-26', '2027-01-06'))(
    'is a valid plan on %s, with past time only before today',
    (today) => {
      const plan = samplePractice({ today, zone: 'Europe/Berlin', language: 'en' })
      expect(Plan.safeParse(plan).error).toBeUndefined()
      const entries = Object.values(plan.years).flatMap((year) => Object.values(year.entries))
      expect(entries.every((entry) => entry.day < today)).toBe(true)
    },
  )

  it('has every kind of terms, a prospect, own time, twelve weeks of past time and four of plan', () => {
    const today = '2026-11-24'
    const plan = samplePractice({ today, zone: 'Europe/Berlin', language: 'de' })
    const engagements = Object.values(plan.practice.engagements)
    expect(new Set(engagements.map((e) => e.terms[0]?.terms.kind))).toEqual(
      new Set(['daily', 'retainer', 'fixed', 'hourly']),
    )
    expect(engagements.filter((e) => e.status === 'prospect').map((e) => e.origin?.kind)).toEqual([
      'referral',
      'existing',
      'event',
    ])
    expect(engagements.filter((e) => e.status === 'closed').map((e) => e.outcome?.kind)).toEqual([
      'completed',
      'completed',
      'lost',
    ])
    const sessions = Object.values(plan.years).flatMap((year) => Object.values(year.sessions))
    const weeks = new Set(sessions.map((session) => weekStart(session.start.slice(0, 10), 1)))
    const monday = weekStart(today, 1)
    const expected = Array.from({ length: 17 }, (_, i) => addDays(monday, 7 * (i - 12)))
    expect([...weeks].sort()).toEqual(expected)
    expect(sessions.some((session) => session.engagementId === null)).toBe(true)
  })

  it('has billed the months before, one of them not paid yet, and nothing of this month', () => {
    const plan = samplePractice({ today: '2026-11-24', zone: 'Europe/Berlin', language: 'en' })
    const invoices = Object.values(plan.years).flatMap((year) => Object.values(year.invoices))
    const told = invoices.map((invoice) => [
      invoice.issued?.number,
      invoice.supply.from,
      invoice.payments.length,
    ])
    expect(told.toSorted()).toEqual([
      ['2026-001', '2026-09-01', 1],
      ['2026-002', '2026-09-01', 1],
      ['2026-003', '2026-09-01', 1],
      ['2026-004', '2026-10-01', 1],
      ['2026-005', '2026-10-01', 1],
      ['2026-006', '2026-10-01', 0],
    ])
  })

  it.each(eachDay('2026-11-23', '2026-11-29'))(
    'has one agreement to think of in its current week on %s, and no budget that is passed',
    (today) => {
      const plan = samplePractice({ today, zone: 'Europe/Berlin', language: 'en' })
      const now = toEpochMinute(`${today}T09:00`, 'Europe/Berlin')
      const { flags } = week(plan, '2026-11-23', { holidays: noHolidays, now })
      const told = flags.flatMap((flag) =>
        flag.code === 'budget' || (flag.code === 'contract' && flag.facts.why !== 'before-start')
          ? [flag.key]
          : [],
      )
      expect(told).toEqual(['contract:agreement:agreement-orbitWork'])
    },
  )

  it('has spent for clients and for itself, all of it before today and open', () => {
    const plan = samplePractice({ today: '2026-11-24', zone: 'Europe/Berlin', language: 'en' })
    const listed = expenseList(plan, { client: null, state: null })
    expect(listed.map(({ expense, state }) => [expense.day, expense.clientId, state])).toEqual([
      ['2026-11-20', null, 'own'],
      ['2026-11-19', 'fable', 'open'],
      ['2026-11-18', 'fable', 'not-billable'],
      ['2026-11-17', 'fable', 'open'],
      ['2026-11-11', 'orbit', 'open'],
    ])
  })

  it('is the same for the same day', () => {
    const options = { today: '2026-11-24', zone: 'Europe/Berlin', language: 'en' } as const
    expect(samplePractice(options)).toEqual(samplePractice(options))
  })
})

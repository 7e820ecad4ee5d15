import { describe, expect, it } from 'vitest'
import { effectiveRates } from '../../../shared/rates/effectiveRates.ts'
import { aClient, aDeliverable, anEngagement, anEntry, aPlan } from '../../support/builders.ts'

const TODAY = '2026-11-24'
type Parts = NonNullable<Parameters<typeof aPlan>[0]>

/** `hours` on each day, billable unless told. */
const worked = (...list: readonly (readonly [day: string, hours: number, billable?: boolean])[]) =>
  list.map(([day, hours, billable = true], i) =>
    anEntry({ id: `e${i}`, day, start: `${day}T09:00`, minutes: hours * 60, billable }),
  )

function rateOf(parts: Parts) {
  const plan = aPlan({ clients: [aClient()], ...parts })
  return effectiveRates(plan, TODAY).map(
    ({ kind, worked: minutes, billable, from, until, worth, perHour, whenDone }) => ({
      kind,
      worked: minutes / 60,
      billable: billable / 60,
      from,
      until,
      worth,
      perHour,
      whenDone,
    }),
  )
}

describe('what an hour has brought', () => {
  it('by the hour: what is billable, by all that was worked', () => {
    expect(
      rateOf({
        engagements: [anEngagement()],
        entries: worked(['2026-11-02', 6], ['2026-11-03', 2, false]),
      }),
    ).toEqual([
      {
        kind: 'hourly',
        worked: 8,
        billable: 6,
        from: '2026-11-02',
        until: TODAY,
        worth: 72_000,
        perHour: 9_000,
        whenDone: null,
      },
    ])
  })

  it('retainer: the fee of whole periods with time in them, by all hours beyond it too; the running one waits', () => {
    const pays = {
      kind: 'retainer',
      period: 'month',
      minutes: 600,
      price: 100_000,
      overageRate: 12_000,
      overage: 'carried',
      rollover: { kind: 'none' },
      resetDay: 1,
    } as const
    expect(
      rateOf({
        engagements: [anEngagement({ pays })],
        entries: worked(['2026-09-10', 10], ['2026-10-10', 15], ['2026-11-10', 9]),
      }),
    ).toEqual([
      {
        kind: 'retainer',
        worked: 25,
        billable: 25,
        from: '2026-09-10',
        until: '2026-10-31',
        worth: 200_000,
        perHour: 8_000,
        whenDone: null,
      },
    ])
  })

  it('fixed price: by the hours so far, and by those that are left when it is done', () => {
    expect(
      rateOf({
        engagements: [anEngagement({ pays: { kind: 'fixed', price: 600_000, instalments: [] } })],
        deliverables: [
          aDeliverable({ remainingMinutes: 20 * 60 }),
          aDeliverable({ id: 'done', remainingMinutes: 60, done: true }),
        ],
        entries: worked(['2026-11-10', 30]),
      }),
    ).toMatchObject([{ worth: 600_000, perHour: 20_000, whenDone: 12_000 }])
  })

  it('what is logged for later days, or for nobody, is no work so far', () => {
    expect(
      rateOf({
        engagements: [anEngagement()],
        entries: [...worked(['2026-11-25', 6]), anEntry({ id: 'own', engagementId: null })],
      }),
    ).toEqual([])
  })
})

import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
// Loaded here, so that no test waits for it.
import '../../../renderer/clients/ClientsScreen.tsx'
import { act } from 'react'
import { go } from '../../../renderer/state/navigation.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { anEngagement, anEntry, anExpense, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { aBillingPlan, aDraft, aLine, carriedOut } from '../../unit/billing/aBillingPlan.ts'

/** The figures of Northwind's page, each as `name: value, more`. */
async function figuresOf(plan: Plan): Promise<readonly string[]> {
  await renderApp(plan)
  act(() => go({ screen: 'clients', clientId: 'northwind' }))
  const list = await screen.findByLabelText('At a glance')
  return [...list.querySelectorAll('dt')].map((name) => {
    const [value, more] = [...(name.nextElementSibling?.children ?? [])].map(({ textContent }) =>
      textContent?.replaceAll(/[\u00a0\u202f]/g, ' '),
    )
    return `${name.textContent}: ${value}, ${more}`
  })
}

it('tells what was worked and planned, what is not billed with its expenses, what is owed, and what an hour brings', async () => {
  const entries = [
    anEntry({ id: 'billed', day: '2026-10-05', start: null, minutes: 120 }),
    anEntry({ id: 'month', day: '2026-11-03', start: null, minutes: 60 }),
    anEntry({ id: 'week', day: '2026-11-23', start: null, minutes: 90 }),
    anEntry({ id: 'unpaid', day: '2026-11-24', start: null, minutes: 30, billable: false }),
  ]
  const plan = carriedOut(
    aBillingPlan({
      engagements: [anEngagement()],
      entries,
      sessions: [aSession({ start: '2026-11-26T09:00', minutes: 180 })],
      expenses: [anExpense({ amount: 11_900, taxRate: 190_000 })],
    }),
    { type: 'invoice/draft', invoice: aDraft({ lines: [aLine({ entryIds: ['billed'] })] }) as never },
    { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-01' },
  )
  expect(await figuresOf(plan)).toEqual([
    'This week: 2 h worked, 3 h planned',
    'This month: 3 h worked, 3 h planned',
    // Two and a half hours at €120, and €119 with 19 % of tax in it.
    'Not billed yet: €400.00, 2 h 30 on no invoice',
    'Open invoices: €119.00, €119.00 overdue',
    // Four and a half paid hours in five.
    'Effective rate: €108.00, an hour, over 5 h worked',
  ])
})

it('says what is not there yet', async () => {
  expect(await figuresOf(aBillingPlan({ engagements: [anEngagement()] }))).toEqual([
    'This week: 0 h worked, 0 h planned',
    'This month: 0 h worked, 0 h planned',
    'Not billed yet: €0.00, 0 h on no invoice',
    'Open invoices: €0.00, nothing to be paid',
    'Effective rate: –, nothing logged yet',
  ])
})

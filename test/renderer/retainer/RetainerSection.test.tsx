import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { RetainerSection } from '../../../renderer/retainer/RetainerSection.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { openPlan, planNow } from '../../../renderer/state/plan.ts'
import { openingState, planStore } from '../../../renderer/state/planStore.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import { aClient, anEngagement, anEntry, aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

const pays: Terms = {
  kind: 'retainer',
  period: 'month',
  minutes: 2400,
  price: 400_000,
  overageRate: 15_000,
  overage: 'billed',
  rollover: { kind: 'all', expiresAfter: 1 },
  resetDay: 1,
}

let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  planStore.setState(openingState, true)
})

async function show(terms: Terms = pays) {
  const main = installBridge({
    plan: aPlan({
      clients: [aClient()],
      engagements: [anEngagement({ pays: terms, start: '2026-10-01' })],
      entries: [
        anEntry({ id: 'a', day: '2026-10-05', start: null, minutes: 2100, note: 'Hiring' }),
        anEntry({ id: 'b', day: '2026-11-05', start: null, minutes: 600, note: 'Roadmap' }),
      ],
    }),
  })
  stops = [openPlan(), startClock()]
  render(<RetainerSection client={aClient()} />)
  await waitFor(() => expect(Object.keys(planNow().practice.engagements)).toHaveLength(1))
  return { main, user: userEvent.setup() }
}

it('says how many hours are left until when, and what was carried', async () => {
  await show()
  const card = await screen.findByRole('article', { name: 'Fractional CTO' })
  expect(card).toHaveTextContent('35 h of 45 h left, until the next period begins on 1 Dec 2026')
  expect(card).toHaveTextContent('5 h carried into this period')
  expect(within(card).getByRole('meter', { name: /10.h of 45.h used/ })).toHaveAttribute('value', '600')
})

it('shows the ledger and the time of a period, and prints the one that is chosen', async () => {
  const { main, user } = await show()
  const asked: unknown[] = []
  const ask = main.request
  main.request = ((name: string, payload: never) => {
    if (name !== 'statement/pdf') return ask(name as never, payload)
    asked.push(payload)
    return Promise.resolve({ state: 'cancelled' })
  }) as typeof ask
  await user.click(await screen.findByRole('button', { name: 'Statement' }))
  const dialog = within(await screen.findByRole('dialog'))
  const cells = (table: string) =>
    within(dialog.getByRole('table', { name: table }))
      .getAllByRole('row')
      .map((row) => row.textContent?.replaceAll('\u00a0', ' '))
  expect(cells('Period by period')).toEqual([
    'PeriodOpeningGrantedUsedClosing',
    'October 20260 h40 h35 h5 h',
    'November 2026 (so far)5 h40 h10 h35 h',
  ])
  await user.click(dialog.getByRole('button', { name: /Statement for/ }))
  await user.click(await screen.findByRole('option', { name: 'October 2026' }))
  expect(cells('Time in this period')).toEqual([
    'DayWhat was doneTime',
    'Mon 5 OctHiring35 h',
    'Used in all35 h',
  ])
  await user.click(dialog.getByRole('button', { name: 'Save as PDF' }))
  await waitFor(() => expect(asked).toEqual([{ engagementId: 'northwind-cto', day: '2026-10-01' }]))
})

it('is not there for a client without a retainer', async () => {
  await show({ kind: 'hourly', rate: 12_000 })
  expect(screen.queryByRole('heading')).toBeNull()
})

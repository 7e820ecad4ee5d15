import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for the charts' library.
import '../../../renderer/insights/InsightsScreen.tsx'
import { forgetNote } from '../../../renderer/state/memory.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plan = aPlan({
  clients: [
    aClient({ name: '=Northwind' }),
    aClient({ id: 'lumen', name: 'Lumen', order: 2, colour: 'teal' }),
  ],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-board', clientId: 'lumen', name: 'Board' })],
  sessions: [aSession({ minutes: 90 })],
  entries: [
    anEntry({ id: 'a', minutes: 120 }),
    anEntry({ id: 'b', day: '2026-10-12', minutes: 300, engagementId: 'lumen-board' }),
    anEntry({ id: 'c', day: '2026-08-03', minutes: 60 }),
  ],
})

async function opened(given: Parameters<typeof renderApp>[1] = {}) {
  forgetNote('insights')
  const app = await renderApp(plan, given)
  await app.user.keyboard('6')
  await screen.findByRole('heading', { level: 1, name: 'Insights' })
  return app
}

const card = (name: string) => within(screen.getByRole('region', { name }))

describe('insights', () => {
  it('says in words what each chart shows, and holds the quarter against as much of the one before', async () => {
    await opened()
    expect(screen.getByText(/compared with/)).toHaveTextContent(
      '1 Oct – 31 Dec 2026 compared with 1 Jul – 24 Aug 2026',
    )
    const hours = card('Hours by client').getByRole('img')
    expect(hours).toHaveAccessibleName(/Hours by client\. Lumen: 71% of the time\./)
    expect(card('Utilisation').getByText(/7\sh worked\. 6\sh more than before\./)).toBeVisible()
    expect(card('Effective hourly rate').getByText('€120 an hour on average.')).toBeVisible()
  })

  it('[U10] shows the same numbers as a table', async () => {
    const { user } = await opened()
    await user.click(card('Hours by client').getByRole('radio', { name: 'Table' }))
    const rows = within(card('Hours by client').getByRole('table')).getAllByRole('row')
    expect(rows.map((row) => row.textContent?.replace(/\s/g, ' '))).toEqual([
      'ClientWorkedBefore',
      'Lumen5 h0 h',
      '=Northwind2 h1 h',
    ])
  })

  it('[U10] sends the same numbers to be saved, exact', async () => {
    const { main, user } = await opened()
    await user.click(screen.getByRole('button', { name: 'Save as CSV: Hours by client' }))
    await waitFor(() =>
      expect(main.requests).toContainEqual({
        name: 'chart/save',
        payload: {
          as: 'csv',
          name: 'Hours by client 1 Oct – 31 Dec 2026',
          style: 'sheet',
          rows: [
            ['Client', 'Worked (min)', 'Before (min)'],
            ['Lumen', { number: '300' }, { number: '0' }],
            ['=Northwind', { number: '120' }, { number: '60' }],
          ],
        },
      }),
    )
  })

  it('[U10] holds planned and worked, and revenue, beside the period before', async () => {
    const { user } = await opened()
    const told = async (name: string) => {
      await user.click(card(name).getByRole('radio', { name: 'Table' }))
      return within(card(name).getByRole('table'))
        .getAllByRole('row')
        .map((row) => row.textContent?.replace(/\s/g, ' '))
    }
    expect(await told('Planned and worked')).toEqual([
      'ClientWorkedPlannedDid not happenUnplannedWorked beforePlanned before',
      '=Northwind2 h1 h 300 h2 h1 h0 h',
      'Lumen5 h0 h0 h5 h0 h0 h',
    ])
    expect(await told('Revenue by month')).toEqual([
      'MonthInvoicedUnbilledForecastBefore',
      'October 2026€0€600€0€0',
      'November 2026€0€240€0€120',
      'December 2026€0€0€0€0',
    ])
  })

  it('follows the period, and remembers it', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: /Period/ }))
    await user.click(screen.getByRole('option', { name: 'Last month' }))
    expect(await screen.findByText('1 – 31 Oct 2026')).toBeVisible()
    expect(card('Hours by client').getByRole('img')).toHaveAccessibleName(/Lumen: 100% of the time/)
    expect(card('Estimate accuracy').getByText('Nothing in this period.')).toBeVisible()
    await user.keyboard('1')
    await user.keyboard('6')
    expect(await screen.findByText('1 – 31 Oct 2026')).toBeVisible()
  })

  it('tells of each budget what is left, and when it runs out by the plan and at this pace', async () => {
    forgetNote('insights')
    const { user } = await renderApp(
      aPlan({
        clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2, colour: 'teal' })],
        engagements: [
          anEngagement({ budget: { kind: 'hours', minutes: 6000 }, end: '2027-01-31' }),
          anEngagement({
            id: 'lumen-board',
            clientId: 'lumen',
            name: 'Board',
            budget: { kind: 'money', amount: 100_000 },
          }),
          anEngagement({ id: 'free', name: 'No budget' }),
        ],
        sessions: [aSession({ start: '2026-12-07T09:00', minutes: 600 })],
        // Two hours a day of the last 56 days, and what there is of money but for an hour's.
        entries: [
          ...Array.from({ length: 8 }, (_, i) =>
            anEntry({ id: `w${i}`, day: addDays('2026-11-23', -7 * i), minutes: 420 }),
          ),
          anEntry({ id: 'b', day: '2026-10-12', minutes: 440, engagementId: 'lumen-board' }),
        ],
      }),
    )
    await user.keyboard('6')
    await screen.findByRole('heading', { level: 1, name: 'Insights' })
    const budgets = card('Budgets')
    expect(budgets.getByText('Lumen · Board runs out next, on 2 Dec 2026.')).toBeVisible()
    await user.click(budgets.getByRole('radio', { name: 'Table' }))
    const rows = within(budgets.getByRole('table')).getAllByRole('row')
    expect(rows.map((row) => row.textContent?.replace(/\s/g, ' '))).toEqual([
      'EngagementUsedBeforeHours leftMoney leftUsed up as plannedUsed up at this paceEnds',
      'Lumen · Board88%0%–€120–2 Dec 2026–',
      'Northwind · Fractional CTO56%0%44 h––7 Jan 202731 Jan 2027',
    ])

    const burn = card('Budget burn-down')
    expect(burn.getByRole('img')).toHaveAccessibleName(/€120 of €1,000 left\. What is planned leaves €120\./)
    await user.click(burn.getByRole('button', { name: /Lumen/ }))
    await user.click(screen.getByRole('option', { name: 'Northwind · Fractional CTO' }))
    expect(
      burn.getByText(
        /^44\sh of 100\sh left\. What is planned leaves 34\sh\. At this pace it runs out on 7 Jan 2027, 24 days before the end of the contract\.$/,
      ),
    ).toBeVisible()
    await user.click(burn.getByRole('radio', { name: 'Table' }))
    const told = within(burn.getByRole('table'))
      .getAllByRole('row')
      .map((row) => row.textContent?.replace(/\s/g, ' '))
    expect(told[0]).toBe('DayLeftAs plannedAt this paceUsed')
    expect(told).toContain('24 Nov 2026 · Today44 h44 h44 h56 h')
    expect(told).toContain('7 Jan 2027–34 h0 h–')
    expect(told.at(-1)).toMatch(/^31 Jan 2027 · End of the contract–34 h−24 h–$/)
  })

  it('says that there is no budget', async () => {
    await opened()
    expect(card('Budgets').getByText('No engagement has a budget.')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Budget burn-down' })).toBeNull()
  })

  it('speaks German', async () => {
    forgetNote('insights')
    const { user } = await renderApp(plan, { desktop: { locale: 'de-DE' } })
    await user.keyboard('6')
    expect(await screen.findByRole('region', { name: 'Auslastung' })).toBeVisible()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const meeting = { kind: 'meeting', start: '2026-11-26T09:30', minutes: 90 } as const

/** Northwind with two engagements, one a prospect of 50 %, an area, and an hour of own business on another day. */
function aWeek(): Plan {
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 })],
    engagements: [
      anEngagement(),
      anEngagement({ id: 'northwind-audit', name: 'Audit', status: 'prospect', probability: 50, order: 2 }),
      anEngagement({ id: 'lumen-audit', clientId: 'lumen', name: 'Security audit' }),
    ],
    sessions: [
      aSession({ ...meeting, id: 'steering', areaId: 'lead', travelBefore: 30 }),
      aSession({
        id: 'audit',
        engagementId: 'northwind-audit',
        status: 'tentative',
        start: '2026-11-26T14:00',
      }),
      aSession({ id: 'board', engagementId: 'lumen-audit', start: '2026-11-26T10:30' }),
      aSession({ id: 'own', engagementId: null, start: '2026-11-27T09:00' }),
    ],
    entries: [anEntry()],
    settings: { reserveMinutes: 36 },
  })
  const lead = { id: 'lead', name: 'Team leadership', archived: false, order: 1 }
  return { ...plan, practice: { ...plan.practice, areas: { lead } } }
}

const head = (name: RegExp) => screen.getByRole('columnheader', { name })
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? ''

/** A table as it is read: its rows, cell by cell. */
function cellsOf(panel: HTMLElement, name: string): string[][] {
  const table = within(panel).getByRole('table', { name })
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => plain(cell.textContent)))
}

test('a click on a day’s head says where its time goes: by client with its engagements, and by area', async () => {
  const { user } = await renderApp(aWeek())
  await user.click(head(/^Thursday/))
  const panel = await screen.findByRole('dialog', { name: 'Where the time goes' })
  expect(plain((await within(panel).findByRole('heading')).textContent)).toBe(
    'Where the time goes Thu 26 Nov',
  )
  const columns = ['Load', 'Confirmed', 'Tentative', 'Weighted', 'Travel']
  expect(cellsOf(panel, 'By client and engagement')).toEqual([
    ['By client and engagement', ...columns],
    ['Northwind', '3 h', '2 h', '1 h', '2 h 30', '30 min'],
    ['Fractional CTO', '2 h', '2 h', '0 h', '2 h', '30 min'],
    ['Audit', '1 h', '0 h', '1 h', '30 min', '0 h'],
    ['Lumen Health Security audit', '1 h', '1 h', '0 h', '1 h', '0 h'],
    ['Together', '4 h', '3 h', '1 h', '3 h 30', '30 min'],
  ])
  expect(cellsOf(panel, 'By responsibility area')).toEqual([
    ['By responsibility area', ...columns],
    ['Team leadership', '2 h', '2 h', '0 h', '2 h', '30 min'],
    ['No area', '2 h', '1 h', '1 h', '1 h 30', '0 h'],
    ['Together', '4 h', '3 h', '1 h', '3 h 30', '30 min'],
  ])
  expect(plain(panel.querySelector('dl')?.textContent ?? '')).toBe(
    'Capacity8 hReserve8 minLoad4 hHeadroom3 h 52',
  )
  expect(plain(panel.textContent)).toContain('Double-booked: 30 min, counted for each of the sessions.')
})

test('B takes the week apart, or the day that has the focus in the grid; Escape gives the focus back', async () => {
  const { user } = await renderApp(aWeek())
  await user.keyboard('b')
  const week = await screen.findByRole('dialog', { name: 'Where the time goes' })
  expect(plain((await within(week).findByRole('heading')).textContent)).toContain('23 – 29 Nov 2026')
  expect(cellsOf(week, 'By client and engagement').at(-1)).toEqual([
    'Together',
    ...['5 h', '4 h', '1 h', '4 h 30', '30 min', '2 h'],
  ])
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const cell = screen.getByRole('gridcell', {
    name: 'Lumen Health, Monday, 23 November 2026: nothing planned',
  })
  await user.click(cell)
  await user.keyboard('b')
  const day = await screen.findByRole('dialog')
  expect(await within(day).findByRole('heading')).toHaveTextContent('Mon 23 Nov')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(cell).toHaveFocus())
})

test('Escape closes it also where something else has taken the focus back', async () => {
  const { user } = await renderApp(aWeek())
  await user.keyboard('b')
  await screen.findByRole('dialog', { name: 'Where the time goes' })
  ;(document.activeElement as HTMLElement).blur()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('Enter on a head opens it, and a day without sessions says that nothing is planned', async () => {
  const { user } = await renderApp(aWeek())
  await user.click(screen.getByRole('gridcell', { name: /^Lumen Health, Tuesday/ }))
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(head(/^Tuesday/)).toHaveFocus()
  await user.keyboard('{Enter}')
  const panel = await screen.findByRole('dialog')
  await within(panel).findByText('Nothing is planned, and no time was logged.')
  expect(within(panel).queryByRole('table')).toBeNull()
})

test('what changes meanwhile is counted anew', async () => {
  const { main, user } = await renderApp(aWeek())
  await user.click(head(/^Friday/))
  const panel = await screen.findByRole('dialog')
  await within(panel).findByRole('heading')
  expect(cellsOf(panel, 'By client and engagement')).toEqual([
    ['By client and engagement', 'Load'],
    ['Own business', '1 h'],
  ])
  await main.request('plan/execute', {
    id: 'from-elsewhere',
    command: { type: 'session/change', id: 'own', scope: { kind: 'all' }, change: { minutes: 120 } },
  })
  await waitFor(() => expect(cellsOf(panel, 'By client and engagement')[1]).toEqual(['Own business', '2 h']))
})

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for the first one to open it.
import '../../../renderer/horizon/HorizonScreen.tsx'
import { placeNow } from '../../../renderer/state/navigation.ts'
import { planNow } from '../../../renderer/state/plan.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

/** On Tuesday 24 November 2026: 20 of 36 hours promised to one client until the end of January, one hour planned. */
const practice = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })],
  engagements: [
    anEngagement({
      end: '2027-01-31',
      commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
    }),
    anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Audit', start: '2027-01-11' }),
  ],
  deliverables: [aDeliverable()],
  sessions: [aSession({ id: 'one', start: '2026-12-02T09:00' })],
})

async function opened() {
  const app = await renderApp(practice)
  await app.user.keyboard('2')
  const grid = await screen.findByRole('grid', { name: 'Horizon' })
  return { ...app, grid }
}

const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('[role="row"]') as HTMLElement
const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
const cells = (name: string) =>
  within(rowOf(name))
    .getAllByRole('gridcell')
    .map((cell) => plain(cell.getAttribute('aria-description') ?? cell.getAttribute('aria-label')))

describe('the horizon', () => {
  it('shows what is planned and promised for each client and week, and the headroom below', async () => {
    await opened()
    expect(screen.getAllByRole('columnheader')).toHaveLength(27)
    expect(plain(screen.getAllByRole('columnheader')[2]?.getAttribute('aria-description') ?? '')).toBe(
      'W49, 30 Nov – 6 Dec 2026: 1 h booked of 36 h',
    )
    expect(cells('Northwind').slice(0, 3)).toEqual([
      '0 h planned of 20 h promised',
      '1 h planned of 20 h promised',
      '0 h planned of 20 h promised',
    ])
    // After the engagement’s end nothing is promised.
    expect(cells('Northwind')[12]).toBe('nothing planned')
    expect(cells('Headroom')[1]).toBe('16 h')
    expect(cells('Headroom')[12]).toBe('36 h')
    // A client with a mark alone has a row.
    expect(cells('Lumen').every((text) => text === 'nothing planned')).toBe(true)
    expect(within(rowOf('Lumen')).getByRole('img', { name: /Audit starts, 11 Jan 2027/ })).toBeVisible()
  })

  it('tells the days off in the head of each column that they lie in', async () => {
    const away = {
      id: 'away',
      title: 'Skiing',
      from: '2026-12-12',
      to: '2026-12-14',
      part: null,
      source: null,
    }
    const { timeOff, ...rest } = practice.practice
    const app = await renderApp({ ...practice, practice: { ...rest, timeOff: { ...timeOff, away } } })
    await app.user.keyboard('2')
    await screen.findByRole('grid', { name: 'Horizon' })
    const told = screen
      .getAllByRole('columnheader')
      .map((head) => plain(head.getAttribute('aria-description')).split('; ').slice(1))
    expect(told.slice(2, 6)).toEqual([[], ['Skiing, 12 – 14 Dec 2026'], ['Skiing, 12 – 14 Dec 2026'], []])
  })

  it('looks at months and quarters, and at more or fewer weeks, also the next time', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('radio', { name: 'Months' }))
    expect(
      screen
        .getAllByRole('columnheader')
        .slice(1, 4)
        .map((head) => head.querySelector('b')?.textContent),
    ).toEqual(['November', 'December', 'January'])
    await user.click(screen.getByRole('button', { name: /Weeks ahead/ }))
    await user.click(screen.getByRole('option', { name: '8 weeks' }))
    expect(screen.getAllByRole('columnheader')).toHaveLength(4)
    expect(JSON.parse(localStorage.getItem('horizon') ?? '')).toEqual({ zoom: 'month', count: 8 })
    await user.click(screen.getByRole('radio', { name: 'Weeks' }))
    await user.click(screen.getByRole('button', { name: 'Later' }))
    expect(screen.getAllByRole('columnheader')[1]?.textContent).toContain('W52')
    await user.click(screen.getByRole('button', { name: 'Today' }))
    expect(screen.getAllByRole('columnheader')[1]?.textContent).toContain('W48')
    await user.click(screen.getByRole('button', { name: /Weeks ahead/ }))
    await user.click(screen.getByRole('option', { name: '26 weeks' }))
  })

  it('is walked by arrow keys, and Enter or a click goes to the week', async () => {
    const { user } = await opened()
    const at = () => (document.activeElement as HTMLElement).dataset.at
    act(() => screen.getAllByRole('columnheader')[1]?.focus())
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(at()).toBe('1:3')
    expect(screen.getByRole('grid').querySelectorAll('[data-at][tabindex="0"]')).toHaveLength(1)
    await user.keyboard('{End}')
    expect(at()).toBe('1:26')
    await user.keyboard('{Control>}{Home}{/Control}')
    expect(at()).toBe('0:0')
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}')
    expect(placeNow()).toMatchObject({ screen: 'week', start: '2026-11-30' })
    await user.keyboard('2')
    const cell = within(await screen.findByRole('grid', { name: 'Horizon' })).getAllByRole('gridcell')[4]
    if (cell === undefined) throw new Error('no cell')
    await user.click(cell)
    expect(placeNow()).toMatchObject({ screen: 'week', start: '2026-12-21' })
  })

  it('moves an end by keys and says what it does before it is done; Escape takes it back', async () => {
    const { user } = await opened()
    const end = screen.getByRole('slider', { name: 'End of Fractional CTO' })
    act(() => end.focus())
    fireEvent.keyDown(end, { key: 'PageDown' })
    expect(end).toHaveAttribute('aria-valuetext', '24 Jan 2027')
    await waitFor(() =>
      expect(plain(screen.getByText(/^End of Fractional CTO/).closest('p')?.textContent ?? '')).toBe(
        'End of Fractional CTO: 24 Jan 2027. Headroom +20 h.',
      ),
    )
    await user.keyboard('{Escape}')
    expect(end).toHaveAttribute('aria-valuetext', '31 Jan 2027')
    fireEvent.keyDown(end, { key: 'ArrowLeft', shiftKey: true })
    fireEvent.keyUp(end, { key: 'ArrowLeft' })
    await waitFor(() => expect(planNow().practice.engagements['northwind-cto']?.end).toBe('2027-01-24'))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(planNow().practice.engagements['northwind-cto']?.end).toBe('2027-01-31'))
  })

  it('moves a due day, and tells what can no longer be met', async () => {
    await opened()
    const due = screen.getByRole('slider', { name: 'Due day of Milestone 2' })
    act(() => due.focus())
    for (let step = 0; step < 10; step++) fireEvent.keyDown(due, { key: 'ArrowLeft' })
    expect(due).toHaveAttribute('aria-valuetext', '24 Nov 2026')
    await waitFor(() =>
      expect(screen.getByText(/^Due day of Milestone 2/).closest('p')).toHaveTextContent(
        'Milestone 2 can’t be met.',
      ),
    )
    fireEvent.keyUp(due, { key: 'ArrowLeft' })
    await waitFor(() => expect(planNow().practice.deliverables['milestone-2']?.due).toBe('2026-11-24'))
  })

  it('tells where to begin while there is no client', async () => {
    const { user } = await renderApp(aPlan())
    await user.keyboard('2')
    expect(await screen.findByText('Nothing ahead yet')).toBeVisible()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

/** It is 09:30 on Tuesday 24 November 2026. Tuesday 10:00 to 11:00 is taken. */
const plan = aPlan({
  clients: [
    aClient(),
    aClient({ id: 'acme', name: 'Acme GmbH', order: 2 }),
    aClient({ id: 'globex', name: 'Globex Berlin', order: 3 }),
    aClient({ id: 'globex-uk', name: 'Globex London', order: 4 }),
  ],
  engagements: [
    anEngagement(),
    anEngagement({ id: 'acme-cto', clientId: 'acme', name: 'Interim CTO' }),
    anEngagement({ id: 'acme-audit', clientId: 'acme', name: 'Security audit', order: 2 }),
    anEngagement({ id: 'globex-1', clientId: 'globex', name: 'Roadmap' }),
    anEngagement({ id: 'globex-2', clientId: 'globex-uk', name: 'Platform' }),
  ],
  sessions: [aSession({ start: '2026-11-24T10:00', title: 'Standup' })],
})

const sessionsOf = (now: Plan): readonly Session[] =>
  Object.values(now.years).flatMap((year) => Object.values(year.sessions))

async function open(given: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(plan, given)
  await app.user.keyboard('q')
  const field = await screen.findByRole(
    'combobox',
    {
      name: given.desktop === undefined ? /^What, for whom/ : /^Was, für wen/,
    },
    { timeout: 10_000 },
  )
  return { ...app, field }
}

const facts = () =>
  within(screen.getByRole('list', { name: 'Read as' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replaceAll('\u00a0', ' '))

describe('quick add', () => {
  test('teaches by examples while nothing is typed, and adds nothing', async () => {
    const { main, user } = await open()
    const examples = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(examples[0]).toBe('northwind board call tue 10:30 45m tentative')
    await waitFor(() => expect(document.querySelector('li [data-what="time"]')).toHaveTextContent('10:30'))
    await user.keyboard('{Enter}')
    expect(main.requests.map(({ name }) => name)).not.toContain('plan/execute')
  })

  test('shows what a line is read as, what is usual, and what it does to the day', async () => {
    const { user } = await open()
    await user.paste('northwind board call thu 10:30 45m')
    expect(facts()).toEqual([
      'Client: Northwind · Fractional CTO',
      'Title: Board call',
      'Day: Thu 26 Nov',
      'Time: 10:30 – 11:15',
      'Length: 45 min',
      'Kind: Meeting',
    ])
    expect(screen.getByText('Fits: 7 h 15 headroom left Thu')).toBeInTheDocument()
    await user.clear(screen.getByRole('combobox'))
    await user.paste('northwind')
    expect(facts()).toEqual([
      'Client: Northwind · Fractional CTO',
      'Title: Fractional CTO (usual value)',
      'Day: Tue 24 Nov (usual value)',
      'Time: 11:00 – 12:00 (usual value)',
      'Length: 1 h (usual value)',
      'Kind: Focus (usual value)',
    ])
  })

  test('names the flag that the line would raise', async () => {
    const { user } = await open()
    await user.paste('acme audit review tue 10:30 1h')
    expect(screen.getByText(/^Double.booked Tue 10:30/)).toBeInTheDocument()
  })

  test('Enter adds, says so with Undo at hand, and gives the session the focus', async () => {
    const { main, user } = await open()
    await user.paste('northwind board call thu 10:30 45m')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(
      sessionsOf(main.plan).map(({ title, start, minutes, kind }) => [title, start, minutes, kind]),
    ).toEqual([
      ['Standup', '2026-11-24T10:00', 60, 'focus'],
      ['Board call', '2026-11-26T10:30', 45, 'meeting'],
    ])
    const messages = screen.getByRole('region', { name: 'Messages' })
    expect(messages).toHaveTextContent('Board call planned, Thu 26 Nov, 10:30.')
    await waitFor(() => expect(screen.getByRole('button', { name: /^Board call/ })).toHaveFocus())
    await user.click(within(messages).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sessionsOf(main.plan)).toHaveLength(1))
    await user.keyboard('q')
    expect(await screen.findByRole('combobox')).toHaveValue('')
  })

  test('a line for another week goes there', async () => {
    const { user } = await open()
    await user.paste('northwind review 7 dec 9:00')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 50'))
    expect(await screen.findByRole('button', { name: /^Review/ })).toBeInTheDocument()
  })

  test('Escape closes and keeps the line', async () => {
    const { user } = await open()
    await user.paste('northwind revi')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('q')
    expect(await screen.findByRole('combobox')).toHaveValue('northwind revi')
  })

  test('a client with several engagements: the likely one is taken, and the arrow keys choose another', async () => {
    const { main, user, field } = await open()
    await user.paste('acme planning wed 9:00')
    const options = within(screen.getByRole('listbox', { name: 'Engagements' })).getAllByRole('option')
    expect(options.map((one) => [one.textContent, one.getAttribute('aria-selected')])).toEqual([
      ['Acme GmbH · Interim CTO', 'true'],
      ['Acme GmbH · Security audit', 'false'],
    ])
    await user.keyboard('{ArrowDown}')
    expect(field).toHaveAttribute('aria-activedescendant', options[1]?.id)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(sessionsOf(main.plan).at(-1)?.engagementId).toBe('acme-audit'))
  })

  test('clients that a name fits equally: nothing is added until one is chosen', async () => {
    const { main, user } = await open()
    await user.paste('globex planning wed 9:00')
    await user.keyboard('{Enter}')
    expect(screen.getAllByText(/Choose one of them/)[0]).toBeInTheDocument()
    expect(sessionsOf(main.plan)).toHaveLength(1)
    await user.keyboard('{ArrowUp}{Enter}')
    await waitFor(() => expect(sessionsOf(main.plan).at(-1)?.engagementId).toBe('globex-2'))
  })

  test.each([
    ['tue 10:00', 'Say what it is: a client, or a title.'],
    ['northwind 31 feb', 'There is no 31 feb.'],
    ['northwind #xyz', 'No area begins with #xyz.'],
  ])('“%s” says what is wrong and cannot be added', async (line, text) => {
    const { user } = await open()
    await user.paste(line)
    expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled()
  })

  test('several days become one step: added together, undone together', async () => {
    const { main, user } = await open()
    await user.paste('northwind focus 2h daily next week')
    expect(facts()).toContain('Day: 5 days, 30 Nov – 4 Dec 2026')
    await user.click(screen.getByRole('button', { name: 'Add 5 sessions' }))
    await waitFor(() => expect(sessionsOf(main.plan)).toHaveLength(6))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sessionsOf(main.plan)).toHaveLength(1))
  })

  test('what a repetition and a zone mean is said in words', async () => {
    const { user } = await open()
    await user.paste('northwind call every thu 16:00 new york 1h from 3 dec until 31 jan')
    expect(facts()).toEqual([
      'Client: Northwind · Fractional CTO',
      'Title: Call',
      'Day: Thu 3 Dec',
      'Time: 22:00 – 23:00',
      'Length: 1 h',
      'Repeats: every week on Thursday until 31 Jan 2027',
      'Time zone: 16:00 in New York',
      'Kind: Meeting',
    ])
  })

  test('speaks and reads German', async () => {
    const { user } = await open({ desktop: { locale: 'de-DE' } })
    await user.paste('northwind Sitzung do 10:30 45m')
    expect(screen.getByRole('list', { name: 'Gelesen als' })).toHaveTextContent('Do 26. Nov.')
  })

  test('data that is read only takes nothing', async () => {
    const { user } = await renderApp(plan, { opened: { readOnly: true } })
    await user.keyboard('q')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { actions } from '../../../renderer/actions/actions.ts'
import { fixedKeys } from '../../../renderer/actions/fixedKeys.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

/** The first opening loads what it shows. */
const slow = { timeout: 10_000 }

const plan = aPlan({
  clients: [
    aClient({ code: 'NW' }),
    aClient({ id: 'lumen', name: 'Lumen Health', order: 2, colour: 'plum' }),
  ],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-board', clientId: 'lumen', name: 'Advisory' })],
  deliverables: [aDeliverable()],
  sessions: [
    aSession(),
    aSession({
      id: 'later',
      title: 'Pricing workshop',
      engagementId: 'lumen-board',
      start: '2027-02-02T09:00',
    }),
    aSeries({ title: 'Steering', start: '2026-11-05T15:00', rule: 'FREQ=WEEKLY;BYDAY=TH' }),
  ],
})

const lumen = plan.practice.clients.lumen ?? aClient()
const putAway = {
  ...plan.practice,
  clients: { ...plan.practice.clients, lumen: { ...lumen, archived: true } },
}

async function open(given: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(plan, given)
  await app.user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole('combobox', {}, slow)
  return { ...app, field }
}

/** What is offered: headings with their items. */
function offered(): Record<string, (string | undefined)[]> {
  const groups = within(screen.getByRole('listbox')).getAllByRole('group')
  return Object.fromEntries(
    groups.map((group) => [
      group.querySelector('[role="presentation"]')?.textContent ?? '',
      within(group)
        .getAllByRole('option')
        .map((option) =>
          [...option.querySelectorAll('span:not([data-colour]), kbd')]
            .map((part) => part.textContent)
            .join(' | '),
        ),
    ]),
  )
}

const active = () => screen.getByRole('option', { selected: true })

describe('the palette', () => {
  test('before anything is typed, offers what can be done, clients and the weeks around', async () => {
    await open()
    const groups = offered()
    expect(Object.keys(groups)).toEqual(['Actions', 'Clients', 'Weeks'])
    expect(groups.Clients).toEqual(['Northwind | NW', 'Lumen Health'])
    expect(groups.Weeks?.[0]).toBe('Week 48 | 23 – 29 Nov 2026')
    expect(groups.Actions).toContain('Quick add: a session from one line | Q')
  })

  test.each([
    [
      'lumen',
      {
        Clients: ['Lumen Health'],
        Engagements: ['Advisory | Lumen Health'],
        Invoices: ['Monthly report for Lumen Health'],
      },
    ],
    ['pricing', { Sessions: ['Pricing workshop | 2 Feb 2027, 09:00 · Lumen Health'] }],
    ['steering', { Sessions: ['Steering | Thu 26 Nov, 15:00 · Northwind'] }],
    ['milestone', { Deliverables: ['Milestone 2 | Northwind · 4 Dec 2026'] }],
    ['w3 2027', { Weeks: ['Week 3 | 18 – 24 Jan 2027'] }],
    ['7 dec', { Weeks: ['Week 50 | 7 – 13 Dec 2026'] }],
    ['2026-12-07', { Weeks: ['Week 50 | 7 – 13 Dec 2026'] }],
    ['go to inv', { Actions: ['Go to invoices | 5'] }],
  ])('finds “%s”', async (typed, expected) => {
    const { user } = await open()
    await user.paste(typed)
    await waitFor(() => expect(offered()).toEqual(expected))
  })

  test('an action that cannot be done now is shown as such, and does nothing', async () => {
    const { user } = await open()
    await user.paste('duplicate the')
    await waitFor(() =>
      expect(offered()).toEqual({ Actions: ['Duplicate the session | not possible now | Ctrl+D'] }),
    )
    expect(active()).toHaveAttribute('aria-disabled', 'true')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  test('with a session in focus its actions can be done, and are done to it', async () => {
    const { main, user } = await renderApp(plan)
    await user.click(screen.getByRole('button', { name: /^Platform roadmap/ }))
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('combobox', {}, slow)
    await user.paste('delete the session')
    await waitFor(() => expect(active()).toHaveTextContent('Delete the session'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(main.plan.years['2026']?.sessions['session-1']).toBeUndefined())
  })

  test('a session leads to its week and has the focus there', async () => {
    const { user } = await open()
    await user.paste('pricing')
    await waitFor(() => expect(active()).toHaveTextContent('Pricing workshop'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 5'))
    await waitFor(() => expect(screen.getByRole('button', { name: /^Pricing workshop/ })).toHaveFocus())
  })

  test('arrow keys go through all groups and around; the pointer chooses, too', async () => {
    const { user, field } = await open()
    await user.paste('lumen')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3))
    await user.keyboard('{ArrowDown}')
    expect(active()).toHaveTextContent('Advisory')
    expect(field).toHaveAttribute('aria-activedescendant', active().id)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(active()).toHaveTextContent('Lumen Health')
    await user.click(screen.getByRole('option', { name: /^Advisory/ }))
    expect(await screen.findByRole('heading', { level: 2, name: 'Lumen Health' }, slow)).toBeInTheDocument()
  })

  test('what was chosen comes first the next time', async () => {
    const { user } = await open()
    await user.paste('w3 2027')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 3'))
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('combobox', {}, slow)
    expect(Object.entries(offered())[0]).toEqual(['Recent', ['Week 3 | 18 – 24 Jan 2027']])
    expect(localStorage.getItem('palette-recent')).toBe('["week 2027-01-18"]')
  })

  test.each([
    ['advis', 'Lumen Health', () => screen.getByRole('article', { name: 'Advisory' })],
    ['milestone', 'Northwind', () => document.querySelector('[data-record="deliverable milestone-2"]')],
  ])('“%s” opens its own place on the page of its client', async (typed, client, place) => {
    const { user } = await open()
    await user.paste(typed)
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 2, name: client }, slow)).toBeInTheDocument()
    await waitFor(() => expect(place()).toHaveFocus())
  })

  test('finds a client that is put away, but offers it only to who asks', async () => {
    const { user } = await open({ opened: { practice: putAway } })
    expect(offered().Clients).toEqual(['Northwind | NW'])
    await user.paste('lumen h')
    await waitFor(() => expect(offered().Clients).toEqual(['Lumen Health | Archived']))
  })

  test('a line that nothing is called by, but quick add understands, can be added', async () => {
    const { main, user } = await open()
    await user.paste('lumen supplier call thu 9:00 30m')
    await waitFor(() =>
      expect(offered()).toEqual({
        New: ['Add: Supplier call | Thu 26 Nov, 09:00 · 30\u00a0min · Lumen Health · Advisory'],
      }),
    )
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(Object.values(main.plan.years['2026']?.sessions ?? {}).map(({ title }) => title)).toContain(
        'Supplier call',
      ),
    )
  })

  test('nothing found is said', async () => {
    const { user } = await open({ opened: { readOnly: true } })
    await user.paste('zzzz')
    await waitFor(() =>
      expect(screen.getByRole('status', { hidden: false })).toHaveTextContent('Nothing found'),
    )
    expect(screen.queryAllByRole('option')).toEqual([])
  })
})

describe('the sheet of shortcuts', () => {
  test('shows every action that has keys, with all of them, and the keys of the grid', async () => {
    const { user } = await renderApp(plan)
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, slow)
    const words = wordsIn('en')
    for (const action of actions.filter(({ keys }) => keys.length > 0)) {
      const [line] = within(sheet).getAllByText(action.label(words), { selector: 'span' })
      expect(line?.parentElement?.querySelectorAll('kbd')).toHaveLength(action.keys.length)
    }
    for (const { id } of fixedKeys)
      expect(within(sheet).getByText(words.app.fixedKeys[id])).toBeInTheDocument()
  })

  test('is searched by words and by keys', async () => {
    const { user } = await renderApp(plan)
    await user.keyboard('?')
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, slow)
    await user.type(screen.getByRole('textbox', { name: 'Find a shortcut' }), 'duplicate')
    expect(screen.getByText('Duplicate the session')).toBeInTheDocument()
    expect(screen.queryByText('Undo')).toBeNull()
    await user.clear(screen.getByRole('textbox', { name: 'Find a shortcut' }))
    await user.type(screen.getByRole('textbox', { name: 'Find a shortcut' }), 'ctrl+d')
    expect(screen.getByText('Duplicate the session')).toBeInTheDocument()
  })
})

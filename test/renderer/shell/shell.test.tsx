import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { planStore } from '../../../renderer/state/planStore.ts'
import { toast } from '../../../renderer/state/toasts.ts'
import type { SaveState } from '../../../shared/ipc/contract.ts'
import { emptyPlan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions: [aSession()] })

test('an unused plan asks how to start, and begins as chosen', async () => {
  const { main, user } = await renderApp(emptyPlan('Europe/Berlin'))
  const choices = screen
    .getAllByRole('button')
    .flatMap((button) => button.querySelector('b')?.textContent ?? [])
  expect(choices).toEqual(['Start with a sample practice', 'Start empty', 'Import my calendar (.ics)'])
  await user.click(screen.getByRole('button', { name: /^Start empty/ }))
  expect(await screen.findByRole('grid')).toBeInTheDocument()
  expect(main.requests.filter(({ name }) => name === 'plan/start')).toEqual([
    { name: 'plan/start', payload: { choice: 'empty', language: 'en' } },
  ])
})

test('the sidebar leads to the screens that there are, and says which one is shown', async () => {
  await renderApp(plan)
  const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('button')
  expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
    ['Week1', 'page'],
    ['Horizon2', null],
    ['Clients3', null],
    ['Pipeline7', null],
    ['Time4', null],
    ['Invoices5', null],
    ['Insights6', null],
    ['Start timerR', null],
    ['Settings,', null],
  ])
})

const saves: readonly (readonly [string, SaveState, RegExp])[] = [
  ['saved at a time, on the clocks at home', { state: 'saved', at: '2026-11-24T13:02:30Z' }, /^Saved 14:02$/],
  ['a full disk', { state: 'failed', why: 'disk-full', detail: '' }, /disk is full/],
  [
    'a folder that cannot be written to',
    { state: 'failed', why: 'read-only', detail: '' },
    /cannot be written/,
  ],
]
test.each(saves)('the sidebar tells of %s', async (_name, state, text) => {
  const { main } = await renderApp(plan)
  act(() => main.emit('save/state', state))
  const side = within(screen.getByRole('navigation', { name: 'Main' }))
  expect(await side.findByText(text)).toBeInTheDocument()
})

test('what is not on disk yet is not called saved', async () => {
  const { main, user } = await renderApp(plan)
  main.hold()
  await user.click(screen.getByRole('button', { name: /^Platform roadmap/ }))
  await user.keyboard('{Delete}')
  expect(await screen.findByText('Saving…')).toBeInTheDocument()
  act(() => main.release())
  expect(await screen.findByText('Saved')).toBeInTheDocument()
})

test('what happened to the data at start is told until it is dismissed', async () => {
  const { user } = await renderApp(plan, { opened: { notices: [{ code: 'recovered-journal', params: {} }] } })
  expect(screen.getByRole('alert')).toHaveTextContent(/rebuilt it from the journal/)
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a plan of which nothing could be read is no first start: all that is missing is told in one notice', async () => {
  const unreadable = ['practice', '2026', 'journal'].map((file) => ({
    code: 'nothing-readable' as const,
    params: { file },
  }))
  const { user } = await renderApp(aPlan(), {
    opened: { unused: true, readOnly: true, notices: unreadable },
  })
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  expect(screen.getByRole('alert')).toHaveTextContent(
    /clients and settings, the year 2026, the latest changes\. The rest is shown/,
  )
  expect(screen.getByRole('button', { name: /Restore a backup/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('grid')).toBeVisible()
})

test('data of a newer version says so once, however many files it has', async () => {
  const notices = ['9', '9'].map((version) => ({ code: 'newer-version' as const, params: { version } }))
  await renderApp(aPlan(), { opened: { unused: true, readOnly: true, notices } })
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  expect(screen.getByRole('alert')).toHaveTextContent(/written by a newer Headroom/)
})

test('a plan that cannot be opened says so and can be tried again', async () => {
  await renderApp(plan)
  act(() => planStore.setState({ status: 'failed' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('could not open its data')
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(await screen.findByRole('grid')).toBeInTheDocument()
})

test('Ctrl+K finds a week and goes there', async () => {
  const { user } = await renderApp(plan)
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'week 51{Enter}')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 51'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('? shows the keys of all actions', async () => {
  const { user } = await renderApp(plan)
  await user.keyboard('?')
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(sheet).toHaveTextContent('Move to the next dayAlt+→')
})

test('single keys are for the screen, not for what is typed', async () => {
  const { user } = await renderApp(plan)
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'nt1')
  expect(screen.getByRole('combobox')).toHaveValue('nt1')
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
})

test('main leads to a session of another week and points it out', async () => {
  const { main } = await renderApp(
    aPlan({ sessions: [aSession({ engagementId: null, start: '2026-12-08T09:00' })] }),
  )
  act(() => main.emit('go', { to: 'week', day: '2026-12-08', occurrence: 'session-1' }))
  expect(await screen.findByRole('button', { name: /^Platform roadmap/ })).toHaveAttribute('data-outlined')
  act(() => main.emit('go', { to: 'action', id: 'week.today' }))
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 48'))
})

test('main leads to a session by its name alone, in the week in which it lies', async () => {
  const { main } = await renderApp(
    aPlan({ sessions: [aSession({ engagementId: null, start: '2026-12-08T09:00' })] }),
  )
  act(() => main.emit('go', { to: 'week', day: null, occurrence: 'session-1' }))
  expect(await screen.findByRole('button', { name: /^Platform roadmap/ })).toHaveAttribute('data-outlined')
  act(() => main.emit('go', { to: 'week', day: null, occurrence: 'gone' }))
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 48'))
})

test('main leads to a day whose time is to be confirmed', async () => {
  const { main } = await renderApp(plan)
  act(() => main.emit('go', { to: 'day', day: '2026-11-20' }))
  expect(await screen.findByText('Friday, 20 November 2026')).toBeInTheDocument()
})

test('a reminder that the desktop could not show appears in the window', async () => {
  const { main } = await renderApp(plan)
  act(() => main.emit('reminder/missed', { title: 'Board call', body: '10:30', occurrence: 'session-1' }))
  expect(await screen.findByText('Board call · 10:30')).toBeInTheDocument()
})

test('of several such reminders each stands on a line of its own', async () => {
  const { main } = await renderApp(plan)
  const body = 'Board call · 10:30\nHiring loop · 11:00'
  act(() => main.emit('reminder/missed', { title: '2 reminders', body, occurrence: 'session-1' }))
  expect((await screen.findByText(/^2 reminders/)).textContent).toBe(`2 reminders\n${body}`)
})

test('a failure stays until it is dismissed, and the same one is shown once', async () => {
  const { user } = await renderApp(plan)
  act(() => {
    toast({ text: 'It did not work', tone: 'over' })
    toast({ text: 'It did not work', tone: 'over' })
  })
  expect(screen.getAllByText('It did not work')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText('It did not work')).toBeNull()
})

test('a screen that fails says that the data is safe, and comes back with the next one', async () => {
  const { main, user } = await renderApp(plan)
  const { practice } = planStore.getState().plan
  // A plan that no schema would let through, to make the week fail.
  act(() => planStore.setState({ plan: { practice: { ...practice, patterns: null as never }, years: {} } }))
  expect(screen.getByRole('alert')).toHaveTextContent('Your data is safe')
  expect(main.requests.map(({ name }) => name)).toContain('app/report')
  act(() => planStore.setState((state) => ({ plan: state.confirmed })))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('grid')).toBeInTheDocument()
})

test('the window speaks German where the desktop does', async () => {
  await renderApp(plan, { desktop: { locale: 'de-DE' } })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Woche 48 23. – 29. Nov. 2026')
  expect(document.documentElement.lang).toBe('de')
})

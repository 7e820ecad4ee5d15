import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { announceStore } from '../../../renderer/state/announce.ts'
import { findSession, type Plan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const northwind = aClient()
const lumen = aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 })
const engagements = [
  anEngagement({ commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 960 } }] }),
  anEngagement({ id: 'lumen-audit', clientId: 'lumen', name: 'Security audit' }),
]
const steering = aSession({
  id: 'steering',
  title: 'Steering committee',
  kind: 'meeting',
  start: '2026-11-26T09:30',
  minutes: 90,
})
const board = aSession({
  id: 'board',
  title: 'Board call',
  engagementId: 'lumen-audit',
  start: '2026-11-25T10:30',
  minutes: 45,
})

const aWeek = (sessions: readonly Session[] = [steering, board], extra: Parameters<typeof aPlan>[0] = {}) =>
  aPlan({ clients: [northwind, lumen], engagements, sessions, ...extra })

const block = (name: RegExp) => screen.getByRole('button', { name })
const cell = (name: string) => screen.getByRole('gridcell', { name })
const sessions = (plan: Plan) => Object.values(plan.years).flatMap((year) => Object.values(year.sessions))

async function focusOn(user: UserEvent, name: RegExp) {
  await user.click(block(name))
  expect(block(name)).toHaveFocus()
}

test('the week shows clients down, days across, load against capacity, and the headroom that is left', async () => {
  await renderApp(aWeek())
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 48 23 – 29 Nov 2026')
  expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
    expect.stringContaining('Northwind'),
    expect.stringContaining('Lumen Health'),
    expect.stringContaining('Own business'),
    'Headroom',
  ])
  expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-label'))).toEqual(
    [
      null,
      'Monday, 23 November 2026: 0 h of 8 h planned, 8 h left',
      'Tuesday, 24 November 2026: 0 h of 8 h planned, 8 h left',
      'Wednesday, 25 November 2026: 45 min of 8 h planned, 7 h 15 left',
      'Thursday, 26 November 2026: 1 h 30 of 8 h planned, 6 h 30 left',
      'Friday, 27 November 2026: 0 h of 4 h planned, 4 h left',
      'Saturday, 28 November 2026: no working time',
      'Sunday, 29 November 2026: no working time',
      'Week: 2 h 15 of 36 h planned',
    ].map(
      (label) => label?.replaceAll(/(\d) (h|min)/g, '$1\u00a0$2').replaceAll(/h (\d)/g, 'h\u00a0$1') ?? null,
    ),
  )
})

test('any weekday can be the first', async () => {
  await renderApp(aWeek([], { settings: { firstWeekday: 7 } }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('22 – 28 Nov 2026')
  expect(screen.getAllByRole('columnheader')[1]).toHaveAccessibleName(/^Sunday, 22 November/)
})

test('next, previous and today go through the weeks', async () => {
  const { user } = await renderApp(aWeek())
  await user.click(screen.getByRole('button', { name: 'Next week' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 49')
  await user.keyboard('{PageDown}{PageDown}')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 51')
  await user.keyboard('{PageUp}t')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 48')
})

test('N plans a session in the focused cell, at its next free time, for the row’s engagement', async () => {
  const { main, user } = await renderApp(aWeek())
  await user.click(cell('Northwind, Friday, 27 November 2026: nothing planned'))
  await user.keyboard('n')
  const editor = await screen.findByRole('dialog', { name: 'New session' })
  await waitFor(() => expect(within(editor).getByLabelText('Title')).toHaveFocus())
  await user.keyboard('Weekly report{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sessions(main.plan).filter(({ id }) => id !== 'steering' && id !== 'board')).toEqual([
    aSession({ id: expect.any(String), title: 'Weekly report', start: '2026-11-27T09:00' }),
  ])
  await waitFor(() => expect(block(/^Weekly report/)).toHaveFocus())
})

test('a session without a title is called by its engagement', async () => {
  const { main, user } = await renderApp(aWeek([]))
  await user.dblClick(cell('Lumen Health, Friday, 27 November 2026: nothing planned'))
  await user.click(await screen.findByRole('button', { name: 'Add session' }))
  expect(sessions(main.plan)).toEqual([
    aSession({
      id: expect.any(String),
      title: 'Security audit',
      engagementId: 'lumen-audit',
      start: '2026-11-27T09:00',
    }),
  ])
})

test('Escape leaves a new session unplanned', async () => {
  const { main, user } = await renderApp(aWeek([]))
  await user.dblClick(cell('Lumen Health, Friday, 27 November 2026: nothing planned'))
  await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus())
  await user.keyboard('Something{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sessions(main.plan)).toEqual([])
})

test('while a new session is drafted, the day shows how it would come out, and nothing is changed', async () => {
  const { main, user } = await renderApp(aWeek([aSession({ start: '2026-11-27T09:00', minutes: 210 })]))
  await user.dblClick(cell('Lumen Health, Friday, 27 November 2026: nothing planned'))
  const head = document.querySelector('[data-head-day="2026-11-27"]')
  await waitFor(() => expect(head).toHaveAttribute('aria-label', expect.stringContaining('30\u00a0min over')))
  expect(main.rev).toBe(1)
})

test('a length that cannot be is refused at the form, with the reason', async () => {
  const { main, user } = await renderApp(aWeek([]))
  await user.dblClick(cell('Lumen Health, Friday, 27 November 2026: nothing planned'))
  const length = await screen.findByLabelText('Length')
  await user.clear(length)
  await user.type(length, '0')
  await user.click(screen.getByRole('button', { name: 'Add session' }))
  expect(screen.getByLabelText('Length')).toHaveAccessibleDescription(/at least one minute/)
  expect(main.rev).toBe(1)
})

test.each([
  ['{Alt>}{ArrowRight}{/Alt}', { start: '2026-11-26T10:30' }],
  ['{Alt>}{ArrowLeft}{/Alt}', { start: '2026-11-24T10:30' }],
  ['{Alt>}{ArrowDown}{/Alt}', { start: '2026-11-25T10:45' }],
  ['{Alt>}{ArrowUp}{/Alt}', { start: '2026-11-25T10:15' }],
  ['{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}', { minutes: 60 }],
  ['{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}', { minutes: 30 }],
  ['{Alt>}{PageUp}{/Alt}', { engagementId: 'northwind-cto' }],
  ['{Alt>}{PageDown}{/Alt}', { engagementId: null }],
] as const)('%s on a session', async (keys, change) => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard(keys)
  await waitFor(() => expect(findSession(main.plan, 'board')).toEqual({ ...board, ...change }))
  await waitFor(() => expect(block(/^Board call/)).toHaveFocus())
})

test('selected sessions of several clients each go to the client below their own, all or none', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Steering/)
  await user.keyboard('{Shift>}{Enter}{/Shift}{ArrowDown}{ArrowLeft}')
  await waitFor(() => expect(block(/^Board call/)).toHaveFocus())
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  await user.keyboard('{Alt>}{PageDown}{/Alt}')
  await waitFor(() => expect(findSession(main.plan, 'board')?.engagementId).toBeNull())
  expect(findSession(main.plan, 'steering')?.engagementId).toBe('lumen-audit')
  expect(main.rev).toBe(2)
  await user.keyboard('{Alt>}{PageDown}{/Alt}')
  await waitFor(() => expect(announceStore.getState().text).toBe('This is the edge of the week.'))
  expect(main.rev).toBe(2)
})

test('what a key did is read out: where to, the day’s load, and what it broke', async () => {
  const { user } = await renderApp(aWeek([steering, { ...board, start: '2026-11-25T10:00' }]))
  await focusOn(user, /^Board call/)
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() =>
    expect(announceStore.getState().text.replaceAll('\u00a0', ' ')).toBe(
      'Board call moved to Thu 26 Nov, 10:00, Lumen Health. Thursday now has 2 h 15 of 8 h. New: Double-booked Thu 10:00 – 10:45.'.replaceAll(
        '\u00a0',
        ' ',
      ),
    ),
  )
})

test('deleting offers Undo, and Undo brings the session back', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard('{Delete}')
  await waitFor(() => expect(findSession(main.plan, 'board')).toBeUndefined())
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(findSession(main.plan, 'board')).toEqual(board))
})

test('Ctrl+Z and Ctrl+Shift+Z undo and redo', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(findSession(main.plan, 'board')?.start).toBe('2026-11-26T10:30'))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(findSession(main.plan, 'board')?.start).toBe('2026-11-25T10:30'))
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await waitFor(() => expect(findSession(main.plan, 'board')?.start).toBe('2026-11-26T10:30'))
})

test('Ctrl+D copies into the next free time of the day', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard('{Control>}d{/Control}')
  await waitFor(() => expect(sessions(main.plan)).toHaveLength(3))
  expect(sessions(main.plan).find(({ id }) => id !== 'steering' && id !== 'board')).toEqual({
    ...board,
    id: expect.any(String),
    start: '2026-11-25T09:00',
  })
})

test('W marks a session as worked as it was planned, and again takes that back', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard('w')
  await waitFor(() => expect(block(/^Board call.*worked/)).toHaveTextContent('✓'))
  expect(Object.values(main.plan.years['2026']?.entries ?? {})).toEqual([
    expect.objectContaining({
      engagementId: 'lumen-audit',
      day: '2026-11-25',
      start: '2026-11-25T10:30',
      minutes: 45,
      note: 'Board call',
      session: { sessionId: 'board', original: null },
    }),
  ])
  await user.keyboard('w')
  await waitFor(() => expect(Object.values(main.plan.years['2026']?.entries ?? {})).toEqual([]))
})

test('moving an occurrence of a series asks which ones, and again does not ask for the same one', async () => {
  const standup = aSeries({ id: 'standup', title: 'Standup', start: '2026-11-16T09:00', minutes: 30 })
  const { main, user } = await renderApp(aWeek([standup]))
  await focusOn(user, /^Standup/)
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await user.click(await screen.findByRole('button', { name: 'Only this one' }))
  const starts = () => {
    const series = findSession(main.plan, 'standup')
    return series && occurrencesOf(series, { from: '2026-11-16', to: '2026-12-06' }).map(({ start }) => start)
  }
  await waitFor(() => expect(starts()).toEqual(['2026-11-16T09:00', '2026-11-24T09:00', '2026-11-30T09:00']))
  await waitFor(() => expect(block(/^Standup/)).toHaveFocus())
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(starts()).toEqual(['2026-11-16T09:00', '2026-11-25T09:00', '2026-11-30T09:00']))
})

test('Escape at that question moves nothing', async () => {
  const standup = aSeries({ id: 'standup', title: 'Standup', start: '2026-11-16T09:00' })
  const { main, user } = await renderApp(aWeek([standup]))
  await focusOn(user, /^Standup/)
  await user.keyboard('{Delete}')
  await screen.findByRole('button', { name: 'All' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(main.rev).toBe(1)
})

test('Enter opens a session; leaving the panel saves, Escape does not', async () => {
  const { main, user } = await renderApp(aWeek())
  await focusOn(user, /^Board call/)
  await user.keyboard('{Enter}')
  const title = await screen.findByLabelText('Title')
  await user.clear(title)
  await user.type(title, 'Board meeting{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(findSession(main.plan, 'board')).toEqual(board)
  await waitFor(() => expect(block(/^Board call/)).toHaveFocus())
  await user.keyboard('{Enter}')
  const again = await screen.findByLabelText('Title')
  await user.clear(again)
  await user.type(again, 'Board meeting{Enter}')
  await waitFor(() => expect(findSession(main.plan, 'board')).toEqual({ ...board, title: 'Board meeting' }))
})

test('an overlap is a flag with its sentence and a fix that works in one click, and that Undo takes back', async () => {
  const clash = { ...board, start: '2026-11-26T10:30' }
  const { main, user } = await renderApp(aWeek([steering, clash]))
  const flag = (await screen.findByText(/^Double.booked Thu/)).closest('li')
  if (flag === null) throw new Error('no flag')
  expect(flag).toHaveTextContent(/30.min/)
  expect(block(/^Board call/)).toHaveAttribute('data-mark', 'over')
  const fix = await within(flag).findByRole('button', { name: /^Move/ })
  await user.click(fix)
  await waitFor(() => expect(screen.queryByText(/^Double.booked Thu/)).toBeNull())
  expect(block(/^Board call/)).not.toHaveAttribute('data-mark')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(findSession(main.plan, 'board')).toEqual(clash))
  expect(await screen.findByText(/^Double.booked Thu/)).toBeInTheDocument()
})

test('a flag that is accepted with a note steps aside, and can be taken up again', async () => {
  const clash = { ...board, start: '2026-11-26T10:30' }
  const { main, user } = await renderApp(aWeek([steering, clash]))
  const flag = (await screen.findByText(/^Double.booked Thu/)).closest('li')
  if (flag === null) throw new Error('no flag')
  await within(flag).findByRole('button', { name: /^Move/ })
  await user.click(within(flag).getByRole('button', { name: /^More for/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Accept…' }))
  await user.type(await screen.findByRole('textbox'), 'Both know')
  await user.click(screen.getByRole('button', { name: 'Accept' }))
  await waitFor(() =>
    expect(Object.values(main.plan.practice.acceptedFlags).map(({ note }) => note)).toEqual(['Both know']),
  )
  await waitFor(() => expect(block(/^Board call/)).not.toHaveAttribute('data-mark'))
  await user.click(screen.getByRole('button', { name: '1 accepted flag' }))
  expect(screen.getByText('Both know')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(block(/^Board call/)).toHaveAttribute('data-mark', 'over'))
})

test('where everything fits the panel says so', async () => {
  await renderApp(aPlan({ clients: [northwind], engagements: [anEngagement()] }))
  expect(await screen.findByText('Nothing needs attention')).toBeInTheDocument()
})

test('a plan that a newer Headroom wrote is shown and cannot be changed', async () => {
  const { main, user } = await renderApp(aWeek(), { opened: { readOnly: true } })
  await focusOn(user, /^Board call/)
  await user.keyboard('{Delete}{Alt>}{ArrowRight}{/Alt}n')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(main.plan).toEqual(aWeek())
})

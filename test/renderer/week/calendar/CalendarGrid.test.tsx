import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { announceStore } from '../../../../renderer/state/announce.ts'
import { weekStore } from '../../../../renderer/week/weekStore.ts'
import { findSession, type Plan } from '../../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../../shared/plan/series.ts'
import type { Session } from '../../../../shared/plan/session.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../../support/builders.ts'
import { renderApp } from '../../../support/renderApp.tsx'

const clients = [aClient(), aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 })]
const engagements = [
  anEngagement(),
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
const aWeek = (sessions: readonly Session[] = [steering, board]) => aPlan({ clients, engagements, sessions })

const block = (name: RegExp) => screen.getByRole('button', { name })
const sessions = (plan: Plan) => Object.values(plan.years).flatMap((year) => Object.values(year.sessions))
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, ' ')

async function inCalendar(sessions?: readonly Session[]) {
  const rendered = await renderApp(aWeek(sessions))
  await rendered.user.keyboard('v')
  await screen.findByRole('grid', { name: /^Calendar of the week/ })
  return rendered
}

/** The spoken name of what has the focus. */
const focused = () => plain(document.activeElement?.getAttribute('aria-label'))

test('V and the control in the bar switch between the views; the session that has the focus keeps it', async () => {
  const { user } = await renderApp(aWeek())
  await user.click(block(/^Board call/))
  await user.keyboard('v')
  expect(screen.getByRole('grid')).toHaveAccessibleName('Calendar of the week, 23 – 29 Nov 2026')
  expect(focused()).toMatch(/^Board call/)
  await user.click(screen.getByRole('radio', { name: 'Capacity' }))
  expect(screen.getByRole('grid')).toHaveAccessibleName(/^Capacity of the week/)
  expect(screen.getByRole('radio', { name: 'Capacity' })).toBeChecked()
})

test('the view chosen last is there in other weeks, after other screens, and at the next start', async () => {
  const { user } = await inCalendar()
  await user.keyboard('{PageDown}3')
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
  await user.keyboard('1t')
  expect(screen.getByRole('grid')).toHaveAccessibleName('Calendar of the week, 23 – 29 Nov 2026')
  expect(localStorage.getItem('week-view')).toBe('calendar')
})

test('a session says its times, day, client and what is drawn at it; a day its load', async () => {
  await inCalendar([steering, { ...board, start: '2026-11-26T10:30', status: 'tentative', travelBefore: 30 }])
  expect(screen.getAllByRole('columnheader').map((head) => plain(head.getAttribute('aria-label')))).toEqual([
    undefined,
    'Monday, 23 November 2026: 0 h of 8 h planned, 8 h left',
    'Tuesday, 24 November 2026: 0 h of 8 h planned, 8 h left',
    'Wednesday, 25 November 2026: 0 h of 8 h planned, 8 h left',
    'Thursday, 26 November 2026: 2 h 45 of 8 h planned, 5 h 15 left, 1 h 15 tentative',
    'Friday, 27 November 2026: 0 h of 4 h planned, 4 h left',
    'Saturday, 28 November 2026: no working time',
    'Sunday, 29 November 2026: no working time',
  ])
  expect(plain(block(/^Board call/).getAttribute('aria-label'))).toMatch(
    /^Board call 10:30.*, 45 min, tentative, 30 min travel before, .*Thursday, 26 November 2026, Lumen Health$/,
  )
})

test('overlapping sessions stand side by side', async () => {
  await inCalendar([steering, { ...board, start: '2026-11-26T10:30' }])
  expect(block(/^Steering/).style.left).toBe('calc(0 * (100% - 8px))')
  expect(block(/^Board call/).style.left).toBe('calc(0.5 * (100% - 8px))')
})

test('a block too narrow for a time shows its title alone, and says its times all the same', async () => {
  const beside = [0, 1, 2].map((i) => ({ ...board, id: `beside-${i}` }))
  await inCalendar([steering, ...beside])
  expect(block(/^Steering committee/)).toHaveTextContent(/09:30/)
  for (const narrow of screen.getAllByRole('button', { name: /^Board call/ })) {
    expect(narrow).toHaveTextContent(/^Board call$/)
    expect(plain(narrow.getAttribute('aria-label'))).toMatch(/10:30/)
  }
})

test('arrows go through free time and sessions, with one tab stop, and Enter on free time plans there', async () => {
  const { main, user } = await inCalendar()
  await user.click(block(/^Board call/))
  await user.keyboard('{ArrowUp}')
  expect(focused()).toBe('Wednesday, 25 November 2026, 10:00 to 10:30: free')
  await user.keyboard('{ArrowLeft}{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(focused()).toBe('Tuesday, 24 November 2026, 08:30 to 09:00: free, not working time')
  expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  await user.keyboard('{Enter}')
  const editor = await screen.findByRole('dialog', { name: 'New session' })
  await waitFor(() => expect(within(editor).getByLabelText('Title')).toHaveFocus(), { timeout: 5000 })
  await user.keyboard('Early{Enter}')
  await waitFor(() => expect(sessions(main.plan)).toHaveLength(3))
  expect(sessions(main.plan).find(({ title }) => title === 'Early')).toMatchObject({
    start: '2026-11-24T08:30',
    minutes: 60,
    engagementId: 'lumen-audit',
  })
  await waitFor(() => expect(focused()).toMatch(/^Early/))
})

test.each([
  ['{Alt>}{ArrowRight}{/Alt}', { start: '2026-11-26T10:30' }],
  ['{Alt>}{ArrowDown}{/Alt}', { start: '2026-11-25T10:45' }],
  ['{Control>}{Alt>}{ArrowUp}{/Alt}{/Control}', { start: '2026-11-25T10:25' }],
  ['{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}', { minutes: 60 }],
  ['{Control>}{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}{/Control}', { minutes: 40 }],
  ['{Alt>}{PageUp}{/Alt}', { engagementId: 'northwind-cto' }],
] as const)('%s on a session of the calendar', async (keys, change) => {
  const { main, user } = await inCalendar()
  await user.click(block(/^Board call/))
  await user.keyboard(keys)
  await waitFor(() => expect(findSession(main.plan, 'board')).toEqual({ ...board, ...change }))
  await waitFor(() => expect(focused()).toMatch(/^Board call/))
})

test('what a key did in the calendar is read out', async () => {
  const { user } = await inCalendar()
  await user.click(block(/^Board call/))
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() =>
    expect(plain(announceStore.getState().text)).toMatch(
      /^Board call moved to Thu 26 Nov, 10:30, Lumen Health\. Thursday now has 2 h 15 of 8 h\. New: Double.booked Thu 10:30 – 11:00\.$/,
    ),
  )
})

test('a session across midnight is on both days and says so', async () => {
  await inCalendar([{ ...board, start: '2026-11-25T23:00', minutes: 120 }])
  expect(
    screen.getAllByRole('button', { name: /^Board call/ }).map((one) => one.getAttribute('aria-label')),
  ).toEqual([
    expect.stringMatching(/goes on the next day.*Wednesday/),
    expect.stringMatching(/continued from the day before.*Thursday/),
  ])
})

test.each(['v', ''])(
  'several sessions are selected, counted, moved and deleted in one step (%s)',
  async (view) => {
    const { main, user } = await renderApp(aWeek())
    if (view !== '') await user.keyboard(view)
    await user.click(block(/^Steering/))
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await user.keyboard('{Control>}')
    await user.click(block(/^Board call/))
    await user.keyboard('{/Control}')
    expect(screen.getByRole('group', { name: '2 selected' })).toBeInTheDocument()
    expect(announceStore.getState().text).toBe('2 selected')
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(() => expect(findSession(main.plan, 'board')?.start).toBe('2026-11-26T10:30'))
    expect(findSession(main.plan, 'steering')?.start).toBe('2026-11-27T09:30')
    expect(main.rev).toBe(2)
    await waitFor(() => expect(focused()).toMatch(/^Board call.*selected/))
    await user.keyboard('{Delete}')
    await waitFor(() => expect(sessions(main.plan)).toEqual([]))
    expect(main.rev).toBe(3)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sessions(main.plan)).toHaveLength(2))
  },
)

test('the first click that adds takes the session along that was clicked before', async () => {
  const { user } = await inCalendar()
  await user.click(block(/^Steering/))
  expect(screen.queryByRole('group', { name: /selected/ })).toBeNull()
  await user.keyboard('{Control>}')
  await user.click(block(/^Board call/))
  await user.keyboard('{/Control}')
  expect(screen.getByRole('group', { name: '2 selected' })).toBeInTheDocument()
})

test('Escape and a click elsewhere take the selection away', async () => {
  const { user } = await inCalendar()
  const select = async () => {
    await user.keyboard('{Shift>}')
    await user.click(block(/^Steering/))
    await user.keyboard('{/Shift}')
    expect(screen.getByRole('group', { name: '1 selected' })).toBeInTheDocument()
  }
  await select()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('group', { name: /selected/ })).toBeNull()
  await select()
  await user.click(block(/^Board call/))
  expect(weekStore.getState().selected).toEqual(new Set())
})

test('of a series only the selected occurrence moves with the others, and nothing is asked', async () => {
  const standup = aSeries({ id: 'standup', title: 'Standup', start: '2026-11-16T09:00', minutes: 30 })
  const { main, user } = await inCalendar([board, standup])
  await user.click(block(/^Standup/))
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  await user.keyboard('{Shift>}')
  await user.click(block(/^Board call/))
  await user.keyboard('{/Shift}{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(findSession(main.plan, 'board')?.start).toBe('2026-11-25T10:45'))
  const series = findSession(main.plan, 'standup')
  const starts =
    series && occurrencesOf(series, { from: '2026-11-16', to: '2026-12-06' }).map(({ start }) => start)
  expect(starts).toEqual(['2026-11-16T09:00', '2026-11-23T09:15', '2026-11-30T09:00'])
})

import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { runAction } from '../../../renderer/actions/actions.ts'
import { announceStore } from '../../../renderer/state/announce.ts'
import { execute } from '../../../renderer/state/plan.ts'
import { weekStore } from '../../../renderer/week/weekStore.ts'
import { findSession } from '../../../shared/plan/plan.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

/*
 * 24 November 2026, 09:30 in Berlin. Two sessions clash on Thursday; the milestone of forty hours cannot be done by
 * Friday.
 */

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
  start: '2026-11-26T10:30',
  minutes: 45,
})
const milestone = aDeliverable({ due: '2026-11-27', remainingMinutes: 2_400, estimateMinutes: 2_400 })

const clash = () => aPlan({ clients, engagements, sessions: [steering, board] })
const late = () => aPlan({ clients, engagements, deliverables: [milestone] })
const both = () => aPlan({ clients, engagements, sessions: [steering, board], deliverables: [milestone] })

const card = (name: RegExp) => screen.findByRole('group', { name })
const plain = (element: Element | null) => element?.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? ''
const head = (day: string) =>
  document.querySelector(`[data-head-day="${day}"]`)?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ')

test('the proof of a deadline shows time available against work due, the work, and where the time goes', async () => {
  const { user } = await renderApp(late())
  const flag = await card(/^Milestone 2/)
  await user.click(within(flag).getByRole('button', { name: 'See the proof' }))
  const proof = await screen.findByRole('dialog', { name: /^Proof: Milestone 2/ })
  const [series, work] = within(proof).getAllByRole('table')
  if (series === undefined || work === undefined) throw new Error('no tables')
  expect([
    within(series).getAllByRole('row').slice(1).map(plain),
    within(work).getAllByRole('row').slice(1).map(plain),
    plain(proof.querySelector('p')),
    plain(proof.querySelector('figcaption')),
    [...proof.querySelectorAll('svg text')].map(plain).filter((text) => text.includes('short')),
  ]).toEqual([
    ['Friday, 27 November 202627 h 3040 h'],
    ['Milestone 2 Northwind Fri 27 Nov40 h'],
    '27 h 30 free: Tue 7 h 30, Wed 8 h, Thu 8 h, Fri 4 h.',
    'Time available27 h 30Work due40 h',
    ['12 h 30 short'],
  ])
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the proof says which work is decisive where some of it is not', async () => {
  const small = aDeliverable({
    id: 'small',
    title: 'Small',
    due: '2026-11-26',
    remainingMinutes: 30,
    estimateMinutes: 30,
  })
  const { user } = await renderApp(aPlan({ clients, engagements, deliverables: [milestone, small] }))
  const flag = await card(/can’t/)
  await user.click(within(flag).getByRole('button', { name: 'See the proof' }))
  const proof = await screen.findByRole('dialog', { name: /^Proof/ })
  const work = within(proof).getAllByRole('table')[1]
  if (work === undefined) throw new Error('no table')
  expect(within(work).getAllByRole('row').slice(1).map(plain)).toEqual([
    'Milestone 2 Northwind decisiveFri 27 Nov40 h',
    'Small Northwind Thu 26 Nov30 min',
  ])
  expect(within(proof).getByText(/^Without any one/)).toBeInTheDocument()
})

test('a promise that is not kept, or passed, lists what adds up', async () => {
  const promised = anEngagement({
    commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 60 } }],
  })
  const { user } = await renderApp(aPlan({ clients, engagements: [promised], sessions: [steering] }))
  const flag = await card(/^Northwind 30.min over/)
  await user.click(within(flag).getByRole('button', { name: 'What adds up' }))
  const proof = await screen.findByRole('dialog', { name: /^Proof: Northwind/ })
  expect([within(proof).getAllByRole('row').slice(1).map(plain), plain(proof.querySelector('p'))]).toEqual([
    ['Steering committee Thu 26 Nov1 h 30'],
    '1 h 30 of 1 h committed',
  ])
})

test('a day that is over opens where its time goes', async () => {
  const { user } = await renderApp(
    aPlan({ clients, engagements, sessions: [{ ...steering, start: '2026-11-26T09:00', minutes: 540 }] }),
  )
  const flag = await card(/^Thursday 1.h over/)
  await user.click(within(flag).getByRole('button', { name: 'What adds up' }))
  expect(weekStore.getState().breakdown).toBe('2026-11-26')
})

test('resting on a fix shows its outcome on the grid, the panel stays as it is, and leaving takes it back', async () => {
  const { main, user } = await renderApp(clash())
  const flag = await card(/^Double-booked/)
  const fix = await within(flag).findByRole('button', { name: /^Move Board call/ })
  const before = head('2026-11-26')
  const titles = () => screen.getAllByRole('group').map((group) => group.querySelector('h3')?.textContent)
  const order = titles()
  await user.hover(fix)
  const moved = () => screen.getByRole('button', { name: /^Board call/ })
  expect(moved()).not.toHaveAttribute('data-mark')
  expect(moved()).toHaveAttribute('data-outlined', 'true')
  expect(titles()).toEqual(order)
  await user.unhover(fix)
  expect(moved()).toHaveAttribute('data-mark', 'over')
  expect(head('2026-11-26')).toBe(before)
  expect(main.rev).toBe(1)
})

test('a fix that the keyboard comes to is shown too, in the menu as well, and nothing of it stays when the menu closes', async () => {
  const { main, user } = await renderApp(clash())
  const flag = await card(/^Double-booked/)
  const fix = await within(flag).findByRole('button', { name: /^Move Board call/ })
  fix.focus()
  await waitFor(() => expect(weekStore.getState().proposal?.touched).toEqual(['board']))
  expect(screen.getAllByText('Solves 1 flag.').length).toBeGreaterThan(0)
  expect(announceStore.getState().text).toBe('Solves 1 flag.')
  await user.keyboard('{Tab}')
  expect(weekStore.getState().proposal).toBeNull()
  within(flag)
    .getByRole('button', { name: /^More for/ })
    .focus()
  await user.keyboard('{Enter}')
  const [first] = await screen.findAllByRole('menuitem')
  await waitFor(() => expect(first).toHaveFocus())
  expect(weekStore.getState().proposal?.touched).toHaveLength(1)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(weekStore.getState().proposal).toBeNull()
  expect(main.rev).toBe(1)
})

test('a fix goes when the plan takes its place away, though the flag stays as it is', async () => {
  await renderApp(clash())
  const flag = await card(/^Double-booked/)
  const offered = () => within(flag).getAllByRole('button')[0]?.textContent ?? ''
  await within(flag).findByRole('button', { name: /^Move Board call/ })
  const before = offered()
  const free = aSession({ id: 'other', title: 'Reading', start: '2026-11-26T11:15', minutes: 400 })
  await act(() => execute({ type: 'session/create', sessions: [free] }))
  await waitFor(() => expect(offered()).not.toBe(before))
  expect(screen.getByRole('group', { name: /^Double-booked/ })).toBe(flag)
})

test('a change of the plan ends what was looked at', async () => {
  const { user } = await renderApp(clash())
  const flag = await card(/^Double-booked/)
  const fix = await within(flag).findByRole('button', { name: /^Move Board call/ })
  await user.click(fix)
  await waitFor(() => expect(screen.queryByRole('group', { name: /^Double-booked/ })).toBeNull())
  expect(weekStore.getState().proposal).toBeNull()
})

test('J and K and the arrows go through the flags, Enter applies the best fix, and the focus goes on to the next', async () => {
  const { main, user } = await renderApp(both())
  await within(await card(/^Double-booked/)).findByRole('button', { name: /^(Move|Shorten) / })
  const focused = () => document.activeElement?.querySelector('h3')?.textContent ?? null
  await user.keyboard('j')
  expect(focused()).toMatch(/^Double-booked/)
  await user.keyboard('j')
  expect(focused()).toMatch(/^Milestone 2/)
  await user.keyboard('{ArrowUp}')
  expect(focused()).toMatch(/^Double-booked/)
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect([findSession(main.plan, 'steering'), findSession(main.plan, 'board')]).not.toEqual([
      steering,
      board,
    ]),
  )
  await waitFor(() => expect(focused()).toMatch(/^Milestone 2/))
})

test('P shows the proof, E accepts with a note, S shows the sessions', async () => {
  const { main, user } = await renderApp(both())
  await card(/^Milestone 2/)
  await user.keyboard('jjp')
  await screen.findByRole('dialog', { name: /^Proof/ })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('ks')
  expect(weekStore.getState().outlined).toEqual(['steering', 'board'])
  await user.keyboard('e')
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus())
  await user.keyboard('Both know{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(Object.values(main.plan.practice.acceptedFlags).map(({ note }) => note)).toEqual(['Both know']),
  )
})

test('the bar has the number of open flags of this week in every week, and shows and hides the panel', async () => {
  const { user } = await renderApp(both())
  const chip = () => screen.getByRole('button', { name: /flags? this week/ })
  expect([chip().textContent, chip().getAttribute('aria-label')]).toEqual([
    '2',
    '2 flags this week, all must be solved. Hide what needs attention',
  ])
  await user.keyboard('{PageDown}')
  expect(chip()).toHaveTextContent('2')
  act(() => runAction('attention.thisWeek'))
  await waitFor(() => expect(document.activeElement).toHaveAttribute('data-flag', 'overlap:board|steering'))
  await user.click(chip())
  expect(screen.queryByRole('heading', { name: 'Needs attention' })).toBeNull()
  await user.keyboard('j')
  expect(await screen.findByRole('heading', { name: 'Needs attention' })).toBeInTheDocument()
})

test('below stand the next four weeks with what is open in them, and a press goes there', async () => {
  const twice = ['2026-12-08', '2026-12-09'].flatMap((day) =>
    [0, 1].map((i) => aSession({ id: `${day}-${i}`, title: `Call ${i}`, start: `${day}T10:00` })),
  )
  const { user } = await renderApp(
    aPlan({
      clients,
      engagements,
      sessions: [steering, board, ...twice],
      deliverables: [{ ...milestone, due: '2026-12-01', remainingMinutes: 9_000 }],
    }),
  )
  const ahead = await screen.findByRole('region', { name: 'Next 4 weeks' })
  const rows = within(ahead).getAllByRole('button').map(plain)
  // The deadline is told in the shown week, so it is not counted again in the next one.
  expect(rows).toEqual([
    'Week 49 30 Nov – 6 Dec 2026No flags',
    'Week 50 7 – 13 Dec 20262 flags, all must be solved2',
    'Week 51 14 – 20 Dec 2026No flags',
    'Week 52 21 – 27 Dec 2026No flags',
  ])
  await user.click(within(ahead).getByRole('button', { name: /^Week 50/ }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 50')
})

test('what lies beside a card, and a fix that is looked at, end when another screen is shown', async () => {
  const { user } = await renderApp(both())
  const flag = await card(/^Milestone 2/)
  await user.click(within(flag).getByRole('button', { name: 'See the proof' }))
  await screen.findByRole('dialog', { name: /^Proof/ })
  act(() => runAction('go.clients'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  act(() => runAction('go.week'))
  await user.hover(
    await within(await card(/^Double-booked/)).findByRole('button', { name: /^Shorten Steering/ }),
  )
  expect(weekStore.getState().proposal).not.toBeNull()
  act(() => runAction('go.clients'))
  expect(weekStore.getState().proposal).toBeNull()
})

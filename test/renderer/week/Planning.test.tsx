import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { announceStore } from '../../../renderer/state/announce.ts'
import { go, weekPlace } from '../../../renderer/state/navigation.ts'
import { execute } from '../../../renderer/state/plan.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const perWeek = (minutes: number) => [
  { from: '2026-01-01', commitment: { kind: 'hoursPerWeek' as const, minutes } },
]

/** Northwind is promised 6 hours a week and has planned 1; Lumen wants 3 hours of work by Wednesday. */
function aPractice(given: Parameters<typeof aPlan>[0] = {}): Plan {
  return aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 })],
    engagements: [
      anEngagement({ commitments: perWeek(360) }),
      anEngagement({ id: 'lumen-audit', clientId: 'lumen', name: 'Security audit', order: 2 }),
    ],
    deliverables: [
      aDeliverable({
        engagementId: 'lumen-audit',
        title: 'Report',
        due: '2026-11-25',
        remainingMinutes: 180,
      }),
    ],
    sessions: [aSession({ start: '2026-11-26T09:00' })],
    settings: { changeoverMinutes: 15 },
    ...given,
  })
}

/** Spaces that never break as plain ones. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ')

const bar = () => screen.getByRole('region', { name: 'Plan the rest' })
const proposed = () => screen.queryAllByRole('button', { name: /, proposed$/ })
const tentative = (plan: Plan) =>
  Object.values(plan.years)
    .flatMap((year) => Object.values(year.sessions))
    .filter(({ status }) => status === 'tentative')

test('P proposes what is missing, shown as it would be and read out; Enter plans it as one step', async () => {
  const { main, user } = await renderApp(aPractice())
  await user.keyboard('p')
  expect(plain(bar().textContent)).toContain('3 sessions, 8 h for 2 clients')
  expect(bar()).toHaveTextContent('Everything due has its place.')
  expect(proposed()).toHaveLength(3)
  expect(plain(announceStore.getState().text)).toBe(
    'Plan the rest: 3 sessions, 8 h for 2 clients. Everything due has its place.',
  )
  const week = screen.getByRole('columnheader', { name: /^Week:/ })
  expect(plain(week.getAttribute('aria-label'))).toBe('Week: 9 h of 36 h planned, 8 h tentative')
  expect(tentative(main.plan)).toEqual([])

  expect(within(bar()).getByRole('button', { name: /^Plan them/ })).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(tentative(main.plan)).toHaveLength(3))
  expect(screen.queryByRole('region', { name: 'Plan the rest' })).toBeNull()
  expect(main.requests.filter(({ name }) => name === 'plan/execute')).toHaveLength(1)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(tentative(main.plan)).toEqual([]))
})

test('Escape gives the proposal up, wherever the focus is', async () => {
  const { main, user } = await renderApp(aPractice())
  await user.keyboard('p')
  await user.click(screen.getByRole('gridcell', { name: /^Own business, Friday/ }))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Plan the rest' })).toBeNull()
  expect(proposed()).toEqual([])
  expect(main.plan).toEqual(aPractice())
})

test('a click or Delete leaves a session out, and it can be put back', async () => {
  const { main, user } = await renderApp(aPractice())
  await user.keyboard('p')
  await user.click(screen.getByRole('button', { name: /^Report.*proposed/ }))
  expect(proposed()).toHaveLength(2)
  expect(plain(bar().textContent)).toContain('2 sessions, 5 h for 1 client')
  expect(bar()).toHaveTextContent('1 left out')

  const [next] = proposed()
  act(() => next?.focus())
  await user.keyboard('{Delete}')
  expect(proposed()).toHaveLength(1)

  await user.click(within(bar()).getByRole('button', { name: 'Put back' }))
  expect(proposed()).toHaveLength(3)

  await user.click(screen.getByRole('button', { name: /^Report.*proposed/ }))
  await user.click(within(bar()).getByRole('button', { name: /^Plan them/ }))
  await waitFor(() => expect(tentative(main.plan).map(({ title }) => title)).not.toContain('Report'))
  expect(tentative(main.plan)).toHaveLength(2)
})

test('four weeks ahead are planned together, and looked through week by week', async () => {
  const { main, user } = await renderApp(aPractice())
  await user.keyboard('p')
  await user.click(within(bar()).getByRole('radio', { name: '4 weeks' }))
  expect(plain(bar().textContent)).toContain('26 h for 2 clients')
  await user.keyboard('{PageDown}')
  expect(proposed().length).toBeGreaterThan(0)
  await user.click(within(bar()).getByRole('button', { name: /^Plan them/ }))
  await waitFor(() =>
    expect(tentative(main.plan).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(26 * 60),
  )
})

test('what has no room is told with its day and reason', async () => {
  const { user } = await renderApp(
    aPractice({
      deliverables: [
        aDeliverable({
          engagementId: 'lumen-audit',
          title: 'Report',
          due: '2026-11-25',
          remainingMinutes: 1500,
        }),
      ],
    }),
  )
  await user.keyboard('p')
  expect(plain(bar().textContent)).toMatch(
    /No room by Wed 25 Nov for \d+ h( \d+)? of Report: no working time is free\./,
  )
})

test('nothing to plan is said, and nothing opens', async () => {
  const { user } = await renderApp(aPlan({ clients: [aClient()], engagements: [anEngagement()] }))
  await user.keyboard('p')
  expect(
    await screen.findByText('Nothing to plan: what is promised and due in the next four weeks is planned.'),
  ).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Plan the rest' })).toBeNull()
})

test('while it is proposed the grid is for looking: nothing is opened, drawn or deleted', async () => {
  const { main, user } = await renderApp(aPractice())
  await user.keyboard('p')
  await user.dblClick(screen.getByRole('button', { name: /^Platform roadmap/ }))
  await user.keyboard('{Delete}n')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(main.plan).toEqual(aPractice())
})

test('a change of the plan makes the proposal anew', async () => {
  const { user } = await renderApp(aPractice())
  await user.keyboard('p')
  const more = aSession({ id: 'more', start: '2026-11-26T10:00', minutes: 240 })
  await act(() => execute({ type: 'session/create', sessions: [more] }))
  await waitFor(() => expect(plain(bar().textContent)).toContain('4 h for 2 clients'))
})

test('the button beside what needs attention does the same', async () => {
  const { user } = await renderApp(aPractice())
  const panel = screen.getByRole('complementary')
  await user.click((await within(panel).findAllByRole('button', { name: 'Plan the rest' }))[0] as HTMLElement)
  expect(bar()).toBeVisible()
})

test('a week that is past has nothing to plan for itself', async () => {
  const { user } = await renderApp(aPractice())
  act(() => go(weekPlace('2026-11-02')))
  await user.keyboard('p')
  expect(within(bar()).getByText('Nothing to plan')).toBeVisible()
})

import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { findSession, type Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const planWith = (...sessions: readonly Session[]) =>
  aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })

async function open(user: UserEvent, name: RegExp) {
  await user.click(screen.getByRole('button', { name }))
  await user.keyboard('{Enter}')
  return within(await screen.findByRole('dialog'))
}

async function choose(user: UserEvent, field: RegExp, option: string) {
  await user.click(screen.getByRole('button', { name: field }))
  await user.click(await screen.findByRole('option', { name: option }))
}

async function rename(user: UserEvent, editor: Awaited<ReturnType<typeof open>>, text: string) {
  const title = await editor.findByLabelText('Title')
  await user.clear(title)
  await user.type(title, text)
}

/** The titles and lengths of all that is planned. */
const planned = (plan: Plan) =>
  [
    ...Object.values(plan.practice.series),
    ...Object.values(plan.years).flatMap((year) => Object.values(year.sessions)),
  ].map(({ title, start, minutes }) => `${title} ${start} ${minutes}`)

test('each field is saved as it is left or chosen, as one step that can be taken back; typing is one step', async () => {
  const { main, user } = await renderApp(planWith(aSession({ minutes: 60 })))
  const editor = await open(user, /^Platform roadmap/)
  await rename(user, editor, 'Roadmap review')
  expect(main.rev).toBe(1)
  await user.tab()
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.title).toBe('Roadmap review'))
  expect(main.rev).toBe(2)
  await user.click(editor.getByRole('checkbox', { name: 'Tentative' }))
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.status).toBe('tentative'))
  const length = editor.getByLabelText('Length')
  await user.clear(length)
  await user.type(length, '2h{Tab}')
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.minutes).toBe(120))
  expect(main.rev).toBe(4)
  expect(screen.getByRole('dialog')).toBeInTheDocument()
  editor.getByRole('button', { name: 'Done' }).focus()
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() =>
    expect(findSession(main.plan, 'session-1')).toEqual(
      aSession({ minutes: 60, title: 'Roadmap review', status: 'tentative' }),
    ),
  )
  expect(editor.getByLabelText('Length')).toHaveValue('1\u00a0h')
})

test('what is not valid stays typed with its sentence and keeps no other field from being saved', async () => {
  const { main, user } = await renderApp(planWith(aSession({ minutes: 60 })))
  const editor = await open(user, /^Platform roadmap/)
  const length = await editor.findByLabelText('Length')
  await user.clear(length)
  await user.type(length, '0{Tab}')
  expect(editor.getByText(/^The length must be at least one minute/)).toBeInTheDocument()
  await rename(user, editor, 'Review{Tab}')
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.title).toBe('Review'))
  expect(findSession(main.plan, 'session-1')?.minutes).toBe(60)
  expect(editor.getByText(/^The length must be at least one minute/)).toBeInTheDocument()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(main.rev).toBe(2)
})

test('Escape puts back only what is typed and not saved', async () => {
  const { main, user } = await renderApp(planWith(aSession()))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('checkbox', { name: 'Tentative' }))
  await rename(user, editor, 'Nothing{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(findSession(main.plan, 'session-1')).toEqual(aSession({ status: 'tentative' }))
})

test('a press outside saves what is typed', async () => {
  const { main, user } = await renderApp(planWith(aSession()))
  const editor = await open(user, /^Platform roadmap/)
  await rename(user, editor, 'Review')
  await user.click(document.body)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(findSession(main.plan, 'session-1')?.title).toBe('Review')
})

test('a session that is sent to another week stays in the editor', async () => {
  const { main, user } = await renderApp(planWith(aSession({ start: '2026-11-23T09:00' })))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('spinbutton', { name: /^day/ }))
  await user.keyboard('30{Tab}{Tab}{Tab}{Tab}')
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.start).toBe('2026-11-30T09:00'))
  await rename(user, editor, 'Later{Enter}')
  await waitFor(() => expect(planned(main.plan)).toEqual(['Later 2026-11-30T09:00 60']))
})

test.each([
  [
    'Only this one',
    { rule: 'FREQ=WEEKLY;BYDAY=MO', titles: ['Platform roadmap 2026-11-09T09:00 60'], changed: 'Review' },
  ],
  [
    'This and all following',
    {
      rule: 'FREQ=WEEKLY;UNTIL=20261123T085900;BYDAY=MO',
      titles: ['Platform roadmap 2026-11-09T09:00 60', 'Review 2026-11-23T09:00 90'],
      changed: undefined,
    },
  ],
  ['All', { rule: 'FREQ=WEEKLY;BYDAY=MO', titles: ['Review 2026-11-09T09:00 90'], changed: undefined }],
])(
  'for which occurrences an edit is, is asked once in the panel and then holds: %s',
  async (choice, expected) => {
    const series = aSeries({ start: '2026-11-09T09:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=MO' })
    const { main, user } = await renderApp(planWith(series))
    const editor = await open(user, /^Platform roadmap/)
    await rename(user, editor, 'Review{Tab}')
    expect(main.rev).toBe(1)
    await waitFor(() => expect(editor.getByRole('button', { name: 'Only this one' })).toHaveFocus())
    await user.click(editor.getByRole('button', { name: choice }))
    await waitFor(() => expect(main.rev).toBe(2))
    const length = editor.getByLabelText('Length')
    await user.clear(length)
    await user.type(length, '90{Tab}')
    await waitFor(() => expect(main.rev).toBe(3))
    expect(editor.queryByRole('button', { name: 'All' })).toBeNull()
    expect(planned(main.plan)).toEqual(expected.titles)
    const { recurrence } = findSession(main.plan, 'series-1') ?? {}
    expect(recurrence?.rule).toBe(expected.rule)
    expect(recurrence?.changed['2026-11-23T09:00']?.title).toBe(expected.changed)
    expect(editor.getByLabelText('Title')).toHaveValue('Review')
  },
)

test('a repetition cannot be for one occurrence: it is asked for which of the others it is', async () => {
  const series = aSeries({ start: '2026-11-09T09:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=MO' })
  const { main, user } = await renderApp(planWith(series))
  const editor = await open(user, /^Platform roadmap/)
  await editor.findByLabelText('Title')
  await choose(user, /Repeats/, 'Every day')
  expect(await editor.findByRole('button', { name: 'All' })).toBeInTheDocument()
  expect(editor.queryByRole('button', { name: 'Only this one' })).toBeNull()
  await user.click(editor.getByRole('button', { name: 'All' }))
  await waitFor(() => expect(findSession(main.plan, 'series-1')?.recurrence?.rule).toBe('FREQ=DAILY'))
})

test('time on the way is typed like any length, counts as load and is kept', async () => {
  const { main, user } = await renderApp(planWith(aSession({ minutes: 60 })))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('button', { name: 'More' }))
  await user.type(editor.getByLabelText('On the way before'), '45{Tab}')
  await user.type(editor.getByLabelText('On the way after'), '1:15')
  await user.click(editor.getByRole('button', { name: 'Done' }))
  await waitFor(() =>
    expect(findSession(main.plan, 'session-1')).toEqual(
      aSession({ minutes: 60, travelBefore: 45, travelAfter: 75 }),
    ),
  )
  expect(screen.getAllByRole('columnheader')[1]).toHaveAccessibleName(/3.h of 8.h planned/)
})

test('a way longer than a day is refused with a sentence at its field', async () => {
  const { main, user } = await renderApp(planWith(aSession()))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('button', { name: 'More' }))
  await user.type(editor.getByLabelText('On the way before'), '25h{Tab}')
  expect(await editor.findByLabelText('On the way before')).toBeInvalid()
  await user.click(editor.getByRole('button', { name: 'Done' }))
  expect(editor.getByLabelText('On the way before')).toBeInvalid()
  expect(main.rev).toBe(1)
})

test('a repetition ends after so many times, and is read back in words', async () => {
  const { main, user } = await renderApp(planWith(aSession()))
  const editor = await open(user, /^Platform roadmap/)
  await editor.findByLabelText('Title')
  await choose(user, /Repeats/, 'Every week')
  await choose(user, /Ends/, 'After')
  expect(editor.getByText('Every week on Monday 10 times')).toBeInTheDocument()
  await waitFor(() =>
    expect(findSession(main.plan, 'session-1')?.recurrence?.rule).toBe('FREQ=WEEKLY;COUNT=10;BYDAY=MO'),
  )
})

test('a rule that the fields do not offer is told in words and stays as it is; Enter asks, and does not answer, for which ones an edit is', async () => {
  const rule = 'FREQ=MONTHLY;BYDAY=2MO,-1MO;COUNT=12'
  const { main, user } = await renderApp(planWith(aSeries({ start: '2026-11-09T09:00', rule })))
  await user.click(screen.getByRole('button', { name: 'Previous week' }))
  await user.click(screen.getByRole('button', { name: 'Previous week' }))
  const editor = await open(user, /^Platform roadmap/)
  expect(
    await editor.findByText('Every month on the last Monday and the second Monday 12 times'),
  ).toBeInTheDocument()
  const title = editor.getByLabelText('Title')
  await user.clear(title)
  await user.type(title, 'Review{Enter}')
  await user.click(await screen.findByRole('button', { name: 'All' }))
  await waitFor(() => expect(findSession(main.plan, 'series-1')?.title).toBe('Review'))
  expect(findSession(main.plan, 'series-1')?.recurrence?.rule).toBe(rule)
})

test('a session has a reminder of its own, none, or the usual one, which is named', async () => {
  const { main, user } = await renderApp(planWith(aSession({ minutes: 60, kind: 'meeting' })))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('button', { name: 'More' }))
  expect(editor.getByRole('button', { name: /As usual \(10\smin before\)/ })).toBeVisible()
  await choose(user, /^As usual.*Reminder/, 'No reminder')
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.lead).toBeNull())
  await choose(user, /^No reminder.*Reminder/, '30\u00a0min before')
  await waitFor(() => expect(findSession(main.plan, 'session-1')?.lead).toBe(30))
})

import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { findSession } from '../../../shared/plan/plan.ts'
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

test('time on the way is typed like any length, counts as load and is kept', async () => {
  const { main, user } = await renderApp(planWith(aSession({ minutes: 60 })))
  const editor = await open(user, /^Platform roadmap/)
  await user.click(await editor.findByRole('button', { name: 'More' }))
  await user.type(editor.getByLabelText('On the way before'), '45{Tab}')
  await user.type(editor.getByLabelText('On the way after'), '1:15')
  await user.click(editor.getByRole('button', { name: 'Save' }))
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
  await user.click(editor.getByRole('button', { name: 'Save' }))
  expect(await editor.findByLabelText('On the way before')).toBeInvalid()
  expect(main.rev).toBe(1)
})

test('a repetition ends after so many times, and is read back in words', async () => {
  const { main, user } = await renderApp(planWith(aSession()))
  const editor = await open(user, /^Platform roadmap/)
  await editor.findByLabelText('Title')
  await choose(user, /Repeats/, 'Every week')
  await choose(user, /Ends/, 'After')
  expect(editor.getByText('Every week on Monday 10 times')).toBeInTheDocument()
  await user.click(editor.getByRole('button', { name: 'Save' }))
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

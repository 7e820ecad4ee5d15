import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { go } from '../../../renderer/state/navigation.ts'
// Loaded here, so that no test waits for the first one to open them.
import '../../../renderer/clients/ClientsScreen.tsx'
import '../../../renderer/sayYes/SayYesDialog.tsx'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { anAudit } from './anAudit.ts'

/** 36 h a week, of which 20 h are promised; for three weeks from 7 December 10 h more are planned for own business. */
const practice = (parts: Parameters<typeof aPlan>[0] = {}): Plan =>
  aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
      }),
    ],
    sessions: [
      aSeries({ engagementId: null, start: '2026-12-07T09:00', minutes: 600, rule: 'FREQ=WEEKLY;COUNT=3' }),
      aSeries({ id: 'steering', title: 'Steering', start: '2026-12-01T10:30', rule: 'FREQ=WEEKLY;COUNT=2' }),
    ],
    ...parts,
  })

/** What is drawn for the first time takes long on a busy machine. */
const slow = { timeout: 10_000 }

const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ') ?? ''

async function open(plan: Plan = practice()) {
  const shown = await renderApp(plan)
  await shown.user.keyboard('y')
  const dialog = await screen.findByRole('dialog', { name: 'Can I say yes?' }, slow)
  const amount = await within(dialog).findByLabelText('Hours a week')
  return { ...shown, dialog, amount }
}

const sentence = (dialog: HTMLElement) => plain(within(dialog).getByRole('status').textContent)

async function type(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.type(field, text)
}

/** Types a day into a date field's segments, in the order of the locale: day, month, year. */
async function typeDay(user: UserEvent, dialog: HTMLElement, name: string, day: string) {
  const group = within(dialog).getByRole('group', { name })
  const [first] = within(group).getAllByRole('spinbutton')
  if (first === undefined) throw new Error('no segment')
  await user.click(first)
  await user.keyboard(day)
}

describe('the question', () => {
  test('Y opens it for eight hours a week from next week on, and the answer follows each key', async () => {
    const { user, dialog, amount } = await open()
    await waitFor(() =>
      expect(sentence(dialog)).toBe(
        'No: 8 h a week are too much in 3 weeks, up to 2 h short; 6 h fit, or 8 h from Wed 23 Dec.',
      ),
    )
    await type(user, amount, '6')
    await waitFor(() =>
      expect(sentence(dialog)).toBe(
        'Yes: 6 h a week fit from Mon 30 Nov; the tightest week is Mon 7 Dec with nothing left.',
      ),
    )
    await type(user, amount, '4:15')
    await waitFor(() => expect(sentence(dialog)).toContain('Yes: 4 h 15 a week fit'))
  })

  test('the weeks are bars that are read as sentences, and those that are short are listed', async () => {
    const { dialog } = await open()
    const chart = await within(dialog).findByRole('figure', { name: 'Week by week' })
    const weeks = within(chart).getAllByRole('listitem')
    expect(weeks).toHaveLength(26)
    expect(plain(weeks[1]?.textContent)).toBe(
      'Week of Mon 7 Dec: 11 h planned, 19 h promised, 8 h asked for, of 36 h; 2 h short',
    )
    const broken = within(dialog).getByText('What breaks').parentElement
    expect([...(broken?.querySelectorAll('li') ?? [])].map((line) => plain(line.textContent))).toEqual([
      'Week of Mon 7 Dec: 2 h short. 8 h asked for, 6 h free.',
      'Week of Mon 14 Dec: 2 h short. 8 h asked for, 6 h free.',
      'Week of Mon 21 Dec: 2 h short. 8 h asked for, 6 h free.',
    ])
  })

  test('a meeting that collides is named with its days', async () => {
    const { user, dialog, amount } = await open()
    await type(user, amount, '2')
    await user.click(within(dialog).getByRole('button', { name: 'Add a meeting' }))
    await waitFor(() => expect(sentence(dialog)).toBe('No: a meeting does not fit; 2 h fit from Wed 9 Dec.'))
    expect(plain(dialog.textContent)).toContain(
      'Tue 10:00 collides with Steering (Northwind): Tue 1 Dec, Tue 8 Dec.',
    )
    await user.click(within(dialog).getByRole('button', { name: 'Remove meeting 1' }))
    await waitFor(() => expect(sentence(dialog)).toContain('Yes: 2 h a week fit from Mon 30 Nov'))
  })

  test.each([
    ['nothing', '0', 'Please write how many hours a week.'],
    ['a whole week', '168', 'A week has 168 hours. Please write fewer.'],
  ])('%s a week is answered at the field', async (_what, typed, error) => {
    const { user, dialog, amount } = await open()
    await type(user, amount, typed)
    await within(dialog).findByText(error)
    expect(amount).toBeInvalid()
    expect(sentence(dialog)).toBe('The answer appears as soon as the question is complete.')
    expect(within(dialog).getByRole('button', { name: 'Add as prospect' })).toBeDisabled()
  })

  test('a start in the past and an end before the start are answered at their fields', async () => {
    const { user, dialog } = await open()
    await typeDay(user, dialog, 'From', '01112026')
    await within(dialog).findByText('That day is past. Please choose today or later.')
    await typeDay(user, dialog, 'From', '01122026')
    await typeDay(user, dialog, 'To', '30112026')
    await within(dialog).findByText('The end lies before the start.')
    await typeDay(user, dialog, 'To', '31122026')
    await waitFor(() => expect(within(dialog).queryByText('The end lies before the start.')).toBeNull())
  })
})

describe('a yes', () => {
  test('becomes a prospect of a new client with tentative meetings, in one step that undo takes back', async () => {
    const { main, user, dialog, amount } = await open()
    const before = main.plan
    await type(user, amount, '3')
    const add = within(dialog).getByRole('button', { name: 'Add as prospect' })
    expect(add).toBeDisabled()
    await user.type(within(dialog).getByLabelText('Client’s name'), 'Harbor Bank')
    await user.click(within(dialog).getByRole('button', { name: 'Add a meeting' }))
    await user.click(add)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { clients, engagements, series } = main.plan.practice
    const client = Object.values(clients).find(({ name }) => name === 'Harbor Bank')
    const engagement = Object.values(engagements).find(({ clientId }) => clientId === client?.id)
    expect(engagement).toMatchObject({
      name: '3\u00a0h a week',
      status: 'prospect',
      probability: 50,
      start: '2026-11-30',
      end: null,
      commitments: [{ from: '2026-11-30', commitment: { kind: 'hoursPerWeek', minutes: 180 } }],
    })
    expect(Object.values(series).filter(({ engagementId }) => engagementId === engagement?.id)).toEqual([
      expect.objectContaining({
        title: 'Meeting',
        kind: 'meeting',
        status: 'tentative',
        start: '2026-12-01T10:00',
        minutes: 60,
        zone: 'Europe/Berlin',
        recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TU', except: [], extra: [], changed: {} },
      }),
    ])
    expect(await screen.findByRole('heading', { name: 'Harbor Bank' }, slow)).toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(main.plan).toEqual(before))
  })

  test('for a client that is there adds only the engagement', async () => {
    const { main, user, dialog } = await open()
    await user.click(within(dialog).getByRole('button', { name: /For$/ }))
    await user.click(await screen.findByRole('option', { name: 'Northwind' }))
    await user.click(within(dialog).getByRole('button', { name: 'Add as prospect' }))
    await waitFor(() => expect(Object.keys(main.plan.practice.engagements)).toHaveLength(2))
    expect(Object.keys(main.plan.practice.clients)).toEqual(['northwind'])
  })
})

test('from the dialog of a prospect it asks for what the prospect wants, without counting it twice', async () => {
  const prospect = anAudit('2026-12-18', 300)
  const plan = practice({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen Health', order: 2 })],
    engagements: [anEngagement(), prospect],
    sessions: [
      aSession({ engagementId: 'lumen-audit', start: '2026-12-09T09:00', minutes: 240, status: 'tentative' }),
      aSeries({
        id: 'weekly',
        engagementId: 'lumen-audit',
        status: 'tentative',
        start: '2026-12-08T14:00',
        rule: 'FREQ=WEEKLY;BYDAY=TU',
      }),
    ],
  })
  const { user } = await renderApp(plan)
  act(() => go({ screen: 'clients', clientId: 'lumen' }))
  await user.click(await screen.findByRole('button', { name: 'Edit' }, slow))
  const form = await screen.findByRole('dialog', { name: 'Security audit' }, slow)
  await user.click(within(form).getByRole('button', { name: 'Can I say yes?' }))
  const dialog = await screen.findByRole('dialog', { name: 'Can I say yes?' }, slow)
  await waitFor(() =>
    expect(sentence(dialog)).toBe(
      'Yes: 5 h a week fit from Mon 7 Dec; the tightest week is Mon 7 Dec with 31 h left.',
    ),
  )
  expect(within(dialog).getByRole('group', { name: 'Meeting 1' })).toBeInTheDocument()
  expect(within(dialog).queryByRole('button', { name: 'Add as prospect' })).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Can I say yes?' })).toBeNull())
  expect(screen.getByRole('dialog', { name: 'Security audit' })).toBeInTheDocument()
})

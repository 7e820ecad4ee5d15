import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { go } from '../../../renderer/state/navigation.ts'
// Loaded here, so that no test waits for the first one to open them.
import '../../../renderer/clients/ClientsScreen.tsx'
import '../../../renderer/sayYes/SayYesDialog.tsx'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSeries } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { anAudit } from './anAudit.ts'

const busy = { engagementId: null, start: '2026-12-07T09:00', minutes: 600, rule: 'FREQ=WEEKLY;COUNT=3' }

/** 36 h a week, of which 20 h are promised; for three weeks from 7 December 10 h more are planned for own business. */
const practice = (status: 'confirmed' | 'tentative' = 'confirmed'): Plan =>
  aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
      }),
    ],
    sessions: [aSeries({ ...busy, status, title: 'Website' })],
  })

/** What is drawn for the first time takes long on a busy machine. */
const slow = { timeout: 10_000 }

const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ') ?? ''

async function open(plan: Plan) {
  const shown = await renderApp(plan)
  await shown.user.keyboard('y')
  const dialog = await screen.findByRole('dialog', { name: 'Can I say yes?' }, slow)
  const amount = await within(dialog).findByLabelText('Hours a week')
  const sentence = () => plain(within(dialog).getByRole('status').textContent)
  const rows = async () => {
    await within(dialog).findByText(/changes? would make room\.$/, {}, slow)
    const list = within(dialog).getByText('What would make room').parentElement
    return [...(list?.querySelectorAll('li') ?? [])].map((row) => plain(row.textContent))
  }
  const press = async (name: RegExp) => shown.user.click(within(dialog).getByRole('button', { name }))
  return { ...shown, dialog, amount, sentence, rows, press }
}

beforeEach(() => void vi.unstubAllGlobals())

describe('what would make room', () => {
  test('is listed under a no, the smallest first, and told politely when it is there', async () => {
    // Nothing is sought before there is time for it.
    const waiting: IdleRequestCallback[] = []
    vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => waiting.push(run))
    vi.stubGlobal('cancelIdleCallback', () => {})
    const { dialog, rows } = await open(practice())
    await within(dialog).findByText('The smallest changes are being looked for.', {}, slow)
    const told = dialog.querySelector('section[aria-busy=true] [aria-live=polite]')
    expect(told).toBeEmptyDOMElement()
    act(() => {
      while (waiting.length > 0) waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 })
    })
    expect(await rows()).toEqual([
      'Northwind: 20 h → 18 h a week from Mon 7 Dec to Sun 27 Dec6 h less in allApply',
      'An end on Wed 9 Dec195 h 12 less in allAsk this instead',
    ])
    expect(told).toHaveTextContent('2 changes would make room.')
    const dot = dialog.querySelector('li [data-colour]')
    expect(dot).toHaveAttribute('data-colour', 'blue')
  })

  test('is made by one press, is yes then, and is undone by the next', async () => {
    const { main, user, sentence, rows, press, dialog } = await open(practice())
    const before = main.plan
    await rows()
    await press(/^Apply: Northwind: 20/)
    await waitFor(() => expect(sentence()).toMatch(/^Yes: 8 h a week fit from Mon 30 Nov/))
    expect(main.plan.practice.engagements['northwind-cto']?.commitments).toEqual([
      { from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } },
      { from: '2026-12-07', commitment: { kind: 'hoursPerWeek', minutes: 1080 } },
      { from: '2026-12-28', commitment: { kind: 'hoursPerWeek', minutes: 1200 } },
    ])
    expect(within(dialog).queryByText('What would make room')).toBeNull()
    const undo = within(dialog).getByRole('button', { name: 'Undo' })
    expect(undo).toHaveFocus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(sentence()).toMatch(/^No: 8 h a week are too much in 3 weeks/))
    expect(main.plan).toEqual(before)
    expect(await rows()).toHaveLength(2)
    expect(dialog).toContainElement(document.activeElement as HTMLElement)
  })

  test('can be undone while the question goes on, as long as it is the last step', async () => {
    const { main, user, amount, sentence, rows, press, dialog } = await open(practice())
    await rows()
    await press(/^Apply: Northwind: 20/)
    await waitFor(() => expect(sentence()).toMatch(/^Yes: 8 h/))
    await user.clear(amount)
    await user.type(amount, '9')
    await waitFor(() => expect(sentence()).toMatch(/^No: 9 h/))
    expect(await rows()).not.toHaveLength(0)
    expect(within(dialog).getByRole('button', { name: 'Undo' })).toBeInTheDocument()
    act(() => void main.request('plan/undo', undefined))
    await waitFor(() => expect(within(dialog).queryByRole('button', { name: 'Undo' })).toBeNull())
  })

  test('of what is asked changes the question alone, and gives it back', async () => {
    const { main, sentence, rows, press, dialog } = await open(practice())
    const before = main.plan
    await rows()
    await press(/^Ask this instead: An end on Wed 9 Dec/)
    await waitFor(() => expect(sentence()).toMatch(/^Yes: 8 h a week fit from Mon 30 Nov/))
    const end = plain(within(dialog).getByRole('group', { name: 'To' }).textContent)
    expect(end.replaceAll(/[^0-9/]/g, '')).toBe('09/12/2026')
    await press(/^Undo$/)
    await waitFor(() => expect(sentence()).toMatch(/^No:/))
    expect(main.plan).toBe(before)
  })

  test('without tentative sessions deletes them in the time asked for', async () => {
    const { main, sentence, rows, press } = await open(practice('tentative'))
    expect((await rows())[1]).toBe(
      'Own business: without the tentative session Website from Mon 7 Dec30 h less in allApply',
    )
    await press(/^Apply: Own business/)
    await waitFor(() => expect(sentence()).toMatch(/^Yes:/))
    expect(main.plan.practice.series['series-1']).toBeUndefined()
  })

  test('of a meeting that collides is the nearest time that is free', async () => {
    const { user, amount, sentence, rows, press, dialog } = await open(
      aPlan({
        clients: [aClient()],
        engagements: [anEngagement()],
        sessions: [aSeries({ title: 'Steering', start: '2026-12-01T10:30', rule: 'FREQ=WEEKLY;COUNT=2' })],
      }),
    )
    await user.clear(amount)
    await user.type(amount, '2')
    await user.click(within(dialog).getByRole('button', { name: 'Add a meeting' }))
    await waitFor(() => expect(sentence()).toMatch(/^No: a meeting does not fit/))
    expect((await rows())[0]).toBe(
      'The meeting on Tue 09:30 instead of Tue 10:00nothing is given upAsk this instead',
    )
    await press(/^Ask this instead: The meeting/)
    await waitFor(() => expect(sentence()).toMatch(/^Yes: 2 h a week fit/))
    expect(plain(within(dialog).getByRole('group', { name: 'Meeting 1' }).textContent)).toContain('Tue')
  })

  test('says so where nothing does, and is silent under a yes', async () => {
    const { user, amount, sentence, dialog } = await open(practice())
    await user.clear(amount)
    await user.type(amount, '60')
    await waitFor(() => expect(sentence()).toMatch(/^No: 60 h/))
    await within(dialog).findByText(/^No single change makes room, and no two together/, {}, slow)
    await user.clear(amount)
    await user.type(amount, '2')
    await waitFor(() => expect(sentence()).toMatch(/^Yes:/))
    expect(within(dialog).queryByText('What would make room')).toBeNull()
  })

  test('for a prospect leaves the prospect and what is planned for it as they are', async () => {
    const prospect = anAudit('2026-12-27', 480)
    const talk = aSeries({
      ...busy,
      id: 'talk',
      engagementId: 'lumen-audit',
      status: 'tentative',
      minutes: 60,
    })
    const plan = practice()
    const { practice: whole } = plan
    const { main, user } = await renderApp({
      ...plan,
      practice: {
        ...whole,
        clients: { ...whole.clients, lumen: aClient({ id: 'lumen', name: 'Lumen Health', order: 2 }) },
        engagements: { ...whole.engagements, 'lumen-audit': prospect },
        series: { ...whole.series, talk },
      },
    })
    act(() => go({ screen: 'clients', clientId: 'lumen' }))
    await user.click(await screen.findByRole('button', { name: 'Edit' }, slow))
    const form = await screen.findByRole('dialog', { name: 'Security audit' }, slow)
    await user.click(within(form).getByRole('button', { name: 'Can I say yes?' }))
    const dialog = await screen.findByRole('dialog', { name: 'Can I say yes?' }, slow)
    const apply = await within(dialog).findByRole(
      'button',
      { name: /^Apply: The meeting on Tue 09:00 .* Northwind: 20/ },
      slow,
    )
    await user.click(apply)
    await waitFor(() => expect(within(dialog).getByRole('status')).toHaveTextContent(/^Yes:/))
    // What was asked of the meeting is asked otherwise; only the promise is another in the plan.
    const { engagements, series } = main.plan.practice
    expect([engagements['lumen-audit'], series.talk]).toEqual([prospect, talk])
    expect(engagements['northwind-cto']?.commitments).toHaveLength(3)
  })
})

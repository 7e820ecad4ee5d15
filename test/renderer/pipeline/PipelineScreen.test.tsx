import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { forgetAnswers } from '../../../renderer/pipeline/answers.ts'
// Loaded here, so that no test waits for the first one to open them.
import '../../../renderer/pipeline/PipelineScreen.tsx'
import '../../../renderer/rates/RateDialog.tsx'
import { planNow, undo } from '../../../renderer/state/plan.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import { aClient, aContact, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

const prospect = (id: string, given: Partial<Engagement>) =>
  anEngagement({
    id,
    status: 'prospect',
    probability: 50,
    start: '2026-12-07',
    commitments: [{ from: '2026-12-07', commitment: { kind: 'hoursPerWeek', minutes: 480 } }],
    ...given,
  })

/** On Tuesday 24 November 2026, 36 h a week of which 20 are promised. */
const practice = aPlan({
  clients: [
    aClient(),
    aClient({
      id: 'harbor',
      name: 'Harbor Bank',
      order: 2,
      contacts: [aContact({ id: 'ines', name: 'Ines Vogt' })],
    }),
    aClient({ id: 'kestrel', name: 'Kestrel', order: 3, nextContact: '2026-11-20', touchDays: 91 }),
  ],
  engagements: [
    anEngagement({
      commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
    }),
    prospect('cto', {
      clientId: 'harbor',
      name: 'Interim CTO',
      value: 4_000_000,
      origin: { kind: 'referral', from: 'Mira Okafor' },
      nextContact: '2026-11-26',
    }),
    prospect('audit', {
      clientId: 'harbor',
      name: 'Audit',
      commitments: [{ from: '2026-12-07', commitment: { kind: 'hoursPerWeek', minutes: 1800 } }],
      value: 1_000_000,
    }),
    anEngagement({
      id: 'old',
      clientId: 'kestrel',
      name: 'Platform',
      status: 'closed',
      end: '2026-06-30',
      outcome: { kind: 'completed', on: '2026-06-30', reason: '', result: 'Twice the speed.' },
    }),
  ],
  sessions: [
    aSession({ id: 'scoping', engagementId: 'cto', status: 'tentative', start: '2026-11-27T09:00' }),
  ],
  entries: [anEntry()],
})

/** What is drawn for the first time takes long on a busy machine. */
const slow = { timeout: 10_000 }

afterEach(forgetAnswers)

async function open(plan = practice) {
  const shown = await renderApp(plan, { desktop: { fixedNow: '2026-11-24T09:30:00Z' } })
  await shown.user.keyboard('7')
  await screen.findByRole('heading', { name: 'Pipeline' }, slow)
  return shown
}

const table = (name: string) => screen.findByRole('grid', { name }, slow)
const cells = (row: HTMLElement) =>
  [...within(row).getAllByRole('rowheader'), ...within(row).getAllByRole('gridcell')].map((cell) =>
    plain(cell.textContent),
  )
const engagement = (id: string) => planNow().practice.engagements[id]

describe('the pipeline', () => {
  it('shows each prospect with origin, chance, start, hours, value and next contact, and answers whether there is room', async () => {
    await open()
    const prospects = await table('Prospects')
    const answered = { timeout: 10_000 }
    await waitFor(() => {
      const [, ...rows] = within(prospects).getAllByRole('row')
      expect(rows.map(cells)).toEqual([
        [
          'Harbor BankInterim CTOReferral: Mira Okafor',
          '50%',
          '7 Dec 2026',
          '8 h',
          '€40,000€20,000 weighted',
          '26 Nov 2026in 2 days',
          'Yesup to 16 h a week, from 7 Dec 2026',
          'WonLost',
        ],
        [
          'Harbor BankAudit',
          '50%',
          '7 Dec 2026',
          '30 h',
          '€10,000€5,000 weighted',
          '–',
          'No16 h a week fit, not as asked in two years',
          'WonLost',
        ],
      ])
    }, answered)
    expect(plain(screen.getByText(/weighted of/).textContent)).toBe('€25,000 weighted of €50,000')
  })

  it('won makes it active from the day that is asked for and confirms its sessions; one undo takes all of it back', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Won: Interim CTO' }))
    const dialog = await screen.findByRole('dialog', { name: 'Won: Interim CTO' }, slow)
    await user.click(within(dialog).getByRole('button', { name: 'Make it active' }))
    await waitFor(() => expect(engagement('cto')).toMatchObject({ status: 'active', start: '2026-12-07' }))
    expect(planNow().years['2026']?.sessions.scoping?.status).toBe('confirmed')
    await act(undo)
    await waitFor(() => expect(engagement('cto')).toEqual(practice.practice.engagements.cto))
    expect(planNow().years['2026']?.sessions.scoping?.status).toBe('tentative')
  })

  it('lost closes it with the reason and takes its sessions out', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Lost: Interim CTO' }))
    const dialog = await screen.findByRole('dialog', { name: 'Lost: Interim CTO' }, slow)
    await user.type(within(dialog).getByLabelText('Reason'), 'Hired somebody')
    await user.click(within(dialog).getByRole('button', { name: 'Close as lost' }))
    await waitFor(() =>
      expect(engagement('cto')).toMatchObject({
        status: 'closed',
        outcome: { kind: 'lost', on: '2026-11-24', reason: 'Hired somebody', result: '' },
      }),
    )
    expect(planNow().years['2026']?.sessions.scoping).toBeUndefined()
    const outcomes = await table('Outcomes')
    expect(cells(within(outcomes).getAllByRole('row')[1] ?? outcomes)).toEqual([
      'Harbor BankInterim CTO',
      'Lost',
      '24 Nov 2026',
      'Hired somebody',
    ])
  })

  it('a new prospect makes its client with it, in one step', async () => {
    const { user, main } = await open()
    await user.click(screen.getByRole('button', { name: 'New prospect' }))
    const dialog = await screen.findByRole('dialog', { name: 'New prospect' }, slow)
    const create = within(dialog).getByRole('button', { name: 'Create' })
    expect(create).toBeDisabled()
    await user.type(within(dialog).getByLabelText('Name of the client'), 'Tidal')
    await user.type(within(dialog).getByLabelText('What it is for'), 'Data platform')
    await user.click(create)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const made = Object.values(planNow().practice.engagements).find(({ name }) => name === 'Data platform')
    const client = planNow().practice.clients[made?.clientId ?? '']
    expect([made?.status, made?.probability, client?.name]).toEqual(['prospect', 50, 'Tidal'])
    expect(main.requests.filter(({ name }) => name === 'plan/execute')).toHaveLength(1)
  })

  it('keeps in touch: overdue first, and "contacted today" moves the date on', async () => {
    const { user } = await open()
    const list = await table('Keep in touch')
    const [, first] = within(list).getAllByRole('row')
    expect(cells(first ?? list)).toEqual([
      'Kestrelpast client',
      'every quarter',
      '20 Nov 20264 days overdue',
      'Contacted todayChange',
    ])
    await user.click(within(list).getByRole('button', { name: 'Contacted today: Kestrel' }))
    await waitFor(() => expect(planNow().practice.clients.kestrel?.nextContact).toBe('2027-02-23'))
  })

  it('somebody else is added with a rhythm', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Add somebody' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add somebody' }, slow)
    await user.type(within(dialog).getByRole('combobox', { name: 'Who' }), 'Ines')
    await user.click(await screen.findByRole('option', { name: 'Ines Vogt (Harbor Bank)' }))
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(planNow().practice.clients.harbor?.contacts[0]).toMatchObject({
        nextContact: '2027-02-23',
        touchDays: 91,
      }),
    )
  })
})

describe('the rate helper', () => {
  it('$ opens it; the rates follow what is typed, the sum is written out, and it is there the next time', async () => {
    const { user } = await open()
    await user.keyboard('$')
    const dialog = await screen.findByRole('dialog', { name: 'What an hour must cost' }, slow)
    const income = within(dialog).getByLabelText('Income you wish for')
    await user.type(income, '90000{Tab}')
    await user.type(within(dialog).getByLabelText('Costs of the business'), '18000{Tab}')
    const sum = within(dialog).getByRole('region', { name: 'How it adds up' })
    // 36 h × 44 weeks × 70 % are 1,108 h 48.
    expect(
      within(sum)
        .getAllByRole('listitem')
        .map((line) => plain(line.textContent)),
    ).toEqual([
      '€90,000 + €18,000 = €108,000 a year',
      '36 h × (52 − 8) = 44 weeks, 1584 h of work',
      '1584 h × 70% = 1108 h 48 that clients pay for',
      '€108,000 ÷ 1108 h 48 = €97.41 an hour',
      '€108,000 ÷ 1108 h 48 × 7 h 12 = €701.30 a day',
    ])
    const rates = within(dialog).getByRole('grid', { name: 'What an hour brought so far' })
    expect(cells(within(rates).getAllByRole('row')[1] ?? rates)).toEqual([
      'NorthwindFractional CTO · by the hour',
      '2 h2 h billable',
      '€240.00',
      '€0.00',
      '€120.00',
      'carries',
    ])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('$')
    expect(await screen.findByLabelText('Income you wish for')).toHaveValue('90,000.00')
  })
})

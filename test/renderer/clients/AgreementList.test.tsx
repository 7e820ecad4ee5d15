import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for it.
import '../../../renderer/clients/ClientsScreen.tsx'
import { go } from '../../../renderer/state/navigation.ts'
import { aClient, anAgreement, anEngagement, anEntry, aPlan } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

const agreements = [
  anAgreement({
    id: 'sow',
    kind: 'work',
    title: 'SOW 2',
    start: '2026-06-01',
    end: '2026-12-31',
    renewalMonths: 12,
    noticeDays: 14,
    order: 2,
  }),
  anAgreement({ id: 'old', title: 'Old contract', start: null, end: '2026-03-31', order: 1 }),
  anAgreement({ id: 'nda', kind: 'nda', title: 'NDA', parties: 'Holding', noticeDays: 30, order: 3 }),
  anAgreement({ id: 'next', title: 'New contract', start: '2027-01-01', end: '2027-12-31', order: 4 }),
  anAgreement({ id: 'rolling', title: 'Licences', end: '2026-06-30', renewalMonths: 3, order: 6 }),
  anAgreement({ id: 'ip', kind: 'ip', title: 'Assignment', end: '2026-12-01', order: 5 }),
]

/** On Tuesday 24 November 2026. */
async function open(given: Parameters<typeof aPlan>[0] = {}) {
  const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], agreements, ...given })
  const shown = await renderApp(plan, { desktop: { fixedNow: '2026-11-24T09:30:00Z' } })
  go({ screen: 'clients', clientId: 'northwind' })
  const section = await screen.findByRole('region', { name: 'Agreements' })
  return { ...shown, section }
}

describe('the register of agreements', () => {
  it('lists what is in force first, each with its dates, how it goes on, and its state', async () => {
    const { section } = await open()
    const rows = within(section).getAllByRole('listitem')
    expect(rows.map((row) => plain(row.textContent))).toEqual([
      'SOW 2Statement of work1 Jun 2026 – 31 Dec 2026renews by a year, notice until 17 Dec 2026Notice soon',
      'NDANDA · Holdingsince 1 Jan 202630 days’ noticeIn force',
      'New contractMaster agreement1 Jan 2027 – 31 Dec 2027Not yet',
      'AssignmentIP assignment1 Jan 2026 – 1 Dec 2026Ends soon',
      'LicencesMaster agreement1 Jan 2026 – 31 Dec 2026renews by 3 months, notice until 31 Dec 2026In force',
      'Old contractMaster agreementuntil 31 Mar 2026Ended',
    ])
  })

  it('says what it is for while it is empty', async () => {
    const { section } = await open({ agreements: [] })
    expect(section).toHaveTextContent('Keep master agreements, statements of work and NDAs here')
  })

  it('creates an agreement from its form, whose title follows the kind until it is typed', async () => {
    const { main, user, section } = await open({ agreements: [] })
    await user.click(within(section).getByRole('button', { name: 'New agreement' }))
    const dialog = await screen.findByRole('dialog')
    const title = within(dialog).getByRole('textbox', { name: 'Title' })
    expect(title).toHaveValue('Master agreement')
    await user.click(within(dialog).getByRole('button', { name: /Kind/ }))
    await user.click(await screen.findByRole('option', { name: 'NDA' }))
    expect(title).toHaveValue('NDA')
    await user.click(within(dialog).getByRole('button', { name: 'Create' }))
    await waitFor(() =>
      expect(Object.values(main.plan.practice.agreements)).toMatchObject([
        { clientId: 'northwind', kind: 'nda', title: 'NDA', end: null, renewalMonths: null },
      ]),
    )
  })

  it('refuses a renewal without an end, and says why', async () => {
    const { user, section } = await open()
    await user.click(within(section).getByRole('button', { name: /^NDA/ }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: 'Renews by' }), '12')
    await user.tab()
    expect(await within(dialog).findByText('Only an agreement with an end renews.')).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled()
  })

  it('deletes one, and takes that back', async () => {
    const { main, user, section } = await open()
    await user.click(within(section).getByRole('button', { name: /^Old contract/ }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(main.plan.practice.agreements.old).toBeUndefined())
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(main.plan.practice.agreements.old).toMatchObject({ title: 'Old contract' }))
  })
})

describe('the budget of an engagement', () => {
  const entries = [anEntry({ day: '2026-10-05', start: null, minutes: 1200 })]

  it.each([
    [
      'hours used and left',
      { kind: 'hours' as const, minutes: 4500 },
      '20 h of 75 h budget used · 55 h left',
    ],
    [
      'money used and left',
      { kind: 'money' as const, amount: 600_000 },
      '€2,400 of €6,000 budget used · €3,600 left',
    ],
    ['what is over', { kind: 'hours' as const, minutes: 600 }, '20 h of 10 h budget used · 10 h over'],
  ])('shows %s', async (_what, budget, expected) => {
    await open({ entries, engagements: [anEngagement({ budget })] })
    expect(plain(screen.getByRole('article', { name: 'Fractional CTO' }).textContent)).toContain(expected)
  })

  it('is not offered in money where the price is fixed', async () => {
    const { user } = await open({
      engagements: [anEngagement({ pays: { kind: 'fixed', price: 900_000, instalments: [] } })],
    })
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: /Budget/ }))
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'No budget',
      'Hours',
    ])
  })
})

describe('the document of an agreement', () => {
  const linked = anAgreement({ id: 'linked', title: 'SOW 2', file: '/home/ada/Contracts/SOW 2.pdf' })

  it('is opened by main alone, which is told the agreement and no path', async () => {
    const { section, user, main } = await open({ agreements: [linked] })
    main.answers['agreement/open'] = { state: 'there' }
    await user.click(within(section).getByRole('button', { name: 'Open the document of SOW 2' }))
    await waitFor(() =>
      expect(main.requests.filter(({ name }) => name === 'agreement/open')).toEqual([
        { name: 'agreement/open', payload: { id: 'linked' } },
      ]),
    )
  })

  it('that has gone is told where one edits it, and another can be chosen', async () => {
    const { section, user, main } = await open({ agreements: [linked] })
    main.answers['agreement/look'] = { state: 'gone' }
    main.answers['agreement/choose'] = '/home/ada/Moved/SOW 2.pdf'
    await user.click(within(section).getByRole('button', { name: /^SOW 2Master/ }))
    const dialog = await screen.findByRole('dialog', { name: 'SOW 2' })
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(/^Not found/)
    const file = within(dialog).getByRole('group', { name: 'Document' })
    expect(within(file).getByRole('button', { name: 'Open' })).toBeDisabled()
    await user.click(within(file).getByRole('button', { name: 'Choose…' }))
    expect(await within(file).findByText('/home/ada/Moved')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(main.plan.practice.agreements.linked?.file).toBe('/home/ada/Moved/SOW 2.pdf'))
  })

  it('that cannot be opened says why', async () => {
    const { section, user, main } = await open({ agreements: [linked] })
    main.answers['agreement/open'] = { state: 'refused' }
    await user.click(within(section).getByRole('button', { name: 'Open the document of SOW 2' }))
    expect(await screen.findByText(/this is another kind of file/)).toBeInTheDocument()
  })
})

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClientsScreen } from '../../../renderer/clients/ClientsScreen.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { forgetKeptForms } from '../../../renderer/state/keptForm.ts'
import { forgetPlace, go } from '../../../renderer/state/navigation.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import { emptyAddress } from '../../../shared/plan/fields.ts'
import { aClient, aDeliverable, anEngagement, aPlan } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

// A thousand countries, currencies and zones make jsdom slow, and nothing here is about them.
vi.mock('../../../renderer/ui/choices.ts', () => ({
  countryOptions: () => [
    { id: 'DE', label: 'Germany' },
    { id: 'FR', label: 'France' },
  ],
  currencyOptions: () => [{ id: 'EUR', label: 'EUR' }],
  zoneOptions: (inUse: string) => [{ id: inUse, label: inUse }],
}))

let main: FakeMain
let stop: () => void
let stopClock: () => void

beforeEach(() => {
  main = installBridge({
    plan: aPlan({
      clients: [
        aClient({ address: { ...emptyAddress, country: 'DE' } }),
        aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 }),
      ],
      engagements: [
        anEngagement({
          commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 960 } }],
        }),
      ],
      deliverables: [aDeliverable()],
    }),
  })
  stop = openPlan()
  stopClock = startClock()
})

afterEach(() => {
  stop()
  stopClock()
  forgetPlace()
  forgetKeptForms()
})

async function open(clientId = 'northwind', name = 'Northwind') {
  go({ screen: 'clients', clientId })
  render(<ClientsScreen />)
  await screen.findByRole('heading', { name })
  return userEvent.setup({ delay: null })
}

const client = (id: string) => main.plan.practice.clients[id]

describe('the clients screen', () => {
  it('shows what a client pays, was promised and is due', async () => {
    await open()
    const card = screen.getByRole('article', { name: 'Fractional CTO' })
    expect(card).toHaveTextContent('€120 an hour')
    expect(card).toHaveTextContent('16 h a week')
    expect(card).toHaveTextContent('Milestone 2')
  })

  it('saves a field when it is left, and not while it is invalid', async () => {
    const user = await open()
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.tab()
    expect(client('northwind')?.name).toBe('Northwind')
    expect(screen.getByText('Please enter something here.')).toBeVisible()
    await user.type(name, 'Northwind GmbH')
    await user.tab()
    await waitFor(() => expect(client('northwind')?.name).toBe('Northwind GmbH'))
  })

  it('adds a client with a colour that nobody has, and opens it', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'New client' }))
    const dialog = await screen.findByRole('dialog', { name: 'New client' })
    expect(within(dialog).getByRole('button', { name: 'Create' })).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Acme')
    await user.type(within(dialog).getByRole('textbox', { name: 'Phone' }), '+49 40 1')
    await user.click(within(dialog).getByRole('button', { name: 'Create' }))
    await screen.findByRole('heading', { name: 'Acme' })
    const added = Object.values(main.plan.practice.clients).find((c) => c.name === 'Acme')
    expect(added).toMatchObject({ colour: 'plum', order: 3, currency: 'EUR', phone: '+49 40 1' })
  })

  it('keeps what was typed when its dialog is closed by accident, and offers to start over', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'New client' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'New client' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Acme')
    expect(screen.getByText('What you typed before is still here.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Other')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'New client' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  })

  it('keeps typed text that cannot be saved while another client is looked at', async () => {
    const user = await open()
    await user.clear(screen.getByRole('textbox', { name: 'Name' }))
    await user.click(screen.getByRole('button', { name: 'Lumen Health' }))
    await screen.findByRole('heading', { name: 'Lumen Health' })
    await user.click(screen.getByRole('button', { name: 'Northwind' }))
    await screen.findByRole('heading', { name: 'Northwind' })
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('')
    expect(screen.getByText('Please enter something here.')).toBeVisible()
  })

  it.each([
    ['Tax id', 'FR40303265045', /begins with FR, and the address is in Germany/],
    ['E-mail for invoices', 'ann@', /looks like name@company\.example/],
  ])('says of %s “%s” what is wrong while it is typed, and keeps it', async (label, typed, sentence) => {
    const user = await open()
    const field = screen.getByRole('textbox', { name: label })
    await user.type(field, typed)
    expect(await screen.findByText(sentence)).toBeVisible()
    await user.tab()
    await waitFor(() =>
      expect(Object.values(client('northwind') ?? {}).includes(typed), 'what was typed is saved').toBe(true),
    )
  })

  it('adds, fills, orders and removes contacts', async () => {
    const user = await open()
    const names = () => client('northwind')?.contacts.map(({ name }) => name)
    for (const name of ['Ann', 'Ben']) {
      await user.click(screen.getByRole('button', { name: 'Add contact' }))
      await user.type(
        within(await screen.findByRole('listitem', { name: 'this contact' })).getByRole('textbox', {
          name: 'Name',
        }),
        name,
      )
      await user.tab()
    }
    await waitFor(() => expect(names()).toEqual(['Ann', 'Ben']))
    await user.click(screen.getByRole('button', { name: 'Move Ben up' }))
    await waitFor(() => expect(names()).toEqual(['Ben', 'Ann']))
    await user.click(screen.getByRole('button', { name: 'Remove Ben' }))
    await waitFor(() => expect(names()).toEqual(['Ann']))
  })

  it('gives the lines of a client a tax of their own, and takes it away again', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: /Tax of new invoice lines/ }))
    await user.click(await screen.findByRole('option', { name: 'Its own' }))
    await waitFor(() => expect(client('northwind')?.tax).toMatchObject({ category: 'S', rate: 0 }))
    await user.click(screen.getByRole('button', { name: /^Tax Taxed|Taxed Tax$/ }))
    await user.click(await screen.findByRole('option', { name: 'Reverse charge' }))
    await waitFor(() =>
      expect(client('northwind')?.tax).toMatchObject({
        category: 'AE',
        rate: 0,
        reason: expect.stringContaining('Reverse charge'),
      }),
    )
    await user.click(screen.getByRole('button', { name: /Tax of new invoice lines/ }))
    await user.click(await screen.findByRole('option', { name: /As usual/ }))
    await waitFor(() => expect(client('northwind')?.tax).toBeNull())
  })

  it('goes into the archive and comes back with undo', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Archive client' }))
    await waitFor(() => expect(client('northwind')?.archived).toBe(true))
    expect(toastStore.getState().toasts.at(-1)).toMatchObject({ text: '“Northwind” is in the archive' })
    toastStore.getState().toasts.at(-1)?.action?.run()
    await waitFor(() => expect(client('northwind')?.archived).toBe(false))
  })

  it('creates an engagement from its form', async () => {
    const user = await open('lumen', 'Lumen Health')
    await user.click(screen.getByRole('button', { name: 'New engagement' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: 'Create' })).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: 'What it is for' }), 'Advisory')
    const rate = within(dialog).getByRole('textbox', { name: 'Rate' })
    await user.clear(rate)
    await user.type(rate, '165')
    await user.tab()
    await user.click(within(dialog).getByRole('button', { name: 'Create' }))
    await waitFor(() =>
      expect(Object.values(main.plan.practice.engagements)).toContainEqual(
        expect.objectContaining({
          clientId: 'lumen',
          name: 'Advisory',
          terms: [expect.objectContaining({ terms: { kind: 'hourly', rate: 16_500 } })],
        }),
      ),
    )
  })

  it('refuses to delete a client with engagements, and says what to do instead', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(client('northwind')).toBeDefined()
  })
})

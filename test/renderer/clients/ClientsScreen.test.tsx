import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ClientsScreen } from '../../../renderer/clients/ClientsScreen.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { forgetPlace, go } from '../../../renderer/state/navigation.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import { aClient, aDeliverable, anEngagement, aPlan } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

let main: FakeMain
let stop: () => void
let stopClock: () => void

beforeEach(() => {
  main = installBridge({
    plan: aPlan({
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 })],
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
})

async function open(clientId: string | null = null, name = 'Northwind') {
  go({ screen: 'clients', clientId })
  render(<ClientsScreen />)
  await screen.findByRole('heading', { name })
  return userEvent.setup()
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
    await screen.findByRole('heading', { name: 'New client' })
    const added = Object.values(main.plan.practice.clients).find((c) => c.name === 'New client')
    expect(added).toMatchObject({ colour: 'plum', order: 3, currency: 'EUR' })
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

import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { DraftExpenses } from '../../../renderer/invoices/DraftExpenses.tsx'
import { openPlan } from '../../../renderer/state/plan.ts'
import { newInvoice } from '../../../shared/plan/invoice.ts'
import { aClient, anEngagement, anExpense, aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

let stop = () => {}
afterEach(() => stop())

/** A draft in euros for a client with an expense of 200.00 US dollars. */
async function asked() {
  const expense = anExpense({
    id: 'flight',
    title: 'Flight',
    currency: 'USD',
    taxRate: 0,
    amount: 20_000,
    day: '2026-11-10',
  })
  installBridge({
    plan: aPlan({ clients: [aClient()], engagements: [anEngagement()], expenses: [expense] }),
  })
  stop = openPlan()
  const onAdd = vi.fn()
  const invoice = newInvoice({
    id: 'draft',
    clientId: aClient().id,
    createdOn: '2026-11-30',
    supply: { from: '2026-11-01', to: '2026-11-30' },
    currency: 'EUR',
    language: 'en',
    paymentDays: 14,
    lines: [],
  })
  render(<DraftExpenses invoice={invoice} onAdd={onAdd} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: /Add with an amount/ }))
  return { user, onAdd, add: () => screen.getByRole('button', { name: 'Add' }) }
}

it('an expense in another currency is billed by the rate that is entered: none is guessed', async () => {
  const { user, onAdd, add } = await asked()
  expect(add()).toBeDisabled()
  const rate = screen.getByRole('textbox', { name: /USD/ })
  await user.type(rate, '0.925')
  await user.tab()
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Amount/ })).toHaveValue('185.00'))
  await user.click(add())
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ price: 18_500, expenseIds: ['flight'] }),
  )
})

it('or by the amount itself', async () => {
  const { user, onAdd, add } = await asked()
  const amount = screen.getByRole('textbox', { name: /Amount/ })
  await user.clear(amount)
  await user.type(amount, '190{Enter}')
  await user.click(add())
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ price: 19_000 }))
})

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for them.
import '../../../renderer/expenses/ExpenseDialog.tsx'
import '../../../renderer/time/TimeScreen.tsx'
import { runAction } from '../../../renderer/actions/actions.ts'
import { goToTime } from '../../../renderer/state/navigation.ts'
import { findExpense, type Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anExpense } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { aBillingPlan, aDraft, aLine, aPayingClient, carriedOut } from '../../unit/billing/aBillingPlan.ts'

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

const expenses = [
  anExpense(),
  anExpense({ id: 'b', day: '2026-11-22', title: 'Hotel', amount: 12_000, taxRate: 0, currency: 'USD' }),
  anExpense({ id: 'c', day: '2026-11-23', title: 'Desk', clientId: null, billable: false, amount: 40_000 }),
  anExpense({ id: 'd', day: '2026-11-19', title: 'Lunch', clientId: 'lumen', billable: false, amount: 3000 }),
  anExpense({ id: 'e', day: '2026-10-02', title: 'Flight', amount: 20_000, passOn: 'gross' }),
]

const withInvoice = (): Plan =>
  carriedOut(
    aBillingPlan({
      clients: [aPayingClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [anEngagement()],
      expenses,
    }),
    { type: 'invoice/draft', invoice: aDraft({ lines: [aLine({ expenseIds: ['e'] })] }) as never },
    { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-01' },
  )

async function open(plan: Plan = withInvoice()) {
  const shown = await renderApp(plan)
  goToTime('expenses')
  // The first screen of a file takes its time on a busy computer.
  await screen.findByRole('button', { name: 'New expense' }, { timeout: 10_000 })
  return shown
}

const rows = () =>
  within(screen.getByRole('grid', { name: 'Expenses' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map((cell) => plain(cell.textContent)).join(' | '))

async function choose(user: Awaited<ReturnType<typeof renderApp>>['user'], label: RegExp, option: string) {
  await user.click(screen.getByRole('button', { name: label }))
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('the list of expenses', () => {
  it('tells day, client, where each stands and what it comes to, newest first', async () => {
    await open()
    expect(rows()).toEqual([
      '23 Nov 2026 | Desk | Own business | Own business |  | €400.00 | ',
      '22 Nov 2026 | Hotel | Northwind | To bill | $120.00 | $120.00 | ',
      '20 Nov 2026 | Train to Hamburg | Northwind | To bill | €84.02 | €89.90 | ',
      '19 Nov 2026 | Lunch | Lumen | Not billed |  | €30.00 | ',
      '2 Oct 2026 | Flight | Northwind | Invoice 2026-001 | €200.00 | €200.00 | ',
    ])
    expect(plain(screen.getByText('€719.90').closest('dl')?.textContent ?? '')).toBe(
      'Paid€719.90$120.00To bill€84.02$120.00',
    )
  })

  it('shows a client’s, own business, and those of a state', async () => {
    const { user } = await open()
    await choose(user, /Client$/, 'Own business')
    await waitFor(() => expect(rows()).toHaveLength(1))
    await choose(user, /Client$/, 'Northwind')
    await choose(user, /State$/, 'To bill')
    await waitFor(() =>
      expect(rows().map((row) => row.split(' | ')[1])).toEqual(['Hotel', 'Train to Hamburg']),
    )
  })

  it('deletes and duplicates from a row’s menu; an issued one stays', async () => {
    const { main, user } = await open()
    await user.click(screen.getByRole('button', { name: 'Actions for Hotel' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    await waitFor(() => expect(findExpense(main.plan, 'b')).toBeUndefined())
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(findExpense(main.plan, 'b')).toEqual(expenses[1]))
    await user.click(screen.getByRole('button', { name: 'Actions for Flight' }))
    expect(await screen.findByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('menuitem', { name: 'Duplicate' }))
    const dialog = await screen.findByRole('dialog', { name: 'New expense' })
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(rows()).toHaveLength(6))
    expect(rows()[0]).toBe('24 Nov 2026 | Flight | Northwind | To bill | €200.00 | €200.00 | ')
  })

  it('says what it is for while it is empty', async () => {
    await open(aBillingPlan())
    expect(screen.getByText('No expenses yet')).toBeVisible()
  })
})

describe('the form of an expense', () => {
  it('enters one: what is wrong is said as it is typed, and what the client is charged', async () => {
    const { main, user } = await open(aBillingPlan())
    runAction('expense.new')
    const dialog = await screen.findByRole('dialog', { name: 'New expense' })
    const save = within(dialog).getByRole('button', { name: 'Save' })
    expect(save).toBeDisabled()
    const title = within(dialog).getByRole('textbox', { name: /What/ })
    await user.type(title, 'x')
    await user.clear(title)
    expect(await within(dialog).findByText('Please enter something here.')).toBeVisible()
    await user.type(title, 'Taxi')
    await choose(user, /Client/, 'Northwind')
    await user.type(within(dialog).getByRole('textbox', { name: 'Amount paid' }), '11.90')
    await user.tab()
    expect(await within(dialog).findByText(/The client is charged €10.00/)).toBeVisible()
    await user.click(save)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(Object.values(main.plan.years['2026']?.expenses ?? {})).toEqual([
      {
        ...anExpense({ id: expect.any(String) as never }),
        day: '2026-11-24',
        title: 'Taxi',
        amount: 1190,
        taxRate: 190_000,
      },
    ])
  })

  it('opens with Enter, warns of a twin, and refuses a closed day', async () => {
    const plan = carriedOut(
      aBillingPlan({ expenses: [anExpense(), anExpense({ id: 'twin', title: 'Again' })] }),
    )
    const { user, main } = await open(plan)
    await user.click(screen.getByText('Again'))
    const dialog = await screen.findByRole('dialog', { name: 'Expense' })
    expect(within(dialog).getByText(/“Train to Hamburg” has the same day and amount/)).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeEnabled()
    await main.request('plan/execute', { id: 'x', command: { type: 'entry/close', through: '2026-11-30' } })
    expect(await within(dialog).findByText(/Time is closed to 2026-11-30/)).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled()
  })

  it('takes a receipt that is chosen or dropped, and opens it through main alone', async () => {
    const { main, user } = await open(aBillingPlan({ expenses: [anExpense()] }))
    await user.click(screen.getByText('Train to Hamburg'))
    const dialog = await screen.findByRole('dialog', { name: 'Expense' })
    const drop = dialog.querySelector('[data-takes-files]')
    if (drop === null) throw new Error('no place to drop on')
    const files = [new File(['x'], 'ticket.pdf', { type: 'application/pdf' })]
    fireEvent.dragOver(drop, { dataTransfer: { files, types: ['Files'] } })
    expect(within(dialog).getByText('Drop the receipt to make an expense of it')).toBeVisible()
    fireEvent.drop(drop, { dataTransfer: { files, types: ['Files'] } })
    expect(await within(dialog).findByText('ticket.pdf')).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: 'Open' })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(findExpense(main.plan, 'expense-1')?.receipt).toBe('/dropped/ticket.pdf'))
    await user.click(await screen.findByRole('button', { name: 'Open the receipt' }))
    expect(main.requests.at(-1)).toEqual({ name: 'receipt/open', payload: { id: 'expense-1' } })
  })

  it('shows an issued one without letting it change', async () => {
    const { user } = await open()
    await user.click(screen.getByText('Flight'))
    const dialog = await screen.findByRole('dialog', { name: 'Expense' })
    expect(within(dialog).getByText('On invoice 2026-001: it no longer changes.')).toBeVisible()
    expect(within(dialog).getByRole('textbox', { name: /What/ })).toBeDisabled()
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled()
  })
})

it('draws the newest of many, and older ones when asked; the sums are of all', async () => {
  const many = Array.from({ length: 100 }, (_, i) =>
    anExpense({ id: `m${i}`, title: `Trip ${i}`, amount: 100, taxRate: 0, day: addDays('2026-01-01', i) }),
  )
  const { user } = await open(aBillingPlan({ clients: [aPayingClient()], engagements: [], expenses: many }))
  // The week is kept behind the screen.
  const list = screen.getByRole('main')
  const titles = () => [...list.querySelectorAll('[role=rowheader]')].map((cell) => cell.textContent)
  expect([titles().length, titles()[0], titles().at(-1)]).toEqual([60, 'Trip 99', 'Trip 40'])
  expect(plain(list.querySelector('dl')?.textContent ?? '')).toBe('Paid€100.00To bill€100.00')
  await user.click(screen.getByText('Show 40 older'))
  expect([titles().length, titles().at(-1)]).toEqual([100, 'Trip 0'])
  expect(screen.queryByText(/older$/)).not.toBeInTheDocument()
})

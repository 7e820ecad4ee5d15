import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetLists } from '../../../renderer/clients/listsStore.ts'
import { InvoicesScreen } from '../../../renderer/invoices/InvoicesScreen.tsx'
import { NewInvoiceDialog } from '../../../renderer/invoices/NewInvoiceDialog.tsx'
import { closeOverlay, useOverlay } from '../../../renderer/shell/overlays.ts'
import { startClock } from '../../../renderer/state/clock.ts'
import { forgetPlace, go } from '../../../renderer/state/navigation.ts'
import { openPlan, undo } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import type { PdfReply } from '../../../shared/ipc/documentsContract.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { findInvoice } from '../../../shared/plan/plan.ts'
import { aDeliverable, anEngagement } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'
import {
  aBillingPlan,
  aDraft,
  aLine,
  aPayingClient,
  carriedOut,
  worked,
} from '../../unit/billing/aBillingPlan.ts'
import { standInForLayout } from './paperLayout.ts'

let main: FakeMain
let stops: (() => void)[] = []

beforeEach(standInForLayout)

afterEach(() => {
  for (const stop of stops) stop()
  closeOverlay()
  forgetPlace()
  forgetLists()
  toastStore.setState({ toasts: [] })
})

/** The dialog as the window shows it over its screens. */
function NewInvoice() {
  return useOverlay() === 'newInvoice' ? <NewInvoiceDialog onClose={closeOverlay} /> : null
}

async function open(plan: Plan, invoiceId: string | null = null) {
  main = installBridge({ plan })
  stops = [openPlan(), startClock()]
  go({ screen: 'invoices', invoiceId })
  render(
    <>
      <InvoicesScreen />
      <NewInvoice />
    </>,
  )
  await screen.findByRole('heading', { level: 1, name: invoiceId === null ? 'Invoices' : /Draft for|2026-/ })
  return userEvent.setup()
}

const invoice = (id = 'invoice-1') => {
  const found = findInvoice(main.plan, id)
  if (found === undefined) throw new Error(`no invoice ${id}`)
  return found
}

const drafted = (plan = aBillingPlan()) => carriedOut(plan, { type: 'invoice/draft', invoice: aDraft() })
const issued = () => carriedOut(drafted(), { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-01' })

describe('the list of invoices', () => {
  it('says how to come to one where there is none', async () => {
    await open(aBillingPlan())
    expect(screen.getByText('No invoices yet')).toBeVisible()
  })

  it('shows them with their state and totals, filters, and opens one', async () => {
    const plan = carriedOut(issued(), { type: 'invoice/draft', invoice: aDraft({ id: 'next' }) })
    const user = await open(plan)
    const list = screen.getByRole('grid', { name: 'Invoices' })
    expect(within(list).getByRole('row', { name: /2026-001/ })).toHaveTextContent('9 days overdue')
    expect(screen.getByLabelText('Total of what is shown')).toHaveTextContent('EUR€238.00€119.00 to be paid')
    await user.click(screen.getByRole('button', { name: /State/ }))
    await user.click(await screen.findByRole('option', { name: 'Drafts' }))
    expect(screen.getByLabelText('Total of what is shown')).toHaveTextContent('EUR€119.00')
    expect(within(list).queryByText('2026-001')).toBeNull()
    await user.click(screen.getByRole('button', { name: /State/ }))
    await user.click(await screen.findByRole('option', { name: 'Overdue' }))
    await user.click(within(list).getByText('2026-001'))
    expect(await screen.findByRole('heading', { level: 1, name: /2026-001/ })).toBeVisible()
  })
})

describe('a new invoice', () => {
  it('proposes what was worked, says what is left out and why, and becomes a draft', async () => {
    const plan = aBillingPlan({
      engagements: [
        anEngagement(),
        anEngagement({
          id: 'fixed',
          name: 'Audit',
          order: 2,
          pays: { kind: 'fixed', price: 900_000, instalments: [] },
        }),
      ],
      deliverables: [aDeliverable({ engagementId: 'fixed' })],
      entries: [worked('2026-11-02', 150), worked('2026-11-03', 45, { engagementId: 'fixed' })],
    })
    const user = await open(plan)
    await user.click(screen.getAllByRole('button', { name: 'New invoice' })[0] as HTMLElement)
    const dialog = await screen.findByRole('dialog', { name: 'New invoice' })
    expect(dialog).toHaveTextContent('2:30 × €120 / h')
    expect(dialog).toHaveTextContent('Net total€300.00')
    expect(dialog).toHaveTextContent(
      'Audit 45 min of fixed-price work, billed when its deliverables are done',
    )
    await user.click(within(dialog).getByRole('button', { name: 'Create draft' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Draft for Northwind/ })).toBeVisible()
    const [created] = Object.values(main.plan.years['2026']?.invoices ?? {})
    expect(created).toMatchObject({
      clientId: 'northwind',
      lines: [{ amount: 150, price: 12_000 }],
      issued: null,
    })
  })

  it('takes earlier work in on request', async () => {
    const user = await open(aBillingPlan({ entries: [worked('2026-10-20', 60), worked('2026-11-02', 60)] }))
    await user.click(screen.getAllByRole('button', { name: 'New invoice' })[0] as HTMLElement)
    const dialog = await screen.findByRole('dialog', { name: 'New invoice' })
    await user.click(within(dialog).getByRole('button', { name: 'Include it' }))
    expect(dialog).toHaveTextContent('Net total€240.00')
  })
})

describe('a draft', () => {
  it('is edited in place, each edit a step that can be undone', async () => {
    const user = await open(drafted(), 'invoice-1')
    const line = screen.getByRole('listitem', { name: 'Line 1' })
    const text = within(line).getByRole('textbox', { name: 'Text' })
    await user.clear(text)
    await user.type(text, 'Board pack')
    await user.tab()
    const price = within(line).getByRole('textbox', { name: 'Price' })
    await user.clear(price)
    await user.type(price, '250.5{Enter}')
    await waitFor(() => expect(invoice().lines[0]).toMatchObject({ text: 'Board pack', price: 25_050 }))
    expect(within(line).getByRole('status', { name: 'Amount' })).toHaveTextContent('€250.50')
    await undo()
    await waitFor(() => expect(invoice().lines[0]).toMatchObject({ text: 'Board pack', price: 10_000 }))
  })

  it('takes lines in, moves and removes them', async () => {
    const user = await open(drafted(), 'invoice-1')
    await user.click(screen.getByRole('button', { name: 'Add a line' }))
    await screen.findByRole('listitem', { name: 'Line 2' })
    await user.click(
      within(screen.getByRole('listitem', { name: 'Line 2' })).getByRole('button', { name: 'Move up' }),
    )
    await waitFor(() => expect(invoice().lines.map((line) => line.text)).toEqual(['', 'Workshop']))
    await user.click(
      within(screen.getByRole('listitem', { name: 'Line 1' })).getByRole('button', {
        name: 'Remove this line',
      }),
    )
    await waitFor(() => expect(invoice().lines.map((line) => line.text)).toEqual(['Workshop']))
  })

  it('explains a line down to its entries', async () => {
    const rounding = { mode: 'up', increment: 30, scope: 'day' } as const
    const plan = aBillingPlan({ entries: [worked('2026-11-02', 50), worked('2026-11-03', 61)] })
    const basis = { kind: 'hours', engagementId: 'northwind-cto', rounding, shared: 0 } as const
    const entryIds = ['e-2026-11-02-50', 'e-2026-11-03-61']
    const line = aLine({ unit: 'hour', amount: 150, per: 60, price: 12_000, entryIds, basis })
    const user = await open(
      carriedOut(plan, { type: 'invoice/draft', invoice: aDraft({ lines: [line] }) }),
      'invoice-1',
    )
    await user.click(screen.getByRole('button', { name: 'What this is made of' }))
    const table = screen.getByRole('table', { name: 'What “Workshop” is made of' })
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      ['Mon 2 Nov', 'Platform roadmap', '0:50', '1:00'],
      ['Tue 3 Nov', 'Platform roadmap', '1:01', '1:30'],
      ['Worked', '1:51'],
      ['Rounding', '0:39'],
      ['2:30 × €120.00', '€300.00'],
    ])
    expect(screen.getByText('Rounded up to 30 min per day.')).toBeVisible()
  })

  it('asks for the reason where there is no tax', async () => {
    const user = await open(drafted(), 'invoice-1')
    await user.click(screen.getByRole('button', { name: /Tax/ }))
    await user.click(await screen.findByRole('option', { name: 'Reverse charge' }))
    await waitFor(() => expect(invoice().lines[0]?.tax).toMatchObject({ category: 'AE', rate: 0 }))
    expect(screen.getByRole('textbox', { name: 'Reason printed on the invoice' })).toHaveValue(
      invoice().lines[0]?.tax.reason,
    )
  })

  it('is saved as PDF, and a failure is told in words', async () => {
    const user = await open(drafted(), 'invoice-1')
    const reply: PdfReply = { state: 'failed', code: 'disk-full', detail: 'ENOSPC' }
    const ask = main.request
    main.request = ((name: string, payload: never) =>
      name === 'invoice/pdf' ? Promise.resolve(reply) : ask(name as never, payload)) as typeof ask
    await user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await waitFor(() =>
      expect(toastStore.getState().toasts.map(({ text, tone }) => [text, tone])).toEqual([
        ['The PDF was not saved: the disk is full.', 'over'],
      ]),
    )
  })
})

describe('issuing', () => {
  it('shows all that is missing at once, and the way to it', async () => {
    const nowhere = { street: '', number: '', postcode: '', town: '', country: '' }
    const plan = aBillingPlan({
      clients: [aPayingClient({ address: nowhere })],
      business: { name: '', taxId: '' },
    })
    const user = await open(drafted(plan), 'invoice-1')
    await user.click(screen.getByRole('button', { name: 'Issue…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Issue this invoice' })
    for (const sentence of [
      'Your name is missing in “My business”.',
      'Your VAT ID or tax number is missing in “My business”.',
      'The address of Northwind is incomplete: street, town and country.',
    ])
      expect(within(dialog).getByText(sentence)).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Issue 2026-001' })).toBeDisabled()
    expect(within(dialog).getByRole('button', { name: 'Client' })).toBeVisible()
  })

  it('says what it means, gives the number and shows the issued invoice', async () => {
    const user = await open(drafted(), 'invoice-1')
    await user.click(screen.getByRole('button', { name: 'Issue…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Issue this invoice' })
    expect(within(dialog).getByText(/It becomes invoice 2026-001/)).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Issue 2026-001' }))
    expect(await screen.findByRole('heading', { level: 1, name: '2026-001' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save PDF' })).toHaveFocus())
    expect(invoice().issued).toMatchObject({ number: '2026-001', on: '2026-11-24', gross: 11_900 })
  })
})

describe('an issued invoice', () => {
  it('takes payments until it is paid', async () => {
    const user = await open(issued(), 'invoice-1')
    await user.click(screen.getByRole('button', { name: 'Record payment…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Record payment' })
    const amount = within(dialog).getByRole('textbox', { name: 'Amount' })
    expect(amount).toHaveValue('119.00')
    await user.click(within(dialog).getByRole('button', { name: 'Record payment' }))
    expect(await screen.findByText('Paid')).toBeVisible()
    expect(invoice().payments).toMatchObject([{ amount: 11_900, on: '2026-11-24' }])
  })
})

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InvoicesScreen } from '../../../renderer/invoices/InvoicesScreen.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { forgetPlace, go } from '../../../renderer/state/navigation.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'
import { aBillingPlan, aDraft, aLine, carriedOut } from '../../unit/billing/aBillingPlan.ts'
import { standInForLayout } from './paperLayout.ts'

let main: FakeMain
let stops: (() => void)[] = []

beforeEach(() => {
  standInForLayout()
  Element.prototype.scrollIntoView = () => undefined
})

afterEach(() => {
  for (const stop of stops) stop()
  forgetPlace()
  toastStore.setState({ toasts: [] })
})

async function open(plan: Plan) {
  main = installBridge({ plan })
  stops = [openPlan(), startClock()]
  go({ screen: 'invoices', invoiceId: 'invoice-1' })
  render(<InvoicesScreen />)
  await screen.findByRole('heading', { level: 1, name: /Draft for|2026-/ })
  return userEvent.setup()
}

const drafted = (given: Partial<Invoice>) =>
  carriedOut(aBillingPlan(), { type: 'invoice/draft', invoice: aDraft(given) })

describe('what keeps a draft from being issued', () => {
  const untaxed = { category: 'S', rate: 0, reason: '' } as const
  const exempt = { category: 'E', rate: 0, reason: '' } as const
  const second = (given: object) => [aLine(), aLine({ id: 'line-2', ...given })]
  it.each([
    ['no text', { lines: second({ text: ' ' }) }, { card: 'Line 2', role: 'textbox', name: 'Text' }],
    ['no rate', { lines: second({ tax: untaxed }) }, { card: 'Line 2', role: 'textbox', name: 'Rate' }],
    ['no reason', { lines: second({ tax: exempt }) }, { card: 'Line 2', role: 'textbox', name: /Reason/ }],
    [
      'too much off a line',
      { lines: second({ discount: { kind: 'amount', amount: 99_999_999 } }) },
      { card: 'Line 2', role: 'textbox', name: 'Amount off' },
    ],
    [
      'too much off the whole',
      { discount: { kind: 'amount', amount: 99_999_999 } },
      { card: null, role: 'textbox', name: 'Amount off' },
    ],
    ['no exchange rate', { currency: 'CHF' }, { card: null, role: 'textbox', name: /CHF/ }],
    ['no line', { lines: [] }, { card: null, role: 'button', name: 'Add a line' }],
  ] as const)('leads to the field concerned: %s', async (_, given, { card, role, name }) => {
    const user = await open(drafted(given as Partial<Invoice>))
    await user.click(screen.getByRole('button', { name: 'Issue…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Issue this invoice' })
    const [first] = within(dialog).getAllByRole('button', { name: /^Show: / })
    await user.click(first as HTMLElement)
    const around = card === null ? screen : within(await screen.findByRole('listitem', { name: card }))
    await waitFor(() => expect(around.getByRole(role, { name })).toHaveFocus())
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the stored PDF of an issued invoice', () => {
  const pdf = { sha256: 'ab'.repeat(32), bytes: 28_400, pages: 2 }
  const issued = () => {
    const plan = carriedOut(drafted({}), { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-01' })
    const done = execute(plan, { type: 'invoice/stored', id: 'invoice-1', pdf })
    if (!done.ok) throw new Error(done.refusal.code)
    return done.plan
  }

  it('names its pages, its size and its fingerprint, and is opened or shown where it is', async () => {
    const user = await open(issued())
    expect(screen.getByText('ab'.repeat(32))).toBeVisible()
    expect(screen.getByText(/2 pages/)).toHaveTextContent(/29\s*kB/)
    main.answers['invoice/open'] = { state: 'there' }
    await user.click(screen.getByRole('button', { name: 'Open' }))
    await user.click(screen.getByRole('button', { name: 'Show in folder' }))
    expect(main.requests.filter(({ name }) => name === 'invoice/open').map(({ payload }) => payload)).toEqual(
      [
        { id: 'invoice-1', how: 'file' },
        { id: 'invoice-1', how: 'folder' },
      ],
    )
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it.each(['missing', 'differs'] as const)(
    'that is %s says so, and is printed again when asked',
    async (state) => {
      const user = await open(issued())
      main.answers['invoice/open'] = { state }
      await user.click(screen.getByRole('button', { name: 'Open' }))
      const alert = await screen.findByRole('alert')
      main.answers['invoice/printAgain'] = { state: 'there' }
      await user.click(within(alert).getByRole('button'))
      await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
      expect(toastStore.getState().toasts).toHaveLength(1)
    },
  )

  it('that cannot be read says so, and offers no second print', async () => {
    const user = await open(issued())
    main.answers['invoice/open'] = { state: 'failed' }
    await user.click(screen.getByRole('button', { name: 'Open' }))
    expect(within(await screen.findByRole('alert')).queryByRole('button')).toBeNull()
  })
})

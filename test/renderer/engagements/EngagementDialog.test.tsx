import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { EngagementDialog } from '../../../renderer/engagements/EngagementDialog.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import { aClient, aDeliverable, anEngagement, aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

let stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops) stop()
})

/** The form of an engagement that is paid so; gives the dialog, a user, and what is saved. */
function open(pays: Terms, given: Partial<Engagement> = {}) {
  const engagement = anEngagement({ pays, ...given })
  const main = installBridge({
    plan: aPlan({ clients: [aClient()], engagements: [engagement], deliverables: [aDeliverable()] }),
  })
  stops = [openPlan(), startClock()]
  render(<EngagementDialog client={aClient()} engagement={engagement} onClose={() => {}} />)
  const dialog = within(screen.getByRole('dialog'))
  const saved = () => main.plan.practice.engagements[engagement.id]
  return { dialog, saved, user: userEvent.setup() }
}

const hourly: Terms = { kind: 'hourly', rate: 12_000 }
const type = async (user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) => {
  await user.clear(field)
  await user.type(field, text)
  await user.tab()
}

it('changes a rate from a date, and lists both with the days from which they hold', async () => {
  const { dialog, saved, user } = open(hourly)
  const paid = within(dialog.getByRole('group', { name: 'Paid' }))
  await user.click(paid.getByRole('button', { name: 'Change from a date' }))
  await type(user, paid.getByRole('textbox', { name: 'Rate' }), '150')
  const [first, second] = within(paid.getByRole('list')).getAllByRole('button')
  expect(first).toHaveTextContent('from the start€120 an hour')
  expect(second).toHaveTextContent('€150 an hour')
  expect(second).toHaveAttribute('aria-current', 'true')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(saved()?.terms.map(({ terms }) => terms)).toEqual([hourly, { ...hourly, rate: 15_000 }]),
  )
})

it('says that a correction changes the past, and turns it into a change from a date', async () => {
  const { dialog, saved, user } = open(hourly)
  await type(user, dialog.getByRole('textbox', { name: 'Rate' }), '150')
  expect(dialog.getByText(/This changes the past too/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Change from a date instead' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(saved()?.terms.map(({ terms }) => terms)).toEqual([hourly, { ...hourly, rate: 15_000 }]),
  )
})

it('says what is wrong with a day that is out of order, and saves only when it is mended', async () => {
  const { dialog, saved, user } = open(hourly, {
    terms: [
      { from: '2026-01-01', terms: hourly },
      { from: '2026-06-01', terms: { kind: 'hourly', rate: 13_000 } },
    ],
  })
  const year = within(dialog.getByRole('group', { name: 'Holds from' })).getByRole('spinbutton', {
    name: /year/,
  })
  await user.click(year)
  await user.keyboard('2025')
  expect(
    dialog.getByText('This must be later than 1 Jan 2026, when the version before it begins.'),
  ).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.click(
    within(dialog.getByRole('group', { name: 'Paid' })).getByRole('button', { name: 'Remove this version' }),
  )
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved()?.terms).toEqual([{ from: '2026-01-01', terms: hourly }]))
})

it('splits a price evenly to the cent, and says what is missing when an amount is changed', async () => {
  const { dialog, saved, user } = open({ kind: 'fixed', price: 1_000_000, instalments: [] })
  await type(user, dialog.getByRole('textbox', { name: 'Number of equal parts' }), '3')
  await user.click(dialog.getByRole('button', { name: 'Split evenly' }))
  expect(dialog.getByText('The instalments come to €10,000.00, the whole price.')).toBeVisible()
  await type(user, dialog.getByRole('textbox', { name: 'Amount of instalment 1' }), '3,000')
  expect(
    dialog.getByText('The instalments come to €9,666.66 of €10,000.00: €333.34 are missing.'),
  ).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.click(dialog.getByRole('button', { name: 'Split evenly' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(amounts(saved())).toEqual([333_334, 333_333, 333_333]))
})

it('hangs an instalment on a deliverable', async () => {
  const { dialog, saved, user } = open({ kind: 'fixed', price: 50_000, instalments: [] })
  await user.click(dialog.getByRole('button', { name: 'Add an instalment' }))
  await user.click(dialog.getByRole('button', { name: /When instalment 1 is due/ }))
  await user.click(await screen.findByRole('option', { name: 'When a deliverable is done' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(saved()?.terms[0]?.terms).toMatchObject({
      instalments: [{ amount: 50_000, on: { kind: 'deliverable', deliverableId: 'milestone-2' } }],
    }),
  )
})

it('has hours of a retainer expire, and more than them be taken from the next period', async () => {
  const retainer: Terms = {
    kind: 'retainer',
    period: 'month',
    minutes: 2400,
    price: 400_000,
    overageRate: 15_000,
    overage: 'billed',
    rollover: { kind: 'all', expiresAfter: null },
    resetDay: 1,
  }
  const { dialog, saved, user } = open(retainer)
  await type(user, dialog.getByRole('textbox', { name: 'Carried hours expire after' }), '3')
  await user.click(dialog.getByRole('button', { name: /More than the hours/ }))
  await user.click(await screen.findByRole('option', { name: 'is taken from the next period' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(saved()?.terms[0]?.terms).toEqual({
      ...retainer,
      overage: 'carried',
      rollover: { kind: 'all', expiresAfter: 3 },
    }),
  )
})

function amounts(engagement: Engagement | undefined): number[] {
  const terms = engagement?.terms[0]?.terms
  return terms?.kind === 'fixed' ? terms.instalments.map(({ amount }) => amount) : []
}

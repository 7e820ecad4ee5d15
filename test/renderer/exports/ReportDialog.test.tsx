import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ReportDialog } from '../../../renderer/exports/ReportDialog.tsx'
import { openReport } from '../../../renderer/exports/reportForm.ts'
import { startClock } from '../../../renderer/state/clock.ts'
import { openPlan, planNow } from '../../../renderer/state/plan.ts'
import { openingState, planStore } from '../../../renderer/state/planStore.ts'
import { aClient, anEngagement, anEntry, aPlan, type PlanParts } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

// Nothing is laid out here; its pages are looked at in the real app.
Object.defineProperty(document, 'fonts', { value: { ready: new Promise(() => {}) }, configurable: true })

let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  planStore.setState(openingState, true)
})

async function show(parts: PlanParts, clientId: string | null = null) {
  const main = installBridge({ plan: aPlan(parts) })
  const asked: unknown[] = []
  const ask = main.request
  main.request = ((name: string, payload: never) => {
    if (name !== 'monthReport/pdf') return ask(name as never, payload)
    asked.push(payload)
    return Promise.resolve({ state: 'cancelled' })
  }) as typeof ask
  stops = [openPlan(), startClock()]
  openReport(clientId)
  const count = parts.clients?.length ?? 0
  await waitFor(() => expect(planStore.getState().status).not.toBe('opening'))
  await waitFor(() => expect(Object.keys(planNow().practice.clients)).toHaveLength(count))
  render(<ReportDialog />)
  return { asked, user: userEvent.setup() }
}

it('asks for the report of the client and month that are chosen', async () => {
  const { asked, user } = await show(
    {
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [anEngagement()],
      entries: [anEntry()],
    },
    'lumen',
  )
  expect(await screen.findByRole('button', { name: /Lumen/ })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /Month/ }))
  await user.click(await screen.findByRole('option', { name: 'September 2026' }))
  await user.click(screen.getByRole('checkbox', { name: 'Count time that is not billable too' }))
  await user.click(screen.getByRole('button', { name: 'Save as PDF…' }))
  expect(asked).toEqual([{ clientId: 'lumen', month: '2026-09-01', unbilled: true }])
})

it('has nothing to save where there is no client', async () => {
  await show({})
  expect(await screen.findByText('Add a client first: a report is for somebody.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Save as PDF…' })).toBeDisabled()
})

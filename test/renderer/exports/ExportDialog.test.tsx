import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for it.
import '../../../renderer/exports/ExportDialog.tsx'
import { runAction } from '../../../renderer/actions/actions.ts'
import { openExport } from '../../../renderer/exports/exportForm.ts'
import { anEntry, anExpense, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { aBillingPlan } from '../../unit/billing/aBillingPlan.ts'

const plan = aBillingPlan({
  entries: [anEntry(), anEntry({ id: 'b', billable: false, start: null })],
  expenses: [anExpense()],
  sessions: [aSession()],
})

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

async function open(locale = 'en-GB') {
  const shown = await renderApp(plan, { desktop: { locale } })
  runAction('export')
  const dialog = await screen.findByRole('dialog')
  return { ...shown, dialog }
}

describe('the export', () => {
  it('saves the time of the usual month as a spreadsheet of the planner’s country reads it', async () => {
    const { main, user, dialog } = await open()
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 time entries')
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }))
    expect(main.requests.at(-1)).toEqual({
      name: 'csv/save',
      payload: { what: 'time', range: { clientId: null, ...NOVEMBER }, style: 'sheet' },
    })
  })

  it('closes when the file is saved, and nothing that was opened meanwhile', async () => {
    const { main, user, dialog } = await open()
    main.answers['csv/save'] = { state: 'saved', path: '/files/time.csv' }
    main.hold()
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }))
    await user.keyboard('{Control>}k{/Control}')
    const palette = await screen.findByRole('combobox', {}, { timeout: 10_000 })
    expect(dialog).not.toBeInTheDocument()
    await act(async () => main.release())
    await screen.findByText(/^Saved as/)
    expect(palette).toBeInTheDocument()
  })

  it('knows the decimal comma of a German desktop', async () => {
    const { main, user, dialog } = await open('de-DE')
    await user.click(within(dialog).getByRole('button', { name: 'Speichern …' }))
    expect(main.requests.at(-1)?.payload).toMatchObject({ style: 'commaSheet' })
  })

  it('makes a timesheet for one client, of billable time unless the other is wanted too', async () => {
    const { main, user, dialog } = await open()
    await user.click(within(dialog).getByRole('button', { name: /^Time entries/ }))
    await user.click(await screen.findByRole('option', { name: 'Timesheet to sign (PDF)' }))
    await waitFor(() => expect(within(dialog).getByRole('status')).toHaveTextContent('1 time entry'))
    await user.click(within(dialog).getByRole('checkbox', { name: 'Show time that is not billable too' }))
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 time entries')
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }))
    expect(main.requests.at(-1)).toEqual({
      name: 'timesheet/pdf',
      payload: { clientId: 'northwind', ...NOVEMBER, unbilled: true },
    })
  })

  it('saves the plan or one client as a calendar, of all time', async () => {
    const { main, user, dialog } = await open()
    await user.click(within(dialog).getByRole('button', { name: /^Time entries/ }))
    await user.click(await screen.findByRole('option', { name: 'Calendar (.ics)' }))
    await waitFor(() => expect(within(dialog).getByRole('status')).toHaveTextContent('1 calendar entry'))
    expect(within(dialog).queryByRole('button', { name: /Period/ })).not.toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }))
    expect(main.requests.at(-1)).toEqual({ name: 'calendar/save', payload: { clientId: null } })
  })

  it('does not save nothing', async () => {
    await renderApp(plan)
    openExport({ kind: 'expenses', span: { from: '2026-10-01', to: '2026-10-31' } })
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('There is nothing in this period.')).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Save…' })).toBeDisabled()
  })
})

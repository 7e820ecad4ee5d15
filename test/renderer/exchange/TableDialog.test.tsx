import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TableDialog } from '../../../renderer/exchange/time/TableDialog.tsx'
import { endTable, importTable } from '../../../renderer/exchange/time/tableStore.ts'
import { closeOverlay, useOverlay } from '../../../renderer/shell/overlays.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import { planStore } from '../../../renderer/state/planStore.ts'
import { dismiss, toastStore } from '../../../renderer/state/toasts.ts'
import { readWorked } from '../../../shared/exchange/time/readWorked.ts'
import type { ReadingChoices } from '../../../shared/exchange/time/workedFile.ts'
import type { RequestName } from '../../../shared/ipc/contract.ts'
import type { WorkedReply } from '../../../shared/ipc/exchangeContract.ts'
import { aClient, anEngagement, aPlan } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'
import { table, toggl } from '../../unit/exchange/time/trackerFiles.ts'

let main: FakeMain
let stop: () => void
let text: string

/** What main answers: the real reader, without its thread. */
function replyFor(choices: ReadingChoices): WorkedReply {
  const reading = readWorked(text, { value: 'utf-8', how: 'found' }, choices, () => {})
  return reading.ok
    ? { state: 'read', name: 'toggl.csv', read: JSON.stringify(reading.read) }
    : { state: 'failed', code: reading.code, params: reading.params }
}

beforeEach(() => {
  localStorage.clear()
  main = installBridge({ plan: aPlan({ clients: [aClient()], engagements: [anEngagement()] }) })
  const others = main.request.bind(main)
  const tables = async (name: RequestName, payload: unknown) => {
    if (name === 'worked/drop') return replyFor((payload as { choices: ReadingChoices }).choices)
    if (name === 'worked/again') return replyFor(payload as ReadingChoices)
    return others(name as 'plan/open', payload as undefined)
  }
  main.request = tables as typeof main.request
  stop = openPlan()
})

afterEach(() => {
  stop()
  act(() => {
    endTable()
    closeOverlay()
    for (const { id } of toastStore.getState().toasts) dismiss(id)
  })
})

/** A file as the browser hands it over; jsdom's has no arrayBuffer. */
function aFile(content: string): File {
  const file = new File([content], 'toggl.csv', { type: 'text/csv' })
  const bytes = new TextEncoder().encode(content)
  return Object.assign(file, { arrayBuffer: async () => bytes.buffer })
}

function Shell() {
  return useOverlay() === 'importTime' ? <TableDialog isOpen onClose={closeOverlay} /> : null
}

async function open(content: string) {
  text = content
  await waitFor(() => expect(planStore.getState().status).toBe('open'))
  render(<Shell />)
  await act(() => importTable(aFile(content)))
  return userEvent.setup()
}

const entries = () => Object.values(main.plan.years).flatMap((year) => Object.values(year.entries))

describe('the import of worked time', () => {
  it('shows what it assumes, imports in one step, and knows the file the second time', async () => {
    const user = await open(toggl)
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 new')
    expect(within(dialog).getByRole('button', { name: /Exported by/ })).toHaveTextContent('Toggl Track')
    expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual(
      [],
    )
    await user.click(within(dialog).getByRole('button', { name: 'Import 2 rows' }))
    await waitFor(() => expect(entries().map(({ minutes }) => minutes)).toEqual([90, 60]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
    await act(() => importTable(aFile(toggl)))
    expect(await screen.findByText('Everything in this file is already here')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  })

  it('waits until the order of the dates and the place of an unknown client are said', async () => {
    const user = await open(table('Date,Client,Notes,Hours', '01/02/2026,Acme,x,1', 'soon,Acme,y,1'))
    const dialog = await screen.findByRole('dialog')
    const button = (name: RegExp) => within(dialog).getByRole('button', { name })
    expect(button(/^Import 0|Nothing/)).toBeDisabled()
    expect(dialog).toHaveTextContent('Say in which order the dates are written.')
    expect(dialog).toHaveTextContent('Line 3: “soon” is no day in this order.')
    await user.click(button(/Every date in this file/))
    await user.click(await screen.findByRole('option', { name: 'Month, day, year' }))
    await waitFor(() => expect(dialog).toHaveTextContent('Say where 1 client’s time goes.'))
    await user.click(button(/Acme becomes time for/))
    await user.click(await screen.findByRole('option', { name: 'Create “Acme”' }))
    await user.click(within(dialog).getByRole('checkbox', { name: /Import nothing/ }))
    expect(dialog).toHaveTextContent('you chose to import all or nothing')
    await user.click(within(dialog).getByRole('checkbox', { name: /Import nothing/ }))
    await user.click(button(/^Import 1 row/))
    await waitFor(() => expect(entries().map(({ day }) => day)).toEqual(['2026-01-02']))
    expect(Object.values(main.plan.practice.clients).map(({ name }) => name)).toContain('Acme')
  })

  it('says why a file is no table', async () => {
    await open('')
    expect(await screen.findByRole('alertdialog')).toHaveTextContent('The file is empty.')
  })
})

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReminderLeads } from '../../../renderer/clients/ReminderLeads.tsx'
import { ReminderFields } from '../../../renderer/reminders/ReminderFields.tsx'
import { RemindersLog } from '../../../renderer/reminders/RemindersLog.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { execute, openPlan, usePlan } from '../../../renderer/state/plan.ts'
import { useRecord } from '../../../renderer/state/useRecord.ts'
import { Client } from '../../../shared/plan/client.ts'
import { newReminders } from '../../../shared/plan/reminding.ts'
import type { LogEntry } from '../../../shared/reminders/remindersLog.ts'
import { aClient, aPlan } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

let main: FakeMain
let stop: () => void
let stopClock: () => void

beforeEach(() => {
  main = installBridge({ plan: aPlan({ clients: [aClient()] }) })
  stop = openPlan()
  stopClock = startClock()
})
afterEach(() => {
  stop()
  stopClock()
})

const reminders = () => main.plan.practice.settings.reminders

async function choose(field: RegExp, option: RegExp | string) {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: field }))
  await user.click(await screen.findByRole('option', { name: option }))
}

const at = (iso: string) => Date.parse(iso) / 60_000

const line = (given: Partial<LogEntry>): LogEntry => ({
  at: at('2026-11-24T08:50Z'),
  due: at('2026-11-24T08:50Z'),
  key: 's|10',
  kind: 'session',
  title: 'Steering committee',
  client: 'Northwind',
  outcome: 'shown',
  why: 'in-time',
  ...given,
})

describe('the settings of reminders', () => {
  function Settings() {
    const reminders = usePlan((plan) => plan.practice.settings.reminders)
    return (
      <ReminderFields
        reminders={reminders}
        onChange={(next) => void execute({ type: 'settings/change', change: { reminders: next } })}
      />
    )
  }
  beforeEach(() => void render(<Settings />))

  it('leads by kind', async () => {
    await choose(/Before meetings/, /^15\smin before$/)
    await choose(/Before focus/, 'No reminder')
    await waitFor(() =>
      expect(reminders().lead).toEqual({ focus: null, meeting: 15, travel: 10, admin: null }),
    )
  })

  it('what else is reminded of, and when the week is planned', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('switch', { name: /Days that are not confirmed/ }))
    await choose(/Planning the week/, 'Monday')
    await waitFor(() =>
      expect(reminders()).toEqual({ ...newReminders, dayEnd: false, planning: { weekday: 1, at: 900 } }),
    )
    await choose(/Planning the week/, 'Never')
    await waitFor(() => expect(reminders().planning).toBeNull())
    expect(screen.queryByRole('group', { name: 'At' })).toBeNull()
  })

  it('quiet on days off, and hours of every day; a whole day is refused at its field', async () => {
    const user = userEvent.setup()
    await choose(/Hold back/, /outside working hours/)
    await user.click(screen.getByRole('switch', { name: /Do not disturb/ }))
    await waitFor(() =>
      expect(reminders()).toMatchObject({ quietTime: 'off-hours', quietHours: { from: 1260, to: 420 } }),
    )
    const parts = within(await screen.findByRole('group', { name: 'Until' })).getAllByRole('spinbutton')
    await user.click(parts[0] ?? document.body)
    await user.keyboard('9')
    await waitFor(() => expect(reminders().quietHours).toEqual({ from: 1260, to: 540 }))
    await user.click(parts[2] ?? document.body)
    await user.keyboard('p')
    expect(await screen.findByText(/is a whole day/)).toBeVisible()
    expect(reminders().quietHours).toEqual({ from: 1260, to: 540 })
  })

  it('nothing more is asked while they are off', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('switch', { name: 'Remind me' }))
    await waitFor(() => expect(reminders().enabled).toBe(false))
    expect(screen.queryByRole('button', { name: /Before meetings/ })).toBeNull()
  })
})

describe('what came of the reminders', () => {
  const openLog = async (log: readonly LogEntry[]) => {
    main.answers['reminders/log'] = log
    render(<RemindersLog onClose={() => {}} />)
    return screen.findByRole('dialog', { name: 'What came of the reminders' })
  }
  it('is empty at first, and says what would be here', async () => {
    const dialog = await openLog([])
    expect(await within(dialog).findByText('Nothing was due yet.')).toBeVisible()
  })

  it('says when, what and why, and can be narrowed to what was missed', async () => {
    const missed = line({
      key: 'b|10',
      title: 'Board call',
      outcome: 'missed',
      why: 'asleep',
      at: at('2026-11-24T11:00Z'),
    })
    const held = line({ key: 'c|10', title: 'Standup', client: '', outcome: 'held', why: 'do-not-disturb' })
    const dialog = await openLog([missed, held, line({})])
    await within(dialog).findByText('Board call')
    expect(within(dialog).getAllByRole('row')).toHaveLength(4)
    expect(dialog).toHaveTextContent(/Missed\s*over while the computer slept/)
    expect(dialog).toHaveTextContent(/Held back\s*do not disturb/)
    expect(dialog).toHaveTextContent(/24 Nov 2026, 12:00.*24 Nov 2026, 09:50/)
    const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations).toEqual([])
    const user = userEvent.setup()
    await user.click(within(dialog).getByRole('button', { name: /Show/ }))
    await user.click(await screen.findByRole('option', { name: 'Missed' }))
    await waitFor(() => expect(within(dialog).getAllByRole('row')).toHaveLength(2))
    await user.click(within(dialog).getByRole('button', { name: /Show/ }))
    await user.click(await screen.findByRole('option', { name: 'Put off' }))
    expect(await within(dialog).findByText('None of this kind.')).toBeVisible()
  })

  it('a long one comes in parts', async () => {
    const dialog = await openLog(Array.from({ length: 130 }, (_, i) => line({ key: `s${i}|10` })))
    await within(dialog).findAllByText('Steering committee')
    expect(within(dialog).getAllByRole('row')).toHaveLength(101)
    const user = userEvent.setup()
    await user.click(within(dialog).getByRole('button', { name: 'Show older ones' }))
    await waitFor(() => expect(within(dialog).getAllByRole('row')).toHaveLength(131))
  })
})

describe('a client’s leads', () => {
  function Form() {
    const client = usePlan((plan) => plan.practice.clients.northwind)
    return client === undefined ? null : <Fields client={client} />
  }
  function Fields({ client }: { readonly client: Client }) {
    return <ReminderLeads form={useRecord('client', client, Client)} />
  }

  it('say what is usual, and go back to it', async () => {
    render(<Form />)
    expect(
      await screen.findByRole('button', { name: /As usual \(10\smin before\).*Before meetings/ }),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: /As usual \(no reminder\).*Before admin/ })).toBeVisible()
    await choose(/Before meetings/, /^30\smin before$/)
    await choose(/Before focus/, 'No reminder')
    const leads = () => main.plan.practice.clients.northwind?.leads
    await waitFor(() => expect(leads()).toMatchObject({ meeting: 30, focus: null, admin: 'usual' }))
    await choose(/Before meetings/, /^As usual/)
    await waitFor(() => expect(leads()).toMatchObject({ meeting: 'usual' }))
  })
})

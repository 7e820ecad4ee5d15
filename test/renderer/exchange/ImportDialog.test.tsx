import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CalendarDrop } from '../../../renderer/exchange/CalendarDrop.tsx'
import { ImportDialog } from '../../../renderer/exchange/ImportDialog.tsx'
import { endImport } from '../../../renderer/exchange/importStore.ts'
import { closeOverlay, openOverlay, useOverlay } from '../../../renderer/shell/overlays.ts'
import { openPlan } from '../../../renderer/state/plan.ts'
import { planStore } from '../../../renderer/state/planStore.ts'
import { dismiss, toastStore } from '../../../renderer/state/toasts.ts'
import { encodedCalendar } from '../../../shared/exchange/calendarBytes.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import type { RequestName } from '../../../shared/ipc/contract.ts'
import type { CalendarReply } from '../../../shared/ipc/exchangeContract.ts'
import { aClient, aContact, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/calendars')

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(fixtures, name)))
}

/** What main answers for a file: the real reader, without its thread. Its events wait in pieces. */
function replyFor(name: string, written: Uint8Array): CalendarReply {
  const { bytes, encoding, guessed } = encodedCalendar(written)
  const reading = readCalendar(new TextDecoder(encoding).decode(bytes))
  if (!reading.ok) return { state: 'failed', code: reading.code, params: reading.params }
  const { events, ...calendar } = reading.calendar
  pieces = events.map((event) => JSON.stringify([event]))
  const note = { code: 'encoding-guessed', line: 1, params: { encoding } } as const
  const problems = guessed ? [note, ...calendar.problems] : calendar.problems
  return { state: 'read', name, calendar: { ...calendar, problems }, pieces: pieces.length }
}

let main: FakeMain
let stop: () => void
/** The file that the user picks in the desktop's dialog; null is Cancel. */
let chosen: string | null
/** The events that were read last, as main gives them away. */
let pieces: string[]
/** Holds the answer to a read back until it is called. */
let answer: (() => void) | null

/** The fake main, which also reads calendars. */
function installCalendars(): void {
  const others = main.request
  const calendars = async (name: RequestName, payload: unknown) => {
    if (name === 'calendar/choose') {
      if (chosen === null) return { state: 'cancelled' }
      main.emit('calendar/chosen', { name: chosen })
      if (answer !== null) await new Promise<void>((resolve) => (answer = resolve))
      return replyFor(chosen, bytesOf(chosen))
    }
    if (name === 'calendar/piece') return pieces[(payload as { index: number }).index]
    if (name !== 'calendar/drop') return others(name as 'plan/open', payload as undefined)
    const { name: file, bytes } = payload as { name: string; bytes: Uint8Array }
    if (answer !== null) await new Promise<void>((resolve) => (answer = resolve))
    return replyFor(file, bytes)
  }
  main.request = calendars as typeof main.request
}

beforeEach(() => {
  main = installBridge({
    plan: aPlan({
      clients: [
        aClient({ contacts: [aContact()] }),
        aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 }),
      ],
      engagements: [
        anEngagement(),
        anEngagement({ id: 'lumen-cto', clientId: 'lumen', name: 'Interim CTO' }),
      ],
      sessions: [aSession({ start: '2026-11-30T10:30' })],
    }),
  })
  chosen = 'google.ics'
  pieces = []
  answer = null
  installCalendars()
  stop = openPlan()
})

afterEach(() => {
  stop()
  act(() => {
    endImport()
    closeOverlay()
    for (const { id } of toastStore.getState().toasts) dismiss(id)
  })
})

/** The part of the shell that the import lives in. */
function Shell() {
  const open = useOverlay()
  return (
    <>
      <CalendarDrop />
      {open === 'import' ? <ImportDialog isOpen onClose={closeOverlay} /> : null}
    </>
  )
}

async function open() {
  await waitFor(() => expect(planStore.getState().status).toBe('open'))
  render(<Shell />)
  act(() => openOverlay('import'))
  return userEvent.setup()
}

async function openPreview(name = 'Import “me@meridian.example”') {
  const user = await open()
  return { user, dialog: await screen.findByRole('dialog', { name }) }
}

const sessions = () => [
  ...Object.values(main.plan.practice.series),
  ...Object.values(main.plan.years).flatMap((year) => Object.values(year.sessions)),
]
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const row = (title: RegExp) => screen.getByRole('row', { name: title })

async function choose(user: ReturnType<typeof userEvent.setup>, field: RegExp, option: RegExp) {
  await user.click(button(field))
  await user.click(await screen.findByRole('option', { name: option }))
}

/** A file to drop. jsdom's has no arrayBuffer, which every browser's has. */
function aFile(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.buffer })
}

function drop(file: File): void {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } })
  act(() => {
    window.dispatchEvent(event)
  })
}

describe('the preview of an import', () => {
  it('says what each event becomes, when it is, whose it is and why', async () => {
    const { dialog } = await openPreview()
    expect(dialog).toHaveTextContent('4 new · 1 left out')
    const steering = row(/Steering committee/)
    expect(dialog).toHaveTextContent('5 events, 2 of them repeat · 12 Jun 1984 – 29 Mar 2027 · 1 has no end')
    expect(steering).toHaveTextContent('10:00 – 11:00, every week on Mon')
    expect(steering).toHaveTextContent('20 times, 2 Nov 2026 – 29 Mar 2027')
    expect(steering).toHaveTextContent('1 moved or changed')
    expect(steering).toHaveTextContent('1 conflict')
    expect(steering).toHaveTextContent('invited from northwind.example')
    expect(within(steering).getByRole('button', { name: /Engagement of Steering/ })).toHaveTextContent(
      'Fractional CTO',
    )
    expect(row(/Skiing/)).toHaveTextContent(/14 – 18 Dec 2026.*Time off/)
    expect(row(/Call with the tax adviser/)).toHaveTextContent(
      /25 Nov 2026, 14:00 – 14:45.*Session.*Own business/,
    )
  })

  it('writes nothing before Import', async () => {
    const { user } = await openPreview()
    const before = main.plan
    await user.click(button('Cancel'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(main.plan).toBe(before)
  })

  it('imports what it shows, in one step that can be undone from the message', async () => {
    const { user } = await openPreview()
    const before = main.plan
    await user.click(button('Import 4'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(
      sessions()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Call with the tax adviser', 'Platform roadmap', 'Steering committee'])
    const [message] = toastStore.getState().toasts
    expect(message?.text).toBe('4 events of “me@meridian.example” imported.')
    message?.action?.run()
    await waitFor(() => expect(main.plan).toEqual(before))
  })

  it('takes the user’s choice of what an event becomes and whose it is', async () => {
    const { user } = await openPreview()
    await choose(user, /Engagement of Call with/, /Interim CTO/)
    await choose(user, /Skiing becomes/, /Leave out/)
    await user.click(await screen.findByRole('button', { name: 'Import 3' }))
    await waitFor(() => expect(sessions()).toHaveLength(3))
    expect(sessions().find(({ title }) => title.startsWith('Call'))?.engagementId).toBe('lumen-cto')
    expect(main.plan.practice.timeOff).toEqual({})
  })

  it('keeps a choice as a rule when asked to, which then says it for every event like it', async () => {
    const { user } = await openPreview()
    await choose(user, /Engagement of Call with/, /Interim CTO/)
    await user.click(await screen.findByRole('button', { name: 'Always like Call with the tax adviser' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Titled “Call with the tax adviser”' }))
    await waitFor(() => expect(row(/Call with/)).toHaveTextContent('by your rule for'))
    expect(main.plan.practice.calendarRules).toEqual({})
    await user.click(button('Import 4'))
    await waitFor(() => expect(sessions()).toHaveLength(3))
    expect(Object.values(main.plan.practice.calendarRules)).toMatchObject([
      { by: 'title', text: 'Call with the tax adviser', engagementId: 'lumen-cto' },
    ])
  })

  it('lets rules be written, changed and removed before anything is imported', async () => {
    const { user } = await openPreview()
    await user.click(screen.getByText('Rules for engagements'))
    await user.click(await screen.findByRole('button', { name: 'Add a rule' }))
    const rule = screen.getByRole('group', { name: 'Rule 1' })
    await user.type(within(rule).getByRole('textbox', { name: 'Text' }), 'tax adviser')
    await user.click(within(rule).getByRole('button', { name: /Go to/ }))
    await user.click(await screen.findByRole('option', { name: /Interim CTO/ }))
    await waitFor(() => expect(row(/Call with/)).toHaveTextContent('by your rule for “tax adviser”'))
    await user.click(within(rule).getByRole('button', { name: 'Remove the rule for “tax adviser”' }))
    await waitFor(() => expect(row(/Call with/)).toHaveTextContent('no client recognised'))
  })

  it('shows what is left out with its reason, and takes it in when asked to', async () => {
    const { user } = await openPreview()
    await user.click(screen.getByText('Left out (1)'))
    expect(await screen.findByRole('row', { name: /Webinar/ })).toHaveTextContent('you declined')
    await choose(user, /Webinar: ten tips becomes/, /Session/)
    expect(await screen.findByRole('button', { name: 'Import 5' })).toBeEnabled()
  })

  it('says that everything is here already the second time', async () => {
    const { user } = await openPreview()
    await user.click(button('Import 4'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    act(() => openOverlay('import'))
    expect(await screen.findByText('Everything in this file is already here')).toBeVisible()
    expect(button('Nothing to import')).toBeDisabled()
  })

  it('asks for the zone of times that have none, and reads them as answered', async () => {
    chosen = 'outlook.ics'
    const { user, dialog } = await openPreview('Import “Calendar”')
    expect(dialog).toHaveTextContent('Your home zone is assumed.')
    const field = screen.getByRole('combobox', { name: '1 event has no time zone. Read its times as' })
    expect(field).toHaveValue('Europe/Berlin')
    await user.clear(field)
    await user.type(field, 'Asia/Tok')
    await user.click(await screen.findByRole('option', { name: 'Asia/Tokyo' }))
    await waitFor(() =>
      expect(row(/Breakfast/)).toHaveTextContent('09:00 – 10:00 (Asia/Tokyo · as you chose)'),
    )
  })

  it('gives the reason for each zone that it knows', async () => {
    chosen = 'outlook.ics'
    const { user } = await openPreview('Import “Calendar”')
    await user.click(screen.getByText('Time zones (2)'))
    expect(
      screen.getByText('W. Europe Standard Time: read as Europe/Berlin, by its Windows name'),
    ).toBeVisible()
    expect(
      screen.getByText('Customized Time Zone: read as America/New_York, by its rules in the file'),
    ).toBeVisible()
  })

  it.each(['google.ics', 'outlook.ics'])(
    'of %s has nothing that assistive technology stumbles over',
    async (file) => {
      chosen = file
      const { dialog } = await openPreview(file === 'google.ics' ? undefined : 'Import “Calendar”')
      const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    },
  )

  it('can be worked by keys alone', async () => {
    const { user } = await openPreview()
    const before = main.plan
    for (let i = 0; i < 60 && document.activeElement !== button('Import 4'); i++) await user.tab()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(main.plan).not.toBe(before))
  })

  it('closes by Escape', async () => {
    const { user } = await openPreview()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })
})

describe('a file that is no calendar', () => {
  it('gets a sentence that says what and where, and nothing changes', async () => {
    chosen = 'truncated.ics'
    const before = main.plan
    const user = await open()
    const dialog = await screen.findByRole('alertdialog', { name: 'This calendar was not imported' })
    expect(dialog).toHaveTextContent(
      /The file is cut off: it ends at line 73, and VEVENT, which begins at line \d+, is never closed/,
    )
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[1] as HTMLElement)
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(main.plan).toBe(before)
  })

  it('can be followed by another choice', async () => {
    chosen = 'truncated.ics'
    const user = await open()
    await screen.findByRole('alertdialog')
    chosen = 'google.ics'
    await user.click(button('Choose another file'))
    expect(await screen.findByRole('dialog', { name: /meridian/ })).toBeVisible()
  })
})

describe('choosing and dropping', () => {
  it('opens nothing when no file is chosen', async () => {
    chosen = null
    await open()
    await waitFor(() => expect(main.requests.map(({ name }) => name)).toContain('plan/open'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    chosen = 'google.ics'
    act(() => openOverlay('import'))
    expect(await screen.findByRole('dialog', { name: /meridian/ })).toBeVisible()
  })

  it('takes a file that is dropped on the window, in whatever letters it is written', async () => {
    render(<Shell />)
    drop(aFile('google.ics', bytesOf('google.ics')))
    expect(await screen.findByRole('row', { name: /Steering committee/ })).toBeVisible()
  })

  it('says that a dropped file can not be imported, and opens nothing', async () => {
    render(<Shell />)
    drop(new File(['x'], 'photo.png'))
    await waitFor(() =>
      expect(toastStore.getState().toasts[0]?.text).toBe(
        'photo.png is neither a calendar nor a table. Headroom imports .ics and .csv files.',
      ),
    )
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it.each([
    ['dropped', () => drop(aFile('google.ics', bytesOf('google.ics')))],
    ['chosen', () => act(() => openOverlay('import'))],
  ])('can be given up while the %s file is read, and shows nothing of it later', async (_, begin) => {
    answer = () => undefined
    chosen = 'google.ics'
    const user = userEvent.setup()
    render(<Shell />)
    begin()
    expect(await screen.findByRole('dialog', { name: 'Reading the calendar' })).toHaveTextContent(
      'google.ics is being read',
    )
    act(() => main.emit('calendar/progress', { part: 0.5, count: 1200 }))
    expect(screen.getByRole('dialog')).toHaveTextContent('45% · 1,200 events so far')
    await user.click(button('Cancel'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(main.requests.map(({ name }) => name)).toContain('calendar/stop')
    await act(async () => answer?.())
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})

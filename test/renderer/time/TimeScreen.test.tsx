import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { goToTime } from '../../../renderer/state/navigation.ts'
import '../../../renderer/time/TimeScreen.tsx'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const MONDAY = '2026-11-23'
const clients = [aClient(), aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })]
const engagements = [
  anEngagement({ rounding: { mode: 'up', increment: 15, scope: 'day' } }),
  anEngagement({ id: 'lumen-cto', clientId: 'lumen', name: 'Interim CTO', order: 2 }),
]
const sessions = [
  aSession({ id: 'roadmap' }),
  aSession({ id: 'review', title: 'Review', start: `${MONDAY}T11:00` }),
  aSeries({
    id: 'board',
    title: 'Board call',
    kind: 'meeting',
    engagementId: 'lumen-cto',
    start: `${MONDAY}T13:00`,
  }),
]
const twice = [anEntry({ id: 'a', minutes: 50 }), anEntry({ id: 'b', minutes: 20, start: null })]

type App = Awaited<ReturnType<typeof renderApp>>
const entriesOf = ({ main }: App): readonly TimeEntry[] =>
  Object.values(main.plan.years).flatMap(({ entries }) => Object.values(entries))
/** Lengths are written with spaces that do not break. */
const spaced = (name: RegExp) => new RegExp(name.source.replaceAll(' ', '\\s'))
const cell = (name: RegExp) => screen.getByRole('gridcell', { name: spaced(name) })

async function sheet(entries: readonly TimeEntry[] = [], closedThrough: string | null = null): Promise<App> {
  const plan = aPlan({ clients, engagements, sessions, entries })
  const app = await renderApp({ ...plan, practice: { ...plan.practice, closedThrough } })
  await app.user.keyboard('4')
  await screen.findByRole('grid', { name: /^Timesheet/ })
  return app
}

describe('the timesheet', () => {
  it('is typed into: a digit begins, Enter writes and walks down', async () => {
    const app = await sheet()
    cell(/^no time, 2 h planned/).focus()
    await app.user.keyboard('1:30{Enter}')
    await waitFor(() =>
      expect(entriesOf(app)).toEqual([
        expect.objectContaining({
          engagementId: 'northwind-cto',
          day: MONDAY,
          minutes: 90,
          start: null,
          billable: true,
          session: null,
        }),
      ]),
    )
    expect(cell(/^1 h 30 worked, 2 h planned$/)).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-at', '1:0'))
  })

  it('takes a span with its clock time, and Tab walks to the next day', async () => {
    const app = await sheet()
    cell(/^no time, 2 h planned/).focus()
    await app.user.keyboard('{Enter}9-10:30{Tab}')
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ minutes: 90, start: `${MONDAY}T09:00` }]))
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-at', '0:1'))
  })

  it('keeps what is no time in the field and says how it is written', async () => {
    const app = await sheet()
    cell(/^no time, 2 h planned/).focus()
    await app.user.keyboard('{Enter}soon{Enter}')
    const field = screen.getByRole('textbox', { name: 'Length' })
    expect([field.getAttribute('aria-invalid'), entriesOf(app)]).toEqual(['true', []])
    expect(field).toHaveValue('soon')
    await app.user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Length' })).toBeNull()
  })

  it('changes the length of an only entry and keeps the rest of it', async () => {
    const app = await sheet([anEntry({ id: 'a', note: 'Kept' })])
    cell(/2 h worked/).focus()
    await app.user.keyboard('45m{Enter}')
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ id: 'a', minutes: 45, note: 'Kept' }]))
  })

  it('does not guess which of several entries is meant, and adds one after a plus', async () => {
    const app = await sheet(twice)
    cell(/2 entries/).focus()
    await app.user.keyboard('3h{Enter}')
    const list = await screen.findByRole('dialog')
    expect(within(list).getAllByRole('textbox', { name: 'What was done' })).toHaveLength(2)
    await app.user.keyboard('{Escape}')
    await waitFor(() => expect(cell(/2 entries/)).toHaveFocus())
    await app.user.keyboard('+30m{Enter}')
    await waitFor(() => expect(entriesOf(app)).toHaveLength(3))
  })

  it('shows billable time exact and rounded, beside what was planned', async () => {
    await sheet(twice)
    expect(screen.getByText('billable 1 h 10, rounded 1 h 15')).toBeVisible()
  })

  it('takes entries out with the way back', async () => {
    const app = await sheet(twice)
    cell(/2 entries/).focus()
    await app.user.keyboard('{Delete}')
    await waitFor(() => expect(entriesOf(app)).toEqual([]))
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(entriesOf(app)).toHaveLength(2))
  })

  it('enters late what falls into closed time, on an open day that names the day of the work', async () => {
    const app = await sheet([], MONDAY)
    cell(/2 h planned, cannot change/).focus()
    await app.user.keyboard('1h{Enter}')
    await waitFor(() =>
      expect(entriesOf(app)).toMatchObject([
        { day: '2026-11-24', lateFor: MONDAY, start: null, minutes: 60 },
      ]),
    )
    expect(await screen.findByText(/is closed: entered late on/)).toBeVisible()
    expect(cell(/entered late, for/)).toBeVisible()
  })

  it('leaves closed entries as they are and says why', async () => {
    const app = await sheet([anEntry({ id: 'a' })], MONDAY)
    cell(/2 h worked.*cannot change/).focus()
    await app.user.keyboard('1h{Enter}')
    expect(await screen.findByText(/Time is closed to .*, so this entry no longer changes/)).toBeVisible()
    await app.user.keyboard('{Escape}')
    await app.user.keyboard('{Delete}')
    expect(entriesOf(app)).toMatchObject([{ id: 'a', minutes: 120 }])
  })

  it('saves each field of an entry in its list', async () => {
    const app = await sheet([anEntry({ id: 'a' })])
    cell(/2 h worked/).focus()
    await app.user.keyboard(' ')
    const list = await screen.findByRole('dialog')
    const note = within(list).getByRole('textbox', { name: 'What was done' })
    await app.user.clear(note)
    await app.user.type(note, 'Architecture{Enter}')
    await app.user.click(within(list).getByRole('checkbox', { name: 'Billable' }))
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ note: 'Architecture', billable: false }]))
  })

  it('copies last week into what is empty', async () => {
    const app = await sheet([anEntry({ id: 'a', day: '2026-11-17', start: null })])
    await app.user.click(screen.getByRole('button', { name: 'Copy last week' }))
    await waitFor(() =>
      expect(
        entriesOf(app)
          .map(({ day }) => day)
          .sort(),
      ).toEqual(['2026-11-17', '2026-11-24']),
    )
  })
})

describe('a day against its plan', () => {
  let app: App
  beforeEach(async () => {
    app = await renderApp(aPlan({ clients, engagements, sessions }))
    goToTime('day', MONDAY)
    await screen.findByRole('grid', { name: /What became of/ })
  })
  const row = (name: RegExp) => screen.getByRole('row', { name: spaced(name) })

  it('is confirmed at once', async () => {
    await app.user.click(screen.getByRole('button', { name: 'Confirm all 3' }))
    await waitFor(() => expect(entriesOf(app)).toHaveLength(3))
    expect(screen.getByRole('button', { name: 'All decided' })).toBeDisabled()
    expect(entriesOf(app).find(({ engagementId }) => engagementId === 'lumen-cto')).toMatchObject({
      minutes: 60,
      start: `${MONDAY}T13:00`,
      session: { sessionId: 'board', original: `${MONDAY}T13:00` },
    })
  })

  it('is decided with one key each: as planned, did not happen, undecided again', async () => {
    row(/Platform roadmap/).focus()
    await app.user.keyboard('{Enter}')
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ minutes: 60 }]))
    await app.user.keyboard('n')
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ minutes: 0, billable: false }]))
    expect(row(/Platform roadmap, did not happen/)).toBeVisible()
    await app.user.keyboard('{Backspace}')
    await waitFor(() => expect(entriesOf(app)).toEqual([]))
  })

  it('takes how it really was', async () => {
    row(/Review/).focus()
    await app.user.keyboard('e')
    const length = await screen.findByRole('textbox', { name: 'Length' })
    await app.user.clear(length)
    await app.user.type(length, '1:20{Enter}')
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ minutes: 80, start: `${MONDAY}T11:00` }]))
    expect(row(/1 h 20 instead of 1 h/)).toBeVisible()
  })

  it('knows that a meeting ran over', async () => {
    await app.user.click(screen.getByRole('button', { name: spaced(/Ran 15 min over/) }))
    await waitFor(() => expect(entriesOf(app)).toMatchObject([{ minutes: 75, note: 'Board call' }]))
  })
})

describe('planned and worked', () => {
  it('sums by client, and judges the estimates where there is enough', async () => {
    await renderApp(
      aPlan({
        clients,
        engagements,
        sessions: [aSession({ id: 'long', minutes: 240 })],
        entries: [anEntry({ minutes: 288, session: { sessionId: 'long', original: null } })],
      }),
    )
    goToTime('compare', MONDAY)
    expect(await screen.findAllByText('4 h planned, 4 h 48 worked')).toHaveLength(2)
    expect(screen.getByText(/What you planned at an hour took 1 h 12/)).toBeVisible()
    const table = screen.getByRole('table')
    expect(within(table).getByRole('row', { name: spaced(/Northwind 4 h 4 h 48 \+48 min/) })).toBeVisible()
  })
})

describe('closing time', () => {
  it('is offered to the end of last month, and can be undone', async () => {
    const app = await sheet()
    await app.user.click(screen.getByRole('button', { name: 'Close time…' }))
    const dialog = await screen.findByRole('dialog')
    await app.user.click(within(dialog).getByText('Close'))
    await waitFor(() => expect(app.main.plan.practice.closedThrough).toBe('2026-10-31'))
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(app.main.plan.practice.closedThrough).toBeNull())
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for them.
import '../../../renderer/exchange/ImportDialog.tsx'
import '../../../renderer/settings/SettingsScreen.tsx'
import { runAction } from '../../../renderer/actions/actions.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { aPlan } from '../../support/builders.ts'
import type { FakeMain } from '../../support/fakeBridge.ts'
import { renderApp } from '../../support/renderApp.tsx'
import { calendarText, eventText } from '../../unit/exchange/calendarText.ts'

/** What main answers when the window takes a calendar with one event, and gives of it when asked. */
function answer(main: FakeMain, name: string): void {
  const text = calendarText(
    [eventText(`UID:${name}`, 'DTSTART:20261201T090000Z', 'DURATION:PT1H', `SUMMARY:In ${name}`)],
    [`X-WR-CALNAME:${name}`],
  )
  const reading = readCalendar(text)
  if (!reading.ok) throw new Error(reading.code)
  const { events, ...calendar } = reading.calendar
  main.answers['calendar/take'] = { state: 'read', name: `${name}.ics`, calendar, pieces: 1 }
  main.answers['calendar/piece'] = JSON.stringify(events)
}

const files = [
  { id: '1', name: 'first.ics' },
  { id: '2', name: 'second.ics' },
]

describe('calendars that come by themselves', () => {
  it('are shown one after the other when the desktop hands them over', async () => {
    const { main, user } = await renderApp(aPlan())
    answer(main, 'first')
    main.emit('calendar/offered', { from: 'desktop', files })
    const first = await screen.findByRole('dialog', { name: 'Import “first”' })
    expect(main.requests.filter(({ name }) => name === 'calendar/take')).toEqual([
      { name: 'calendar/take', payload: { id: '1' } },
    ])
    answer(main, 'second')
    await user.click(within(first).getByRole('button', { name: 'Import 1' }))
    const second = await screen.findByRole('dialog', { name: 'Import “second”' })
    await user.click(within(second).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(Object.values(main.plan.years['2026']?.sessions ?? {}).map(({ title }) => title)).toEqual([
      'In first',
    ])
  })

  it('of the watched folder are offered, and opened only when the user says so', async () => {
    const { main, user } = await renderApp(aPlan())
    answer(main, 'first')
    main.emit('calendar/offered', { from: 'folder', files: files.slice(0, 1) })
    const notice = await screen.findByText('first.ics in your calendar folder is new or has changed.')
    expect(notice).toBeVisible()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Look at it…' }))
    expect(await screen.findByRole('dialog', { name: 'Import “first”' })).toBeVisible()
    expect(screen.queryByText(/in your calendar folder/)).not.toBeInTheDocument()
  })

  it('of the watched folder can be left', async () => {
    const { main, user } = await renderApp(aPlan())
    main.emit('calendar/offered', { from: 'folder', files })
    expect(await screen.findByText(/^2 files in your calendar folder/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(screen.queryByText(/calendar folder/)).not.toBeInTheDocument())
  })
})

describe('the calendar folder of this computer', () => {
  it('is chosen and given up in the settings, which say when it cannot be read', async () => {
    const { main, user } = await renderApp(aPlan())
    main.answers['calendar/watch'] = { folder: '/home/me/calendars', readable: false }
    main.answers['calendar/unwatch'] = { folder: null, readable: true }
    runAction('go.settings')
    await user.click(await screen.findByRole('button', { name: 'Choose a folder…' }))
    expect(await screen.findByText(/^\/home\/me\/calendars cannot be read/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Stop looking' }))
    expect(await screen.findByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  })
})

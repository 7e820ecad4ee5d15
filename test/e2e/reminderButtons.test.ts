import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { aSession } from '../support/builders.ts'
import type { DesktopBus } from '../support/desktopBus.ts'
import { carryOut, copyOf, seedDay, startDay } from '../support/desktopDay.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

let seeded = ''
const desktops: DesktopBus[] = []

beforeAll(async () => {
  const call = { id: 'call', title: 'Board call', kind: 'meeting', minutes: 45 } as const
  seeded = await seedDay([aSession({ ...call, start: '2026-11-24T10:30' })])
})
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

async function headroomAt(time: string, name: string, userData = copyOf(seeded)) {
  const { desktop, app } = await startDay(desktops, { time, name, userData })
  return { desktop, app, item: await desktop.trayItem() }
}

/** The entries and the timer of the plan as main has it. */
const worked = ({ page }: RunningWindow) =>
  page.evaluate(async () => {
    const { practice, years } = await window.headroom.request('plan/open', undefined)
    const entries: TimeEntry[] = Object.values(years).flatMap((year) => Object.values(year.entries))
    return { entries, timer: practice.timer }
  })

describe('the buttons of a reminder', () => {
  it('[N12] asked for again it comes once, at its time, over a restart, and not after that', async () => {
    const before = await headroomAt('10:25:00', 'button-snooze')
    const reminder = await before.desktop.notificationWith('Board call')
    expect(reminder.buttons.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Again in 5 min',
      'Again in 10 min',
      'Again in 15 min',
      'Start timer',
      'Mark done',
    ])
    expect(await before.item.labels()).toContain('Remind me again')
    before.desktop.invoke(reminder.id, 'snooze-10')
    await until('none stands', async () => !(await before.item.labels()).includes('Remind me again'))
    await before.app.close()
    const { userData } = before.app

    const early = await headroomAt('10:30:00', 'button-snooze-early', userData)
    await early.item.labels()
    await early.app.kill()
    expect(early.desktop.notifications).toEqual([])

    const due = await headroomAt('10:34:58', 'button-snooze-due', userData)
    const again = await due.desktop.notificationWith('Board call')
    expect(again.summary).toBe('Board call started at 10:30')
    due.desktop.dismiss(again.id)
    await due.app.kill()

    const after = await headroomAt('10:36:00', 'button-snooze-after', userData)
    await after.item.labels()
    await after.app.close()
    expect(after.desktop.notifications).toEqual([])
  })

  it('done confirms the session as planned, once, and can be undone', async () => {
    const { desktop, app } = await headroomAt('10:25:00', 'button-done')
    const reminder = await desktop.notificationWith('Board call')
    desktop.invoke(reminder.id, 'done')
    const entry = await until('the session is confirmed', async () => (await worked(app)).entries[0])
    expect(entry).toMatchObject({
      start: '2026-11-24T10:30',
      minutes: 45,
      note: 'Board call',
      session: { sessionId: 'call', original: null },
    })
    desktop.invoke(reminder.id, 'done')
    await app.page.getByRole('grid').waitFor()
    await app.page.keyboard.press('Control+z')
    await until('it is undone', async () => (await worked(app)).entries.length === 0)
    await app.close()
  })

  it('the timer starts for the session without the window, and the tray stops it', async () => {
    const { desktop, app, item } = await headroomAt('10:25:00', 'button-timer')
    const reminder = await desktop.notificationWith('Board call')
    desktop.invoke(reminder.id, 'timer')
    await until('the timer runs', async () => (await worked(app)).timer?.session?.sessionId === 'call')
    expect((await item.labels()).some((label) => label.includes('Board call · R&D <Lumen>'))).toBe(true)
    await item.choose('Stop')
    await until('the timer stands', async () => (await worked(app)).timer === null)
    await app.close()
  })

  it('where the time is closed, done brings up the day to be confirmed', async () => {
    const { desktop, app } = await headroomAt('10:25:00', 'button-closed')
    const reminder = await desktop.notificationWith('Board call')
    await carryOut(app.page, [{ type: 'entry/close', through: '2026-11-24' }])
    desktop.invoke(reminder.id, 'done')
    await app.page.getByRole('radio', { name: 'Confirm', checked: true }).waitFor()
    expect((await worked(app)).entries).toEqual([])
    await app.close()
  })
})

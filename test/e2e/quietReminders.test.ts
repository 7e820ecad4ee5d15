import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newReminders } from '../../shared/plan/reminding.ts'
import { aSession } from '../support/builders.ts'
import type { DesktopBus } from '../support/desktopBus.ts'
import { carryOut, copyOf, seedDay, startDay } from '../support/desktopDay.ts'
import type { RunningWindow } from '../support/electronApp.ts'

let seeded = ''
const desktops: DesktopBus[] = []

beforeAll(async () => {
  const meeting = { kind: 'meeting', minutes: 45 } as const
  seeded = await seedDay([
    aSession({ ...meeting, id: 'early', title: 'Early call', start: '2026-11-24T09:30' }),
    aSession({ ...meeting, id: 'call', title: 'Board call', start: '2026-11-24T10:30' }),
  ])
})
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

async function headroomAt(time: string, name: string, userData = copyOf(seeded)) {
  const { desktop, app } = await startDay(desktops, { time, name, userData })
  return { desktop, app, item: await desktop.trayItem() }
}

/** The table of what became of the reminders, row by row, as it is read in the settings. */
async function logOf({ page }: RunningWindow): Promise<readonly string[]> {
  await page.keyboard.press(',')
  await page.getByRole('button', { name: 'What came of them' }).click()
  const dialog = page.getByRole('dialog', { name: 'What came of the reminders' })
  const rows = dialog.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await rows.first().waitFor()
  return (await rows.allInnerTexts()).map((text) => text.replace(/[\s\u00a0]+/g, ' ').trim())
}

describe('“do not disturb”', () => {
  it('holds what is due, tells it when the hours are over, and the log says so', async () => {
    const hours = { from: 9 * 60, to: 10 * 60 + 40 }
    const set = await headroomAt('08:50:00', 'quiet-set')
    const reminders = { ...newReminders, quietHours: hours }
    await carryOut(set.app.page, [{ type: 'settings/change', change: { reminders } }])
    await set.item.labels()
    await set.app.close()
    const { userData } = set.app

    const during = await headroomAt('10:25:00', 'quiet-during', userData)
    // Both are due, so a tick has looked at them when they are in the log.
    await during.app.page.getByRole('heading', { level: 1 }).waitFor()
    const held = await logOf(during.app)
    await during.app.screenshot('reminders-log-held')
    await during.app.close()
    expect(during.desktop.notifications).toEqual([])

    const after = await headroomAt('10:40:00', 'quiet-after', userData)
    const told = await after.desktop.notificationWith('Board call')
    const log = await logOf(after.app)
    await after.app.screenshot('reminders-log')
    await after.app.close()
    expect([after.desktop.notifications.length, told.summary, told.body]).toEqual([
      1,
      'Board call started at 10:30',
      'R&amp;D &lt;Lumen&gt; · 10:30 – 11:15\nEarly call (09:30 – 10:15) has passed',
    ])
    const isHeld = [
      '24 Nov 2026, 10:25 Board call R&D <Lumen> 24 Nov 2026, 10:20 Held back do not disturb',
      '24 Nov 2026, 10:25 Early call R&D <Lumen> 24 Nov 2026, 09:20 Held back do not disturb',
    ]
    expect([held, log]).toEqual([
      isHeld,
      [
        '24 Nov 2026, 10:40 Board call R&D <Lumen> 24 Nov 2026, 10:20 Shown after a quiet time',
        '24 Nov 2026, 10:40 Early call R&D <Lumen> 24 Nov 2026, 09:20 Missed over before the quiet time was',
        ...isHeld,
      ],
    ])
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAgreement, aSession } from '../support/builders.ts'
import { DesktopBus, type DesktopBusOptions } from '../support/desktopBus.ts'
import { berlin, carryOut, copyOf, listenTo, seedDay, startAgain, wentTo } from '../support/desktopDay.ts'
import { outputFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

const meeting = (id: string, title: string, time: string, minutes: number) =>
  aSession({ id, title, kind: 'meeting', start: `2026-11-24T${time}`, minutes })

const day = [
  meeting('call', 'Board & call <b>3 < 5', '10:30', 45),
  meeting('audit', 'Security_audit', '11:30', 90),
  meeting('review', 'Vendor review', '14:00', 120),
  aSession({ id: 'tomorrow', title: 'Hiring loop', start: '2026-11-25T09:00', minutes: 180 }),
]

let seeded = ''
const desktops: DesktopBus[] = []

beforeAll(async () => {
  seeded = await seedDay(day)
})
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

/** A desktop with Headroom on it, at a time of 24 November 2026 in Berlin. */
async function headroomAt(
  time: string,
  name: string,
  options: DesktopBusOptions & { userData?: string; args?: readonly string[] } = {},
) {
  const desktop = await DesktopBus.start(name, options)
  desktops.push(desktop)
  const userData = options.userData ?? copyOf(seeded)
  const launch = {
    now: berlin(time),
    zone: 'Europe/Berlin',
    locale: 'en' as const,
    userData,
    // English words with the 24-hour clock.
    env: { ...desktop.env, HEADROOM_LANG: 'en-GB' },
    args: options.args ?? [],
  }
  const app = await launchHeadroom(launch)
  await becomes(app, 'visible')
  return { desktop, app, launch }
}

const windowState = ({ app }: RunningWindow) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return 'gone'
    return window.isVisible() ? 'visible' : 'hidden'
  })

const becomes = (app: RunningWindow, state: string) =>
  until(`the window is ${state}`, async () => (await windowState(app)) === state)

/** Waits until the app has ended by itself; its exit code, or the signal that ended it. */
async function exitOf({ main }: RunningWindow): Promise<number | string | null> {
  await until('the app has ended', () => main.exitCode !== null || main.signalCode !== null)
  return main.exitCode ?? main.signalCode
}

/** Where a pixel begins in a picture of four bytes each. */
const pixelAt = (width: number, x: number, y: number) => 4 * (y * width + x)

/** Closes the window as its close button does. */
const closeWindow = ({ app }: RunningWindow) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

describe('reminders on the desktop', () => {
  it('[N1] [N2] [N10] one arrives while the window is hidden, its text escaped, and a click brings the window to the session', async () => {
    const { desktop, app } = await headroomAt('10:19:56', 'reminder', { args: ['--js-flags=--expose-gc'] })
    await listenTo(app.page, 'go')
    await closeWindow(app)
    await becomes(app, 'hidden')
    const reminder = await desktop.notificationWith('Board')
    expect(reminder).toMatchObject({
      app: 'Headroom',
      summary: 'Board & call <b>3 < 5 in 10\u00a0min',
      body: 'R&amp;D &lt;Lumen&gt; · 10:30 – 11:15',
      actions: ['default', 'snooze-5', 'snooze-10', 'snooze-15', 'timer', 'done'],
      timeout: 0,
    })
    // What nothing holds is collected now, and with it its click.
    await app.app.evaluate(() => (globalThis as { gc?: () => void }).gc?.())
    desktop.invoke(reminder.id)
    expect(await wentTo(app.page)).toEqual({ to: 'week', day: '2026-11-24', occurrence: 'call' })
    await becomes(app, 'visible')
    await app.screenshot('desktop-reminder-clicked')
    await app.close()
  })

  it('[N5] a late start shows what is still of use as one notification and what has passed as one line, and never again', async () => {
    const before = await headroomAt('10:15:00', 'late-before')
    await before.desktop.trayItem()
    await before.app.close()
    const { userData } = before.launch
    const { desktop, app } = await headroomAt('13:52:00', 'late', { userData })
    const late = await desktop.notificationWith('Vendor review')
    expect(late).toMatchObject({
      summary: 'Vendor review in 8\u00a0min',
      body: 'R&amp;D &lt;Lumen&gt; · 14:00 – 16:00\nBoard &amp; call &lt;b&gt;3 &lt; 5 (10:30 – 11:15) and 1 more have passed',
    })
    await app.close()
    const again = await headroomAt('13:53:00', 'late-again', { userData })
    await (await again.desktop.trayItem()).labels()
    await again.app.close()
    expect([desktop.notifications.length, again.desktop.notifications]).toEqual([1, []])
  })

  it('an agreement that ends in thirty days is told at nine, once, and a click leads to its client', async () => {
    const before = await headroomAt('08:50:00', 'agreement-before')
    const sow = anAgreement({ id: 'sow', title: 'SOW <2>', end: '2026-12-24' })
    await carryOut(before.app.page, [{ type: 'practice/put', records: [{ kind: 'agreement', value: sow }] }])
    await before.desktop.trayItem()
    await before.app.close()
    const { userData } = before.launch
    const { desktop, app } = await headroomAt('09:00:00', 'agreement', { userData })
    await listenTo(app.page, 'go')
    const told = await desktop.notificationWith('SOW')
    expect(told).toMatchObject({
      summary: 'SOW <2> ends on 24 Dec 2026',
      body: 'R&amp;D &lt;Lumen&gt; · in 30 days',
    })
    expect(await (await desktop.trayItem()).labels()).toContain(
      'SOW <2> ends on 24 Dec 2026 · R&D <Lumen> · in 30 days',
    )
    desktop.invoke(told.id)
    expect(await wentTo(app.page)).toEqual({ to: 'client', clientId: 'northwind' })
    await app.close()
    const again = await headroomAt('09:05:00', 'agreement-again', { userData })
    await (await again.desktop.trayItem()).labels()
    await again.app.close()
    expect([desktop.notifications.length, again.desktop.notifications]).toEqual([1, []])
  })

  it('[N3] where nothing shows notifications, the window comes up and shows it', async () => {
    const { app } = await headroomAt('10:19:56', 'no-daemon', { notifications: false })
    await listenTo(app.page, 'reminder/missed')
    await closeWindow(app)
    await becomes(app, 'hidden')
    const heard = await until('the page hears of it', () => app.page.evaluate(() => window.heard?.[0]))
    expect(heard).toEqual({
      name: 'reminder/missed',
      event: {
        title: 'Board & call <b>3 < 5 in 10\u00a0min',
        body: 'R&D <Lumen> · 10:30 – 11:15',
        occurrence: 'call',
      },
    })
    await becomes(app, 'visible')
    await app.close()
  })

  it('so it is when it was due before the start', async () => {
    const { app } = await headroomAt('10:25:00', 'no-daemon-late', { notifications: false })
    await app.page.getByText('Board & call <b>3 < 5 in 5\u00a0min').waitFor()
    await app.close()
  })

  it('[N12] one can be asked for again, which holds over a restart', async () => {
    const before = await headroomAt('10:25:00', 'snooze')
    const item = await before.desktop.trayItem()
    const reminder = await before.desktop.notificationWith('Board')
    await item.choose('in 10 min')
    await until('it is put away', () => before.desktop.notifications[0]?.state === 'closed')
    await before.app.close()
    const { desktop, app } = await headroomAt('10:34:58', 'snoozed', { userData: before.launch.userData })
    const again = await desktop.notificationWith('Board')
    expect([reminder.summary, again.summary]).toEqual([
      'Board & call <b>3 < 5 in 5\u00a0min',
      'Board & call <b>3 < 5 started at 10:30',
    ])
    await app.close()
  })

  it('[N2] any text passes the bus', async () => {
    const titles = [
      '😀 ½ ¡ ‮rtl‬ \u200b\ufeff',
      '\ud800 alone',
      '%s %n \\u0000 </b><img src=x>&amp;',
      'a\u0000b\nc',
      '_&_&&',
    ]
    const { desktop, app } = await headroomAt('09:00:00', 'naughty')
    const item = await desktop.trayItem()
    const sessions = titles.map((title, i) => meeting(`n${i}`, title, '09:02', 30))
    const soon = sessions.map((session) => ({ ...session, travelBefore: 0, kind: 'focus' as const }))
    await carryOut(app.page, [{ type: 'session/create', sessions: soon }])
    await until(
      'the tray shows them',
      async () => (await item.labels()).filter((l) => l.startsWith('09:02')).length === 3,
    )
    await app.close()
    const later = await headroomAt('09:02:30', 'naughty-later', { userData: app.userData })
    const several = await later.desktop.notificationWith('5 sessions')
    expect(several.body.split('\n')).toHaveLength(4)
    await later.app.close()
  })
})

describe('the tray', () => {
  it('[N7] shows today’s load and the next three sessions, follows the plan, and brings the window to what is chosen', async () => {
    const { desktop, app } = await headroomAt('10:10:00', 'tray')
    await listenTo(app.page, 'go')
    const item = await desktop.trayItem()
    const labels = await item.labels()
    expect(labels).toEqual([
      'Today 4 h 15 of 8 h · 3 h 45 free',
      '1 flag this week',
      '—',
      '10:30 Board & call <b>3 < 5 · R&D <Lumen> · in 20 min',
      '11:30 Security_audit · R&D <Lumen> · in 1 h 20',
      '14:00 Vendor review · R&D <Lumen> · in 3 h 50',
      '—',
      'Start timer',
      '—',
      'Open Headroom',
      'Quick add…',
      '—',
      'Pause reminders',
      '—',
      'Quit Headroom',
    ])
    const room = await item.picture()
    mkdirSync(outputFolder, { recursive: true })
    const record = { tooltip: await item.property('ToolTip'), menu: await item.menu() }
    writeFileSync(join(outputFolder, 'tray-menu.json'), `${JSON.stringify(record, null, 2)}\n`)

    await item.choose('Security_audit')
    expect(await wentTo(app.page)).toEqual({ to: 'week', day: '2026-11-24', occurrence: 'audit' })
    await item.choose('Quick add…')
    await app.page.getByRole('dialog').getByRole('combobox').waitFor()

    await carryOut(app.page, [
      { type: 'session/create', sessions: [meeting('more', 'Steering', '16:00', 300)] },
    ])
    await until(
      'the tray shows the new load',
      async () => (await item.labels())[0] === 'Today 9 h 15 of 8 h · 1 h 15 over',
    )
    expect((await item.picture()).argb.equals(room.argb)).toBe(false)

    const flags = '3 flags this week, 1 must be solved'
    expect((await item.labels())[1]).toBe(flags)
    const over = await item.picture()
    // The number stands on amber, at the lower right.
    expect([...over.argb.subarray(pixelAt(over.width, 24, 14), pixelAt(over.width, 24, 14) + 4)]).toEqual([
      255, 255, 191, 60,
    ])
    await app.page.getByRole('dialog').press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    await item.choose(flags)
    await app.page.locator('[data-flag]:focus').waitFor()
    await app.close()
  })

  it('keeps the app when the window is closed, says so once, brings it back, and quits it', async () => {
    const { desktop, app } = await headroomAt('09:00:00', 'close')
    const item = await desktop.trayItem()
    await closeWindow(app)
    await becomes(app, 'hidden')
    await desktop.notificationWith('Headroom stays in the tray')
    await item.activate()
    await becomes(app, 'visible')
    await closeWindow(app)
    await becomes(app, 'hidden')
    await item.choose('Open Headroom')
    await becomes(app, 'visible')
    expect(desktop.notificationsWith('stays in the tray')).toHaveLength(1)
    expect(desktop.trayItems).toBe(1)
    await item.choose('Quit Headroom')
    expect(await exitOf(app)).toBe(0)
  })

  it('goes with the window where the planner wants no tray', async () => {
    const { desktop, app } = await headroomAt('09:00:00', 'no-keep')
    await desktop.trayItem()
    await carryOut(app.page, [{ type: 'settings/change', change: { keepInTray: false } }])
    await closeWindow(app)
    expect(await exitOf(app)).toBe(0)
    expect(desktop.notifications).toEqual([])
  })

  it('[N8] without a place for it the window is minimised, which is said once, and a second start brings it back', async () => {
    const { desktop, app, launch } = await headroomAt('09:00:00', 'no-tray', { tray: false })
    // The display of the tests has no window manager that would do it.
    await app.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window !== undefined) window.minimize = () => window.setTitle('minimised')
    })
    await closeWindow(app)
    await desktop.notificationWith('Headroom was minimised')
    const title = () => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect([await windowState(app), await title()]).toEqual(['visible', 'minimised'])
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    expect(await startAgain(launch.userData, launch.env)).toBe(0)
    await becomes(app, 'visible')
    await app.close()
  })

  it('[N9] a system that shuts down ends it cleanly', async () => {
    const { desktop, app } = await headroomAt('10:19:58', 'sigterm')
    await desktop.notificationWith('Board')
    app.main.kill('SIGTERM')
    expect(await exitOf(app)).toBe(0)
    const again = await headroomAt('10:21:00', 'sigterm-again', { userData: app.userData })
    await (await again.desktop.trayItem()).labels()
    expect(again.desktop.notifications).toEqual([])
    await again.app.close()
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { aSession } from '../support/builders.ts'
import type { DesktopBus } from '../support/desktopBus.ts'
import { carryOut, copyOf, seedDay, startDay } from '../support/desktopDay.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

let seeded = ''
const desktops: DesktopBus[] = []

beforeAll(async () => {
  seeded = await seedDay([aSession({ id: 'roadmap', start: '2026-11-24T14:00' })])
})
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

/** Headroom on a desktop of its own at a time of that day in Berlin, with somebody at the keys. */
async function headroomAt(time: string, name: string, userData: string) {
  const { desktop, app } = await startDay(desktops, { time, name, userData })
  await app.page.getByRole('grid').waitFor()
  await somebodyIsThere(app)
  return { desktop, app }
}

/** The display of the tests has no keys, so its idle time only grows. */
const somebodyIsThere = ({ app }: RunningWindow) =>
  app.evaluate(async ({ powerMonitor }) => {
    await new Promise(setImmediate)
    powerMonitor.getSystemIdleTime = () => 0
    powerMonitor.getSystemIdleState = () => 'active'
    powerMonitor.emit('unlock-screen')
  })

/**
 * The computer sleeps for some minutes; the main process finds its clock that much later. The debugger may evaluate in
 * the midst of a running function, where no event of the system ever comes: so this waits for its turn.
 */
const sleepFor = ({ app }: RunningWindow, minutes: number) =>
  app.evaluate(async ({ powerMonitor }, slept) => {
    await new Promise(setImmediate)
    powerMonitor.emit('suspend')
    const now = performance.now.bind(performance)
    performance.now = () => now() + slept * 60_000
    powerMonitor.emit('resume')
  }, minutes)

const timerOf = async (page: Page) => (await planOf(page)).practice.timer
const entriesOf = async (page: Page) =>
  Object.values((await planOf(page)).years['2026']?.entries ?? {}).map(
    ({ start, minutes, note }) => `${start} ${minutes} ${note}`,
  )

/** Starts the timer by keys alone, for what is offered first. */
async function startByKeys({ page }: RunningWindow, note: string): Promise<void> {
  await page.keyboard.press('r')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(note)
  await page.keyboard.press('Enter')
  await until('the timer runs', async () => (await timerOf(page))?.note === note)
}

const question = (page: Page) => page.getByRole('dialog', { name: 'What about this time?' })

async function answer(page: Page, name: RegExp): Promise<void> {
  await question(page).locator('label', { hasText: name }).click()
  await question(page).getByRole('button', { name: 'Continue' }).click()
}

const watchesIn = (userData: string) => {
  const file = join(userData, 'timer.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('the timer', () => {
  it('killed while it runs, it runs on, and the next start asks about the time in between', async () => {
    const userData = copyOf(seeded)
    const first = await headroomAt('09:00:00', 'timer-kill', userData)
    await startByKeys(first.app, 'Hiring plan')
    const timer = await timerOf(first.app.page)
    await somebodyIsThere(first.app)
    await until('a heartbeat is on disk', () => watchesIn(userData).includes(timer?.entryId ?? '-'))
    await first.app.kill()

    const second = await headroomAt('10:30:00', 'timer-killed', userData)
    expect(await timerOf(second.app.page)).toEqual(timer)
    await question(second.app.page).waitFor()
    expect(await question(second.app.page).textContent()).toMatch(
      /09:00 – 10:30 \(1.h.30\): Headroom did not run/,
    )
    // Not answered: asked again after the next start.
    await second.app.kill()
    const third = await headroomAt('10:31:00', 'timer-killed-again', userData)
    await answer(third.app.page, /drop it/)
    await until(
      'the timer starts anew',
      async () => (await timerOf(third.app.page))?.entryId !== timer?.entryId,
    )
    expect((await timerOf(third.app.page))?.startedAt).toMatch(/^2026-11-24T09:3[01]:/)
    await third.app.close()
    const last = await headroomAt('10:31:30', 'timer-answered', userData)
    expect((await timerOf(last.app.page))?.note).toBe('Hiring plan')
    expect(await question(last.app.page).count()).toBe(0)
    await last.app.close()
  })

  it('starts in the tray; after sleep a notification tells of the gap, and stopping in the tray asks first', async () => {
    const { desktop, app } = await headroomAt('09:00:00', 'timer-tray', copyOf(seeded))
    const item = await desktop.trayItem()
    await item.choose('Fractional CTO')
    await until('the tray shows it', async () =>
      (await item.labels()).includes('0:00 R&D <Lumen> · Fractional CTO'),
    )
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await sleepFor(app, 42)
    await desktop.notificationWith('A gap waits for your answer')
    await until('the tray shows the time', async () =>
      (await item.labels()).some((label) => /^0:4[23] R&D <Lumen>/.test(label)),
    )
    await item.choose('Stop timer')
    await until('the window is there', () =>
      app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
    )
    await question(app.page).getByText('The timer stops after that.').waitFor()
    expect((await timerOf(app.page)) === null).toBe(false)
    await answer(app.page, /keep it/)
    await until('the timer is stopped', async () => (await timerOf(app.page)) === null)
    expect((await entriesOf(app.page))[0]).toMatch(/^2026-11-24T09:00 4[23] $/)
    await until('the tray offers to start it', async () => (await item.labels()).includes('Start timer'))
    await app.close()
  })

  it('stops in the tray without a question where there is no gap', async () => {
    const { desktop, app } = await headroomAt('09:00:00', 'timer-tray-stop', copyOf(seeded))
    const item = await desktop.trayItem()
    await item.choose('Own business')
    await item.choose('Stop timer')
    await until('the timer is stopped', async () => (await entriesOf(app.page)).length === 1)
    expect([await timerOf(app.page), await entriesOf(app.page)]).toEqual([null, ['2026-11-24T09:00 1 ']])
    await app.close()
  })

  it('one that runs for long is told of once', async () => {
    const { desktop, app } = await headroomAt('09:00:00', 'timer-long', copyOf(seeded))
    await carryOut(app.page, [{ type: 'settings/change', change: { timer: { idle: 240, long: 30 } } }])
    await startByKeys(app, 'Hiring plan')
    await sleepFor(app, 31)
    const told = await desktop.notificationWith('The timer has run for 31\u00a0min')
    expect(told.body).toContain('Hiring plan · R&amp;D &lt;Lumen&gt;')
    await sleepFor(app, 31)
    const item = await desktop.trayItem()
    await until('the tray shows the time', async () =>
      // Two sleeps of 31 minutes, and what the test itself took.
      (await item.labels()).some((label) => /^1:0[2-4] Hiring plan/.test(label)),
    )
    await app.close()
    expect(desktop.notificationsWith('The timer has run')).toHaveLength(1)
  })
})

const looks = [
  { name: 'light-1440', width: 1440, theme: 'light', locale: 'en-GB', stop: 'Stop timer' },
  { name: 'dark-1280-de', width: 1280, theme: 'dark', locale: 'de-DE', stop: 'Timer stoppen' },
] as const

describe.each(looks)('the timer in $name', ({ name, width, theme, locale, stop }) => {
  it('is readable by everybody: running, edited, started, and asking', async () => {
    const app = await launchSample({ size: { width, height: 900 }, env: { HEADROOM_LANG: locale } })
    const { page } = app
    await somebodyIsThere(app)
    await showTheme(page, theme)
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await app.screenshot(`timer-${name}-start`)
    expect(await faults(page)).toEqual([])
    await page.keyboard.type('Hiring plan')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: stop }).waitFor()
    await app.screenshot(`timer-${name}-running`)
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: /Hiring plan/ }).click()
    await page.getByRole('dialog').waitFor()
    await app.screenshot(`timer-${name}-edit`)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await sleepFor(app, 95)
    const dialog = page.getByRole('dialog')
    await dialog.locator('label').last().click()
    await dialog.getByRole('combobox').waitFor()
    await app.screenshot(`timer-${name}-gap`)
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button').nth(-2).click()
    await dialog.waitFor({ state: 'detached' })
    await app.screenshot(`timer-${name}-put-off`)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press(',')
    await page.getByRole('heading', { level: 2, name: 'Timer' }).scrollIntoViewIfNeeded()
    await app.screenshot(`timer-${name}-settings`)
    await app.close()
  })
})

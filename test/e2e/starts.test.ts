import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aSession } from '../support/builders.ts'
import { DesktopBus } from '../support/desktopBus.ts'
import { berlin, copyOf, seedDay, startAgain } from '../support/desktopDay.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

let seeded = ''
const desktops: DesktopBus[] = []

beforeAll(async () => {
  seeded = await seedDay([
    aSession({ id: 'call', title: 'Board call', kind: 'meeting', start: '2026-11-24T14:30', minutes: 45 }),
    aSession({ id: 'later', title: 'Hiring loop', start: '2026-12-08T09:00', minutes: 180 }),
  ])
})
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

async function start(name: string, args: readonly string[] = [], tray = true) {
  const desktop = await DesktopBus.start(name, { tray })
  desktops.push(desktop)
  const app = await launchHeadroom({
    now: berlin('09:00:00'),
    zone: 'Europe/Berlin',
    locale: 'en',
    userData: copyOf(seeded),
    env: desktop.env,
    args,
  })
  return { desktop, app, again: (...more: string[]) => startAgain(app.userData, desktop.env, more) }
}

const isVisible = ({ app }: RunningWindow) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))

const becomesVisible = (app: RunningWindow) => until('the window is visible', () => isVisible(app))

describe('starts', () => {
  it('a first start goes where it is asked to, when the plan is open', async () => {
    const { app } = await start('quick-first', ['--hidden', '--quick-add'])
    await becomesVisible(app)
    await app.page.getByRole('dialog').getByRole('combobox').waitFor()
    await app.close()
  })

  it('[N11] a second start hands its wish to the running app: quick add, links, and nothing for what is none', async () => {
    const { app, desktop, again } = await start('second', ['--hidden'])
    await (await desktop.trayItem()).labels()
    expect(await again('--hidden')).toBe(0)
    expect(await isVisible(app)).toBe(false)

    expect(await again('--quick-add')).toBe(0)
    await becomesVisible(app)
    await app.page.getByRole('dialog').getByRole('combobox').waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })

    expect(await again('headroom:session/later')).toBe(0)
    await app.page.locator('[data-outlined]').getByText('Hiring loop').waitFor()
    expect(await again('headroom://invoices')).toBe(0)
    await app.page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor()
    expect(await again('headroom:undo', 'headroom:client/../../x', 'headroom:week/2026-99-01')).toBe(0)
    expect(await again('headroom:client/northwind')).toBe(0)
    await app.page.getByRole('heading', { name: 'R&D <Lumen>' }).first().waitFor()
    await app.close()
  })

  it('[B2] [N8] a hidden start where nothing shows its icon is minimised, and says so', async () => {
    const { app, desktop } = await start('hidden-no-tray', ['--hidden'], false)
    // The display of the tests has no window manager that would do it.
    await app.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window !== undefined) window.minimize = () => window.setTitle('minimised')
    })
    await desktop.notificationWith('Headroom was minimised', 30)
    const title = () => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect([await isVisible(app), await title()]).toEqual([true, 'minimised'])
    await app.close()
  })

  it('[B3] [N13] start at login is a file of the desktop, written and removed by the switch', async () => {
    const { app, again } = await start('login')
    const file = join(dirname(app.userData), 'home', '.config', 'autostart', 'headroom.desktop')
    expect(await again('headroom:settings')).toBe(0)
    const atLogin = app.page.getByRole('switch', { name: 'Start at login' })
    await atLogin.press('Space')
    await until('the file is there', () => existsSync(file))
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec=.* --hidden$/m)
    await until('the switch is on', () => atLogin.isChecked())
    await atLogin.press('Space')
    await until('the file is gone', () => !existsSync(file))
    await until('the switch is off', async () => !(await atLogin.isChecked()))
    await app.close()
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { unreachable } from '../support/largeText.ts'
import { launchSample } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/*
 * Text at twice its size, as the menu's “Larger” gives it: every screen and panel can be read and used, scrolling where it
 * must (WCAG 1.4.4 and 1.4.10). Of the window it shows what fits into half of its width and height.
 */

const looks = [
  { name: '1280-de', size: { width: 1280, height: 900 }, locale: 'de-DE' },
  { name: '1440-en', size: { width: 1440, height: 900 }, locale: 'en-GB' },
] as const

const screens = [
  { name: 'week', key: '1' },
  { name: 'calendar', key: 'v' },
  { name: 'horizon', key: '2' },
  { name: 'what if', key: 'h' },
  { name: 'insights', key: '6' },
  { name: 'clients', key: '3' },
  { name: 'time', key: '4' },
  { name: 'invoices', key: '5' },
  { name: 'pipeline', key: '7' },
  { name: 'settings', key: ',' },
] as const

const block = '[data-key]'

/** Panels over the week, and how each is opened. */
const panels: readonly { readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  { name: 'session editor', open: (page) => page.locator(block).first().dblclick() },
  { name: 'where the time goes', open: (page) => page.keyboard.press('b') },
  { name: 'quick add', open: (page) => page.keyboard.press('q') },
  { name: 'palette', open: (page) => page.keyboard.press('Control+k') },
  { name: 'shortcuts', open: (page) => page.keyboard.press('?') },
  { name: 'say yes', open: (page) => page.keyboard.press('y') },
]

async function zoom(app: RunningWindow, factor: number): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }, to) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(to)
  }, factor)
}

async function isQuiet(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await until('nothing is loading', () =>
    page.evaluate(() => document.querySelector('[aria-busy=true]') === null),
  )
}

describe.each(looks)('at 200 % in $name', ({ size, locale }) => {
  let app: RunningWindow

  beforeAll(async () => {
    app = await launchSample({ size, env: { HEADROOM_LANG: locale } })
    await zoom(app, 2)
    await app.page.waitForFunction((width) => innerWidth === width / 2, size.width)
  })
  afterAll(() => app.kill())

  it('the panel of flags is out of the way until it is asked for, and can be read then', async () => {
    const { page } = app
    await page.locator('aside').waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    await page.locator('aside li button').first().waitFor()
    expect(await unreachable(page)).toEqual([])
    await page.keyboard.press('a')
    await page.locator('aside').waitFor({ state: 'detached' })
  })

  it.each(panels)('nothing of “$name” is cut off or covered', async ({ open }) => {
    const { page } = app
    await open(page)
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').locator('input, table').first().waitFor()
    await isQuiet(page)
    expect(await unreachable(page)).toEqual([])
    await until('it is closed', async () => {
      await page.keyboard.press('Escape')
      return (await page.getByRole('dialog').count()) === 0
    })
  })

  it.each(screens)('nothing of $name is cut off or covered', async ({ key }) => {
    const { page } = app
    await page.keyboard.press(key)
    await until(
      'the screen is drawn',
      async () => (await page.getByRole('heading', { level: 1 }).count()) === 1,
    )
    await isQuiet(page)
    expect(await unreachable(page)).toEqual([])
  })
})

it('the size of the text, the screen and the view are those of the last time', async () => {
  const first = await launchSample()
  await zoom(first, 1.5)
  await first.page.keyboard.press('v')
  await first.page.keyboard.press('PageDown')
  const title = await first.page.getByRole('heading', { level: 1 }).textContent()
  await first.close()
  const again = { now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', userData: first.userData }
  const second = await launchHeadroom(again)
  await second.page.getByRole('grid', { name: /^Calendar/ }).waitFor()
  expect(await second.page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  expect(await second.page.evaluate(() => devicePixelRatio)).toBe(1.5)
  await second.page.keyboard.press('3')
  await second.page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
  await second.close()
  const third = await launchHeadroom(again)
  await third.page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
  await third.close()
})

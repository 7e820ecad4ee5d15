import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { planOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

const launch = (options: Parameters<typeof launchHeadroom>[0] = {}) =>
  launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    locale: 'en',
    size: { width: 1440, height: 900 },
    ...(process.env.HEADROOM_APP ? { appFolder: process.env.HEADROOM_APP } : {}),
    ...options,
  })

/** Starts with the sample practice, and notes what the content policy refuses from the first line of script on. */
async function withSample(app: RunningWindow): Promise<void> {
  await app.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  await app.page.reload()
  await app.page.locator('main button').first().click()
  await app.page.getByRole('grid').waitFor()
}

async function session(page: Page, id: string) {
  const { years } = await planOf(page)
  return Object.values(years)
    .flatMap((year) => Object.values(year.sessions))
    .find((one) => one.id === id)
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`nothing shown for ${selector}`)
  return box
}

const boardCall = '[data-key][aria-label^="Board call"]'
const cell = (client: number, day: string) => `[data-row-client]:nth-child(${client + 1}) [data-day="${day}"]`

async function press(page: Page, selector: string, at: { readonly x: number; readonly y: number }) {
  const box = await boxOf(page, selector)
  await page.mouse.move(box.x + at.x, box.y + at.y)
  await page.mouse.down()
}

async function moveTo(page: Page, selector: string, at: { readonly x: number; readonly y: number }) {
  const box = await boxOf(page, selector)
  await page.mouse.move(box.x + at.x, box.y + at.y, { steps: 4 })
}

const label = (page: Page, selector: string) => page.locator(selector).first().getAttribute('aria-label')
const thursday = '[data-head-day="2026-11-26"]'

test('while a session is dragged its target shows the outcome; Escape costs nothing; the drop moves it', async () => {
  const app = await launch()
  const { page } = app
  await withSample(app)
  const key = (await page.locator(boardCall).getAttribute('data-key')) ?? ''
  const before = await session(page, key)
  const load = await label(page, thursday)
  await press(page, boardCall, { x: 30, y: 12 })
  await moveTo(page, cell(2, '2026-11-26'), { x: 40, y: 60 })
  await expect.poll(() => label(page, thursday)).not.toBe(load)
  await expect.poll(() => page.locator('[class*=outcome]').innerText()).toMatch(/Double.booked Thu 10:30/)
  await app.screenshot('week-drag')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await label(page, thursday)).toBe(load)
  expect(await session(page, key)).toEqual(before)

  await press(page, boardCall, { x: 30, y: 12 })
  await moveTo(page, cell(2, '2026-11-26'), { x: 40, y: 60 })
  await page.mouse.up()
  await until(
    'the session is on Thursday',
    async () => (await session(page, key))?.start === '2026-11-26T10:30',
  )

  await page.keyboard.press('Control+z')
  await until('undo brought it back', async () => (await session(page, key))?.start === before?.start)

  await page.keyboard.down('Alt')
  await press(page, boardCall, { x: 30, y: 12 })
  await moveTo(page, cell(2, '2026-11-27'), { x: 40, y: 40 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await until('a copy is on Friday', async () => (await page.locator(boardCall).count()) === 2)
  expect((await session(page, key))?.start).toBe(before?.start)
  expect(app.written.console.filter((line) => line.includes('policy'))).toEqual([])
  await app.close()
})

test('the lower edge resizes in quarters of an hour; empty cells are drawn over to plan a session on each day', async () => {
  const app = await launch()
  const { page } = app
  await withSample(app)
  const key = (await page.locator(boardCall).getAttribute('data-key')) ?? ''
  const box = await boxOf(page, boardCall)
  await press(page, boardCall, { x: 30, y: box.height - 3 })
  await page.mouse.move(box.x + 30, box.y + box.height - 3 + 25, { steps: 5 })
  await page.mouse.up()
  await until('it takes 75 minutes', async () => (await session(page, key))?.minutes === 75)

  await press(page, cell(4, '2026-11-24'), { x: 30, y: 40 })
  await moveTo(page, cell(4, '2026-11-25'), { x: 40, y: 45 })
  await page.mouse.up()
  await page.getByRole('textbox', { name: 'Title' }).fill('Robot review')
  await app.screenshot('week-new-sessions')
  await page.getByRole('button', { name: 'Add 2 sessions' }).click()
  await until(
    'two are planned',
    async () => (await page.locator('[aria-label^="Robot review"]').count()) === 2,
  )
  expect(app.written.console.filter((line) => line.includes('policy'))).toEqual([])
  await app.close()
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the shell, the week and its panels (%s)',
  async (theme) => {
    const app = await launch()
    const { page } = app
    const check = async (name: string) => {
      expect({ name, found: await faults(page) }).toEqual({ name, found: [] })
    }
    await until('the start is shown', async () => (await page.locator('main button').count()) >= 3)
    await check('start')
    await withSample(app)
    await showTheme(page, theme)
    await page.locator('aside li button').first().waitFor()
    await check('week')
    await app.screenshot(`week-${theme}`)
    await page.locator(boardCall).dblclick()
    await page.getByRole('dialog').waitFor()
    await check('editor')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await check('palette')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await check('shortcuts')
    await app.close()
  },
)

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { boxOf, launchSample, sessionsOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

declare global {
  interface Window {
    /** How much began to move since `countMotion`. */
    motions?: number
  }
}

/** Counts from now on what begins to move. */
async function countMotion(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.motions = 0
    const count = () => {
      window.motions = (window.motions ?? 0) + 1
    }
    for (const event of ['transitionrun', 'animationstart']) document.addEventListener(event, count, true)
  })
  return () => page.evaluate(() => (window.motions ?? 0) + document.getAnimations().length)
}

const boardCall = '[data-key][aria-label^="Board call"]'
const thursday = '[data-row-client]:nth-child(3) [data-day="2026-11-26"]'

/** Steps in which something would move: hover, drag, drop, a panel, a tick, another view. */
async function workABit(page: Page): Promise<void> {
  for (const name of ['Today', 'Next week']) await page.getByRole('button', { name }).hover()
  const from = await boxOf(page, boardCall)
  const to = await boxOf(page, thursday)
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 4 })
  await page.locator('[class*=ghost]').first().waitFor()
  await page.mouse.up()
  await until('the session is on Thursday', async () =>
    (await sessionsOf(page)).some(
      ({ title, start }) => title === 'Board call' && start.startsWith('2026-11-26'),
    ),
  )
  await page.locator(boardCall).dblclick()
  await page.getByRole('textbox', { name: 'Title' }).waitFor()
  await page.getByText('Tentative', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('v')
  await page.getByRole('grid', { name: /^Calendar/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)('with motion preferred as “%s”, something moves: %s', async (reducedMotion, moves) => {
  const app = await launchSample()
  await app.page.emulateMedia({ reducedMotion })
  const motions = await countMotion(app.page)
  await workABit(app.page)
  expect((await motions()) > 0).toBe(moves)
  await app.close()
})

test('a changed theme is there at once', async () => {
  const app = await launchSample()
  const { page } = app
  await showTheme(page, 'light')
  const motions = await countMotion(page)
  await showTheme(page, 'dark')
  // What begins to move says so in the frame after.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await motions()).toBe(0)
  await app.close()
})

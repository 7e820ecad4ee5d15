import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchSample } from '../support/sampleApp.ts'

/** Nodes and listeners of the page after all that is out of reach was collected. */
async function held(session: CDPSession): Promise<{ readonly nodes: number; readonly listeners: number }> {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { nodes, listeners: jsEventListeners }
}

/** Whether weeks, by their first days, are drawn whole out of sight: as many cells as the week in sight, all of their own days. */
function areDrawnAhead(weeks: readonly string[]): boolean {
  const daysOf = (week: string) =>
    [...document.querySelectorAll<HTMLElement>(`[data-kept="${week}"] [data-day]`)].map(
      ({ dataset }) => dataset.day ?? '',
    )
  const shown = document.querySelectorAll('[data-weeks] > :not([aria-hidden]) [data-day]').length
  return weeks.every((week) => {
    const end = new Date(Date.parse(week) + 7 * 86_400_000).toISOString()
    const days = daysOf(week)
    return days.length === shown && days.every((day) => day >= week && day < end)
  })
}

test.each([
  ['the capacity grid', null],
  ['the calendar', 'v'],
])('two hundred changes of the week leave no node and no listener behind in %s', async (_, key) => {
  const { page, close } = await launchSample()
  const session = await page.context().newCDPSession(page)
  if (key !== null) await page.keyboard.press(key)
  const change = async (times: number) => {
    for (let i = 0; i < times; i++) await page.keyboard.press('PageDown')
    for (let i = 0; i < times; i++) await page.keyboard.press('PageUp')
    await page.locator('[data-head-day="2026-11-24"]').waitFor()
    // The list of what needs attention, and the rows out of sight, follow when there is time.
    await page.locator('[data-list-of="2026-11-23"]').waitFor()
    await page.waitForFunction(areDrawnAhead, ['2026-11-16', '2026-11-30'])
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))))
  }
  await change(10)
  const before = await held(session)
  await change(100)
  const after = await held(session)
  // React keeps the tree before the last one at hand, so a few nodes more or less are none that add up.
  expect(after.nodes - before.nodes).toBeLessThan(100)
  expect(after.listeners - before.listeners).toBeLessThan(20)
  await close()
})

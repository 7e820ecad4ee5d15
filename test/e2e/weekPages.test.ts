import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningWindow } from '../support/electronApp.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/** [U12] The weeks beside the shown one are drawn on pages out of sight, and the week is kept behind other screens. */
let app: RunningWindow
const said: string[] = []

beforeAll(async () => {
  app = await launchSample()
  app.page.on('console', (message) => said.push(message.text()))
})
afterAll(() => app?.close())

const drawn = (page: Page, week: string) =>
  page.evaluate((name) => document.querySelectorAll(`[data-kept="${name}"] [data-key]`).length > 0, week)
const bothDrawn = (page: Page, before: string, after: string) =>
  until(
    'the weeks beside it are drawn',
    async () => (await drawn(page, before)) && (await drawn(page, after)),
  )

/** What is on the screen in the first frame after a key, taken apart by what a pointer finds at many places of the grid. */
const found = (page: Page) =>
  page.evaluate(() => {
    const { left, top, width, height } =
      document.querySelector('[data-weeks]')?.getBoundingClientRect() ?? new DOMRect()
    const what = new Set<string>()
    for (let x = 8; x < width; x += 16)
      for (let y = 8; y < height; y += 16) {
        const element = document.elementFromPoint(left + x, top + y)
        what.add(element?.closest<HTMLElement>('[data-kept]:not([data-kept=""])')?.dataset.kept ?? '')
      }
    return [...what]
  })

/** Presses a key and says, when the next frame has been drawn, whether it is the one that shows a week, and the keys of its blocks in sight. */
const nextFrame = (page: Page, key: string) =>
  page.evaluate(async (pressed) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
    await new Promise((frame) => requestAnimationFrame(frame))
    const grid = document.querySelector('[data-weeks] > :not([aria-hidden]) [role="grid"]')
    const blocks = [...(grid?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
    const inSight = blocks.filter((block) => {
      const { top, height } = block.getBoundingClientRect()
      // Where the browser has not laid a row out, its blocks are not painted either.
      return block.checkVisibility({ contentVisibilityAuto: true }) && height > 0 && top < window.innerHeight
    })
    return {
      week: grid?.querySelector<HTMLElement>('[data-head-day]')?.dataset.headDay,
      count: inSight.length,
    }
  }, key)

for (const view of ['capacity', 'calendar'] as const) {
  it(`[U12] ${view}: the page drawn ahead is whole in the first frame, where the last one was scrolled, and alone is hit`, async () => {
    const { page } = app
    if (view === 'calendar') await page.keyboard.press('v')
    await page.locator('[data-head-day="2026-11-23"]').first().waitFor()
    await bothDrawn(page, '2026-11-16', '2026-11-30')
    expect(await found(page)).toEqual(['2026-11-23'])
    const scrolled = () =>
      page.evaluate(
        () => document.querySelector('[data-weeks] > :not([aria-hidden]) [role="grid"]')?.scrollTop,
      )
    await page.evaluate(() =>
      document.querySelector('[data-weeks] > :not([aria-hidden]) [role="grid"]')?.scrollBy(0, 37),
    )
    const before = await scrolled()
    const { week, count } = await nextFrame(page, 'PageDown')
    expect(week).toBe('2026-11-30')
    expect(count).toBeGreaterThan(3)
    expect(await scrolled()).toBe(before)
    expect(await found(page)).toEqual(['2026-11-30'])
    await pause(300)
    const later = await nextFrame(page, 'Shift')
    expect(later).toEqual({ week, count })
    await bothDrawn(page, '2026-11-23', '2026-12-07')
    expect((await nextFrame(page, 'PageUp')).week).toBe('2026-11-23')
    expect(await scrolled()).toBe(before)
  })
}

it('[U12] Tab comes to the one tab stop of the week in sight and out of it again', async () => {
  const { page } = app
  await page.keyboard.press('v')
  await bothDrawn(page, '2026-11-16', '2026-11-30')
  expect(
    await page.evaluate(() => {
      const stops = [...document.querySelectorAll<HTMLElement>('[data-weeks] [tabindex="0"]')]
      return stops.map((stop) => stop.closest<HTMLElement>('[data-kept]')?.dataset.kept)
    }),
  ).toEqual(['2026-11-23'])
})

it('[U12] behind another screen the week is kept and cannot be hit; it comes back whole, with what was changed meanwhile', async () => {
  const { page } = app
  const { years } = await planOf(page)
  const one = Object.values(years)
    .flatMap(({ sessions }) => Object.values(sessions))
    .find(({ start, recurrence }) => start.startsWith('2026-11-24') && recurrence === null)
  if (one === undefined) throw new Error('the sample has no session on Tuesday')
  await page.keyboard.press('3')
  await until('another screen is shown', () =>
    page.evaluate(() => document.querySelector('[data-kept=""]')?.getAttribute('aria-hidden') === 'true'),
  )
  expect(
    await page.evaluate(() => document.elementFromPoint(700, 450)?.closest('[data-weeks]') === null),
  ).toBe(true)
  const change = { title: 'Renamed behind' }
  expect(
    await carryOut(page, { type: 'session/change', id: one.id, scope: { kind: 'all' }, change }),
  ).toMatchObject({ ok: true })
  const { week, count } = await nextFrame(page, '1')
  expect([week, count > 3]).toEqual(['2026-11-23', true])
  expect(
    await page.evaluate(
      (id) => document.querySelector(`[data-weeks] > :not([aria-hidden]) [data-key^="${id}"]`)?.textContent,
      one.id,
    ),
  ).toMatch(/^Renamed behind/)
})

it('[U12] nothing of it lays out what is out of sight: the browser would say so', () => {
  expect(said).toEqual([])
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newSession, type Session } from '../../shared/plan/session.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { boxOf, carryOut, launchSample, sessionsOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

async function launchCalendar(): Promise<RunningWindow> {
  const app = await launchSample()
  await app.page.keyboard.press('v')
  await app.page.getByRole('grid', { name: /^Calendar of the week/ }).waitFor()
  return app
}

const boardCall = '[data-key][aria-label^="Board call"]'
const thursday = '[data-head-day="2026-11-26"]'

/** A session of the shown week by its title. */
async function session(page: Page, title: string): Promise<Session | undefined> {
  const key = await page.locator(`[data-key][aria-label^="${title}"]`).first().getAttribute('data-key')
  return (await sessionsOf(page)).find(({ id }) => id === key)
}

/** A time of a day in the window, in the middle of its column. */
async function at(page: Page, day: string, clock: string) {
  const { x, y, width, height } = await boxOf(page, `[data-day="${day}"]`)
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return { x: x + width / 2, y: y + ((hours * 60 + minutes) / 1440) * height }
}

async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
}

const labelOf = (page: Page, selector: string) => page.locator(selector).first().getAttribute('aria-label')
const starts = (title: string, page: Page) => async () => (await session(page, title))?.start

test('a session is dragged over days and hours: the outcome shows before the drop, Escape costs nothing', async () => {
  const app = await launchCalendar()
  const { page } = app
  const before = await session(page, 'Board call')
  const load = await labelOf(page, thursday)
  const held = async () => {
    const { x, y } = await boxOf(page, boardCall)
    return { x: x + 20, y: y + 14 }
  }
  // Board call starts at 10:30 and is held 14 pixels, a quarter of an hour, below its top.
  await drag(page, await held(), await at(page, '2026-11-26', '09:45'))
  await expect.poll(() => labelOf(page, thursday)).not.toBe(load)
  await expect.poll(() => page.locator('[class*=outcome]').innerText()).toMatch(/Double.booked Thu 09:30/)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await labelOf(page, thursday)).toBe(load)
  expect(await session(page, 'Board call')).toEqual(before)

  await drag(page, await held(), await at(page, '2026-11-26', '14:15'))
  await page.mouse.up()
  await until(
    'it is on Thursday at two',
    async () => (await starts('Board call', page)()) === '2026-11-26T14:00',
  )

  await page.keyboard.down('Alt')
  await drag(page, await held(), await at(page, '2026-11-27', '09:45'))
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await until('a copy is on Friday', async () => (await page.locator(boardCall).count()) === 2)
  const shown = await page
    .locator(boardCall)
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-key')))
  const inMain = async () => (await sessionsOf(page)).filter(({ id }) => shown.includes(id))
  await until('main holds both', async () => (await inMain()).length === 2)
  const copies = (await inMain()).map(({ start }) => start)
  expect([...copies].sort()).toEqual(['2026-11-26T14:00', '2026-11-27T09:30'])
  await app.close()
})

test('both ends of a session are drawn, by quarters of an hour, with Shift by five minutes', async () => {
  const app = await launchCalendar()
  const { page } = app
  const risk = '[data-key][aria-label^="Risk assessment"]'
  const shape = async () => {
    const found = await session(page, 'Risk assessment')
    return found && [found.start, found.minutes]
  }
  const { x, y, height } = await boxOf(page, risk)
  await drag(page, { x: x + 30, y: y + height - 2 }, await at(page, '2026-11-24', '17:32'))
  await page.mouse.up()
  await until('it ends at half past five', async () => (await shape())?.[1] === 210)
  const now = await boxOf(page, risk)
  await page.keyboard.down('Shift')
  await drag(page, { x: now.x + 30, y: now.y + 2 }, await at(page, '2026-11-24', '13:41'))
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await until('it begins at 13:40', async () => (await shape())?.[0] === '2026-11-24T13:40')
  expect(await shape()).toEqual(['2026-11-24T13:40', 230])
  await app.close()
})

/** What is carried lies beside the pointer: of a second drag, too. */
async function ghostIsAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const card = await boxOf(page, '[class*=ghostCard]')
  expect([card.x - x, card.y - y].map(Math.round)).toEqual([12, 14])
}

test('free time is drawn over to plan; near the edge the hours scroll; a session goes over midnight', async () => {
  const app = await launchCalendar()
  const { page } = app
  const end = await at(page, '2026-11-28', '11:28')
  await drag(page, await at(page, '2026-11-28', '10:05'), end)
  await ghostIsAt(page, end)
  await until(
    'the ghost says its time',
    async () => (await page.locator('[class*=ghostTime]').innerText()) === '10:00 – 11:30',
  )
  await page.mouse.up()
  await page.getByRole('textbox', { name: 'Title' }).fill('Robot review')
  await app.screenshot('calendar-new-session')
  await page.getByRole('button', { name: 'Add session' }).click()
  await until('it is planned', async () => (await starts('Robot review', page)()) === '2026-11-28T10:00')
  expect((await session(page, 'Robot review'))?.minutes).toBe(90)

  const { x, y } = await boxOf(page, '[data-key][aria-label^="Robot review"]')
  const grid = await boxOf(page, '[role=grid]')
  await drag(page, { x: x + 30, y: y + 28 }, { x: x + 30, y: grid.y + grid.height - 6 })
  await until('the last hour is in sight', () =>
    page.evaluate(() => {
      const calendar = document.querySelector('[role=grid]')
      return calendar !== null && calendar.scrollTop + calendar.clientHeight >= calendar.scrollHeight - 1
    }),
  )
  const late = await at(page, '2026-11-28', '23:45')
  await page.mouse.move(late.x, late.y, { steps: 3 })
  await ghostIsAt(page, late)
  await page.mouse.up()
  await until(
    'it goes over midnight',
    async () => (await page.locator('[data-key][aria-label^="Robot review"]').count()) === 2,
  )
  // The window shows it before main has it.
  await until('main has it', async () => (await starts('Robot review', page)()) === '2026-11-28T23:15')
  await app.screenshot('calendar-midnight')
  await app.close()
})

test('the keyboard alone moves and plans; the night of 25 hours is drawn by the clock', async () => {
  const app = await launchCalendar()
  const { page } = app
  await page.locator(boardCall).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Control+Alt+ArrowUp')
  await until('it moved', async () => (await starts('Board call', page)()) === '2026-11-25T10:40')
  await until('the focus is on it', async () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label')?.startsWith('Board call') ?? false,
    ),
  )

  await carryOut(page, {
    type: 'session/create',
    sessions: [
      newSession({
        id: 'release-night',
        engagementId: null,
        title: 'Release night',
        start: '2026-10-25T01:00',
        minutes: 240,
        zone: 'Europe/Berlin',
      }),
    ],
  })
  for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press('PageUp')
  const night = await boxOf(page, '[data-key="release-night"]')
  const day = await boxOf(page, '[data-day="2026-10-25"]')
  expect(Math.round((night.height / day.height) * 24)).toBe(3)
  expect(Math.round(((night.y - day.y) / day.height) * 24)).toBe(1)
  await app.close()
})

test('a thousand sessions in a week: a move of the pointer renders no block', async () => {
  const app = await launchCalendar()
  const { page } = app
  await carryOut(page, {
    type: 'session/create',
    sessions: Array.from({ length: 1000 }, (_, i) =>
      newSession({
        id: `many-${i}`,
        engagementId: null,
        title: `Slot ${i}`,
        start: `2026-11-${23 + (i % 7)}T${String(7 + (Math.floor(i / 7) % 12)).padStart(2, '0')}:00`,
        minutes: 30,
        zone: 'Europe/Berlin',
      }),
    ),
  })
  await until('all are drawn', async () => (await page.locator('[data-key^="many-"]').count()) === 1000)
  const { x, y } = await boxOf(page, boardCall)
  await page.mouse.move(x + 5, y + 14)
  await page.mouse.down()
  await page.mouse.move(x + 15, y + 24, { steps: 2 })
  // What the target's outcome marks is told first, the flags last; then the moves over it change nothing.
  await page.mouse.move(x + 15, y + 24)
  const marks = () =>
    page.evaluate(() => [...document.querySelectorAll('[data-mark]')].map((one) => one.outerHTML).join())
  let looks = { marks: '', still: 0 }
  await until('the marks stand still', async () => {
    const now = await marks()
    looks = { marks: now, still: now === looks.marks ? looks.still + 1 : 0 }
    return looks.still > 40
  })
  await page.evaluate(() => {
    const seen = { blocks: 0 }
    new MutationObserver((all) => {
      seen.blocks += all.filter(
        ({ target }) => target instanceof Element && target.matches('[data-key]'),
      ).length
    }).observe(document.querySelector('[role=grid]') ?? document, {
      subtree: true,
      childList: true,
      attributes: true,
    })
    Object.assign(window, { seen })
  })
  for (let i = 0; i < 20; i++) await page.mouse.move(x + 15 + (i % 3), y + 24 + (i % 3))
  const after = await page.evaluate(() => (window as unknown as { seen: { blocks: number } }).seen.blocks)
  expect(after).toBe(0)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await app.screenshot('calendar-thousand')
  await app.close()
})

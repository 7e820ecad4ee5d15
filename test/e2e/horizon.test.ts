import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningWindow } from '../support/electronApp.ts'
import { boxOf, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

let app: RunningWindow

beforeAll(async () => {
  app = await launchSample()
  await app.page.keyboard.press('2')
  await app.page.getByRole('grid', { name: 'Horizon' }).waitFor()
})
afterAll(() => app?.close())

it('drags a due day, says what it does before the drop, and one undo takes it back', async () => {
  const { page } = app
  const due = page.getByRole('slider', { name: 'Due day of Milestone 2' })
  const before = (await planOf(page)).practice.deliverables
  const id = Object.keys(before).find((key) => before[key]?.title === 'Milestone 2') ?? ''
  const box = await due.boundingBox()
  if (box === null) throw new Error('no sign')
  const week = (await boxOf(page, '[role="columnheader"][data-at="0:2"]')).width
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 3 * week, box.y + box.height / 2, { steps: 12 })
  await expect(due.getAttribute('aria-valuetext')).resolves.toBe('25 Dec 2026')
  await page.getByText(/Milestone 2 can be met\./).waitFor()
  expect((await planOf(page)).practice.deliverables[id]?.due).toBe('2026-12-04')
  await page.mouse.up()
  await until(
    'it is due later',
    async () => (await planOf(page)).practice.deliverables[id]?.due === '2026-12-25',
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await until(
    'it is due as before',
    async () => (await planOf(page)).practice.deliverables[id]?.due === '2026-12-04',
  )
})

it('draws the columns in sight alone, whatever is walked to', async () => {
  const { page } = app
  await page.getByRole('button', { name: /Weeks ahead/ }).click()
  await page.getByRole('option', { name: '104 weeks' }).click()
  const heads = page.getByRole('columnheader')
  await until('104 weeks', async () => (await page.getByRole('grid').getAttribute('aria-colcount')) === '105')
  expect(await heads.count()).toBeLessThan(50)
  await page.locator('[data-at="1:1"]').focus()
  await page.keyboard.press('End')
  await until('the last week has the focus', () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-at') === '1:104'),
  )
  expect(await heads.count()).toBeLessThan(50)
  const last = await boxOf(page, '[data-at="1:104"]')
  expect(last.x + last.width).toBeLessThanOrEqual(1440)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Week 46/ }).waitFor()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/** Friday evening of the sample's week: all of its sessions are over. */
const FRIDAY = '2026-11-27T17:00:00Z'
let app: RunningWindow

beforeAll(async () => {
  app = await launchSample({ now: FRIDAY })
})
afterAll(() => app?.close())

const entries = async (): Promise<readonly TimeEntry[]> =>
  Object.values((await planOf(app.page)).years)
    .flatMap((year) => Object.values(year.entries))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
const on = async (day: string, engagementId: string) =>
  (await entries()).filter((entry) => entry.day === day && entry.engagementId === engagementId)

describe('worked time by keyboard alone', () => {
  it('is confirmed for today with one key each', async () => {
    const { page } = app
    await page.keyboard.press('c')
    await page.getByRole('row', { name: /Weekly report/ }).focus()
    await page.keyboard.press('Enter')
    await until('the entry is kept', async () => (await on('2026-11-27', 'northwind-1')).length === 1)
    expect(await on('2026-11-27', 'northwind-1')).toMatchObject([{ minutes: 150, start: '2026-11-27T09:00' }])
  })

  it('is typed into the timesheet, where a digit types and goes nowhere else', async () => {
    const { page } = app
    await page.keyboard.press('4')
    await page.locator('[data-at="3:4"]').focus()
    await page.keyboard.type('1:30')
    await page.keyboard.press('Enter')
    await until('the entry is kept', async () => (await on('2026-11-27', 'orbit-1')).length === 1)
    expect(await on('2026-11-27', 'orbit-1')).toMatchObject([{ minutes: 90, start: null, billable: true }])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('4:4')
    await page.keyboard.press('PageUp')
    await page.getByText(/Week 47/).waitFor()
  })

  it('is still there after the power was cut', async () => {
    const before = await entries()
    await app.kill()
    app = await launchHeadroom({ userData: app.userData, now: FRIDAY, zone: 'Europe/Berlin' })
    await app.page.getByRole('grid').waitFor()
    expect(await entries()).toEqual(before)
  })
})

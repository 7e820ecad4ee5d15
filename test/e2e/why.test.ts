import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { noHolidays } from '../../shared/capacity/holidays.ts'
import { week } from '../../shared/capacity/week.ts'
import type { Why } from '../../shared/capacity/why/why.ts'
import { toEpochMinute } from '../../shared/time/zone.ts'
import { faults } from '../support/axe.ts'
import { aSession } from '../support/builders.ts'
import { launchHeadroom } from '../support/electronApp.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/*
 * Why a week is impossible, asked in the real app: the week after the sample practice's is filled up by steps, and panel
 * and palette say which of them it was; after a restart and in encrypted files, too.
 */

const START = '2026-11-30'
const now = toEpochMinute('2026-11-24T09:30', 'Europe/Berlin')

/** No-break spaces are for the eye. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')

const book = (page: Page, title: string, start: string, minutes: number) =>
  carryOut(page, {
    type: 'session/create',
    sessions: [aSession({ id: title.replace(' ', '-'), title, engagementId: null, start, minutes })],
  })

/** Fills the week up to half an hour, passes that by an hour, and goes on to half an hour more. */
async function fillWeek(page: Page): Promise<void> {
  const { headroom } = week(await planOf(page), START, { holidays: noHolidays, now }).totals
  await book(page, 'Tax papers', '2026-12-05T08:00', headroom - 30)
  await book(page, 'Board call', '2026-12-03T18:00', 90)
  await book(page, 'Late review', '2026-12-04T18:00', 30)
}

const dialog = (page: Page) => page.getByRole('dialog')
const sentence = async (page: Page) => plain(await dialog(page).getByRole('status').innerText())
const rows = async (page: Page) =>
  (await dialog(page).locator('ol > li').allInnerTexts()).map((row) => plain(row).split('\n').filter(Boolean))

const found = async (page: Page): Promise<Why | string> => {
  const reply = await page.evaluate(
    (start) => window.headroom.request('why/ask', { start, about: { kind: 'week' } }),
    START,
  )
  return reply.state === 'found' ? reply.why : reply.state
}

const askOnCard = async (page: Page, word: RegExp) => {
  await page.locator(`[data-flag="week-over:${START}"]`).getByRole('button', { name: word }).click()
  await dialog(page).locator('ol').waitFor()
}

const SINCE = 'Over capacity since Tue 24 Nov 2026, 09:30: “Board call” was planned.'

describe('a week that is made impossible', () => {
  test('says which change did it and which made it worse, leads there, and knows of the undo and a restart', async () => {
    const first = await launchSample()
    const { page } = first
    expect(await found(page)).toBe('fits')
    await fillWeek(page)
    await page.keyboard.press('PageDown')
    await askOnCard(page, /^Why\? Week/)
    expect(await sentence(page)).toBe(`${SINCE} 1 h over then, 1 h 30 now.`)
    expect(await rows(page)).toEqual([
      ['“Board call” was planned', 'Tue 24 Nov 2026, 09:30', '+1 h', '1 h worse', '1 h over'],
      ['“Late review” was planned', 'Tue 24 Nov 2026, 09:30', '+30 min', '30 min worse', '1 h 30 over'],
    ])
    expect(await faults(page)).toEqual([])
    await first.screenshot('why-light')

    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await until('the session has the focus', () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-key') === 'Board-call'),
    )

    await page.evaluate(() => window.headroom.request('plan/undo', undefined))
    await page.keyboard.press('Control+k')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type('why is this week')
    await page.keyboard.press('Enter')
    await dialog(page).locator('ol').waitFor()
    expect(await sentence(page)).toBe(`${SINCE} 1 h over.`)
    expect((await rows(page)).map(([what, , effect]) => [what, effect])).toEqual([
      ['“Board call” was planned', '+1 h'],
      ['“Late review” was planned', '+30 min'],
      ['plan “Late review” (undone)', '−30 min'],
    ])
    await page.evaluate(() => window.headroom.request('plan/undo', undefined))
    await dialog(page).getByText('It fits now.').waitFor()
    await page.evaluate(() => window.headroom.request('plan/redo', undefined))
    await dialog(page).locator('ol').waitFor()
    expect(await sentence(page)).toContain('“Board call” was planned (again)')
    await first.close()

    const second = await launchHeadroom({
      now: '2026-11-24T09:45:00Z',
      zone: 'Europe/Berlin',
      env: { HEADROOM_LANG: 'de-DE' },
      size: { width: 1280, height: 900 },
      userData: first.userData,
    })
    await carryOut(second.page, { type: 'settings/change', change: { theme: 'dark' } })
    await askOnCard(second.page, /^Warum\? /)
    expect(await sentence(second.page)).toMatch(
      /^Zu voll seit Di\.? 24\. Nov\.? 2026, \d\d:\d\d: „Board call“ wurde geplant \(erneut\)\. 1 h zu viel\.$/,
    )
    expect(await faults(second.page)).toEqual([])
    await second.screenshot('why-dark-1280-de')
    await second.close()
  })

  test('of encrypted files is told, too, and a question that is no question is refused', async () => {
    const first = await launchSample()
    await first.page.evaluate(() =>
      window.headroom.request('vault/turnOn', { passphrase: 'correct horse battery', keychain: false }),
    )
    await fillWeek(first.page)
    await first.close()
    const { page, close } = await launchHeadroom({
      now: '2026-11-24T08:30:00Z',
      zone: 'Europe/Berlin',
      env: { HEADROOM_LANG: 'en-GB' },
      userData: first.userData,
    })
    await page.getByLabel('Passphrase').fill('correct horse battery')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    expect(await found(page)).toMatchObject({
      short: 90,
      since: { step: { subject: 'Board call', after: 60 } },
    })
    const odd = page.evaluate(() => window.headroom.request('why/ask', { start: 'then' } as never))
    await expect(odd).rejects.toThrow('not a valid request')
    await close()
  })
})

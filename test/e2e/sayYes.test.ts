import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { lookAt } from '../support/theme.ts'
import { until } from '../support/until.ts'

/*
 * Can I say yes? What does not fit is told with the smallest changes that would make room; one is made by the keyboard,
 * the answer is yes, and undone it is no again. axe finds nothing in either theme [U2].
 */

const looks = [
  { name: 'en-1440', width: 1440, locale: 'en-GB', day: ['04', '01', '2027'] },
  { name: 'de-1280', width: 1280, locale: 'de-DE', day: ['04', '01', '2027'] },
] as const

describe.each(looks)('what would make room, in $name', ({ name, width, locale, day }) => {
  let app: RunningWindow
  beforeAll(async () => {
    app = await launchSample({ size: { width, height: 900 }, env: { HEADROOM_LANG: locale } })
  })
  afterAll(() => app.close())

  it('is found, made and undone', async () => {
    const { page } = app
    const before = await planOf(page)
    await page.keyboard.press('y')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('spinbutton').first().click()
    for (const part of day) await page.keyboard.type(part)
    const answer = dialog.getByRole('status')
    await until('it does not fit', async () => /^(No|Nein)/.test((await answer.textContent()) ?? ''))
    const rows = dialog.locator('section[aria-busy=false] li')
    await until('changes are found', async () => (await rows.count()) > 0)
    expect(await rows.count()).toBeLessThanOrEqual(5)
    await lookAt(app, `say-yes-room-${name}`)

    await rows.first().getByRole('button').focus()
    await page.keyboard.press('Enter')
    await until('it fits', async () => /^(Yes|Ja)/.test((await answer.textContent()) ?? ''))
    expect(await planOf(page)).not.toEqual(before)
    expect(await faults(page)).toEqual([])
    await app.screenshot(`say-yes-room-${name}-made`)

    // The focus is on Undo, in the place of the list.
    await page.keyboard.press('Enter')
    await until('it does not fit again', async () => /^(No|Nein)/.test((await answer.textContent()) ?? ''))
    const { practice } = await planOf(page)
    expect(practice.engagements).toEqual(before.practice.engagements)
    await until('changes are found again', async () => (await rows.count()) > 0)
  })
})

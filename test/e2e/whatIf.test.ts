import { expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/*
 * What if, by keyboard alone: a scenario is made, seen in the horizon, made real as it was shown, and taken back by one
 * undo. axe finds nothing in either theme [U2].
 */

const looks = [
  { name: 'light-1440', width: 1440, theme: 'light', locale: 'en-GB' },
  { name: 'dark-1280-de', width: 1280, theme: 'dark', locale: 'de-DE' },
] as const

/** Steps by Tab to what has this name. */
const tabTo = async (page: Awaited<ReturnType<typeof launchSample>>['page'], name: RegExp) => {
  for (let step = 0; step < 60; step++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = element?.closest('label')?.textContent
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing called ${name}`)
}

it.each(looks)('a scenario is made, looked at, adopted and undone by keys, in $name', async (look) => {
  const { name, width, theme, locale } = look
  const app = await launchSample({ size: { width, height: 900 }, env: { HEADROOM_LANG: locale } })
  try {
    const { page } = app
    await carryOut(page, { type: 'settings/change', change: { theme } })
    const settled = () =>
      until('all figures are there', () =>
        page.evaluate(() => document.querySelector('table[aria-busy=false]') !== null),
      )
    await page.keyboard.press('h')
    await settled()
    await app.screenshot(`what-if-${name}-empty`)
    expect(await faults(page)).toEqual([])

    // New scenario → drop a client → the first one. The focus came to the button with the pane.
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await tabTo(page, /^(Choose|Auswählen)/)
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await until('a client is chosen', async () => (await page.getByRole('option').count()) === 0)
    expect(await faults(page)).toEqual([])
    await tabTo(page, /^(Create|Anlegen)$/)
    await page.keyboard.press('Enter')
    await until(
      'it is a scenario',
      async () => Object.keys((await planOf(page)).practice.scenarios).length === 1,
    )

    // It is on: the client has nothing promised any more, in what is shown alone.
    const cells = page.locator('[data-at="1:4"]')
    await until('the grid shows it', async () => (await cells.textContent()) === '')
    await settled()
    const before = await planOf(page)
    const shown = await page.getByRole('grid').textContent()
    await app.screenshot(`what-if-${name}-on`)
    expect(await faults(page)).toEqual([])

    await tabTo(page, /^(Adopt Without|Ohne .* übernehmen)/)
    await page.keyboard.press('Enter')
    await dialog.getByRole('listitem').first().waitFor()
    await app.screenshot(`what-if-${name}-adopt`)
    expect(await faults(page)).toEqual([])
    await tabTo(page, /^(Adopt|Übernehmen)$/)
    await page.keyboard.press('Enter')
    await until('it is real', async () => Object.keys((await planOf(page)).practice.scenarios).length === 0)
    await until('the horizon shows it', async () => (await page.getByRole('grid').textContent()) === shown)
    await page.keyboard.press('Control+z')
    await until('it is taken back', async () => {
      const now = await planOf(page)
      return JSON.stringify(now.practice.scenarios) === JSON.stringify(before.practice.scenarios)
    })
    expect(await planOf(page)).toEqual(before)
  } finally {
    await app.close()
  }
})

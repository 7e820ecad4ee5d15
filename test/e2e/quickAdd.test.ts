import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

async function launch(locale: string, width: number, theme: 'light' | 'dark'): Promise<RunningWindow> {
  const app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    env: { HEADROOM_LANG: locale },
    size: { width, height: 900 },
  })
  await app.page.locator('main button').first().click()
  await app.page.getByRole('grid').waitFor()
  await showTheme(app.page, theme)
  return app
}

async function titles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { years } = await window.headroom.request('plan/open', undefined)
    return Object.values(years).flatMap((year) => Object.values(year.sessions).map(({ title }) => title))
  })
}

/** Opens a panel by its key when no other is open, and waits for its field. */
async function open(page: Page, key: string): Promise<void> {
  await until('no dialog is open', async () => (await page.getByRole('dialog').count()) === 0)
  await page.keyboard.press(key)
  await page.getByRole('dialog').getByRole('combobox').waitFor()
}

const looks = [
  {
    name: 'light',
    locale: 'en-GB',
    width: 1440,
    lines: [
      'lumen board call thu 10:30 45m tentative #risk',
      'lumen focus 2h daily next week',
      'northwind call every thu 16:00 new york from 3 dec until 31 jan',
    ],
    find: ['board', 'xyz dentist wed 8:00 30m', 'w3 2027'],
  },
  {
    name: 'dark-de',
    locale: 'de-DE',
    width: 1280,
    lines: [
      'lumen Beiratssitzung do 10:30 45m vorläufig #risiko',
      'lumen Fokus 2h täglich nächste Woche',
      'northwind Anruf jeden do 16:00 new york ab 3. Dez bis 31. Jan',
    ],
    find: ['termin', 'xyz Zahnarzt mi 8:00 30m', 'kw 3 2027'],
  },
] as const

test.each(looks)(
  'quick add, palette and shortcuts are readable by everybody ($name)',
  async ({ name, locale, width, lines, find }) => {
    const app = await launch(locale, width, name === 'light' ? 'light' : 'dark')
    const { page } = app
    await open(page, 'q')
    await app.screenshot(`quick-${name}-empty`)
    expect(await faults(page)).toEqual([])
    for (const [i, line] of lines.entries()) {
      await page.getByRole('combobox').fill(line)
      await page.getByRole('list').first().waitFor()
      await app.screenshot(`quick-${name}-${i + 1}`)
      if (i === 0) expect(await faults(page)).toEqual([])
    }
    await page.keyboard.press('Escape')
    await open(page, 'Control+k')
    await app.screenshot(`palette-${name}-empty`)
    expect(await faults(page)).toEqual([])
    for (const [i, typed] of find.entries()) {
      await page.getByRole('combobox').fill(typed)
      await page.getByRole('option').first().waitFor()
      await app.screenshot(`palette-${name}-${i + 1}`)
      if (i === 0) expect(await faults(page)).toEqual([])
    }
    await page.keyboard.press('Escape')
    await until('no dialog is open', async () => (await page.getByRole('dialog').count()) === 0)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await app.screenshot(`shortcuts-${name}`)
    expect(await faults(page)).toEqual([])
    await app.close()
  },
)

test('a line is added by keyboard alone, found again in the palette, and taken back', async () => {
  const app = await launch('en-GB', 1440, 'light')
  const { page } = app
  await open(page, 'q')
  await page.keyboard.type('lumen supplier review 7 dec 9:00 45m')
  await page.keyboard.press('Enter')
  await until('it is planned', async () => (await titles(page)).includes('Supplier review'))
  const block = page.locator('[data-key][aria-label^="Supplier review"]')
  await block.waitFor()
  await until('it has the focus', () => block.evaluate((element) => element === document.activeElement))
  await app.screenshot('quick-added')
  await page.keyboard.press('t')
  await until('this week is shown', async () => (await block.count()) === 0)

  await open(page, 'Control+k')
  await page.keyboard.type('supplier')
  await page.getByRole('option', { name: /^Supplier review/ }).waitFor()
  await page.keyboard.press('Enter')
  await block.waitFor()
  await until('it has the focus', () => block.evaluate((element) => element === document.activeElement))
  await page.keyboard.press('Control+z')
  await until('it is gone', async () => !(await titles(page)).includes('Supplier review'))
  expect(app.written.console.filter((line) => line.includes('policy'))).toEqual([])
  await app.close()
})

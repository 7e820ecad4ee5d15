import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { boxOf, launchSample, planOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/*
 * Engagements as their client's page shows them, with the sample practice: the form with its history and instalments, the
 * hours of a retainer with their statement, the roadmap. Each as a picture in test/output and under axe.
 */

const looks = [
  { name: 'light-1440', width: 1440, theme: 'light', locale: 'en-GB' },
  { name: 'dark-1280-de', width: 1280, theme: 'dark', locale: 'de-DE' },
] as const

describe.each(looks)('in $name', ({ name, width, theme, locale }) => {
  let app: RunningWindow
  let page: Page

  beforeAll(async () => {
    app = await launchSample({ env: { HEADROOM_LANG: locale }, size: { width, height: 900 } })
    page = app.page
    await showTheme(page, theme)
    await page.keyboard.press('3')
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(() => app.kill())

  const open = async (client: string) => {
    // The week is kept behind the screen.
    await page.getByText(client, { exact: true }).filter({ visible: true }).first().click()
    await page.getByRole('heading', { level: 2, name: client }).waitFor()
  }
  const picture = async (what: string) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await app.screenshot(`engagements-${name}-${what}`)
    expect(await faults(page)).toEqual([])
  }

  it('the roadmap shows what is due when, and the bar that cannot be met', async () => {
    await open('Fable Games')
    const roadmap = page.locator('section[aria-labelledby=client-roadmap]')
    await roadmap.scrollIntoViewIfNeeded()
    expect(await roadmap.getByRole('slider').count()).toBe(3)
    expect(await roadmap.locator('li[data-state=impossible]').count()).toBe(1)
    await picture('roadmap')
  })

  it('a due day moves by arrow keys and by hand, and comes back by undo', async () => {
    const bar = page.locator('[role=slider]').nth(2)
    const due = async () => (await planOf(page)).practice.deliverables.launch?.due
    const before = await due()
    await bar.focus()
    await page.keyboard.press('ArrowRight')
    await until('it moved by a day', async () => (await due()) === '2027-01-22')
    const box = await boxOf(page, '[role=slider] >> nth=2')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await until('it moved back by hand', async () => ((await due()) ?? '') < '2027-01-21')
    await page.evaluate(() => window.headroom.request('plan/undo', undefined))
    await page.evaluate(() => window.headroom.request('plan/undo', undefined))
    await until('both are undone', async () => (await due()) === before)
  })

  it('the form of a fixed price shows its instalments', async () => {
    await page.locator('article').first().getByRole('button').last().waitFor()
    await page
      .locator('article')
      .first()
      .getByRole('button', { name: locale === 'de-DE' ? 'Bearbeiten' : 'Edit', exact: true })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('ol li').nth(2).waitFor()
    await picture('instalments')
    await dialog.locator('ol').scrollIntoViewIfNeeded()
    await app.screenshot(`engagements-${name}-instalments-below`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('a change from a date is listed with what holds before it', async () => {
    await open('Northwind')
    await page
      .locator('article')
      .first()
      .getByRole('button', { name: locale === 'de-DE' ? 'Bearbeiten' : 'Edit', exact: true })
      .click()
    const dialog = page.getByRole('dialog')
    const change = locale === 'de-DE' ? 'Ab einem Datum ändern' : 'Change from a date'
    await dialog.getByRole('button', { name: change }).first().click()
    expect(await dialog.locator('fieldset').first().locator('ul li').count()).toBe(2)
    await picture('history')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('the statement of a retainer tells its hours period by period', async () => {
    await open('Lumen Health')
    const retainers = page.locator('section[aria-labelledby=client-retainers]')
    await retainers.scrollIntoViewIfNeeded()
    await picture('retainer')
    await retainers.getByRole('button').click()
    await page.getByRole('dialog').getByRole('table').nth(1).waitFor()
    await picture('statement')
    await page.keyboard.press('Escape')
  })
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import type { Session } from '../../shared/plan/session.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { sessionsOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/** The sample practice on Tuesday at half past nine, in a look of its own. */
async function withSample(look: {
  readonly theme: 'light' | 'dark'
  readonly locale: string
  readonly width: number
}): Promise<RunningWindow> {
  const app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    env: { HEADROOM_LANG: look.locale },
    size: { width: look.width, height: 900 },
  })
  await app.page.locator('main button').first().click()
  await app.page.getByRole('grid').waitFor()
  await showTheme(app.page, look.theme)
  return app
}

/** The tentative sessions as main holds them. */
async function tentative(page: Page): Promise<readonly Session[]> {
  return (await sessionsOf(page)).filter(({ status }) => status === 'tentative')
}

test.each([
  { theme: 'light', locale: 'en-GB', width: 1440, title: 'Plan the rest' },
  { theme: 'dark', locale: 'de-DE', width: 1280, title: 'Rest einplanen' },
] as const)(
  'the rest of the sample practice is proposed, planned and undone ($theme, $locale)',
  async (look) => {
    const app = await withSample(look)
    const { page } = app
    const before = (await tentative(page)).length
    await page.keyboard.press('p')
    const bar = page.getByRole('region', { name: look.title })
    await bar.waitFor()
    // The sample's first week is too full for more: the weeks after it are not.
    const proposed = page.locator('[data-proposed]')
    await app.screenshot(`planning-${look.theme}-week`)
    await bar.getByRole('radio').nth(1).click()
    await until(
      'four weeks are proposed',
      async () => (await bar.getByRole('radio').nth(1).getAttribute('aria-checked')) === 'true',
    )
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { level: 1, name: /49/ }).waitFor()
    await until('the next week has some', async () => (await proposed.count()) > 0)
    await app.screenshot(`planning-${look.theme}-next`)
    const all = Number((await bar.innerText()).match(/^\d+/)?.[0])
    const count = await proposed.count()
    await proposed.first().click()
    await until('one is left out', async () => (await proposed.count()) === count - 1)
    await app.screenshot(`planning-${look.theme}-left-out`)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('v')
    await page.getByRole('grid', { name: /^(Calendar|Kalender)/ }).waitFor()
    await until('the calendar shows them too', async () => (await proposed.count()) === count - 1)
    await app.screenshot(`planning-${look.theme}-calendar`)
    await page.keyboard.press('v')
    await page.getByRole('grid', { name: /^(Capacity|Kapazität)/ }).waitFor()
    await page.keyboard.press('Enter')
    await bar.waitFor({ state: 'detached' })
    await until('they are planned', async () => (await tentative(page)).length === before + all - 1)
    await page.keyboard.press('Control+z')
    await until('undo took all of them back', async () => (await tentative(page)).length === before)
    await page.keyboard.press(',')
    await page.getByRole('switch').first().waitFor()
    await page.getByText(/^(Focus hours|Fokuszeit)/).click()
    await page.getByRole('group', { name: /^(Focus until|Fokus bis)/ }).waitFor()
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
    await app.screenshot(`planning-${look.theme}-settings`)
    await app.close()
  },
)

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { launchSample } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/*
 * The attention panel in the real window, with the sample practice and a milestone that cannot be met: what resting on
 * a fix shows, the proofs as people see them, and what axe finds in them, in both themes and languages.
 */

const looks = [
  {
    name: 'light-1440',
    width: 1440,
    theme: 'light',
    locale: 'en-GB',
    proof: 'See the proof',
    sums: 'What adds up',
  },
  {
    name: 'dark-1280-de',
    width: 1280,
    theme: 'dark',
    locale: 'de-DE',
    proof: 'Beweis ansehen',
    sums: 'Was zusammenkommt',
  },
] as const

describe.each(looks)('in $name', ({ name, width, theme, locale, proof, sums }) => {
  let app: RunningWindow
  let page: Page

  beforeAll(async () => {
    app = await launchHeadroom({
      now: '2026-11-24T09:30:00Z',
      zone: 'Europe/Berlin',
      env: { HEADROOM_LANG: locale },
      size: { width, height: 900 },
    })
    page = app.page
    await page.locator('main button').first().click()
    await page.getByRole('grid').waitFor()
    await showTheme(page, theme)
    const { practice } = await page.evaluate(() => window.headroom.request('plan/open', undefined))
    const records = Object.values(practice.deliverables)
      .filter(({ due }) => due === '2026-12-04')
      .map((value) => ({ kind: 'deliverable' as const, value: { ...value, remainingMinutes: 1_920 } }))
    expect(records).toHaveLength(1)
    await send({ type: 'practice/put', records })
    await page.locator('[data-flag^="deadline:"]').waitFor()
    await until('every flag has its fixes and the next weeks are counted', async () => {
      const waiting = await page
        .locator('[data-flag]')
        .evaluateAll((cards) => cards.filter((card) => card.querySelectorAll('button').length < 3).length)
      return waiting === 0 && (await page.locator('[class*=aheadWeek]').count()) === 4
    })
  })
  afterAll(() => app.kill())

  const send = (command: Command) =>
    page.evaluate(
      (given) =>
        window.headroom.request('plan/execute', { id: crypto.randomUUID(), command: given as never }),
      command,
    )
  const panel = () =>
    page.locator('[data-flag]').evaluateAll((cards) =>
      cards.map((card) => {
        const { x, y, width, height } = card.getBoundingClientRect()
        return [card.getAttribute('data-flag'), x, y, width, height]
      }),
    )
  const heads = () =>
    page.locator('[data-head-day]').evaluateAll((all) => all.map((head) => head.getAttribute('aria-label')))

  it('resting on a fix shows its outcome on the grid and moves nothing in the panel; leaving shows the week again', async () => {
    const [cards, days] = [await panel(), await heads()]
    await page.locator('[data-flag^="overlap:"] button').first().hover()
    const outcome = page.locator('main > p')
    await outcome.waitFor()
    expect(await panel()).toEqual(cards)
    expect(await heads()).not.toEqual(days)
    await app.screenshot(`attention-${name}-fix`)
    await page.mouse.move(width / 2, 880)
    await outcome.waitFor({ state: 'detached' })
    expect([await panel(), await heads()]).toEqual([cards, days])
  })

  it('no label of a button is cut off', async () => {
    const cut = await page
      .locator('[data-flag] button')
      .evaluateAll((buttons) =>
        buttons
          .filter(
            (button) =>
              button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1,
          )
          .map((button) => button.textContent),
      )
    expect(cut).toEqual([])
  })

  it.each([
    ['window', 'deadline:', proof],
    ['promise', 'client-over:', sums],
    ['day', 'day-over:', sums],
  ])('the proof of a %s is read by everybody and fits the window', async (what, key, button) => {
    await page.locator(`[data-flag^="${key}"]`).first().getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('table').first().waitFor()
    await app.screenshot(`attention-${name}-${what}`)
    const sticksOut = await dialog.evaluate((element) => {
      const { top, left, right, bottom } = element.getBoundingClientRect()
      const scroller = element.parentElement ?? element
      return (
        top < 0 ||
        left < 0 ||
        right > innerWidth ||
        bottom > innerHeight ||
        scroller.scrollWidth > scroller.clientWidth
      )
    })
    expect([sticksOut, await faults(page)]).toEqual([false, []])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('from the keyboard: to a flag, its best fix, and on to the next flag', async () => {
    await page.getByRole('columnheader').nth(1).focus()
    await page.keyboard.press('j')
    const first = await page.locator('[data-flag]:focus').getAttribute('data-flag')
    await page.keyboard.press('Enter')
    await page.locator(`[data-flag="${first}"]`).waitFor({ state: 'detached' })
    await page.locator('[data-flag]:focus').waitFor()
    expect(await faults(page)).toEqual([])
    await app.screenshot(`attention-${name}-next`)
  })
})

it('the list of flags goes as the window becomes narrow, and comes back with its width where nobody closed it', async () => {
  const app = await launchSample()
  const { page } = app
  const list = page.locator('[data-list-of]')
  const window = await app.app.browserWindow(page)
  const widen = (width: number) => window.evaluate((target, to) => target.setContentSize(to, 900), width)
  await list.waitFor()
  await widen(1000)
  await list.waitFor({ state: 'detached' })
  await widen(1440)
  await list.waitFor()
  await page.getByRole('button', { name: 'Hide what needs attention' }).first().click()
  await list.waitFor({ state: 'detached' })
  await widen(1000)
  await page.waitForFunction(() => innerWidth === 1000)
  await widen(1440)
  await page.waitForFunction(() => innerWidth === 1440)
  expect(await list.count()).toBe(0)
  await app.close()
})

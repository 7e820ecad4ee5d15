import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { planOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/* Where the time goes, and whether more fits, in the real Electron with the sample practice, in both themes and languages. */

const looks = [
  { name: 'light-1440', width: 1440, theme: 'light', locale: 'en-GB' },
  { name: 'dark-1280-de', width: 1280, theme: 'dark', locale: 'de-DE' },
] as const

describe.each(looks)('in $name', ({ name, width, theme, locale }) => {
  let app: RunningWindow

  beforeAll(async () => {
    app = await launchHeadroom({
      now: '2026-11-24T09:30:00Z',
      zone: 'Europe/Berlin',
      env: { HEADROOM_LANG: locale },
      size: { width, height: 800 },
    })
    await until('the start screen is there', async () => (await app.page.getByRole('button').count()) >= 3)
    await app.page.getByRole('button').first().click()
    await app.page.getByRole('grid').waitFor()
    await showTheme(app.page, theme)
  })
  afterAll(() => app.kill())

  it('a click on a day’s head and the key B say where the time goes, in tables inside the window', async () => {
    const { page } = app
    await page.locator('[data-head="2026-11-24"]').click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('table').first().waitFor()
    await app.screenshot(`breakdown-${name}-day`)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('grid').locator('[data-head="week"]').click()
    await panel.getByRole('table').first().waitFor()
    await app.screenshot(`breakdown-${name}-week`)
    const box = await panel.boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 800).toBe(true)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.keyboard.press('b')
    await panel.getByRole('table').first().waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  })

  it('Y answers as one types, and the question becomes a prospect with its meeting, until undo takes it back', async () => {
    const { page } = app
    await page.keyboard.press('y')
    const panel = page.getByRole('dialog')
    const answer = panel.getByRole('status')
    await answer.waitFor()
    const amount = panel.getByRole('textbox').first()
    await amount.fill('20')
    await until('it is a no', async () => /^(No|Nein):/.test(await answer.innerText()))
    await app.screenshot(`say-yes-${name}-no`)
    expect(await faults(page)).toEqual([])
    await panel.locator('fieldset > button').last().click()
    await until('the meeting is told to collide', async () =>
      /Steering|Lenkungsausschuss/.test(await panel.innerText()),
    )
    await app.screenshot(`say-yes-${name}-meeting`)
    await amount.fill('1')
    await panel.getByRole('spinbutton').first().click()
    await page.keyboard.type('04012027')
    await panel.locator('fieldset fieldset').getByRole('spinbutton').first().click()
    await page.keyboard.type('13')
    await until('it is a yes', async () => /^(Yes|Ja):/.test(await answer.innerText()))
    await panel.getByRole('textbox').nth(1).fill('Wayne Enterprises')
    await app.screenshot(`say-yes-${name}-yes`)
    expect(await faults(page)).toEqual([])
    const box = await panel.boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 800).toBe(true)
    await panel.getByRole('button').last().click()
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Wayne Enterprises' }).waitFor()
    const added = (await planOf(page)).practice
    const client = Object.values(added.clients).find((one) => one.name === 'Wayne Enterprises')
    const engagement = Object.values(added.engagements).find((one) => one.clientId === client?.id)
    expect(engagement).toMatchObject({ status: 'prospect', start: '2027-01-04', end: null })
    expect(Object.values(added.series).filter((one) => one.engagementId === engagement?.id)).toMatchObject([
      { start: '2027-01-05T13:00', minutes: 60, status: 'tentative' },
    ])
    await page.keyboard.press('Control+z')
    await until('client, prospect and meeting are gone', async () => {
      const { clients, engagements, series } = (await planOf(page)).practice
      const left = [...Object.values(clients), ...Object.values(engagements), ...Object.values(series)]
      return (
        !left.some(({ id }) => id === client?.id || id === engagement?.id) &&
        !left.some((one) => 'engagementId' in one && one.engagementId === engagement?.id)
      )
    })
    await page.keyboard.press('1')
  })
})

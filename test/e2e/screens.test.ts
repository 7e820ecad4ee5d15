import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import { newClient } from '../../shared/plan/client.ts'
import { colourNames } from '../../shared/plan/fields.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/*
 * Every screen with the sample practice, as a picture in test/output and under axe, in both themes and languages, at
 * the usual widths, and with fourteen clients. What axe finds, and what sticks out of the window, fails.
 */

const looks = [
  { name: 'light-1440', width: 1440, theme: 'light', locale: 'en-GB', clients: 5 },
  { name: 'dark-1280-de', width: 1280, theme: 'dark', locale: 'de-DE', clients: 5 },
  { name: 'light-1280-de-14', width: 1280, theme: 'light', locale: 'de-DE', clients: 14 },
  { name: 'dark-1920-us-14', width: 1920, theme: 'dark', locale: 'en-US', clients: 14 },
] as const

const screens = [
  { name: 'week', key: '1' },
  { name: 'week-calendar', key: 'v' },
  { name: 'horizon', key: '2' },
  { name: 'what-if', key: 'h' },
  { name: 'clients', key: '3' },
  { name: 'time', key: '4' },
  { name: 'pipeline', key: '7' },
  { name: 'invoices', key: '5' },
  { name: 'insights', key: '6' },
  { name: 'settings', key: ',' },
] as const

/** Names that try a row's head: long words, one letter, another script. */
const names = [
  'Bundesdruckerei Gesellschaft mit beschränkter Haftung',
  'A',
  'Donaudampfschifffahrtsgesellschaft',
  '株式会社ヘッドルーム',
  'Wayne',
  'O’Neill & Söhne',
  'مكتب الاستشارات',
  'Initech',
  'Vandelay Industries',
]

type Command = RequestPayload<'plan/execute'>['command']

async function carryOut(page: Page, command: Command): Promise<void> {
  const reply = await page.evaluate(async (sent) => {
    return window.headroom.request('plan/execute', { id: crypto.randomUUID(), command: sent })
  }, command)
  expect(reply).toMatchObject({ ok: true })
}

const moreClients = (count: number): Command => ({
  type: 'practice/put',
  records: names.slice(0, count).map((name, i) => ({
    kind: 'client',
    value: {
      ...newClient({
        id: `more-${i}`,
        name,
        colour: colourNames[(i + 5) % colourNames.length] ?? 'blue',
        currency: 'EUR',
        zone: 'Europe/Berlin',
        language: 'de',
        order: 10 + i,
      }),
      address: { street: '', number: '', postcode: '', town: '', country: '' },
      contacts: [],
    },
  })),
})

describe.each(looks)('in $name', ({ name, width, theme, locale, clients }) => {
  let app: RunningWindow

  beforeAll(async () => {
    app = await launchHeadroom({
      now: '2026-11-24T09:30:00Z',
      zone: 'Europe/Berlin',
      env: { HEADROOM_LANG: locale },
      size: { width, height: 900 },
    })
    await until('the start screen is there', async () => (await app.page.getByRole('button').count()) >= 3)
    await app.screenshot(`screen-${name}-start`)
    expect(await faults(app.page)).toEqual([])
    await app.page.getByRole('button').first().click()
    await app.page.getByRole('grid').waitFor()
    await showTheme(app.page, theme)
    if (clients > 5) await carryOut(app.page, moreClients(clients - 5))
  })
  afterAll(() => app.kill())

  it.each(screens)(
    '$name is readable by everybody, and nothing sticks out',
    async ({ name: screen, key }) => {
      await app.page.keyboard.press(key)
      await until(
        'the screen is drawn',
        async () => (await app.page.getByRole('heading', { level: 1 }).count()) === 1,
      )
      await app.page.evaluate(() => document.fonts.ready.then(() => undefined))
      await until('nothing is loading', () =>
        app.page.evaluate(() => document.querySelector('[aria-busy=true]') === null),
      )
      await app.screenshot(`screen-${name}-${screen}`)
      expect(await faults(app.page)).toEqual([])
      // What is scrolled are the panes: a window that could scroll as a whole would jump where something takes the focus.
      const ground = await app.page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight]
      })
      expect(ground).toEqual([0, 0])
    },
  )
})

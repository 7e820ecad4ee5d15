import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/registry.ts'
import { newClient } from '../../shared/plan/client.ts'
import { colourNames } from '../../shared/plan/fields.ts'
import { faults } from '../support/axe.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

const MANY = 5000

let app: RunningWindow
let page: Page

beforeAll(async () => {
  app = await launchSample({ size: { width: 1280, height: 860 } })
  page = app.page
  await page.keyboard.press('3')
})
afterAll(() => app.kill())

const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click()
const grid = (name: string) => page.getByRole('grid', { name })
/** The names of the rows in sight, in their order. */
const rows = (name: string) => grid(name).getByRole('rowheader').allTextContents()
const focused = () =>
  page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('data-key'))

describe('the lists of the clients screen', () => {
  it.each(['Clients', 'Engagements', 'Deliverables', 'Agreements'])(
    '%s: readable by everybody, and nothing sticks out',
    async (name) => {
      await choose(name)
      await grid(name).getByRole('rowheader').first().waitFor()
      await app.screenshot(`list-${name.toLowerCase()}`)
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    },
  )

  it('is walked by keys, found by typing, opened by Enter, and comes back as it was', async () => {
    await choose('Clients')
    await grid('Clients').getByRole('rowheader').first().waitFor()
    await page.getByRole('searchbox', { name: 'Search' }).focus()
    await grid('Clients').focus()
    await page.keyboard.press('End')
    await until('orbit has the focus', async () => (await focused()) === 'orbit')
    await page.keyboard.press('Home')
    await until('fable has the focus', async () => (await focused()) === 'fable')
    await page.keyboard.type('lu')
    await until('lumen has the focus', async () => (await focused()) === 'lumen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Lumen Health' }).waitFor()
    await page.getByRole('button', { name: 'All clients' }).click()
    expect((await rows('Clients'))[0]).toBe('Fable Games')
  })

  it('is sorted by the head that is pressed, the other way round when pressed again', async () => {
    await choose('Clients')
    await grid('Clients').getByRole('columnheader', { name: 'Name' }).click()
    await until('sorted downwards', async () => (await rows('Clients'))[0] === 'Orbit Robotics')
    await grid('Clients').getByRole('columnheader', { name: 'Name' }).click()
    await until('sorted upwards', async () => (await rows('Clients'))[0] === 'Fable Games')
  })

  it('deletes with the key, and takes it back', async () => {
    await choose('Agreements')
    await grid('Agreements').getByRole('rowheader').first().waitFor()
    await page.getByRole('searchbox', { name: 'Search' }).fill('nda')
    await until('found', async () => (await rows('Agreements')).join() === 'Mutual NDA')
    await grid('Agreements').focus()
    await page.keyboard.press('Home')
    // The list is drawn anew for what was searched; the key is for the row that has the focus.
    await until('its row has the focus', () =>
      page.evaluate(() =>
        /Mutual NDA/.test(document.activeElement?.closest('[role=row]')?.textContent ?? ''),
      ),
    )
    await page.keyboard.press('Delete')
    const nda = async () => (await planOf(page)).practice.agreements['agreement-lumenNda']
    await until('it is gone', async () => (await nda()) === undefined)
    await page.getByRole('button', { name: 'Undo' }).click()
    await until('it is back', async () => (await nda()) !== undefined)
    await page.getByRole('searchbox', { name: 'Search' }).fill('')
  })
})

describe(`with ${MANY} clients`, () => {
  beforeAll(async () => {
    const records = Array.from({ length: MANY - 5 }, (_, i) => ({
      kind: 'client' as const,
      value: {
        ...newClient({
          id: `many-${i}`,
          name: `Client ${i + 1}`,
          colour: colourNames[i % colourNames.length] ?? 'blue',
          currency: 'EUR',
          zone: 'Europe/Berlin',
          language: 'en',
          order: 10 + i,
        }),
        address: { street: '', number: '', postcode: '', town: '', country: '' },
        contacts: [],
        tax: null,
      },
    }))
    const command: Command = { type: 'practice/put', records }
    expect(await carryOut(page, command)).toMatchObject({ ok: true })
    await choose('Clients')
    const rowCount = async () => Number(await grid('Clients').getAttribute('aria-rowcount'))
    await until('all are listed', async () => (await rowCount()) > MANY - 5, 50)
  })

  it('only the rows in sight are in the page', async () => {
    expect(await grid('Clients').locator('[role=row]').count()).toBeLessThan(80)
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1500)
    await grid('Clients').focus()
    await page.keyboard.press('End')
    await until('the last one', async () => (await focused()) !== 'fable')
    expect(await grid('Clients').locator('[role=row]').count()).toBeLessThan(80)
  })

  it('finds one by its name', async () => {
    await page.getByRole('searchbox', { name: 'Search' }).fill('Client 4321')
    await until('found', async () => (await rows('Clients')).join() === 'Client 4321')
    await app.screenshot('list-clients-found')
    await page.getByRole('searchbox', { name: 'Search' }).fill('')
    await app.screenshot('list-clients-5000')
  })
})

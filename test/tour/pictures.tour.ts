import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'
import { smallPng } from './smallPng.ts'

/*
 * `npm run tour`: the pictures of the README, taken of the real app with the sample practice in its week. They are
 * committed; taken again when a screen has changed.
 */

const folder = fileURLToPath(new URL('../../assets/tour/', import.meta.url))
/** Half past nine on the Tuesday of the sample's week. */
const NOW = '2026-11-24T08:30:00Z'
const size = { width: 1440, height: 900 }

interface Picture {
  readonly name: string
  /** What brings the screen up. */
  readonly show: (page: Page) => Promise<void>
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key)
  }

const pictures: readonly Picture[] = [
  { name: 'week', show: showWeek },
  { name: 'proof', show: showProof },
  { name: 'calendar', show: press('Escape', '1', 'v') },
  { name: 'quick-add', show: writeLine },
  { name: 'horizon', show: press('Escape', 'v', '2') },
  { name: 'say-yes', show: askYes },
  { name: 'clients', show: press('Escape', '3') },
  { name: 'client', show: openClient },
  { name: 'pipeline', show: press('7') },
  { name: 'time', show: press('4') },
  { name: 'invoices', show: press('5') },
  { name: 'invoice', show: openInvoice },
  { name: 'insights', show: press('6') },
  { name: 'settings', show: press(',') },
]

const darkOnes = ['week', 'horizon', 'insights']

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
})

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  let app: RunningWindow
  beforeAll(async () => {
    app = await launchSample({ size })
    await carryOut(app.page, { type: 'settings/change', change: { theme } })
  })
  afterAll(() => app.kill())

  it.each(pictures.filter(({ name }) => theme === 'light' || darkOnes.includes(name)))(
    '$name',
    async ({ name, show }) => {
      await show(app.page)
      await take(app.page, theme === 'light' ? name : `${name}-dark`)
    },
  )
})

it('the first start', async () => {
  const app = await launchHeadroom({ now: NOW, zone: 'Europe/Berlin', env: { HEADROOM_LANG: 'en-GB' }, size })
  await until('the choices are there', async () => (await app.page.getByRole('button').count()) > 3)
  await take(app.page, 'start')
  await app.kill()
})

/** The grid with its flags, all of which have their ways out. */
async function showWeek(page: Page): Promise<void> {
  await page.keyboard.press('1')
  await until('every flag has its ways out', () =>
    page
      .locator('[data-flag]')
      .evaluateAll(
        (cards) => cards.length > 0 && cards.every((card) => card.querySelectorAll('button').length > 2),
      ),
  )
}

async function showProof(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See the proof' }).first().click()
  await page.getByRole('dialog').waitFor()
}

async function writeLine(page: Page): Promise<void> {
  await page.keyboard.press('q')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('lumen supplier review 7 dec 9:00 45m')
}

/** Six hours a week from January on. */
async function askYes(page: Page): Promise<void> {
  await page.keyboard.press('y')
  const panel = page.getByRole('dialog')
  await panel.getByRole('status').waitFor()
  await panel.getByRole('textbox').first().fill('6')
  await panel.getByRole('spinbutton').first().click()
  for (const part of ['04', '01', '2027']) await page.keyboard.type(part)
  await until('it is answered', async () => /^(Yes|No):/.test(await panel.getByRole('status').innerText()))
  await panel.locator('section[aria-busy=false] li').first().waitFor()
}

async function openClient(page: Page): Promise<void> {
  await page.getByRole('main').getByText('Lumen Health').first().click()
  await page.getByRole('heading', { name: 'Lumen Health' }).first().waitFor()
}

/** Its PDF is stored first: the sample's are printed when they are asked for. */
async function openInvoice(page: Page): Promise<void> {
  const { years } = await planOf(page)
  const invoices = Object.values(years).flatMap((year) => Object.values(year.invoices))
  const id = invoices.find(({ issued }) => issued?.number === '2026-006')?.id ?? ''
  await page.evaluate((of) => window.headroom.request('invoice/printAgain', { id: of }), id)
  await page.getByRole('main').getByText('2026-006').first().click()
  await page
    .getByRole('heading', { name: /2026-006/ })
    .first()
    .waitFor()
}

/** Takes a picture once everything is drawn and at rest, and writes it small. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Where nothing answers to the pointer.
  await page.mouse.move(8, 4)
  await until('nothing is loading', () =>
    page.evaluate(() => document.querySelector('[aria-busy=true]') === null),
  )
  await page.waitForTimeout(1_500)
  const png = (await page.screenshot({ scale: 'css' })).toString('base64')
  const rgba = await page.evaluate(async (given) => {
    const image = new Image()
    image.src = `data:image/png;base64,${given}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    let text = ''
    for (let at = 0; at < data.length; at += 30_000)
      text += String.fromCharCode(...data.subarray(at, at + 30_000))
    return btoa(text)
  }, png)
  const small = smallPng({ ...size, rgba: Buffer.from(rgba, 'base64') })
  writeFileSync(join(folder, `${name}.png`), small)
  expect(small.length).toBeLessThan(200_000)
}

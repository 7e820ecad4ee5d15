import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { newFolder } from '../support/display.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { launchSample } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { answerSaveDialog } from './pdfPractice.ts'

let app: RunningWindow
let folder: string
const said: string[] = []

beforeAll(async () => {
  folder = join(newFolder('insights'), 'files')
  mkdirSync(folder)
  app = await launchSample()
  app.page.on('request', (request) => {
    if (/InsightsScreen-.*\.js$/.test(request.url())) asked.push(request.url())
  })
  // Asking a role, the test looks into what is out of sight, of which the browser says so.
  app.page.on('console', (message) => {
    if (!/hidden by content-visibility/.test(message.text())) said.push(message.text())
  })
})
afterAll(() => app?.close())

/** The parts of the charts that the page has asked for. */
const asked: string[] = []

it('loads the charts when they are asked for, and draws them without a word of the content policy', async () => {
  const { page } = app
  expect(asked).toEqual([])
  await page.keyboard.press('6')
  await page.locator('[data-chart=utilisation] svg.recharts-surface').waitFor()
  expect(asked).toHaveLength(1)
  expect(await page.locator('[data-chart] svg.recharts-surface').count()).toBe(10)
  await page.locator('[data-chart=utilisation]').hover()
  await page.getByText(/^Week \d+, .*2026$/).waitFor()
  expect(await faults(page)).toEqual([])
  await page.getByRole('radio', { name: 'Table' }).first().click()
  await page.getByRole('table').waitFor()
  expect(await faults(page)).toEqual([])
  await page.getByRole('radio', { name: 'Chart' }).first().click()
  expect(said).toEqual([])
})

it('saves a table that adds up, and a picture in the colours of the theme that needs nothing else', async () => {
  const { page } = app
  const csv = join(folder, 'hours.csv')
  await answerSaveDialog(app, csv)
  await page.getByRole('button', { name: 'Save as CSV: Hours by client' }).click()
  await page.getByText('Saved as hours.csv').waitFor()
  expect(readFileSync(csv, 'utf8')).toMatch(
    /^\uFEFFClient,Worked \(min\),Before \(min\)\r\nNorthwind,\d+,\d+\r\n/,
  )

  await showTheme(page, 'dark')
  const svg = join(folder, 'utilisation.svg')
  await answerSaveDialog(app, svg)
  await page.getByRole('button', { name: 'Save as SVG: Utilisation' }).click()
  await page.getByText('Saved as utilisation.svg').waitFor()
  const picture = readFileSync(svg, 'utf8')
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(picture).toContain('Utilisation')
  // Worked in the dark accent, on the dark surface; nothing of the page's own names is left.
  expect(picture).toContain('rgb(134, 165, 251)')
  expect(picture).toContain('rgb(33, 33, 32)')
  expect(picture).not.toMatch(/var\(|class=|light-dark/)
  expect(said).toEqual([])
})

/** What a PNG shows, by Electron's own decoder: its size, and how many pixels have the colours of the page and the bars. */
function decoded(path: string) {
  return app.app.evaluate(({ nativeImage }, file) => {
    const image = nativeImage.createFromPath(file)
    const { width, height } = image.getSize()
    const pixels = image.toBitmap()
    const [colours, rows] = [new Map<string, number>(), new Set<number>()]
    for (let at = 0; at < pixels.length; at += 4) {
      const [blue, green, red] = [pixels[at], pixels[at + 1], pixels[at + 2]]
      const colour = `${red},${green},${blue}`
      colours.set(colour, (colours.get(colour) ?? 0) + 1)
      if (colour === '134,165,251') rows.add(Math.floor(at / 4 / width))
    }
    return { width, height, page: colours.get('33,33,32') ?? 0, colours: colours.size, barRows: rows.size }
  }, path)
}

it('saves every chart as PNG: twice as many pixels as on the screen, in the colours of the theme', async () => {
  const { page } = app
  const cards = page.locator('main section:has([data-chart])')
  expect(await cards.count()).toBe(10)
  for (let i = 0; i < 10; i++) {
    const card = cards.nth(i)
    const id = await card.locator('[data-chart]').getAttribute('data-chart')
    const drawing = card.locator('svg.recharts-surface')
    const [wide, high] = await drawing.evaluate((svg) => [svg.clientWidth, svg.clientHeight])
    const path = join(folder, `${id}.png`)
    await answerSaveDialog(app, path)
    await card.getByRole('button', { name: /^Save as PNG/ }).click()
    await page.getByText(`${id}.png`).first().waitFor()
    const { width, height, page: ground, colours, barRows } = await decoded(path)
    expect([id, width]).toEqual([id, 2 * (wide + 32)])
    // The chart, with its title, its days and a line of its legend or two above it.
    const above = height / 2 - high
    expect(above).toBeGreaterThanOrEqual(94)
    expect(above).toBeLessThan(150)
    // The ground is there and not alone: letters have their many shades, and bars or lines go over some height.
    expect(ground).toBeGreaterThan(0.3 * width * height)
    expect(colours).toBeGreaterThan(40)
    expect(barRows).toBeGreaterThan(20)
  }
  expect(said).toEqual([])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { colourNames } from '../../shared/plan/fields.ts'
import { faults } from '../support/axe.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { aBusiness, aClientCommand, aDraft, aLine, carryOut, draftCommand } from './pdfPractice.ts'

/* Fourteen clients with long names and amounts of billions: the tables of money stay readable in the least window. */

const WIDTH = 1280
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft & Söhne KGaA'

let app: RunningWindow

beforeAll(async () => {
  const size = { width: WIDTH, height: 800 }
  app = await launchHeadroom({ now: '2026-11-20T10:00:00Z', zone: 'Europe/Berlin', locale: 'de', size })
  await carryOut(app, aBusiness)
  for (let i = 0; i < 14; i++) {
    const id = `client-${i}`
    const name = `${i + 1} ${i % 2 === 0 ? LONG : 'AG'}`
    await carryOut(app, aClientCommand({ id, name, colour: colourNames[i] ?? 'blue', order: i }))
    const lines = [aLine({ unit: 'piece', amount: 1, per: 1, price: 1_666_666_666_655 + i })]
    await carryOut(app, draftCommand(aDraft({ id, clientId: id, lines })))
    await carryOut(app, { type: 'invoice/issue', id, on: '2026-11-20' })
  }
  await app.page.keyboard.press('5')
  await app.page.getByRole('grid', { name: 'Rechnungen' }).waitFor()
})
afterAll(() => app.kill())

/** The texts that are wider than the cell in which they stand, or reach out of the window with it. */
const cutOff = () =>
  app.page.evaluate(() =>
    [...document.querySelectorAll('[role=gridcell], main td')]
      .filter((cell) => cell.scrollWidth > cell.clientWidth && /\d€|\d\s€/.test(cell.textContent ?? ''))
      .map((cell) => cell.textContent),
  )

it.each(['Rechnungen', 'Offene Posten', 'Umsatz'])(
  '%s: no amount is cut, and every client has its row',
  async (view) => {
    const { page } = app
    await page.getByRole('radio', { name: view }).click()
    await page.getByText('14 AG').filter({ visible: true }).first().waitFor()
    expect(await cutOff()).toEqual([])
    const [screen, content] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector('main') ?? document.body
      return [clientWidth, scrollWidth]
    })
    expect(content).toBe(screen)
    expect(await page.getByTitle(LONG, { exact: false }).first().isVisible()).toBe(true)
    expect(await faults(page)).toEqual([])
    await app.screenshot(`money-${view.toLowerCase().replace(' ', '-')}`)
  },
)

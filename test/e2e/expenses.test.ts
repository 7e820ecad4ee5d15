import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { anExpense } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { carryOut, launchSample, planOf } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'
import { answerSaveDialog } from './pdfPractice.ts'

/*
 * Expenses and exports in the sample practice: entered, with a receipt that lies on the disk, billed and exported; each
 * screen as a picture in test/output and under axe, in both themes and languages.
 */

let folder: string
beforeAll(() => {
  folder = join(newFolder('expenses'), 'files')
  mkdirSync(folder)
  writeFileSync(join(folder, 'train.pdf'), '%PDF-1.4')
})

const spent = () => [
  anExpense({ clientId: 'lumen', receipt: join(folder, 'train.pdf') }),
  anExpense({
    id: 'b',
    clientId: 'lumen',
    day: '2026-11-18',
    title: 'Hotel in Zurich',
    amount: 21_000,
    currency: 'CHF',
  }),
  anExpense({ id: 'c', clientId: null, billable: false, day: '2026-11-12', title: 'Desk', amount: 40_000 }),
  anExpense({ id: 'd', clientId: 'northwind', day: '2026-11-05', title: 'Workshop material', amount: 6420 }),
  anExpense({ id: 'gone', clientId: 'northwind', day: '2026-10-05', receipt: '/nowhere/gone.pdf' }),
]

describe.each([
  { name: 'light-1440', theme: 'light', locale: 'en-GB', width: 1440 },
  { name: 'dark-1280-de', theme: 'dark', locale: 'de-DE', width: 1280 },
] as const)('in $name', ({ name, theme, locale, width }) => {
  let app: RunningWindow
  const isGerman = locale === 'de-DE'
  const word = (english: string, german: string) => (isGerman ? german : english)

  beforeAll(async () => {
    app = await launchSample({ env: { HEADROOM_LANG: locale }, size: { width, height: 900 } })
    await showTheme(app.page, theme)
    await carryOut(app.page, { type: 'expense/put', expenses: spent() as never })
  })
  afterAll(() => app.kill())

  async function look(what: string) {
    await app.page.evaluate(() => document.fonts.ready.then(() => undefined))
    await app.screenshot(`expenses-${name}-${what}`)
    expect(await faults(app.page)).toEqual([])
  }

  const button = (label: string | RegExp) => app.page.getByRole('button', { name: label })

  it('lists what was spent', async () => {
    await app.page.keyboard.press('4')
    await app.page.getByRole('radio', { name: word('Expenses', 'Auslagen') }).click()
    await app.page.getByRole('grid').waitFor()
    await look('list')
  })

  it('opens one with its receipt, from the keyboard', async () => {
    await app.page.getByRole('row', { name: 'Train to Hamburg' }).first().focus()
    await app.page.keyboard.press('Enter')
    const dialog = app.page.getByRole('dialog')
    await dialog.waitFor()
    await look('form')
    await app.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('proposes them on an invoice, and asks for the amount of one in another currency', async () => {
    await app.page.keyboard.press('5')
    await button(word('New invoice', 'Neue Rechnung')).click()
    await app.page.getByRole('dialog').waitFor()
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: /(Client|Kunde)$/ })
      .click()
    await app.page.getByRole('option', { name: 'Lumen' }).click()
    await app.page.getByText('Train to Hamburg').first().waitFor()
    await look('proposal')
    await button(word('Create draft', 'Entwurf anlegen')).click()
    await button(word('Add with an amount…', 'Mit Betrag hinzufügen …')).click()
    const asking = app.page.getByRole('dialog')
    await asking.getByRole('textbox', { name: word('Amount to bill', 'Zu berechnender Betrag') }).fill('198')
    await app.page.keyboard.press('Tab')
    await look('amount')
    await asking.getByRole('button', { name: word('Add', 'Hinzufügen'), exact: true }).click()
    await asking.waitFor({ state: 'detached' })
    const lines = app.page.getByRole('listitem', { name: /^(Line|Position) \d+$/ })
    const last = lines.last()
    await last
      .getByText(/Hotel in Zurich/)
      .first()
      .waitFor()
    const bought = lines.filter({ hasText: 'Train to Hamburg' })
    await bought.getByRole('button', { name: word('What this is made of', 'Woraus sie besteht') }).click()
    await bought.getByRole('table').waitFor()
    await bought.scrollIntoViewIfNeeded()
    await look('draft')
    const plan = await planOf(app.page)
    const drafted = Object.values(plan.years).flatMap((year) => Object.values(year.invoices))
    const billed = drafted.find(({ clientId, issued }) => clientId === 'lumen' && issued === null)
    expect(
      billed?.lines
        .filter(({ basis }) => basis?.kind === 'expenses')
        .map(({ price, expenseIds }) => [price, expenseIds]),
    ).toEqual([
      [8402, ['expense-1']],
      [19_800, ['b']],
    ])
  })

  it('offers the exports, and saves the file that was asked for', async () => {
    await button(word('Timesheet…', 'Stundennachweis …')).click()
    await app.page.getByRole('dialog').waitFor()
    await look('export-sheet')
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('4')
    await button(word('Export…', 'Exportieren …')).click()
    await app.page.getByRole('dialog').waitFor()
    await look('export-csv')
    const path = join(folder, `${name}.csv`)
    await answerSaveDialog(app, path)
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: word('Save…', 'Speichern …') })
      .click()
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    const head = readFileSync(path, 'utf8').split('\r\n')[0]
    expect(head?.slice(0, 17)).toBe(isGerman ? '\uFEFFdate;local_start' : '\uFEFFdate,local_start')
  })

  it('opens a receipt that is there, tells of one that is not, and runs nothing', async () => {
    const opened = await noteOpened(app)
    const script = join(folder, 'run.sh')
    writeFileSync(script, '#!/bin/sh')
    await carryOut(app.page, {
      type: 'expense/put',
      expenses: [
        anExpense({ id: 'script', clientId: 'lumen', receipt: script }),
        anExpense({ id: 'far', clientId: 'lumen', receipt: '//server/share/a.pdf' }),
        anExpense({ id: 'loose', clientId: 'lumen', receipt: 'a.pdf' }),
      ] as never,
    })
    const replies = await app.page.evaluate(
      (ids) => Promise.all(ids.map((id) => window.headroom.request('receipt/open', { id }))),
      ['expense-1', 'gone', 'script', 'far', 'loose', 'c', 'nobody'],
    )
    expect(replies.map(({ state }) => state)).toEqual([
      'there',
      'gone',
      'refused',
      'refused',
      'refused',
      'none',
      'none',
    ])
    expect(await opened()).toEqual([join(folder, 'train.pdf')])
  })

  it('knows where a file lies that is given to the page, and of nothing else', async () => {
    const file = join(folder, 'train.pdf')
    await app.page.evaluate(() => {
      const input = document.createElement('input')
      input.type = 'file'
      input.id = 'given'
      document.body.append(input)
    })
    await app.page.locator('#given').setInputFiles(file)
    const paths = await app.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#given')
      const given = input?.files?.[0]
      input?.remove()
      return [
        window.headroom.pathOf(given ?? {}),
        window.headroom.pathOf(new File(['x'], 'made.pdf')),
        window.headroom.pathOf({}),
      ]
    })
    expect(paths).toEqual([file, '', ''])
    await until('nothing is held', async () => (await app.page.locator('#given').count()) === 0)
  })
})

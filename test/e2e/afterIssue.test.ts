import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { planOf } from '../support/sampleApp.ts'
import { lookAt } from '../support/theme.ts'
import { until } from '../support/until.ts'
import {
  aBusiness,
  aClientCommand,
  aDraft,
  aLine,
  answerSaveDialog,
  carryOut,
  draftCommand,
  pdfTool,
  pictures,
  textOf,
} from './pdfPractice.ts'

let running: RunningWindow
let folder: string

/** Issues an invoice of the day that it is due 14 days after. */
async function issue(id: string, on: string, given: Parameters<typeof aDraft>[0] = {}): Promise<void> {
  await carryOut(running, draftCommand(aDraft({ id, createdOn: on, ...given })))
  await carryOut(running, { type: 'invoice/issue', id, on })
}

async function open(name: RegExp): Promise<void> {
  await running.page.getByRole('row', { name }).click()
  await running.page.getByRole('heading', { level: 1, name }).waitFor()
}

async function choose(item: string): Promise<void> {
  await running.page.getByRole('button', { name: 'More', exact: true }).click()
  await running.page.getByRole('menuitem', { name: item }).click()
}

const dialog = () => running.page.getByRole('dialog')
const closed = () => dialog().waitFor({ state: 'detached' })

const look = (name: string) => lookAt(running, `after-${name}`)

beforeAll(async () => {
  folder = join(newFolder('after-issue'), 'files')
  mkdirSync(folder)
  running = await launchHeadroom({
    now: '2026-11-20T10:00:00Z',
    zone: 'Europe/Berlin',
    locale: 'en',
    size: { width: 1280, height: 800 },
  })
  await carryOut(running, aBusiness)
  await carryOut(running, aClientCommand())
  await carryOut(
    running,
    aClientCommand({ id: 'acme', name: 'Acme Ltd', colour: 'teal', order: 2, language: 'de' }),
  )
  await issue('summer', '2026-07-31', { lines: [aLine({ amount: 600 })] })
  await issue('autumn', '2026-09-30', {
    lines: [aLine({ amount: 480 }), aLine({ id: 'line-2', amount: 120 })],
  })
  await issue('acme-1', '2026-10-31', { clientId: 'acme', language: 'de' })
  await issue('recent', '2026-11-16')
  await running.page
    .getByRole('link', { name: 'Invoices' })
    .or(running.page.getByRole('button', { name: 'Invoices' }))
    .first()
    .click()
  await running.page.getByRole('grid', { name: 'Invoices' }).waitFor()
})

afterAll(async () => {
  await running?.close()
})

describe('what becomes of invoices after issue', () => {
  it('is listed with what it comes to, filtered, and saved as a table', async () => {
    const { page } = running
    expect(await page.getByRole('row').count()).toBe(5)
    await expect.poll(() => page.getByText('€3,570.00 to be paid').count()).toBe(1)
    const path = join(folder, 'invoices.csv')
    await answerSaveDialog(running, path)
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    await until('the table is there', async () => {
      try {
        return readFileSync(path, 'utf8').includes('2026-004')
      } catch {
        return false
      }
    })
    expect(readFileSync(path, 'utf8')).toContain('2026-001,invoice,,Northwind Logistics GmbH,2026-07-31')
    await look('list')
  })

  it('is noted as sent, paid in part by keys alone, put right, and undone step by step', async () => {
    const { page } = running
    await open(/2026-002/)
    await choose('Mark as sent…')
    await dialog().getByLabel('How').fill('E-mail')
    await page.keyboard.press('Enter')
    await closed()
    await page.getByRole('button', { name: 'Record payment…' }).focus()
    await page.keyboard.press('Enter')
    await dialog().getByLabel('Amount').fill('428.40')
    await dialog().getByLabel('Amount').press('Tab')
    await look('payment')
    await dialog().getByRole('button', { name: 'Record payment' }).press('Enter')
    await closed()
    await page.getByRole('button', { name: /Change the payment/ }).click()
    await dialog().getByLabel('Amount').fill('400')
    await dialog().getByLabel('Amount').press('Tab')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await closed()
    const invoice = (await planOf(page)).years['2026']?.invoices.autumn
    expect([invoice?.sent?.how, invoice?.payments.map(({ amount }) => amount)]).toEqual(['E-mail', [40_000]])
    expect(await page.getByText('37 days overdue').count()).toBe(1)
  })

  it('is reminded of by a letter on the invoice’s own paper', async () => {
    const { page } = running
    await choose('Write a reminder…')
    await dialog().getByLabel('Fee on top').fill('5')
    await dialog().getByLabel('Fee on top').press('Tab')
    await look('letter')
    await dialog().getByRole('button', { name: 'Save letter' }).click()
    await closed()
    const path = join(folder, 'letter.pdf')
    await answerSaveDialog(running, path)
    await page
      .getByRole('region', { name: 'Reminders' })
      .or(page.locator('section', { hasText: 'Reminders' }))
      .getByRole('button', { name: 'Save as PDF' })
      .first()
      .click()
    await until('the letter is written', () => existsSync(path))
    const text = textOf(path).replace(/\s+/g, ' ')
    for (const part of [
      'Hafenweg 3',
      'Reminder: invoice 2026-002',
      'our invoice 2026-002 of 30 Sept 2026 was due on 14 Oct 2026',
      'Invoice total 1,428.00',
      'Paid so far −400.00',
      'Fee 5.00',
      'To be paid €1,033.00',
      'IBAN DE89 3704 0044 0532 0130 00',
      'Page 1 of 1',
    ])
      expect(text).toContain(part)
    expect(pdfTool('pdfinfo', path)).toMatch(/^Title: +Reminder: invoice 2026-002/m)
    expect(pdfTool('pdfinfo', path)).toMatch(/^Tagged: +yes$/m)
    pictures(path, 'letter')
  })

  it('is credited in part: chosen by line, looked at, issued, and taken off', async () => {
    const { page } = running
    await choose('Credit…')
    await dialog().getByRole('radio', { name: 'Parts of its lines' }).click()
    await dialog()
      .getByLabel(/Quantity of/)
      .first()
      .fill('2:00')
    await dialog()
      .getByLabel(/Quantity of/)
      .first()
      .press('Tab')
    await look('credit')
    await dialog().getByRole('button', { name: 'Create draft' }).click()
    await page.getByRole('heading', { level: 1, name: /credit note for 2026-002/ }).waitFor()
    await look('credit-draft')
    await page.getByRole('button', { name: 'Issue…' }).click()
    await dialog().getByRole('button', { name: 'Issue 2026-005' }).click()
    await page.getByRole('heading', { level: 1, name: '2026-005' }).waitFor()
    await closed()
    await page.getByRole('button', { name: 'Open 2026-002' }).click()
    await page.getByRole('heading', { level: 1, name: '2026-002' }).waitFor()
    await look('issued')
    const { invoices = {} } = (await planOf(page)).years['2026'] ?? {}
    const note = Object.values(invoices).find(({ kind }) => kind === 'credit')
    expect([note?.issued?.gross, note?.corrects]).toEqual([28_560, 'autumn'])
  })

  it('is told to the client as a statement of its account', async () => {
    const { page } = running
    await choose('Statement of account…')
    await dialog().getByText('Credit note 2026-005').waitFor()
    await look('account')
    const path = join(folder, 'account.pdf')
    await answerSaveDialog(running, path)
    await dialog().getByRole('button', { name: 'Save as PDF' }).click()
    await page.getByText(/^Saved as account/).waitFor()
    const text = textOf(path).replace(/\s+/g, ' ')
    for (const part of [
      'Statement of account',
      'Invoice 2026-001 €1,428.00',
      'Credit note 2026-005 €285.60',
      '€2,527.40',
    ])
      expect(text).toContain(part)
    pictures(path, 'account')
    await page.keyboard.press('Escape')
    await closed()
  })

  it('is replaced by a corrected invoice that says so, and what was paid counts there', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'All invoices' }).click()
    await open(/2026-003/)
    await choose('Replace by a corrected invoice')
    await page.getByRole('heading', { level: 1, name: /Draft for Acme/ }).waitFor()
    await page.getByText('Takes the place of invoice 2026-003').first().waitFor()
    await look('corrected-draft')
    await page.getByRole('button', { name: 'Issue…' }).click()
    await dialog().getByRole('button', { name: 'Issue 2026-006' }).click()
    await page.getByRole('heading', { level: 1, name: '2026-006' }).waitFor()
    const path = join(folder, 'corrected.pdf')
    await answerSaveDialog(running, path)
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await page.getByText(/^Saved as corrected/).waitFor()
    expect(textOf(path).replace(/\s+/g, ' ')).toContain('2026-003')
    await page.getByRole('button', { name: 'All invoices' }).click()
    expect(await page.getByRole('row', { name: /2026-003/ }).textContent()).toContain('Replaced')
  })

  it('is looked at by age, by month and by number', async () => {
    const { page } = running
    for (const [view, text] of [
      ['Owed', 'over 90 days'],
      ['Revenue', 'Revenue in 2026'],
      ['Numbers', 'Without gap, without duplicate, in the order of dates'],
    ] as const) {
      await page.getByRole('radio', { name: view }).click()
      await page.getByText(text).first().waitFor()
      await look(view.toLowerCase())
    }
    await carryOut(running, { type: 'settings/change', change: { language: 'de' } })
    for (const view of ['Offene Posten', 'Umsatz', 'Nummern', 'Rechnungen']) {
      await page.getByRole('radio', { name: view }).click()
      expect(await faults(page)).toEqual([])
      await running.screenshot(`after-german-${view.toLowerCase().replace(' ', '-')}`)
    }
  })
})

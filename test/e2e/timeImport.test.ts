import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

const header =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
const file = [
  header,
  'Ann,ann@example.com,Northwind,Fractional CTO,Review,"Roadmap, draft",Yes,2026-11-02,09:00:00,2026-11-02,10:30:00,01:30:00,board,180.00',
  'Ann,ann@example.com,Acme,Audit,,Interviews,Yes,2026-11-03,09:00:00,2026-11-03,11:00:20,02:00:20,,240.00',
  'Ann,ann@example.com,,,,Taxes,No,2026-11-04,23:30:00,2026-11-05,00:30:00,01:00:00,,',
  'Ann,ann@example.com,Acme,Audit,,Running,Yes,2026-11-05,09:00:00,,,,,',
  'Ann,ann@example.com,Acme,Audit,,"half',
].join('\n')

/** Drops a file on the window. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content ?? ''], called ?? '', { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

async function importedEntries(page: Page) {
  const { years } = await planOf(page)
  return Object.values(years)
    .flatMap(({ entries }) => Object.values(entries))
    .filter(({ importKey }) => importKey !== null)
}

test('a table of worked time is imported, adds nothing the second time, and one undo takes it back', async () => {
  const app = await launchSample()
  const { page } = app
  await drop(page, 'toggl.csv', file)
  const dialog = page.getByRole('dialog', { name: 'Import worked time' })
  await dialog.waitFor()
  await app.screenshot('time-import')
  await dialog.getByRole('button', { name: /Acme · Audit becomes time for/ }).click()
  await page.getByRole('option', { name: 'Create “Audit” for Acme' }).click()
  await dialog.getByRole('button', { name: 'Import 3 rows' }).click()
  await until('they are there', async () => (await importedEntries(page)).length === 3)
  const { practice } = await planOf(page)
  expect(Object.values(practice.clients).map(({ name }) => name)).toContain('Acme')

  await drop(page, 'toggl.csv', file)
  await page.getByText('Everything in this file is already here').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.keyboard.press('Control+z')
  await until('they are gone', async () => (await importedEntries(page)).length === 0)
  expect(Object.values((await planOf(page)).practice.clients).map(({ name }) => name)).not.toContain('Acme')
  await app.close()
})

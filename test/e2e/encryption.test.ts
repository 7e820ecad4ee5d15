import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from '../support/axe.ts'
import { aSession } from '../support/builders.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

const clock = { now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale: 'en' } as const
const PASSPHRASE = 'correct horse battery'

const open = (app: RunningWindow) => app.page.evaluate(() => window.headroom.request('plan/open', undefined))

/** What lies in the folders of data, but for what Chromium keeps for itself. */
function clearFiles(userData: string): readonly string[] {
  const found: string[] = []
  for (const folder of ['.', 'plan', 'plan/history', 'backups', 'backups/invoices', 'invoices'])
    for (const entry of names(join(userData, folder)))
      if (/Northwind|Lumen|%PDF/.test(readFileSync(join(userData, folder, entry), 'latin1')))
        found.push(`${folder}/${entry}`)
  return found
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  } catch {
    return []
  }
}

test('[E2] [E4] the data is encrypted from Settings, locked at the next start, opened by its passphrase, and clear again when asked', async () => {
  const first = await launchHeadroom({ ...clock, size: { width: 1280, height: 900 } })
  await first.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
  expect(clearFiles(first.userData)).not.toEqual([])
  const { page } = first
  await page.getByRole('button', { name: /^Settings/ }).click()
  await page.getByRole('button', { name: 'Encrypt the data…' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Encrypt' })
  await dialog.getByLabel('New passphrase').fill('too short')
  await dialog.getByLabel('The same again').fill('too short')
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE)
  await dialog.getByLabel('The same again').fill('something else')
  await dialog.getByText('The two are not the same.').waitFor()
  await dialog.getByLabel('The same again').fill(PASSPHRASE)
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByText('I have written it down').click()
  expect(await faults(page)).toEqual([])
  await first.screenshot('encryption-dialog')
  await confirm.click()
  await page.getByText('The data is encrypted.').waitFor()
  await first.screenshot('encryption-on')
  expect(clearFiles(first.userData)).toEqual([])
  await page.evaluate(
    (session) =>
      window.headroom.request('plan/execute', {
        id: session.id,
        command: { type: 'session/create', sessions: [session] } as never,
      }),
    aSession({ id: 'secret', start: '2026-11-25T09:00', engagementId: null, title: 'Northwind takeover' }),
  )
  await first.close()
  expect(clearFiles(first.userData)).toEqual([])

  const app = await launchHeadroom({ ...clock, userData: first.userData, size: { width: 1280, height: 900 } })
  const field = app.page.getByLabel('Passphrase')
  await field.waitFor()
  expect(await app.page.getByRole('grid').count()).toBe(0)
  expect(await faults(app.page)).toEqual([])
  await app.screenshot('encryption-locked')
  await field.fill('correct horse batterie')
  await app.page.keyboard.press('Enter')
  await app.page.getByText('That is not the passphrase.').waitFor()
  await field.fill(PASSPHRASE)
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('button', { name: /^Settings/ }).waitFor()
  expect(Object.keys((await open(app)).years['2026']?.sessions ?? {})).toContain('secret')
  await until('a backup is made', async () =>
    names(join(first.userData, 'backups')).some((name) => name.endsWith('.gz')),
  )
  expect(clearFiles(first.userData)).toEqual([])
  await app.page.getByRole('button', { name: /^Settings/ }).click()
  await app.page.getByRole('button', { name: 'Stop encrypting…' }).click()
  await app.page.getByRole('dialog').getByLabel('Passphrase').fill(PASSPHRASE)
  await app.page.getByRole('dialog').getByRole('button', { name: 'Stop encrypting' }).click()
  await app.page.getByText('The data is no longer encrypted.').waitFor()
  await app.close()
  expect(clearFiles(first.userData)).not.toEqual([])

  const last = await launchHeadroom({ ...clock, userData: first.userData })
  await last.page.getByRole('button', { name: /^Settings/ }).waitFor()
  expect(Object.keys((await open(last)).years['2026']?.sessions ?? {})).toContain('secret')
  await last.close()
})

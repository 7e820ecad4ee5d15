import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchSample, planOf } from '../support/sampleApp.ts'

interface Key {
  readonly key: string
  readonly ctrlKey?: boolean
}

/** Presses keys so fast after one another that nothing is loaded between two of them. */
const pressAll = (page: Page, keys: readonly Key[]) =>
  page.evaluate(async (all) => {
    for (const init of all) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
      await Promise.resolve()
    }
  }, keys)

const letters = (text: string) => [...text].map((key) => ({ key }))

test('what is typed while a panel is loaded for the first time stands in its field, and is no key of the screen', async () => {
  const app = await launchSample()
  const { page } = app
  const before = await planOf(page)
  const field = page.getByRole('dialog').getByRole('combobox')

  await pressAll(page, [{ key: 'k', ctrlKey: true }, ...letters('vnx'), { key: 'Backspace' }, { key: '2' }])
  await field.waitFor()
  expect(await field.inputValue()).toBe('vn2')
  // The caret stands behind it.
  await page.keyboard.type('5')
  expect(await field.inputValue()).toBe('vn25')
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  await page.getByRole('grid', { name: /^Capacity/ }).waitFor()

  await pressAll(page, letters('qlumen call tue 10:30'))
  await field.waitFor()
  expect(await field.inputValue()).toBe('lumen call tue 10:30')
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })

  // Given up before it stood.
  await pressAll(page, [{ key: '?' }, { key: 'Escape' }])
  await page.keyboard.press('2')
  await page.getByRole('grid', { name: /^Horizon|weeks/i }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await planOf(page)).toEqual(before)
  await app.close()
})

import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { launchHeadroom } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

test('[W3] at rest the app gives back what nobody uses, in main and in the page', async () => {
  const { app, page, close } = await launchHeadroom()
  await page.getByText('Start empty').waitFor()
  const keep = () => {
    Object.assign(globalThis, { lost: new WeakRef({ name: 'lost' }) })
  }
  const isThere = () => (globalThis as unknown as { lost: WeakRef<object> }).lost.deref() !== undefined
  await app.evaluate(keep)
  await page.evaluate(keep)
  const both = async () => [await app.evaluate(isThere), await page.evaluate(isThere)]
  await pause(5000)
  expect(await both()).toEqual([true, true])
  await until('both are collected', async () => (await both()).every((is) => !is), 20)
  await close()
})

import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { launchHeadroom } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

test('[W3] at rest the app gives back what nobody uses, in main and in the page', async () => {
  const { app, page, close } = await launchHeadroom()
  await page.getByText('Start empty').waitFor()
  const inMain = await app.evaluateHandle(() => new WeakRef({ name: 'lost' }))
  const inPage = await page.evaluateHandle(() => new WeakRef({ name: 'lost' }))
  const isThere = (lost: WeakRef<object>) => lost.deref() !== undefined
  const both = async () => [await inMain.evaluate(isThere), await inPage.evaluate(isThere)]
  await pause(5000)
  expect(await both()).toEqual([true, true])
  await until('both are collected', async () => (await both()).every((is) => !is), 20)
  await close()
})

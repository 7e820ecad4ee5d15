import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { firstPlan } from '../../electron/start/firstPlan.ts'
import { folderWith } from '../bench/planFolder.ts'
import { type StartedApp, startApp } from '../bench/startApps.ts'
import { HOME } from '../support/builders.ts'
import { launchHeadroom } from '../support/electronApp.ts'
import { carryOut } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/*
 * The picture of the week that a start begins with, in starts as a user makes them: by a hook in the main process, since a
 * debugger comes too late to see it.
 */

const TUESDAY = '2026-11-24T08:30:00Z'

async function practice(): Promise<string> {
  return folderWith(firstPlan({ choice: 'sample', today: '2026-11-24', zone: HOME, language: 'en' }))
}

const app = (userData: string, now = TUESDAY, args: readonly string[] = []): StartedApp => ({
  name: 'Headroom',
  appFolder: process.cwd(),
  userData,
  args,
  env: { HEADROOM_NOW: now, TZ: HOME, HEADROOM_LANG: 'en', HEADROOM_BENCH_COMPARE: '1' },
})

const kept = (userData: string) => join(userData, 'first-frame.json')

/** Starts, lets the week come to rest until a picture of it is kept, and quits. */
async function leave(userData: string, now = TUESDAY): Promise<void> {
  const start = startApp(app(userData, now))
  await start.said('usable')
  await until(
    'a picture is kept',
    () => existsSync(kept(userData)) && readFileSync(kept(userData), 'utf8') !== '',
    20,
  )
  await start.end()
}

/**
 * How a start went: whether the week was there before the app, and how many of a million pixels of it then changed, as the
 * app took its place or when it had come to rest.
 */
async function begin(of: StartedApp) {
  const start = startApp(of)
  const differs = Math.max(await start.said('differs'), await start.said('differs at once'))
  const [drawn, usable] = [await start.said('drawn'), await start.said('usable')]
  await start.end()
  return { isAhead: start.all().has('pictured'), differs, gained: usable - drawn }
}

test('a start shows the week as it was left before the app is read, and the app adds nothing but its flags', async () => {
  const userData = await practice()
  await leave(userData)
  const again = await begin(app(userData))
  expect(again.isAhead).toBe(true)
  // The marks of flags come with the app: they hang on the present.
  expect(again.differs).toBeLessThan(3_000)
  // On another day of the week the same sessions are there, and the app marks that day as today.
  const friday = await begin(app(userData, '2026-11-27T10:00:00Z'))
  expect(friday.isAhead).toBe(true)
  expect(friday.differs).toBeLessThan(6_000)
}, 90_000)

test('no picture is shown of what is not so any more', async () => {
  const userData = await practice()
  await leave(userData)
  expect((await begin(app(userData, '2026-11-30T08:00:00Z'))).isAhead).toBe(false)
  await leave(userData)
  expect((await begin(app(userData, TUESDAY, ['headroom:week']))).isAhead).toBe(false)
  await leave(userData)
  const { page, close } = await launchHeadroom({ userData, now: TUESDAY, zone: HOME, locale: 'en' })
  await page.getByRole('grid').waitFor()
  await carryOut(page, { type: 'settings/change', change: { reserveMinutes: 45 } })
  await close()
  expect((await begin(app(userData))).isAhead).toBe(false)
  // The window opens where it was left.
  await leave(userData)
  expect(readFileSync(kept(userData), 'utf8')).not.toBe('')
  const elsewhere = await launchHeadroom({ userData, now: TUESDAY, zone: HOME, locale: 'en' })
  await elsewhere.page.getByRole('grid').waitFor()
  await elsewhere.page.keyboard.press('5')
  await until('there is no picture', () => readFileSync(kept(userData), 'utf8') === '', 5)
  await elsewhere.close()
}, 150_000)

test('nothing of it is kept where the data is encrypted', async () => {
  const userData = await practice()
  await leave(userData)
  expect(readFileSync(kept(userData), 'utf8')).toContain('Northwind')
  const { page, close } = await launchHeadroom({ userData, now: TUESDAY, zone: HOME, locale: 'en' })
  await page.getByRole('grid').waitFor()
  await page.evaluate(() =>
    window.headroom.request('vault/turnOn', { passphrase: 'correct horse battery', keychain: false }),
  )
  expect(readFileSync(kept(userData), 'utf8')).toBe('')
  await page.keyboard.press('PageDown')
  await pause(6000)
  await close()
  expect(readFileSync(kept(userData), 'utf8')).toBe('')
}, 60_000)

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from '../support/axe.ts'
import { aSession } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

const clock = { now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale: 'en' } as const
const size = { width: 1280, height: 800 }

async function aPractice(): Promise<string> {
  const first = await launchHeadroom(clock)
  await first.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
  await first.close()
  return first.userData
}

/** Lets a start anew end nothing: only what it would be started with is noted. */
const catchRestart = (app: RunningWindow) =>
  app.app.evaluate(({ app: electron }) => {
    const seen = globalThis as { restarts?: (readonly string[])[] }
    seen.restarts = []
    electron.relaunch = (options) => void seen.restarts?.push(options?.args ?? [])
    electron.quit = () => {}
  })
const restarts = (app: RunningWindow) =>
  app.app.evaluate(() => (globalThis as { restarts?: (readonly string[])[] }).restarts ?? [])

test('safe mode shows the data without the screens: everything goes out, and a start leads back', async () => {
  const userData = await aPractice()
  const app = await launchHeadroom({ ...clock, userData, size, args: ['--safe-mode'] })
  const { page } = app
  await page.getByText('Safe mode', { exact: true }).waitFor()
  expect(await page.getByRole('grid').count()).toBe(0)
  expect(await faults(page)).toEqual([])
  await app.screenshot('safe-mode')
  const file = join(newFolder('everything'), 'everything.json')
  await app.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never
  }, file)
  await page.getByRole('button', { name: /Export everything/ }).click()
  await until('the file is written', () => existsSync(file))
  expect(readFileSync(file, 'utf8')).toContain('Northwind')
  await catchRestart(app)
  await page.getByRole('button', { name: 'Start normally' }).click()
  await until('it starts anew', async () => (await restarts(app)).length === 1)
  expect((await restarts(app))[0]).not.toContain('--safe-mode')
  await app.kill()
})

test('a page that ends again and again gives way to a dialog that saves everything and starts safely', async () => {
  const userData = await aPractice()
  const app = await launchHeadroom({ ...clock, userData, size })
  const file = join(newFolder('everything'), 'everything.json')
  await app.app.evaluate(({ dialog }, path) => {
    const seen = globalThis as { asked?: (readonly string[])[] }
    seen.asked = []
    const answers = [1, 2]
    dialog.showMessageBox = (async (...args: readonly unknown[]) => {
      const options = args.at(-1) as { readonly buttons?: readonly string[] }
      if (options.buttons === undefined) return { response: 0 }
      seen.asked?.push(options.buttons)
      return { response: answers.shift() ?? 0 }
    }) as never
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never
  }, file)
  await catchRestart(app)
  for (let crash = 0; crash < 3; crash++) {
    await app.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const gone = new Promise((done) => window?.webContents.once('render-process-gone', done))
      window?.webContents.forcefullyCrashRenderer()
      await gone
    })
    if (crash < 2)
      await until('the page is loaded again', () =>
        app.app.evaluate(({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows()
          return window?.webContents.isLoading() === false && !window.webContents.isCrashed()
        }),
      )
  }
  await until('it starts safely', async () => (await restarts(app)).length === 1)
  expect((await restarts(app))[0]).toContain('--safe-mode')
  expect(readFileSync(file, 'utf8')).toContain('Northwind')
  await app.kill()
})

test('[D10] a plan that is open on another computer is shown and not changed, until it is opened here', async () => {
  const userData = await aPractice()
  const note = join(userData, 'plan', 'open')
  expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ closed: true })
  const elsewhere = {
    format: 'headroom-open',
    machine: 'another',
    name: 'MacBook of Anna',
    run: 'x',
    since: '2026-11-24T07:00:00.000Z',
    closed: false,
  }
  writeFileSync(note, JSON.stringify(elsewhere))
  const app = await launchHeadroom({ ...clock, userData, size })
  await app.page.getByText(/open on MacBook of Anna, since 2026-11-24 07:00 UTC/).waitFor()
  expect(await faults(app.page)).toEqual([])
  await app.screenshot('open-elsewhere')
  const add = (id: string) =>
    app.page.evaluate(
      (session) =>
        window.headroom.request('plan/execute', {
          id: session.id,
          command: { type: 'session/create', sessions: [session] } as never,
        }),
      aSession({ id, start: '2026-11-25T09:00', engagementId: null }),
    )
  expect((await add('refused')).ok).toBe(false)
  expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual(elsewhere)
  await catchRestart(app)
  await app.page.getByRole('button', { name: 'Open here all the same' }).click()
  await until('it starts anew', async () => (await restarts(app)).length === 1)
  expect(JSON.parse(readFileSync(note, 'utf8'))).not.toMatchObject({ machine: 'another' })
  await app.kill()

  const here = await launchHeadroom({ ...clock, userData, size })
  await here.page.getByRole('grid').waitFor()
  await until('the plan is ours', () => JSON.parse(readFileSync(note, 'utf8')).closed === false)
  writeFileSync(note, JSON.stringify(elsewhere))
  // Nobody waits for the reply: it does not come.
  await here.page.evaluate(
    (session) => {
      void window.headroom.request('plan/execute', {
        id: session.id,
        command: { type: 'session/create', sessions: [session] } as never,
      })
    },
    aSession({ id: 'unsaved', start: '2026-11-25T09:00', engagementId: null }),
  )
  await here.page
    .getByText(/Not saved: another computer has opened this data since/)
    .first()
    .waitFor()
  await here.screenshot('taken-elsewhere')
  await here.page.getByRole('button', { name: 'Start again with what is there' }).waitFor()
  await here.kill()
})

import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/commands/registry.ts'
import type { PlanRest } from '../../shared/ipc/contract.ts'
import { aSession } from '../support/builders.ts'
import { launchHeadroom, launchWithoutWindow, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

const clock = { now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale: 'en' } as const
const create = (id: string, start = '2026-11-25T09:00'): Command => ({
  type: 'session/create',
  sessions: [aSession({ id, start, engagementId: null, title: id })],
})

function execute(app: RunningWindow, command: Command) {
  return app.page.evaluate(
    (one) => window.headroom.request('plan/execute', { id: 'e2e', command: one as never }),
    command,
  )
}

function open(app: RunningWindow) {
  return app.page.evaluate(() => window.headroom.request('plan/open', undefined))
}

const start = (app: RunningWindow) =>
  app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'empty', language: 'en' }))

describe('quit and start again', () => {
  test('gives the same plan, the same Undo, and the window where it stood', async () => {
    const first = await launchHeadroom(clock)
    expect((await open(first)).unused).toBe(true)
    expect(await start(first)).toEqual({ ok: true, rev: 1 })
    await execute(first, create('a'))
    await execute(first, create('b', '2031-02-03T09:00'))
    await first.page.evaluate(() => window.headroom.request('plan/undo', undefined))
    await first.page.evaluate(() => window.headroom.request('plan/redo', undefined))
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 1000, height: 700 }),
    )
    const bounds = await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    )
    const before = await open(first)
    await first.close()
    expect(statSync(join(first.userData, 'plan', '2026.json')).size).toBeGreaterThan(100)

    const second = await launchHeadroom({ ...clock, userData: first.userData })
    const after = await open(second)
    expect({ ...after, save: before.save }).toEqual(before)
    expect(Object.keys(after.years)).toEqual(['2026'])
    const rest = JSON.parse(
      await second.page.evaluate(() => window.headroom.request('plan/rest', undefined)),
    ) as PlanRest
    expect(Object.keys(rest.years['2031']?.sessions ?? {})).toEqual(['b'])
    expect(after.history).toEqual({ undo: { type: 'session/create', subject: 'b' }, redo: null })
    expect(await second.page.evaluate(() => window.headroom.request('plan/undo', undefined))).toMatchObject({
      ok: true,
    })
    expect(
      await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
    ).toEqual(bounds)
    await second.close()
  })

  test('by the signal that ends a session of the desktop writes what is noted', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await execute(first, create('last'))
    process.kill(first.pid, 'SIGTERM')
    await until('the app has ended', () => {
      try {
        return !process.kill(first.pid, 0)
      } catch {
        return true
      }
    })
    expect(readFileSync(join(first.userData, 'plan', '2026.json'), 'utf8')).toContain('"title":"last"')
  })
})

describe('a second start', () => {
  test('[R6] on the same data ends at once and shows the window of the first', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await expect(launchWithoutWindow({ ...clock, userData: first.userData })).rejects.toThrow()
    await until('the first window is shown', () =>
      first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
    )
    expect((await open(first)).rev).toBe(1)
    await first.close()
  })

  test('that is hidden shows no window, and the plan is there all the same', async () => {
    const app = await launchHeadroom({ ...clock, args: ['--hidden'] })
    expect(
      await app.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    ).toEqual([false])
    expect(await start(app)).toEqual({ ok: true, rev: 1 })
    await app.close()
  })
})

describe('a page that ends', () => {
  test('[S18] is loaded again with everything in it', async () => {
    const app = await launchHeadroom(clock)
    await start(app)
    await execute(app, create('kept'))
    await app.app.evaluate(({ BrowserWindow, dialog }) => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      dialog.showMessageBox = (async (...args: unknown[]) => {
        told.push((args.at(-1) as { message: string }).message)
        return { response: 0, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    const sessions = await until('the page is back', () =>
      app.app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null
        const script = `window.headroom.request('plan/open').then(({ years }) => Object.keys(years['2026'].sessions))`
        // Asked of a page that is about to go, the answer never comes.
        const none = new Promise<null>((give) => setTimeout(give, 500, null))
        return Promise.race([contents.executeJavaScript(script) as Promise<string[]>, none])
      }),
    )
    expect(sessions).toEqual(['kept'])
    expect(await app.app.evaluate(() => (globalThis as unknown as { told: string[] }).told)).toEqual([
      'The window had to be opened again',
    ])
    expect(readFileSync(join(app.userData, 'logs', 'headroom.log'), 'utf8')).toMatch(
      /page gone: (crashed|killed)/,
    )
    await app.kill()
  })
})

describe('files that are not as they were', () => {
  test('[R4] a damaged document is replaced from its previous generation, and the window is told', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await execute(first, create('a'))
    await first.close()
    const second = await launchHeadroom({ ...clock, userData: first.userData })
    await execute(second, create('b'))
    await second.close()
    const file = join(first.userData, 'plan', '2026.json')
    writeFileSync(file, readFileSync(file).subarray(0, 300))
    const third = await launchHeadroom({ ...clock, userData: first.userData })
    const opened = await open(third)
    expect(opened.notices).toEqual([
      { code: 'recovered-previous', params: { file: '2026', lost: 0, savedAt: expect.any(String) } },
    ])
    expect(Object.keys(opened.years['2026']?.sessions ?? {})).toEqual(['a', 'b'])
    expect(await execute(third, create('c'))).toMatchObject({ ok: true })
    await third.close()
  })

  test('[R5] in a folder that may not be written to are shown, the app goes on answering, and says why nothing is saved', async () => {
    const first = await launchHeadroom({ ...clock, sandboxed: true })
    await start(first)
    await execute(first, create('a'))
    await first.close()
    const plan = join(first.userData, 'plan')
    const before = readFileSync(join(plan, '2026.json'), 'utf8')
    const all = [plan, ...readdirSync(plan).map((name) => join(plan, name))]
    const modes = all.map((path) => statSync(path).mode)
    for (const path of all) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444)

    const second = await launchHeadroom({ ...clock, sandboxed: true, userData: first.userData })
    expect(await open(second)).toMatchObject({ readOnly: false, notices: [] })
    const banner = second.page.getByText('Not saved: the folder cannot be written to.')
    // The reply waits for the disk; everything else goes on.
    await second.page.evaluate((command) => {
      void window.headroom.request('plan/execute', { id: 'e2e', command: command as never })
    }, create('b'))
    await banner.first().waitFor()
    const shown = await open(second)
    expect(Object.keys(shown.years['2026']?.sessions ?? {})).toEqual(['a', 'b'])
    expect(shown.save).toMatchObject({ state: 'failed', why: 'read-only' })
    expect(readFileSync(join(plan, '2026.json'), 'utf8')).toBe(before)

    for (const [i, path] of all.entries()) chmodSync(path, modes[i] ?? 0o700)
    await second.page.evaluate(() => window.headroom.request('data/retry', undefined))
    await banner.first().waitFor({ state: 'detached' })
    await second.close()
    expect(readFileSync(join(plan, '2026.json'), 'utf8')).toContain('"title":"b"')
  })

  test('[R7] documents of a newer version are shown for reading only and stay byte for byte', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await first.close()
    const file = join(first.userData, 'plan', 'practice.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version":\d+/, '"version":99'))
    const before = readFileSync(file, 'utf8')
    const second = await launchHeadroom({ ...clock, userData: first.userData })
    expect(await open(second)).toMatchObject({
      readOnly: true,
      notices: [{ code: 'newer-version', params: { version: '99' } }],
    })
    expect(await execute(second, create('x'))).toMatchObject({ ok: false, refusal: { code: 'read-only' } })
    await second.close()
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

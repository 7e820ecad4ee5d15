import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { requests } from '../../shared/ipc/contract.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'

/** The numbers are those of the app's security rules (ARCHITECTURE.md). */
let app: RunningWindow

beforeAll(async () => {
  app = await launchHeadroom({ now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin' })
  await app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
})

describe('a request', () => {
  test('[S10] is refused by every channel unless the top frame of the app’s page sent it', async () => {
    const found = await app.app.evaluate(async ({ ipcMain }) => {
      const inner = ipcMain as typeof ipcMain & {
        _invokeHandlers?: Map<string, (event: unknown, payload: unknown) => unknown>
      }
      const here = { url: 'app://headroom/', parent: null }
      const own = (frame: unknown) => ({ senderFrame: frame, sender: { mainFrame: frame } })
      const senders = [
        own(null),
        own({ ...here, url: 'https://example.com/' }),
        own({ ...here, url: 'app://headroom.evil/' }),
        own({ ...here, parent: {} }),
        { senderFrame: here, sender: { mainFrame: { ...here } } },
      ]
      const outcomes: string[] = []
      for (const [name, handler] of inner._invokeHandlers ?? []) {
        for (const sent of senders) {
          let outcome = 'answered'
          const fail = (error: unknown) => {
            outcome = error instanceof Error ? error.message : String(error)
          }
          const event = { ...sent, _reply: () => {}, _throw: fail, sendReply: () => {} }
          try {
            await handler(event, undefined)
          } catch (error) {
            fail(error)
          }
          outcomes.push(`${name}: ${outcome}`)
        }
      }
      return {
        outcomes,
        channels: [...(inner._invokeHandlers?.keys() ?? [])],
        unguarded: ipcMain.eventNames().map(String),
      }
    })
    expect(found.channels.sort()).toEqual(Object.keys(requests).sort())
    expect(found.outcomes.filter((outcome) => !outcome.endsWith('untrusted sender'))).toEqual([])
    // Electron's own, for a failed reply.
    expect(found.unguarded.filter((name) => name !== 'error')).toEqual([])
  })

  test('[S10] of a foreign page with the same preload is refused', async () => {
    const refused = await app.app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/dist/preload/preload.cjs`
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL('data:text/html,x').catch(() => {})
      const script = `window.headroom.request('plan/open').then(() => 'answered', (error) => error.message)`
      const outcome: unknown = await window.webContents.executeJavaScript(script)
      window.destroy()
      return String(outcome)
    })
    expect(refused).toMatch(/untrusted sender/)
  })

  test('[S11] with nonsense in it is refused, and the plan stays as it is', async () => {
    const names = Object.keys(requests).filter((name) => !['calendar/choose'].includes(name))
    const before = await app.page.evaluate(async () =>
      JSON.stringify(await window.headroom.request('plan/open', undefined)),
    )
    const outcomes = await app.page.evaluate(async (all) => {
      let deep: unknown = {}
      for (let i = 0; i < 3000; i += 1) deep = { deep }
      const nonsense = [
        null,
        0,
        Number.NaN,
        '',
        'x'.repeat(1_000_000),
        [],
        {},
        deep,
        JSON.parse('{"__proto__":{"polluted":1}}'),
        { id: 1, command: { type: 'nonsense' } },
        { id: 'x', command: deep },
        new Uint8Array(10),
        new Map([[1, 2]]),
      ]
      const ask = window.headroom.request as (name: string, payload: unknown) => Promise<unknown>
      const out: string[] = []
      for (const name of all) {
        for (const payload of nonsense) {
          // The bridge itself refuses what is nested too deep.
          const asked = new Promise((done) => done(ask(name, payload)))
          const outcome = await asked.then(
            (reply) => JSON.stringify(reply) ?? 'nothing',
            () => 'refused',
          )
          if (outcome !== 'refused' && !outcome.startsWith('{"ok":false,"refusal"'))
            out.push(`${name} ${String(payload).slice(0, 40)}: ${outcome}`)
        }
      }
      return out
    }, names)
    expect(outcomes).toEqual([])
    const after = await app.page.evaluate(async () =>
      JSON.stringify(await window.headroom.request('plan/open', undefined)),
    )
    expect(after).toBe(before)
  })
})

describe('the app', () => {
  test('[S13] has no spelling dictionary to fetch, and lets no request out', async () => {
    const found = await app.app.evaluate(({ session }) => ({
      enabled: session.defaultSession.isSpellCheckerEnabled(),
      languages: session.defaultSession.getSpellCheckerLanguages(),
    }))
    expect(found).toEqual({ enabled: false, languages: [] })
    const outside = await app.app.evaluate(async ({ net }) =>
      net.fetch('http://127.0.0.1:9/').then(
        () => 'let',
        (error: Error) => error.message,
      ),
    )
    expect(outside).toMatch(/ERR_BLOCKED_BY_CLIENT/)
  })

  test('[S17] keeps its data to its user', async () => {
    const plan = join(app.userData, 'plan')
    const private_ = [app.userData, plan, join(plan, 'history')].map(
      (folder) => statSync(folder).mode & 0o777,
    )
    expect(private_).toEqual([0o700, 0o700, 0o700])
    for (const name of readdirSync(plan).filter((entry) => /\.json/.test(entry))) {
      expect([name, statSync(join(plan, name)).mode & 0o777]).toEqual([name, 0o600])
    }
  })
})

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { eventNames, requests } from '../../shared/ipc/contract.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

/** The numbers are those of the app's security rules, S1 to S17. */
const home = 'app://headroom/'
let app: RunningWindow
let netLog = ''

beforeAll(async () => {
  netLog = join(newFolder('net-log'), 'net.json')
  app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    env: { ELECTRON_ENABLE_SECURITY_WARNINGS: '1' },
    args: [`--log-net-log=${netLog}`],
  })
  await app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
  await app.page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
    )
  })
})

/** Runs an expression in the page from a timer, where the content policy holds: Playwright's own evaluation is exempt. */
function inTimer(expression: string): Promise<string> {
  return app.page.evaluate(
    (source) =>
      new Promise<string>((done) => {
        const element = document.createElement('button')
        element.onclick = () => {
          setTimeout(async () => {
            try {
              const parts = source.split('|')
              const [kind = '', value = ''] = [parts[0], parts.slice(1).join('|')]
              done(
                String(
                  await (window as unknown as Record<string, (value: string) => unknown>)[`probe_${kind}`]?.(
                    value,
                  ),
                ),
              )
            } catch (error) {
              done(error instanceof Error ? error.name : String(error))
            }
          })
        }
        element.click()
      }),
    expression,
  )
}

async function answers(): Promise<boolean> {
  return app.page.evaluate(async () => (await window.headroom.request('plan/open', undefined)).rev > 0)
}

/** The window is at home and its bridge works. */
async function isHome(): Promise<void> {
  await until('the window is at home', async () => {
    const url = await app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    )
    return url === home && (await answers().catch(() => false))
  })
}

describe('a page', () => {
  test('[S1] is isolated, sandboxed and without Node, every page there is', async () => {
    const all = await app.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const inner = contents as typeof contents & { getLastWebPreferences: () => Record<string, unknown> }
        return inner.getLastWebPreferences()
      }),
    )
    expect(all.length).toBeGreaterThan(0)
    for (const preferences of all) {
      expect(preferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        enableBlinkFeatures: '',
        webviewTag: false,
        safeDialogs: true,
      })
    }
  })

  test('[S3] knows nothing of Node or Electron', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer']
    expect(await app.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([])
  })

  test('[S4] has the bridge: two functions, frozen, for the names of the contract, and a listener gets the message alone', async () => {
    const found = await app.page.evaluate(async () => {
      const { headroom } = window
      const refused = await headroom
        .request('app/quit' as 'app/ready', undefined)
        .catch((error: Error) => error.message)
      let unheard = ''
      try {
        headroom.on('electron' as 'go', () => {})
      } catch (error) {
        unheard = error instanceof Error ? error.message : ''
      }
      const heard: string[][] = []
      headroom.on('plan/changed', (...given: object[]) =>
        heard.push(given.map((one) => Object.keys(one).join())),
      )
      Object.assign(window, { heard })
      return {
        keys: Object.entries(headroom).map(([key, value]) => `${key} ${typeof value}`),
        frozen: Object.isFrozen(headroom),
        refused,
        unheard,
      }
    })
    expect(found).toEqual({
      keys: ['request function', 'on function'],
      frozen: true,
      refused: 'unknown request',
      unheard: 'unknown message',
    })
    const command = { type: 'settings/change', change: { reserveMinutes: 61 } } as const
    await app.page.evaluate(
      (one) => window.headroom.request('plan/execute', { id: 'x', command: one }),
      command,
    )
    const heard = () => app.page.evaluate(() => (window as unknown as { heard: string[][] }).heard)
    await until('the change is heard', async () => (await heard()).length > 0)
    expect(await heard()).toEqual([['rev,patches,commandId,history']])
    expect(eventNames).toContain('plan/changed')
  })

  test('[S5] has a content policy that refuses evaluation, inline handlers and HTML from text', async () => {
    const header = await app.page.evaluate(async () =>
      (await fetch('/')).headers.get('content-security-policy'),
    )
    expect(header).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(header).not.toMatch(/unsafe-|\*|http/)
    const missing = await app.page.evaluate(async () =>
      (await fetch('/missing.html')).headers.get('content-security-policy'),
    )
    expect(missing).toBe(header)
    await app.page.evaluate(() => {
      const w = window as unknown as Record<string, unknown>
      // Called from a timer of the page: only there does the policy hold.
      const evaluate = Reflect.get(window, 'eval') as (text: string) => unknown
      w.probe_eval = (text: string) => setTimeoutProbe(() => evaluate(text))
      w.probe_script = (text: string) => {
        document.createElement('script').textContent = text
        return 'let'
      }
      w.probe_html = (html: string) => {
        document.body.insertAdjacentHTML('beforeend', html)
        return 'let'
      }
      w.probe_handler = (code: string) => {
        const button = document.createElement('button')
        button.setAttribute('onclick', code)
        button.click()
        return 'ran' in window ? 'ran' : 'not run'
      }
      w.probe_style = (style: string) => {
        const one = document.createElement('i')
        one.setAttribute('style', style)
        const two = document.createElement('i')
        two.style.color = 'red'
        return `${one.style.color}-${two.style.color}`
      }
      function setTimeoutProbe(run: () => unknown) {
        return new Promise((done) =>
          setTimeout(() => {
            try {
              done(run())
            } catch (error) {
              done(error instanceof Error ? error.name : '')
            }
          }),
        )
      }
    })
    expect(await inTimer('eval|1+1')).toBe('EvalError')
    expect(await inTimer('script|window.ran=1')).toBe('TypeError')
    expect(await inTimer('html|<img src=x onerror="window.ran=1">')).toBe('TypeError')
    expect(['not run', 'TypeError']).toContain(await inTimer('handler|window.ran=1'))
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await inTimer('style|color: red')).toBe('-red')
    await app.page.evaluate(() => (window as unknown as { violations: string[] }).violations.splice(0))
  })

  test('[S6] gets no permission', async () => {
    const found = await app.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'clipboard-write',
        'persistent-storage',
        'background-sync',
        'accelerometer',
        'screen-wake-lock',
      ]
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
        ),
      )
      const position = await new Promise<number>((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done(0),
          ({ code }) => done(code),
        ),
      )
      const named = (promise: Promise<unknown>) =>
        promise.then(
          () => 'let',
          (error: Error) => error.name,
        )
      return {
        states: [...new Set(states)],
        notification: await Notification.requestPermission(),
        position,
        clipboard: await named(navigator.clipboard.readText()),
        camera: await named(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await named(navigator.mediaDevices.getDisplayMedia()),
      }
    })
    expect(found).toMatchObject({
      states: ['denied'],
      notification: 'denied',
      position: 1,
      clipboard: 'NotAllowedError',
    })
    expect(['NotAllowedError', 'NotFoundError', 'InvalidStateError', 'AbortError']).toContain(found.camera)
    expect(['NotAllowedError', 'NotFoundError', 'InvalidStateError', 'AbortError']).toContain(found.screen)
  })

  test('[S5, S16] breaks no policy and causes no warning', async () => {
    expect(await app.page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual(
      [],
    )
    expect(app.written.console.filter((line) => line.includes('Electron Security Warning'))).toEqual([])
  })

  const away = [
    'https://example.com/',
    'http://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://headroom/evil.html',
    'app://other/',
    'about:blank',
    'about:srcdoc',
    'chrome://gpu',
    'view-source:app://headroom/',
    'blob:app://headroom/x',
  ]
  test.each(away)('[S7] stays where it is when told to go to %s', async (url) => {
    await app.page
      .evaluate((to) => {
        setTimeout(() => {
          try {
            location.href = to
          } catch {}
        })
      }, url)
      .catch(() => {})
    // Anything that happens does so in a turn of the event loop; a page that was left is loaded again.
    await new Promise((pass) => setTimeout(pass, 150))
    await isHome()
  })

  test('[S8] opens no window; web and mail addresses go to the desktop, and nothing else does', async () => {
    await app.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url: string) => void opened.push(url)
    })
    await app.page.evaluate(() => {
      for (const url of [
        'https://example.com/a',
        'file:///etc/passwd',
        'smb://host/x',
        'javascript:1',
        'mailto:a@b.example',
        'ms-msdt:/id',
        'app://headroom/',
      ])
        window.open(url)
    })
    const found = await app.app.evaluate(({ BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      opened: (globalThis as unknown as { opened: string[] }).opened,
    }))
    expect(found).toEqual({ windows: 1, opened: ['https://example.com/a', 'mailto:a@b.example'] })
  })

  test('[S9] has no webview', async () => {
    expect(
      await app.page.evaluate(() => {
        const view = document.createElement('webview')
        document.body.append(view)
        const has = 'loadURL' in view
        view.remove()
        return has
      }),
    ).toBe(false)
  })

  test('[S12] is served files of the app and nothing else', async () => {
    const statuses = await app.page.evaluate(async () => {
      const paths = [
        '/../x',
        '/%2e%2e/x',
        '/..%2fx',
        '/..%5cx',
        '//etc/passwd',
        '/%00',
        '/%ff',
        '/package.json',
        '/../main/main.js',
        '/..%2fmain%2fmain.js',
        '/missing.js',
      ]
      const gets = await Promise.all(paths.map(async (path) => (await fetch(`app://headroom${path}`)).status))
      const post = (await fetch('/', { method: 'POST' })).status
      const failed = (url: string) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'failed',
        )
      return {
        gets,
        post,
        others: await Promise.all([
          failed('file:///etc/passwd'),
          failed('app://other/'),
          failed('https://example.com/'),
        ]),
      }
    })
    for (const status of statuses.gets) expect([400, 403, 404, 405]).toContain(status)
    expect(statuses).toMatchObject({ post: 405, others: ['failed', 'failed', 'failed'] })
  })
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

  test('[S13] ends a session without having opened a connection', async () => {
    await app.close()
    expect(connectionsIn(readFileSync(netLog, 'utf8'))).toEqual([])
  })
})

/** What Chromium's net log says of names resolved and sockets opened; the log may end unfinished. */
function connectionsIn(text: string): readonly string[] {
  const { constants } = JSON.parse(`${text.split('\n')[0]?.replace(/,$/, '')}}`) as {
    constants: { logEventTypes: Record<string, number> }
  }
  const wanted = [
    'TCP_CONNECT',
    'TCP_CONNECT_ATTEMPT',
    'UDP_CONNECT',
    'HOST_RESOLVER_MANAGER_REQUEST',
    'SOCKET_ALIVE',
  ]
  const types = new Map(wanted.map((name) => [constants.logEventTypes[name], name]))
  const events = text.split('\n').flatMap((line) => /"type":(\d+)/.exec(line)?.[1] ?? [])
  expect(events.length).toBeGreaterThan(10)
  return events.flatMap((type) => types.get(Number(type)) ?? [])
}

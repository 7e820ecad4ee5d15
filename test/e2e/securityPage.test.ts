import { beforeAll, describe, expect, test } from 'vitest'
import { eventNames } from '../../shared/ipc/contract.ts'
import { closedPage, noteViolations, takeViolations } from '../support/closedPage.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

/** The numbers are those of the app's security rules (ARCHITECTURE.md). */
let app: RunningWindow

beforeAll(async () => {
  app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    env: { ELECTRON_ENABLE_SECURITY_WARNINGS: '1' },
  })
  await app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
  await noteViolations(app.page)
})

/**
 * Lets the page run one of its probes from a click and a timer, where the content policy holds: what Playwright
 * evaluates itself is exempt. Gives the answer, or the name of the error.
 */
function inTimer(probe: string, value: string): Promise<string> {
  return app.page.evaluate(
    ([name, given]) =>
      new Promise<string>((done) => {
        const run = Reflect.get(window, `probe_${name}`) as (value: string) => unknown
        const button = document.createElement('button')
        button.onclick = () =>
          setTimeout(() => {
            try {
              done(String(run(given)))
            } catch (error) {
              done(error instanceof Error ? error.name : String(error))
            }
          })
        button.click()
      }),
    [probe, value] as const,
  )
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
      expect(preferences).toMatchObject(closedPage)
    }
  })

  test('[S3] knows nothing of Node or Electron', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer']
    expect(await app.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([])
  })

  test('[S4] has the bridge: three functions, frozen, for the names of the contract; a listener gets the message alone, and only a file that was given has a path', async () => {
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
      keys: ['request function', 'pathOf function', 'on function'],
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
      w.probe_eval = (text: string) => evaluate(text)
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
    })
    expect(await inTimer('eval', '1+1')).toBe('EvalError')
    expect(await inTimer('script', 'window.ran=1')).toBe('TypeError')
    expect(await inTimer('html', '<img src=x onerror="window.ran=1">')).toBe('TypeError')
    expect(['not run', 'TypeError']).toContain(await inTimer('handler', 'window.ran=1'))
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await inTimer('style', 'color: red')).toBe('-red')
    expect(await takeViolations(app.page)).not.toEqual([])
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
    expect(await takeViolations(app.page)).toEqual([])
    expect(app.written.console.filter((line) => line.includes('Electron Security Warning'))).toEqual([])
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
})

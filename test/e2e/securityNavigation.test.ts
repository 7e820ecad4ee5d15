import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { readNetLog } from '../support/netLog.ts'
import { until } from '../support/until.ts'

/** The numbers are those of the app's security rules (ARCHITECTURE.md). */
const home = 'app://headroom/'
let app: RunningWindow
let netLog = ''

beforeAll(async () => {
  netLog = join(newFolder('net-log'), 'net.json')
  app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    args: [`--log-net-log=${netLog}`],
  })
  await app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
})

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
    'javascript:document.write(1)',
    'headroom:settings',
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

  test('[S7] stays where it is when a file is dropped on it', async () => {
    const session = await app.page.context().newCDPSession(app.page)
    const file = join(app.userData, 'window.json')
    writeFileSync(file, '{}')
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
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

  test('[S13] ends a session without having opened a connection', async () => {
    await app.close()
    expect(faultsIn(join(app.userData, 'logs', 'headroom.log'))).toEqual([])
    const { events, reached } = readNetLog(readFileSync(netLog, 'utf8'))
    expect(events).toBeGreaterThan(10)
    expect(reached).toEqual([])
  })
})

/** The lines of the log that tell of a fault of the main process. */
function faultsIn(file: string): readonly string[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /(uncaught|unhandled|request): /.test(line))
}

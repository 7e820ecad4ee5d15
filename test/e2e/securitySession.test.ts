import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { closedPage, noteViolations, screenDrawn, takeViolations } from '../support/closedPage.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { readNetLog } from '../support/netLog.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { canTrace, tracedConnects } from '../support/traced.ts'
import { until } from '../support/until.ts'

/*
 * One whole session: every screen and the panels over them, files printed, saved and imported, a page that crashes.
 * What it reaches, what the browser warns of and what the content policy refuses are noted from its first moment to its
 * last. The numbers are those of the app's security rules (ARCHITECTURE.md).
 */

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Test//EN',
  'BEGIN:VEVENT',
  'UID:one@example.org',
  'DTSTAMP:20261101T080000Z',
  'DTSTART:20261126T080000Z',
  'DTEND:20261126T090000Z',
  'SUMMARY:Call',
  'URL:https://example.com/meeting',
  'ATTACH:https://example.com/agenda.pdf',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

const files = join(newFolder('session-files'), 'files')
const netLog = join(newFolder('session-net'), 'net.json')
let app: RunningWindow

beforeAll(async () => {
  mkdirSync(files)
  app = await launchSample({
    env: { HEADROOM_LANG: 'en-GB', ELECTRON_ENABLE_SECURITY_WARNINGS: '1' },
    args: [`--log-net-log=${netLog}`],
    traced: canTrace(),
  })
  await noteViolations(app.page)
  await watchMain()
})

/** Notes every page that is made, and stands in for the desktop's dialogs. */
async function watchMain(): Promise<void> {
  await app.app.evaluate(({ app: electron, dialog }, folder) => {
    const pages: unknown[] = []
    Object.assign(globalThis, { pages })
    electron.on('web-contents-created', (_event, contents) => pages.push(contents))
    let saved = 0
    dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
      saved += 1
      return { canceled: false, filePath: `${folder}/${saved}${/\.\w+$/.exec(defaultPath)?.[0] ?? ''}` }
    }) as never
    dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never
  }, files)
}

describe('a whole session', () => {
  test.each(['1', 'v', '2', '3', '4', '5', '6', '7', ','])(
    '[S5] screen %s needs nothing that the content policy refuses',
    async (key) => {
      await app.page.keyboard.press(key)
      await screenDrawn(app.page)
      expect(await takeViolations(app.page)).toEqual([])
    },
  )

  test.each(['Control+k', 'q', '?', 'y', '$'])('[S5] nor does the panel of %s', async (key) => {
    await app.page.keyboard.press('1')
    await app.page.getByRole('grid').waitFor()
    await app.page.keyboard.press(key)
    await app.page.getByRole('dialog').waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await takeViolations(app.page)).toEqual([])
  })

  test('[S1] the page that prints is closed as the window is, and so is every other that was made', async () => {
    const [client] = Object.keys((await planOf(app.page)).practice.clients)
    const reply = await app.page.evaluate(
      (clientId) =>
        window.headroom.request('timesheet/pdf', {
          clientId,
          from: '2026-11-01',
          to: '2026-11-30',
          unbilled: false,
        }),
      client ?? '',
    )
    expect(reply).toMatchObject({ state: 'saved' })
    const pages = await app.app.evaluate(({ webContents }) => {
      const made = (globalThis as unknown as { pages: unknown[] }).pages
      const all = new Set([...webContents.getAllWebContents(), ...made])
      return [...all].map((contents) =>
        (contents as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences(),
      )
    })
    expect(pages.length).toBeGreaterThanOrEqual(2)
    for (const page of pages) expect(page).toMatchObject(closedPage)
  })

  test('[S13] files come and go, and a page that crashed is back', async () => {
    const outcomes = await app.page.evaluate(async (text) => {
      const { headroom } = window
      const csv = await headroom.request('csv/save', {
        what: 'time',
        range: { from: '2026-11-01', to: '2026-11-30', clientId: null },
        style: 'plain',
      })
      const ics = await headroom.request('calendar/save', { clientId: null })
      const all = await headroom.request('data/export', undefined)
      const bytes = new TextEncoder().encode(text)
      const read = await headroom.request('calendar/drop', { name: 'one.ics', bytes })
      const backup = await headroom.request('data/backUp', undefined)
      return [csv, ics, all, read, backup].map(({ state }) => state)
    }, calendar)
    expect(outcomes).toEqual(['saved', 'saved', 'saved', 'read', 'done'])
    await app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL() === 'app://headroom/')
        ?.webContents.forcefullyCrashRenderer(),
    )
    await until('the page is back', () =>
      app.app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows().find((window) =>
          window.webContents.getURL().startsWith('app://headroom/'),
        )?.webContents
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return false
        const none = new Promise<false>((give) => setTimeout(give, 500, false))
        const script = `window.headroom.request('plan/open').then(({ rev }) => rev > 0)`
        return Promise.race([contents.executeJavaScript(script) as Promise<boolean>, none])
      }),
    )
  })

  test('[S16] Chromium and Electron warned of nothing', () => {
    expect(
      app.written.console.filter((line) => /Security Warning|Content Security Policy/i.test(line)),
    ).toEqual([])
  })

  test('[S15] the Electron is the one that was to be tested, and the published one is no older', async () => {
    const versions = await app.app.evaluate(() => process.versions)
    process.stdout.write(
      `  Electron ${versions.electron}, Chromium ${versions.chrome}, Node ${versions.node}\n`,
    )
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const published = Number(devDependencies.electron?.split('.')[0])
    expect(published).toBeGreaterThanOrEqual(45)
    expect(published).toBeGreaterThanOrEqual(Number(versions.electron?.split('.')[0]))
  })

  test('[S13] nothing was resolved and nothing was connected to, from the first moment to the last', async () => {
    await app.close().catch(() => app.kill())
    const { events, reached } = readNetLog(readFileSync(netLog, 'utf8'))
    expect(events).toBeGreaterThan(5)
    expect(reached).toEqual([])
  })

  test.skipIf(!canTrace())('[S13] nor did any of its processes ask the system for a connection', () => {
    const connects = tracedConnects(dirname(app.userData))
    // The display and the session bus are files.
    expect(connects.filter((line) => line.includes('AF_UNIX')).length).toBeGreaterThan(0)
    expect(connects.filter((line) => !line.includes('AF_UNIX'))).toEqual([])
    expect(existsSync(join(files, '1.pdf'))).toBe(true)
  })
})

test('[S13] the net log and the trace would show a connection: they do for an app that makes one', async () => {
  const log = join(newFolder('control-net'), 'net.json')
  const {
    app: tiny,
    userData,
    close,
  } = await launchHeadroom({
    appFolder: fileURLToPath(new URL('../support/tinyApp', import.meta.url)),
    args: [`--log-net-log=${log}`],
    traced: canTrace(),
  })
  // Nobody answers there, which does not matter. (Chromium does not even try the well-known ports.)
  await tiny.evaluate(({ net }) => net.fetch('http://127.0.0.1:47111/').catch(() => {}))
  await close()
  expect([...new Set(readNetLog(readFileSync(log, 'utf8')).reached)]).toContain('TCP_CONNECT')
  if (canTrace()) expect(tracedConnects(dirname(userData)).join('\n')).toMatch(/AF_INET.*127\.0\.0\.1/)
})

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import type {} from '../../renderer/state/bridge.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import {
  type Archive,
  endShipped,
  filesIn,
  packApp,
  readArchive,
  startShipped,
  twinOf,
} from '../support/packagedApp.ts'
import { carryOut } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'
import { aBusiness, aClientCommand, aDraft, draftCommand, printTo, textOf } from './pdfPractice.ts'

/*
 * What is shipped, made by `npm run dist:dir` and run as it is: packed, fused, with the real clock, and driven by its
 * page alone.
 */

const megabyte = 1_000_000
/** What the app itself may weigh, packed. It was 8.2 MB when this was written; most of it are holidays and fonts. */
const budget = 12 * megabyte
/** How a fuse stands in the executable: as a digit's character. */
const [OFF, ON] = ['0', '1'].map((digit) => digit.charCodeAt(0))

let folder: string

beforeAll(() => {
  folder = packApp()
}, 120_000)
afterAll(() => endShipped())

describe('the package', () => {
  let archive: Archive
  beforeAll(() => {
    archive = readArchive(join(folder, 'resources', 'app.asar'))
  })

  it('[S20] holds what was built and a manifest, and nothing of tests, sources or development', () => {
    const allowed =
      /^\/(package\.json|dist\/(main|preload|renderer)\/licences\.json|dist\/main\/[\w-]+\.js|dist\/preload\/preload\.cjs|dist\/renderer\/(index|frame|document)\.html|dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2))$/
    const names = [...archive.files.keys()]
    expect(names.filter((name) => !allowed.test(name))).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/main.js',
        '/dist/renderer/frame.html',
        '/dist/preload/preload.cjs',
        '/dist/renderer/index.html',
      ]),
    )
    const manifest = JSON.parse(archive.text('/package.json'))
    expect(manifest).toMatchObject({ main: 'dist/main/main.js', productName: 'Headroom', license: 'MIT' })
    for (const key of ['scripts', 'devDependencies', 'dependencies']) expect(manifest).not.toHaveProperty(key)
  })

  it('[S19] says nothing about where it was built', () => {
    const home = dirname(process.cwd())
    const scripts = [...archive.files.keys()].filter((name) => /\.(c?js|css|html)$/.test(name))
    const texts = scripts.map((name) => [name, archive.text(name)] as const)
    expect(texts.filter(([, text]) => /sourceMappingURL=/.test(text)).map(([name]) => name)).toEqual([])
    expect(texts.filter(([, text]) => text.includes(home)).map(([name]) => name)).toEqual([])
  })

  it('stays within its budget', () => {
    const size = statSync(join(folder, 'resources', 'app.asar')).size
    expect(size).toBeGreaterThan(megabyte)
    expect(size).toBeLessThan(budget)
  })

  it('is Electron, the archive and the licence, and no file more', () => {
    const runtime = new Set(filesIn(dirname(recordedRuntime().executable)))
    const own = filesIn(folder).filter((path) => !runtime.has(path))
    expect([...own].sort()).toEqual(['headroom', 'resources/LICENSE.txt', 'resources/app.asar'])
    expect(readFileSync(join(folder, 'resources', 'LICENSE.txt'), 'utf8')).toContain('MIT License')
    const locales = [...filesIn(join(folder, 'locales'))].sort()
    expect(locales).toEqual(['de.pak', 'en-GB.pak', 'en-US.pak'])
  })

  it('[S14] has the fuses set', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'headroom'))
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation]
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => OFF))
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => ON))
  })
})

describe('the package, started', () => {
  const title = 'Board papers'
  let userData: string
  beforeAll(() => {
    userData = join(newFolder('shipped'), 'data')
  })

  it('is no Node and takes no orders; a session is planned and an invoice becomes a PDF', async () => {
    const script = join(dirname(userData), 'loaded.cjs')
    const mark = `${script}.ran`
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
    const { page, stderr, quit } = await startShipped(join(folder, 'headroom'), userData, {
      args: ['--inspect=0'],
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` },
    })
    await page.locator('main button').first().click()
    await planSession(page, title)
    await until('main has it', async () => (await titles(page)).includes(title))
    const pdf = join(userData, 'invoices', 'invoice-shipped.pdf')
    await printInvoice(page)
    expect(textOf(pdf)).toContain('Fractional CTO')
    expect(existsSync(mark)).toBe(false)
    expect(stderr()).not.toContain('Debugger listening')
    expect(await quit()).toBe(0)
  })

  it('has it all when it is started again', async () => {
    const { page, quit } = await startShipped(join(folder, 'headroom'), userData)
    await page.getByRole('grid').waitFor()
    expect(await titles(page)).toContain(title)
    expect(execFileSync('pdfinfo', [join(userData, 'invoices', 'invoice-shipped.pdf')]).toString()).toMatch(
      /Pages:\s+1/,
    )
    expect(await quit()).toBe(0)
  })
})

describe('the package, with the one fuse that lets a test drive it', () => {
  let app: RunningWindow
  let files: string
  beforeAll(async () => {
    const executable = join(twinOf(folder), 'headroom')
    await flipFuses(executable, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    files = newFolder('package-files')
    app = await launchHeadroom({
      packaged: executable,
      locale: 'en',
      now: '2020-02-29T10:00:00Z',
      env: { HEADROOM_LANG: 'de' },
    })
  })
  afterAll(() => app?.kill())

  it('[S19] opens no developer tools, and its menu offers none', async () => {
    const { packaged, opened, roles } = await app.app.evaluate(
      async ({ app: electron, BrowserWindow, Menu }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.openDevTools()
        await new Promise((resolve) => setTimeout(resolve, 500))
        const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
        return {
          packaged: electron.isPackaged,
          opened: contents?.isDevToolsOpened(),
          roles: items.map((item) => `${item.role}`),
        }
      },
    )
    expect([packaged, opened]).toEqual([true, false])
    expect(roles.length).toBeGreaterThan(10)
    expect(roles.filter((role) => /tools/i.test(role))).toEqual([])
  })

  it('takes neither its clock nor its language from the environment', async () => {
    const { desktop } = await app.page.evaluate(() => window.headroom.request('plan/open', undefined))
    expect(desktop.fixedNow).toBeNull()
    expect(await app.page.evaluate(() => document.documentElement.lang)).toMatch(/^en/)
  })

  it('saves an invoice where the dialog says', async () => {
    await preparedInvoice(app.page)
    const path = join(files, 'invoice.pdf')
    expect(await printTo(app, 'shipped', path)).toMatchObject({ state: 'saved', pages: 1 })
    expect(textOf(path)).toContain('Northwind Logistics GmbH')
  })
})

async function planSession(page: Page, title: string): Promise<void> {
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('n')
  const editor = page.getByRole('dialog')
  await editor.getByRole('textbox', { name: 'Title' }).fill(title)
  await editor.getByRole('button', { name: 'Add session' }).click()
  await page.getByRole('grid').getByRole('button', { name: title }).first().waitFor()
}

async function titles(page: Page): Promise<readonly string[]> {
  const { years } = await page.evaluate(() => window.headroom.request('plan/open', undefined))
  return Object.values(years).flatMap(({ sessions }) => Object.values(sessions).map((each) => each.title))
}

async function preparedInvoice(page: Page): Promise<void> {
  for (const command of [
    aBusiness,
    aClientCommand(),
    draftCommand(aDraft({ id: 'shipped' })),
    { type: 'invoice/issue', id: 'shipped', on: '2026-11-30' } as const,
  ])
    expect(await carryOut(page, command)).toMatchObject({ ok: true })
}

async function printInvoice(page: Page): Promise<void> {
  await preparedInvoice(page)
  const reply = await page.evaluate(() => window.headroom.request('invoice/printAgain', { id: 'shipped' }))
  expect(reply).toEqual({ state: 'there' })
}

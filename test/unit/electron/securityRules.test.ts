import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sourcesBelow } from '../../support/sources.ts'

/** What of the security rules (ARCHITECTURE.md) only the sources tell, and that no rule is without its test. */
const project = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(join(project, path), 'utf8')

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(project, path)).isFile())
}

test('every rule from S1 to S20 is asserted by name in a test of the app', () => {
  const named = filesBelow('test')
    .filter((path) => /\.test\.tsx?$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/\b(?:test|it)(?:\.\w+\([^\n]*\))?\(\s*['`]\[([^\]]+)\]/g)])
    .flatMap(([, rules = '']) => rules.split(/,\s*/))
  const rules = Array.from({ length: 20 }, (_, i) => `S${i + 1}`)
  expect(rules.filter((rule) => !named.includes(rule))).toEqual([])
})

describe('[S1] every window', () => {
  const windows = sourcesBelow(['electron']).flatMap(({ path }) =>
    [...read(path).matchAll(/new BrowserWindow\(\{[\s\S]*?\n {2}\}\)/g)].map(
      ([text]) => [path, text] as const,
    ),
  )

  test('[S1] is made in one of two places', () => {
    expect(windows.map(([path]) => path).sort()).toEqual([
      'electron/documents/documentWindow.ts',
      'electron/window/mainWindow.ts',
    ])
  })

  // Electron tells most of them of a running page (test/e2e/securitySession.test.ts), but not these.
  test.each([
    'nodeIntegrationInWorker: false,',
    'navigateOnDragDrop: false,',
    'nodeIntegration: false,',
    'contextIsolation: true,',
    'sandbox: true,',
    'webviewTag: false,',
  ])('[S1] is made with %s', (setting) => {
    for (const [path, text] of windows) expect([path, text.includes(setting)]).toEqual([path, true])
  })

  test('[S19] has no developer tools once the app is packaged', () => {
    for (const [path, text] of windows)
      expect([path, /devTools: (developer|false),/.test(text)]).toEqual([path, true])
    expect(read('electron/main.ts')).toContain('const developer = !app.isPackaged')
    // Nor do the bundles that are packaged carry maps with paths of the sources.
    for (const config of [
      'electron/vite.main.config.ts',
      'electron/vite.preload.config.ts',
      'renderer/vite.config.ts',
    ])
      expect(read(config)).toMatch(/sourcemap: mode === 'development'/)
  })
})

test('[S14] packages are made with the fuses that make the executable run this app and nothing else', () => {
  const [, fuses = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(read('electron-builder.yml')) ?? []
  const set = Object.fromEntries(
    [...fuses.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, name, value]) => [name, value]),
  )
  expect(set).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    onlyLoadAppFromAsar: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    grantFileProtocolExtraPrivileges: 'false',
    loadBrowserProcessSpecificV8Snapshot: 'false',
  })
})

test('[S20] the app is its own bundles: it depends on no package when it runs, and every version is pinned', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
    expect([kind, Object.keys(manifest[kind] ?? {})]).toEqual([kind, []])
  const loose = Object.entries(manifest.devDependencies ?? {}).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>
  }
  const unchecked = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity)
  expect(unchecked.map(([path]) => path)).toEqual([])
  const foreign = Object.values(lock.packages).filter(
    ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(foreign).toEqual([])
})

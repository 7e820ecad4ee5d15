import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { entryKeys } from '../../../electron/start/desktopFile.ts'
import { SCHEME } from '../../../shared/links/links.ts'
import { effectiveConfig, type LinuxPackage, linuxPackage } from '../../support/packaging.ts'

/** Loading electron-builder takes seconds where other work goes on. */
const PATIENCE = 120_000

type Settings = Awaited<ReturnType<typeof effectiveConfig>>
let settings: Settings

beforeAll(async () => {
  settings = await effectiveConfig()
}, PATIENCE)

describe('the settings of electron-builder', () => {
  test(
    'are what its schema knows, and a mistyped one is refused',
    async () => {
      await expect(effectiveConfig({ mac: { hardendRuntime: true } })).rejects.toThrow(/configuration\.mac /)
      await expect(effectiveConfig({ nsis: { oneClik: false } })).rejects.toThrow(/configuration\.nsis /)
    },
    PATIENCE,
  )

  test('name what is made for each system, and no snap', () => {
    expect(settings.linux?.target).toEqual(['AppImage', 'deb', 'rpm'])
    expect(settings.mac?.target).toEqual([{ target: 'dmg', arch: 'universal' }])
    expect(settings.win?.target).toEqual([
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ])
    expect(JSON.stringify(settings)).not.toMatch(/snap(craft)?"/)
  })

  test('[S14] set the fuses', () => {
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    })
    expect(settings).toMatchObject({ asar: true, disableAsarIntegrity: false, npmRebuild: false })
  })

  test('publish nothing and look for no update', () => {
    expect(settings.publish).toBeNull()
  })

  test('name files that are there', () => {
    const named = [
      settings.mac?.icon,
      settings.win?.icon,
      settings.linux?.icon,
      settings.mac?.entitlements,
      settings.mac?.entitlementsInherit,
      settings.nsis?.include,
    ]
    expect(named.filter((file) => typeof file !== 'string' || !existsSync(file))).toEqual([])
  })

  test('harden the app on macOS, and let it do no more than V8 needs', () => {
    expect(settings.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const keys = readFileSync('assets/packaging/entitlements.plist', 'utf8').matchAll(/<key>(.+?)<\/key>/g)
    expect([...keys].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit'])
    const uses = Object.entries(settings.mac?.extendInfo ?? {}).filter(([key]) => /Usage|Transport/.test(key))
    expect(uses.length).toBeGreaterThan(5)
    expect(uses.filter(([, value]) => value !== null)).toEqual([])
  })

  test('open calendar files and links on each system', () => {
    const schemes = [settings.protocols ?? []].flat().flatMap((protocol) => protocol.schemes)
    expect(schemes).toEqual([SCHEME])
    for (const system of [settings.mac, settings.win])
      expect([system?.fileAssociations ?? []].flat().map(({ ext }) => ext)).toEqual(['ics'])
    // Linux knows the type; it is the desktop file that says who opens it (below).
    expect(settings.linux?.fileAssociations).toBeUndefined()
  })

  test('take away on Windows what the app wrote for itself, by the name that the app has', () => {
    const script = readFileSync(String(settings.nsis?.include), 'utf8')
    expect(script).toContain(`DeleteRegKey HKCU "Software\\Classes\\${SCHEME}"`)
    expect(script).toContain(`CurrentVersion\\Run" "${settings.appId}"`)
    expect(script).not.toMatch(/AppData|RMDir/i)
    expect(settings.nsis?.deleteAppDataOnUninstall ?? false).toBe(false)
  })
})

describe.each(['deb', 'rpm'] as const)('the %s', (target) => {
  let made: LinuxPackage
  beforeAll(async () => {
    made = await linuxPackage(target)
  }, PATIENCE)

  const said = (flag: string) => made.args[made.args.indexOf(flag) + 1]

  test('says what it is, who keeps it, and under which licence', () => {
    expect(said('--name')).toBe('headroom')
    expect(said('--license')).toBe('MIT')
    expect(said('--maintainer')).toMatch(/^\S.+ <\S+@\S+>$/)
    expect(said('--url')).toMatch(/^https:/)
    expect(said('--category')).toBe({ deb: 'utils', rpm: 'Applications/Productivity' }[target])
  })

  test('brings the icon in every size that desktops look for', () => {
    const sizes = made.args.flatMap((arg) => /hicolor\/(\d+)x\1\/apps\/headroom\.png$/.exec(arg)?.[1] ?? [])
    expect(sizes.map(Number)).toEqual([16, 22, 24, 32, 48, 64, 96, 128, 256, 512])
  })

  test('is found in the menu, opens calendar files and links, and belongs to its window', () => {
    expect(made.args.some((arg) => arg.endsWith('=/usr/share/applications/headroom.desktop'))).toBe(true)
    const keys = entryKeys(made.desktopFile)
    expect(keys.get('Exec')).toBe('/opt/Headroom/headroom %U')
    expect(keys.get('Icon')).toBe('headroom')
    expect(keys.get('StartupWMClass')).toBe('headroom')
    expect(new Set(keys.get('MimeType')?.split(';').filter(Boolean))).toEqual(
      new Set(['text/calendar', `x-scheme-handler/${SCHEME}`]),
    )
    expect(keys.get('Categories')).toBe('Office;ProjectManagement;Calendar;')
    expect(made.args.some((arg) => arg.includes('/usr/share/mime/'))).toBe(false)
    expect(faultsOf(made.desktopFile)).toBe('')
  })
})

test(
  '[S2] the AppImage starts in the sandbox like every other package',
  async () => {
    const { desktopFile } = await linuxPackage('AppImage')
    expect(entryKeys(desktopFile).get('Exec')).toBe('AppRun %U')
  },
  PATIENCE,
)

/** What the desktops' own check says, where it is installed. */
function faultsOf(desktopFile: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-entry-'))
  try {
    const path = join(folder, 'headroom.desktop')
    writeFileSync(path, desktopFile)
    const { stdout } = spawnSync('desktop-file-validate', ['--no-hints', path], { encoding: 'utf8' })
    return stdout ?? ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

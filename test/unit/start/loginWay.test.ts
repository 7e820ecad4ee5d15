import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoginItemSettings } from 'electron'
import { afterEach, describe, expect, it } from 'vitest'
import { execValue } from '../../../electron/start/desktopFile.ts'
import {
  autostartFile,
  fileState,
  type LoginPlace,
  loginWay,
  startsAnother,
  systemState,
} from '../../../electron/start/loginWay.ts'
import { until } from '../../support/until.ts'

const place = (given: Partial<LoginPlace>): LoginPlace => ({
  platform: 'linux',
  packaged: true,
  executable: '/opt/Headroom/headroom',
  appFolder: '/src/headroom',
  home: '/home/ann',
  env: {},
  ...given,
})

describe('how the app is started at login', () => {
  const path = '/home/ann/.config/autostart/headroom.desktop'
  it.each([
    ['a package of Linux', {}, { by: 'file', path, program: ['/opt/Headroom/headroom', '--hidden'] }],
    [
      'an AppImage, which is mounted elsewhere each time',
      { executable: '/tmp/.mount_1/headroom', env: { APPIMAGE: '/home/ann/Apps/Headroom 1.AppImage' } },
      { by: 'file', path, program: ['/home/ann/Apps/Headroom 1.AppImage', '--hidden'] },
    ],
    [
      'the program of a developer, started from within an AppImage',
      { packaged: false, executable: '/e/electron', env: { APPIMAGE: '/home/ann/Editor.AppImage' } },
      { by: 'file', path, program: ['/e/electron', '/src/headroom', '--hidden'] },
    ],
    [
      'another folder for settings',
      { env: { XDG_CONFIG_HOME: '/cfg' } },
      {
        by: 'file',
        path: '/cfg/autostart/headroom.desktop',
        program: ['/opt/Headroom/headroom', '--hidden'],
      },
    ],
    [
      'a relative one, which the specification forbids',
      { env: { XDG_CONFIG_HOME: 'cfg' } },
      { by: 'file', path, program: ['/opt/Headroom/headroom', '--hidden'] },
    ],
    [
      'Windows',
      { platform: 'win32', executable: 'C:\\Program Files\\Headroom\\Headroom.exe' },
      {
        by: 'system',
        options: { path: '"C:\\Program Files\\Headroom\\Headroom.exe"', args: ['--hidden'] },
      },
    ],
    [
      'Windows, portable',
      {
        platform: 'win32',
        executable: 'C:\\Temp\\x\\Headroom.exe',
        env: { PORTABLE_EXECUTABLE_FILE: 'D:\\H.exe' },
      },
      { by: 'system', options: { path: '"D:\\H.exe"', args: ['--hidden'] } },
    ],
    ['macOS', { platform: 'darwin' }, { by: 'system', options: {} }],
    ['Windows, not packaged', { platform: 'win32', packaged: false }, { by: 'none' }],
    ['macOS, not packaged', { platform: 'darwin', packaged: false }, { by: 'none' }],
  ] as const)('%s', (_name, given, way) => {
    expect(loginWay(place(given as Partial<LoginPlace>))).toEqual(way)
  })
})

describe('what the systems say', () => {
  const settings: LoginItemSettings = {
    openAtLogin: true,
    wasOpenedAtLogin: false,
    status: 'enabled',
    executableWillLaunchAtLogin: true,
    launchItems: [],
  }
  it.each([
    ['win32', {}, 'on'],
    ['win32', { openAtLogin: false }, 'off'],
    // Switched off in the Task Manager.
    ['win32', { executableWillLaunchAtLogin: false }, 'blocked'],
    // Another entry of the same program is none of ours.
    ['win32', { openAtLogin: false, executableWillLaunchAtLogin: true }, 'off'],
    ['darwin', {}, 'on'],
    ['darwin', { openAtLogin: false, status: 'not-registered' }, 'off'],
    ['darwin', { openAtLogin: false, status: 'requires-approval' }, 'blocked'],
  ] as const)('%s %j is %s', (platform, given, state) => {
    expect(systemState(platform, { ...settings, ...given })).toBe(state)
  })

  it('a file is on unless a desktop has switched it off', () => {
    const file = autostartFile(['/opt/Headroom/headroom', '--hidden'])
    const states = [
      fileState(file),
      fileState(null),
      fileState(''),
      fileState(`${file}Hidden=true\n`),
      fileState(file.replace('enabled=true', 'enabled = false')),
      fileState(`${file}\n[Desktop Action x]\nHidden=true\n`),
      fileState(`# Hidden=true\n${file}`),
    ]
    expect(states).toEqual(['on', 'off', 'off', 'off', 'off', 'on', 'on'])
  })

  it('one that starts the app where it lay before is known', () => {
    const program = ['/home/ann/Apps 2/Headroom.AppImage', '--hidden']
    expect(startsAnother(autostartFile(program), program)).toBe(false)
    expect(startsAnother(autostartFile(['/home/ann/Headroom.AppImage', '--hidden']), program)).toBe(true)
  })
})

const has = (program: string) => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`])
    return true
  } catch {
    return false
  }
}

describe('the file for Linux', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  /** Names that a shell, a desktop file or both read otherwise. */
  const names = [
    'plain',
    'two words',
    'a"b\'c',
    '$HOME `id` \\ back\\\\slash',
    '100%u %% done',
    '#;&|<>*?()~',
    'ümlaut €',
    'tab\tbed',
    'a=b',
  ]

  function programIn(name: string) {
    const folder = mkdtempSync(join(tmpdir(), 'headroom-login-'))
    folders.push(folder)
    const program = join(folder, name, 'Headroom')
    mkdirSync(join(folder, name))
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s' "$*" > "${folder}/said.part"\nmv "${folder}/said.part" "${folder}/said"\n`,
    )
    chmodSync(program, 0o755)
    const file = join(folder, 'headroom.desktop')
    writeFileSync(file, autostartFile([program, '--hidden']))
    return { file, said: join(folder, 'said') }
  }

  it.runIf(has('gio')).each(names)(
    'a desktop starts the program that lies in a folder called %j',
    async (name) => {
      const { file, said } = programIn(name)
      execFileSync('gio', ['launch', file], { timeout: 10_000 })
      await until('it has started', () => existsSync(said))
      expect(readFileSync(said, 'utf8')).toBe('--hidden')
    },
  )

  it.runIf(has('desktop-file-validate')).each(names)('[N13] is valid for %j', (name) => {
    execFileSync('desktop-file-validate', [programIn(name).file])
  })

  it('quotes what has to be, and escapes twice', () => {
    expect(execValue(['/opt/a-b_c.d', '--x=1'])).toBe('/opt/a-b_c.d --x=1')
    expect(execValue(['/o p/$a', 'b"', 'c\\', '50%'])).toBe('"/o p/\\\\$a" "b\\\\"" "c\\\\\\\\" 50%%')
  })
})

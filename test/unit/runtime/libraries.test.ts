import { describe, expect, test } from 'vitest'
import {
  installLine,
  missingLibraries,
  packagesFor,
  systemOf,
  tools,
  toolsFor,
  usesApt,
} from '../../../electron/runtime/libraries.mjs'

const bookworm = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'
const trixie = 'ID=debian\nVERSION_ID="13"\n'
const noble = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n'
const jammy = 'VERSION_ID="22.04"\nID=ubuntu\nID_LIKE=debian\n'
const mint = "ID=linuxmint\nID_LIKE='ubuntu debian'\nVERSION_ID='22'\n"
const fedora = 'ID=fedora\nVERSION_ID=41\n'
const sid = 'ID=debian\nPRETTY_NAME="Debian GNU/Linux sid"\n'

describe('what ldd says', () => {
  test('gives the libraries that were not found, each once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibasound.so.2 => not found',
      '\tlibgtk-3.so.0 => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f)',
    ].join('\n')
    expect(missingLibraries(output)).toEqual(['libasound.so.2', 'libgtk-3.so.0'])
  })

  test.each(['', '\tnot a dynamic executable\n', '\tstatically linked\n'])('gives none for %j', (output) => {
    expect(missingLibraries(output)).toEqual([])
  })
})

describe('the system', () => {
  test.each([
    [bookworm, { id: 'debian', like: [], version: 12 }, true],
    [noble, { id: 'ubuntu', like: ['debian'], version: 24.04 }, true],
    [mint, { id: 'linuxmint', like: ['ubuntu', 'debian'], version: 22 }, true],
    [fedora, { id: 'fedora', like: [], version: 41 }, false],
    [sid, { id: 'debian', like: [], version: Number.POSITIVE_INFINITY }, true],
    ['', { id: '', like: [], version: Number.POSITIVE_INFINITY }, false],
  ])('is read from %j', (text, system, hasApt) => {
    expect(systemOf(text)).toEqual(system)
    expect(usesApt(systemOf(text))).toBe(hasApt)
  })
})

describe('the packages to install', () => {
  const missing = ['libasound.so.2', 'libgdk-3.so.0', 'libgtk-3.so.0', 'libnss3.so']

  test.each([
    ['Debian 12', bookworm, ['libasound2', 'libgtk-3-0', 'libnss3']],
    ['Ubuntu 22.04', jammy, ['libasound2', 'libgtk-3-0', 'libnss3']],
    ['Debian 13', trixie, ['libasound2t64', 'libgtk-3-0t64', 'libnss3']],
    ['Ubuntu 24.04', noble, ['libasound2t64', 'libgtk-3-0t64', 'libnss3']],
    ['Debian unstable', sid, ['libasound2t64', 'libgtk-3-0t64', 'libnss3']],
  ])('on %s have the names used there', (_, osRelease, packages) => {
    expect(packagesFor(missing, [], systemOf(osRelease))).toEqual({ packages, unknown: [] })
  })

  test('hold the packages of missing tools, each once, and name libraries without a known package', () => {
    const pdf = tools.filter(({ package: name }) => name === 'poppler-utils')
    expect(pdf.length).toBe(2)
    expect(packagesFor(['libstrange.so.9'], pdf, systemOf(bookworm))).toEqual({
      packages: ['poppler-utils'],
      unknown: ['libstrange.so.9'],
    })
  })

  test('are installed by one line', () => {
    expect(installLine(['libgtk-3-0', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb',
    )
  })
})

describe('the tools that are needed', () => {
  const commands = (purpose: 'start' | 'test', env: Record<string, string>) =>
    toolsFor(purpose, env).map(({ command }) => command)
  const display = ['Xvfb']

  test.each([
    ['starting with a display', 'start', { DISPLAY: ':0' }, []],
    ['starting in a Wayland session', 'start', { WAYLAND_DISPLAY: 'wayland-0' }, []],
    ['starting without a display', 'start', {}, display],
    [
      'testing with a display',
      'test',
      { DISPLAY: ':0' },
      [...display, 'dbus-daemon', 'pdftotext', 'pdftoppm'],
    ],
    ['testing without one', 'test', {}, [...display, 'dbus-daemon', 'pdftotext', 'pdftoppm']],
  ] as const)('for %s', (_, purpose, env, expected) => {
    expect(commands(purpose, env)).toEqual(expected)
  })
})

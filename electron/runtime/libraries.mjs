import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {'start' | 'test'} Purpose
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 * @typedef {{ id: string, like: readonly string[], version: number }} System
 * @typedef {{ command: string, package: string, purpose: Purpose | 'display' }} Tool
 */

/**
 * Programs that starting without a display or the tests call, with the Debian package of each.
 * Extend this list when a test needs another one.
 * @type {readonly Tool[]}
 */
export const tools = [
  { command: 'Xvfb', package: 'xvfb', purpose: 'display' },
  { command: 'dbus-daemon', package: 'dbus', purpose: 'test' },
  { command: 'pdftotext', package: 'poppler-utils', purpose: 'test' },
  { command: 'pdftoppm', package: 'poppler-utils', purpose: 'test' },
]

/** Libraries that Electron loads by name while it runs, so that `ldd` does not list them. */
export const loadedLater = ['libnotify.so.4']

/** Debian package of each library; the second name holds since the 64-bit time_t transition. */
const packageOfLibrary = /** @type {Readonly<Record<string, readonly [string, string?]>>} */ ({
  'libX11.so.6': ['libx11-6'],
  'libX11-xcb.so.1': ['libx11-xcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXcursor.so.1': ['libxcursor1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXi.so.6': ['libxi6'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXrender.so.1': ['libxrender1'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgdk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgmodule-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnotify.so.4': ['libnotify4'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libpangocairo-1.0.so.0': ['libpangocairo-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libuuid.so.1': ['libuuid1'],
  'libxcb.so.1': ['libxcb1'],
  'libxcb-dri3.so.0': ['libxcb-dri3-0'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libxshmfence.so.1': ['libxshmfence1'],
})

/**
 * The libraries that `ldd` could not find.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/**
 * Which system this is, from the text of /etc/os-release (freedesktop.org os-release).
 * @param {string} osRelease
 * @returns {System}
 */
export function systemOf(osRelease) {
  /** @param {string} key */
  const field = (key) => new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? ''
  return {
    id: field('ID'),
    like: field('ID_LIKE').split(' ').filter(Boolean),
    version: Number.parseFloat(field('VERSION_ID')) || Number.POSITIVE_INFINITY,
  }
}

/**
 * Whether packages come by apt-get.
 * @param {System} system
 */
export function usesApt(system) {
  return [system.id, ...system.like].some((name) => name === 'debian' || name === 'ubuntu')
}

/**
 * The packages to install for what is missing, sorted, each once, and the libraries nobody knows a package for.
 * @param {readonly string[]} libraries
 * @param {readonly Tool[]} missing
 * @param {System} system
 */
export function packagesFor(libraries, missing, system) {
  const time64 = system.id === 'ubuntu' ? system.version >= 24.04 : system.version >= 13
  const known = libraries.filter((library) => packageOfLibrary[library])
  const names = known.map((library) => {
    const [before, since] = packageOfLibrary[library] ?? ['']
    return time64 && since ? since : before
  })
  return {
    packages: [...new Set([...names, ...missing.map((tool) => tool.package)])].sort(),
    unknown: libraries.filter((library) => !packageOfLibrary[library]),
  }
}

/**
 * The one line that installs packages.
 * @param {readonly string[]} packages
 */
export function installLine(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * The tools a purpose needs: a display of its own for tests, and for a start where there is none.
 * @param {Purpose} purpose
 * @param {Environment} env
 */
export function toolsFor(purpose, env) {
  const needsDisplay = purpose === 'test' || !hasDisplay(env)
  return tools.filter((tool) => (tool.purpose === 'display' ? needsDisplay : tool.purpose === purpose))
}

/**
 * Whether windows can be shown.
 * @param {Environment} env
 */
export function hasDisplay(env) {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * What the answer of `ensureLibraries` depends on; while it is the same, nothing need be asked again.
 * @param {string} executable
 * @param {Purpose} purpose
 * @param {Environment} env
 */
export function librariesKey(executable, purpose, env) {
  const packageDatabase = '/var/lib/dpkg/status'
  const changed = existsSync(packageDatabase) ? statSync(packageDatabase).mtimeMs : 0
  return [executable, purpose, hasDisplay(env), changed, env.PATH].join('\n')
}

/**
 * Makes sure that the libraries of an Electron executable and the tools of a purpose are there: installs them as
 * root, otherwise refuses with the one line to type. Linux only; elsewhere Electron brings what it needs.
 * @param {string} executable
 * @param {Purpose} purpose
 * @param {Environment} env
 */
export function ensureLibraries(executable, purpose, env = process.env) {
  const found = findMissing(executable, purpose, env)
  if (found.libraries.length === 0 && found.tools.length === 0) return
  const system = systemOf(readOsRelease())
  const names = [...found.libraries, ...found.tools.map((tool) => tool.command)].join(', ')
  if (!usesApt(system)) throw new SetupError(`these must be installed first: ${names}`)
  const { packages, unknown } = packagesFor(found.libraries, found.tools, system)
  if (unknown.length > 0)
    throw new SetupError(`these libraries must be installed first: ${unknown.join(', ')}`)
  if (process.getuid?.() !== 0) throw new SetupError(`${names} missing. Type:\n${installLine(packages)}`)
  installAsRoot(packages)
  const left = findMissing(executable, purpose, env)
  const still = [...left.libraries, ...left.tools.map((tool) => tool.command)]
  if (still.length > 0) throw new SetupError(`still missing after the installation: ${still.join(', ')}`)
}

/**
 * @param {string} executable
 * @param {Purpose} purpose
 * @param {Environment} env
 */
function findMissing(executable, purpose, env) {
  const ldd = spawnSync('ldd', [executable], { encoding: 'utf8', env: { ...env, LC_ALL: 'C' } })
  const cached = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  const later = cached ? loadedLater.filter((name) => !cached.includes(`${name} `)) : []
  return {
    libraries: [...missingLibraries(ldd.stdout ?? ''), ...later],
    tools: toolsFor(purpose, env).filter((tool) => !isOnPath(tool.command, env.PATH ?? '')),
  }
}

/**
 * Whether a program is in one of the folders of PATH.
 * @param {string} command
 * @param {string} path
 */
export function isOnPath(command, path) {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder || '.', command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @param {readonly string[]} packages */
function installAsRoot(packages) {
  say(`installing system packages (apt-get): ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...packages],
  ]
  for (const step of steps) {
    const result = spawnSync('apt-get', step, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    if (result.status === 0) continue
    throw new SetupError(
      `apt-get ${step[0]} failed:\n${result.stdout ?? ''}${result.stderr ?? result.error ?? ''}`,
    )
  }
}

function readOsRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
}

/**
 * Refuses when Chromium's sandbox cannot work for this user: neither user namespaces nor the setuid helper beside
 * the executable. Root is not asked: the launcher starts Electron without the sandbox for root.
 * @param {string} executable
 */
export function ensureSandbox(executable) {
  if (process.getuid?.() === 0) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (existsSync(helper) && isSetuidRoot(statSync(helper))) return
  const probe = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  if (probe.error || probe.status === 0) return
  throw new SetupError(
    `this system lets no ordinary user make a sandbox, so Electron needs its helper owned by root. Type:\n` +
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

/** @param {{ uid: number, mode: number }} file */
function isSetuidRoot(file) {
  return file.uid === 0 && (file.mode & 0o4000) !== 0
}

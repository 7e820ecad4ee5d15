import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectCache, projectFolder } from './paths.mjs'
import { say } from './say.mjs'

/** How long a network that could not reach Electron's release server is believed to stay so. */
export const failureHolds = 12 * 60 * 60 * 1000

const packageFolder = join(projectFolder, 'node_modules', 'electron')
const failureFile = join(projectCache, 'electron-download-failed.json')

/** The version of the `electron` package. */
export function electronPackageVersion() {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return String(manifest.version)
}

/** The executable that the `electron` package has installed, if it has and it is of the package's version. */
export function installedElectron() {
  try {
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return existsSync(executable) && version === electronPackageVersion() ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Lets the package install its executable; undefined, and remembered for this network, when it cannot.
 */
export function downloadElectron() {
  say(`asking Electron's release server for version ${electronPackageVersion()}`)
  const preload = fileURLToPath(new URL('./failFast.mjs', import.meta.url))
  const result = spawnSync(
    process.execPath,
    ['--import', new URL(`file://${preload}`).href, join(packageFolder, 'install.js')],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    },
  )
  const executable = result.status === 0 ? installedElectron() : undefined
  if (!executable) rememberFailure(lastWords(result.stderr ?? ''))
  return executable
}

/**
 * Whether a download failed here not long ago.
 * @param {number} now milliseconds since the epoch
 */
export function failedLately(now) {
  try {
    return isFailureValid(JSON.parse(readFileSync(failureFile, 'utf8')), networkKey(), now)
  } catch {
    return false
  }
}

/**
 * Whether a remembered failure still speaks for this network.
 * @param {{ network?: unknown, at?: unknown }} failure
 * @param {string} network
 * @param {number} now
 */
export function isFailureValid(failure, network, now) {
  if (failure.network !== network || typeof failure.at !== 'number') return false
  return now >= failure.at && now - failure.at < failureHolds
}

/** @param {string} reason */
function rememberFailure(reason) {
  mkdirSync(dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ network: networkKey(), at: Date.now(), reason }, null, 2))
}

/** What tells one network and its configuration from another, hashed. */
function networkKey() {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.cidr)
  const settings = Object.entries(process.env).filter(
    ([name, value]) => value && /proxy|mirror|^npm_config_registry$/i.test(name),
  )
  const facts = [electronPackageVersion(), process.platform, process.arch, addresses.sort(), settings.sort()]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** @param {string} text */
function lastWords(text) {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'unknown'
  )
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { licences } from './licences.mjs'
import { projectCache, projectFolder } from './paths.mjs'
import { SetupError, say } from './say.mjs'
import { bundles, fingerprint, staleBundles } from './stale.mjs'

/** @typedef {'production' | 'development'} Mode */

const record = join(projectCache, 'bundles.json')
const lock = join(projectCache, 'building')

/**
 * Builds the bundles whose sources changed since they were built, one process at a time.
 * @param {Mode} mode
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function bundleStale(mode) {
  if (findStale(mode).stale.length === 0) return false
  await takeLock()
  try {
    const { stale, current } = findStale(mode)
    if (stale.length === 0) return true
    await buildAll(stale, current, mode)
    return true
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/**
 * Builds bundles at the same time and writes down those that succeeded; refuses with all errors when one failed.
 * @param {readonly import('./stale.mjs').Bundle[]} wanted
 * @param {Readonly<Record<string, string>>} fingerprints
 * @param {Mode} mode
 */
async function buildAll(wanted, fingerprints, mode) {
  const begin = performance.now()
  const { build } = await import('vite')
  const results = await Promise.allSettled(
    wanted.map(({ name, config }) =>
      build({ configFile: join(projectFolder, config), mode, plugins: [licences(shippedWith(name))] }),
    ),
  )
  const isBuilt = wanted.map((_, index) => results[index]?.status === 'fulfilled')
  const built = wanted.filter((_, index) => isBuilt[index]).map(({ name }) => name)
  const marks = built.map((name) => [name, fingerprints[name]])
  writeFileSync(record, JSON.stringify({ ...readRecord(), ...Object.fromEntries(marks) }, null, 2))
  if (built.length > 0)
    say(`built ${built.join(', ')} in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [firstPart(result.reason)] : []))
  if (errors.length > 0) throw new SetupError(errors.join('\n'))
}

/**
 * Packages that are shipped without being bundled.
 * @param {string} bundle
 */
function shippedWith(bundle) {
  return bundle === 'main' ? [join(projectFolder, 'node_modules', 'electron')] : []
}

/**
 * A build error without the bundler's own stack.
 * @param {unknown} error
 */
function firstPart(error) {
  const coloured = error instanceof Error ? error.message : String(error)
  const text = process.stderr.isTTY ? coloured : stripVTControlCharacters(coloured)
  return text.split(/\n\s*Stack backtrace:/)[0] ?? text
}

/** @param {Mode} mode */
function findStale(mode) {
  const current = Object.fromEntries(
    bundles.map(({ name, inputs }) => [name, fingerprint(projectFolder, inputs, mode)]),
  )
  return {
    current,
    stale: staleBundles(readRecord(), current, (output) => existsSync(join(projectFolder, output))),
  }
}

/** @returns {Record<string, string>} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'))
  } catch {
    return {}
  }
}

/** Waits for another build of this folder, at most a minute, and takes over from one that has died. */
async function takeLock() {
  mkdirSync(projectCache, { recursive: true })
  for (let waited = 0; waited < 600; waited += 1) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch {
      if (waited > 5 && !isAlive(lockHolder())) rmSync(lock, { recursive: true, force: true })
      await pause(100)
    }
  }
  throw new SetupError(`another build has been running for a minute; if it is not, remove ${lock}`)
}

function lockHolder() {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {
    return Number.NaN
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0)
  } catch {
    return false
  }
}

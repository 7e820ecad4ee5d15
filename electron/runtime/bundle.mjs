import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
    const begin = performance.now()
    const { build } = await import('vite')
    const builds = stale.map(({ config }) => build({ configFile: join(projectFolder, config), mode }))
    const failed = (await Promise.allSettled(builds)).filter((result) => result.status === 'rejected')
    if (failed.length > 0) throw new SetupError(failed.map(({ reason }) => firstPart(reason)).join('\n'))
    writeFileSync(record, JSON.stringify(current, null, 2))
    const names = stale.map(({ name }) => name).join(', ')
    say(`built ${names} in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
    return true
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/**
 * A build error without the bundler's own stack.
 * @param {unknown} error
 */
function firstPart(error) {
  const text = error instanceof Error ? error.message : String(error)
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

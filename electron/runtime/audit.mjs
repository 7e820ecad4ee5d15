import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { allowed, openFindings, readFindings } from './findings.mjs'
import { knownHoles } from './knownHoles.mjs'
import { ensurePackages, runNpm } from './packages.mjs'
import { projectCache, projectFolder } from './paths.mjs'
import { recordedRuntime } from './resolve.mjs'
import { fail, SetupError, say } from './say.mjs'

const work = join(projectCache, 'audit')

/**
 * `npm run audit`: whether a dependency has a known hole, and what Doyensec's electronegativity finds in the sources.
 * What cannot be looked up or installed, as without a network, is said and counts for nothing.
 */
function audit() {
  const faults = [...holes(), ...findings()]
  for (const fault of faults) say(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}

/** Packages with holes that the registry's advisories know; all of them, since what builds the app could change it. */
function holes() {
  const { output } = runNpm(
    ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000', '--loglevel=silent'],
    projectFolder,
    { quiet: true },
  )
  const found = knownHoles(output)
  if (found === null) {
    say('the advisories cannot be had here: known holes were NOT looked up')
    return []
  }
  say(`known holes were looked up: ${found.length}`)
  return found
}

/**
 * The tool has hundreds of packages of its own, old ones among them, so it is none of the project's: it is installed by
 * its own lock file into the cache, without scripts, and reads a copy of the sources.
 */
function findings() {
  const home = join(projectFolder, 'test', 'audit')
  cpSync(home, work, { recursive: true })
  try {
    ensurePackages(work)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(`${error.message} electronegativity did NOT run`)
    return []
  }
  const found = openFindings(readFindings(runTool(copyOfSources())), allowed)
  say(`electronegativity ran: ${allowed.length} findings are known and explained, ${found.length} are not`)
  return found
}

/** It reads everything below a folder, so it gets one with the sources alone. */
function copyOfSources() {
  const sources = join(work, 'sources')
  rmSync(sources, { recursive: true, force: true })
  const isTool = (/** @type {string} */ path) => basename(path) === 'runtime'
  for (const part of ['electron', 'renderer', 'shared', 'package.json'])
    cpSync(join(projectFolder, part), join(sources, part), {
      recursive: true,
      filter: (path) => !isTool(path),
    })
  return sources
}

/**
 * Its exit code says nothing: what it found stands in the file that it writes.
 * @param {string} sources
 */
function runTool(sources) {
  const out = join(work, 'findings.sarif')
  rmSync(out, { force: true })
  const tool = join(work, 'node_modules', '@doyensec', 'electronegativity', 'dist', 'index.js')
  const { version } = recordedRuntime()
  spawnSync(process.execPath, [tool, '-i', sources, '-r', '-e', version, '-o', out], { stdio: 'pipe' })
  try {
    return readFileSync(out, 'utf8')
  } catch {
    throw new SetupError('electronegativity wrote nothing')
  }
}

try {
  audit()
} catch (error) {
  fail(error)
}

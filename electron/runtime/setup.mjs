import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureLibraries, ensureSandbox, librariesKey } from './libraries.mjs'
import { ensurePackages, isAtLeast, lowestNode } from './packages.mjs'
import { projectCache, projectFolder } from './paths.mjs'
import { resolveRuntime } from './resolve.mjs'
import { fail, SetupError } from './say.mjs'

/**
 * Makes a fresh clone ready to start or to test: packages, an Electron, and on Linux the system's libraries.
 * Plain Node without dependencies, since it runs before the packages are there. Call: `setup.mjs start|test`.
 */
async function setUp() {
  if (!isAtLeast(process.versions.node, lowestNode)) {
    throw new SetupError(`Node ${lowestNode} or newer is needed, this is ${process.versions.node}.`)
  }
  const purpose = process.argv[2] === 'test' ? 'test' : 'start'
  ensurePackages(projectFolder)
  const { executable } = await resolveRuntime()
  if (process.platform !== 'linux') return
  const key = librariesKey(executable, purpose, process.env)
  const stamp = join(projectCache, `libraries-${purpose}.txt`)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  ensureLibraries(executable, purpose)
  ensureSandbox(executable)
  writeFileSync(stamp, librariesKey(executable, purpose, process.env))
}

setUp().catch(fail)

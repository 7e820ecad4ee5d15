import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { projectCache, projectFolder } from './paths.mjs'
import { recordedRuntime } from './resolve.mjs'
import { fail, SetupError, say } from './say.mjs'

/**
 * `npm run dist:dir`: packages the built app as a folder that runs, in release/, on the Electron that is developed
 * with. It shows that the app works packaged and fused; what is published is made on the current Electron. Arguments are
 * handed on to electron-builder.
 */
function packageFolder() {
  const { executable, version, way } = recordedRuntime()
  const given = process.argv.slice(2)
  if (process.platform === 'darwin') return build(['--dir', ...given])
  const distribution = join(projectCache, `electron-to-package-${process.pid}`)
  rmSync(distribution, { recursive: true, force: true })
  cpSync(dirname(executable), distribution, { recursive: true, filter: (path) => !isLoader(path) })
  try {
    if (way === 'registry') say(`packaging on Electron ${version}: for trying out only`)
    build(['--dir', `-c.electronDist=${distribution}`, `-c.electronVersion=${version}`, ...given])
  } finally {
    rmSync(distribution, { recursive: true, force: true })
  }
}

/** @param {string} path */
function isLoader(path) {
  return basename(path) === 'app' && basename(dirname(path)) === 'resources'
}

/** @param {readonly string[]} args */
function build(args) {
  const cli = join(projectFolder, 'node_modules', 'electron-builder', 'out', 'cli', 'cli.js')
  const { status } = spawnSync(process.execPath, [cli, ...args, '--publish=never'], {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new SetupError('electron-builder failed (see above)')
}

try {
  packageFolder()
} catch (error) {
  fail(error)
}

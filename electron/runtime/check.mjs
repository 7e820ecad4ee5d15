import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { olderTypes } from './olderTypes.mjs'
import { projectCache, projectFolder } from './paths.mjs'
import { recordedRuntime } from './resolve.mjs'
import { fail, say } from './say.mjs'
import { nothing, sumOf, tallyLine, tallyOf } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * `npm test`: types, lint and format, unit and component tests (the import rules are one of them), build, end-to-end
 * tests. Every step runs, so that one run shows everything that is wrong; a failed step that is no test run counts as
 * one failure. `npm run soak` is the same with the full counts of kills, fuzz and random cases, and the audit.
 */
function check() {
  const isSoak = process.argv[2] === 'soak'
  const output = join(projectFolder, 'test', 'output')
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  mkdirSync(projectCache, { recursive: true })
  const { version, way } = recordedRuntime()
  const env = { ...process.env, ...(isSoak ? { HEADROOM_SOAK: '1' } : {}) }
  const steps = [
    timed('types', () => plain('typescript/bin/tsc', ['-b'], env)),
    timed('types of the older Electron', () => againstOlder(env)),
    timed('lint and format', () => plain('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'], env)),
    timed('unit and component tests', () =>
      suite('unit', ['--project=unit', '--project=*/*', '--project=component'], env),
    ),
    timed('build', () => script('build.mjs', env)),
    timed('end-to-end tests', () => suite('e2e', ['--project', 'e2e'], env)),
    ...(isSoak ? [timed('audit', () => script('audit.mjs', env))] : []),
  ]
  say(`Electron ${version} (${way}) was tested`)
  for (const { name, seconds, tally } of steps) {
    say(`${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s   ${tally.failed === 0 ? 'ok' : 'FAILED'}`)
  }
  const total = sumOf(steps.map(({ tally }) => tally))
  process.stdout.write(`${tallyLine(total)}\n`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

/**
 * @param {string} name
 * @param {() => Tally} run
 */
function timed(name, run) {
  say(`── ${name}`)
  const begin = performance.now()
  const tally = run()
  return { name, tally, seconds: (performance.now() - begin) / 1000 }
}

/**
 * Runs a program of a package; its failure counts as one.
 * @param {string} program path below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally}
 */
function plain(program, args, env) {
  return run(join(projectFolder, 'node_modules', program), args, env) ? nothing : { ...nothing, failed: 1 }
}

/**
 * @param {string} name of a file beside this one
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally}
 */
function script(name, env) {
  return run(join(import.meta.dirname, name), [], env) ? nothing : { ...nothing, failed: 1 }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally}
 */
function againstOlder(env) {
  const config = olderTypes()
  return config ? plain('typescript/bin/tsc', ['-p', config], env) : nothing
}

/**
 * Runs Vitest and reads what it counted.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function suite(name, args, env) {
  const report = join(projectCache, `report-${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs')
  const isOk = run(vitest, ['run', ...args, ...reporters], env)
  return tallyOf(readReport(report), isOk)
}

/** @param {string} file */
function readReport(file) {
  try {
    return /** @type {import('./tally.mjs').Report} */ (JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(program, args, env) {
  return (
    spawnSync(process.execPath, [program, ...args], { cwd: projectFolder, env, stdio: 'inherit' }).status ===
    0
  )
}

try {
  check()
} catch (error) {
  fail(error)
}

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Processes are found by what Linux tells about them in /proc (elsewhere none are found). Chromium writes its process
 * titles over the environment, so a mark in the environment finds ordinary processes only; Chromium's are found by the
 * run's folder in their arguments, and their helpers by the session they share.
 *
 * @typedef {{ pid: number, session: number }} FoundProcess
 */

/** @returns {FoundProcess[]} all processes but this one and those that are over */
function allProcesses() {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((entry) => {
    const stat = /^\d+$/.test(entry) ? read(entry, 'stat') : ''
    const [state, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const pid = Number(entry)
    return stat === '' || state === 'Z' || state === 'X' || pid === process.pid
      ? []
      : [{ pid, session: Number(session) }]
  })
}

/**
 * @param {number | string} pid
 * @param {'stat' | 'environ' | 'cmdline'} what
 */
function read(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * The processes of a session, by the process that began it.
 * @param {number} leader
 */
export function processesInSession(leader) {
  return allProcesses().flatMap(({ pid, session }) => (session === leader ? [pid] : []))
}

/**
 * The processes of a test run: with `mark` (`NAME=value`) in their environment, or with their browser data below
 * `folder`, and those that share the session of one of the latter. A session whose leader is another program is left
 * alone: it is somebody's shell.
 * @param {string} mark
 * @param {string} folder
 */
export function processesOfRun(mark, folder) {
  const all = allProcesses()
  const browsers = all.filter(({ pid }) => read(pid, 'cmdline').includes(`--user-data-dir=${folder}`))
  const strangers = new Set(all.filter((found) => !browsers.includes(found)).map(({ pid }) => pid))
  const sessions = new Set(browsers.map(({ session }) => session).filter((leader) => !strangers.has(leader)))
  const ofRun = all.filter(
    (found) =>
      browsers.includes(found) ||
      sessions.has(found.session) ||
      read(found.pid, 'environ').split('\0').includes(mark),
  )
  return ofRun.map(({ pid }) => pid)
}

/**
 * Ends processes at once; one that is already over is no error.
 * @param {readonly number[]} pids
 */
export function killAll(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}

/**
 * Outlives a test run by a moment: when the run ends, however it ends, the pipe on standard input closes; then every
 * process of the run is ended and the run's folder removed.
 * @param {string} mark
 * @param {string} folder
 */
function keep(mark, folder) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  process.stdin.resume()
  process.stdin.on('close', () => {
    const pause = new Int32Array(new SharedArrayBuffer(4))
    for (let round = 0; round < 100; round += 1) {
      const left = processesOfRun(mark, folder)
      if (left.length === 0) break
      killAll(left)
      Atomics.wait(pause, 0, 0, 20)
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    process.exit(0)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) keep(process.argv[2] ?? '', process.argv[3] ?? '')

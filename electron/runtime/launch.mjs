import { spawn } from 'node:child_process'
import { hasDisplay } from './libraries.mjs'
import { projectFolder } from './paths.mjs'
import { recordedRuntime } from './resolve.mjs'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {{ args: readonly string[], isVirtual: boolean, notes: readonly string[] }} Call
 * @typedef {{ platform: string, uid: number | undefined, env: Readonly<Record<string, string | undefined>> }} Place
 * @typedef {{ display: string, stop: () => void }} VirtualDisplay
 */

/** Signals of one wish to end come twice (from the terminal and from npm); Chromium takes the second as "at once". */
const oneWish = 2000

/**
 * How to call Electron with an app folder in a place: on a virtual display where there is none, and without
 * Chromium's sandbox for root, which Chromium refuses otherwise. The app itself never switches its sandbox off.
 * @param {string} folder
 * @param {readonly string[]} rest arguments for the app
 * @param {Place} place
 * @returns {Call}
 */
export function callFor(folder, rest, { platform, uid, env }) {
  const isLinux = platform === 'linux'
  const asRoot = isLinux && uid === 0
  const isVirtual = isLinux && !hasDisplay(env)
  return {
    args: [...(asRoot ? ['--no-sandbox'] : []), folder, ...rest],
    isVirtual,
    notes: [
      ...(isVirtual ? ['there is no display: Headroom runs on a virtual one (Xvfb)'] : []),
      ...(asRoot ? ['started as root: Electron runs without its sandbox, in development only'] : []),
    ],
  }
}

/**
 * Starts the built app. `end` passes a signal on to it, once for each wish to end, so that it can save and quit; a
 * virtual display ends after the app.
 * @param {readonly string[]} rest arguments for the app
 */
export async function launch(rest) {
  const place = { platform: process.platform, uid: process.getuid?.(), env: process.env }
  const { args, isVirtual, notes } = callFor(projectFolder, rest, place)
  for (const note of notes) say(note)
  const virtual = isVirtual ? await startDisplay() : undefined
  const env = { ...process.env, ...(virtual ? { DISPLAY: virtual.display } : {}) }
  const detached = process.platform !== 'win32'
  const child = spawn(recordedRuntime().executable, args, { stdio: 'inherit', env, detached })
  child.on('exit', () => virtual?.stop())
  let asked = Number.NEGATIVE_INFINITY
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    if (performance.now() - asked < oneWish) return
    asked = performance.now()
    child.kill(signal)
  }
  return { child, end }
}

/** @returns {Promise<VirtualDisplay>} */
function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  return new Promise((resolve, reject) => {
    server.on('error', (error) =>
      reject(new SetupError(`the virtual display could not start: ${error.message}`)),
    )
    server.on('exit', (code) => reject(new SetupError(`the virtual display ended at once with code ${code}`)))
    server.stdio[3]?.on('data', (/** @type {Buffer} */ number) => {
      resolve({ display: `:${number.toString().trim()}`, stop: () => void server.kill() })
    })
  })
}

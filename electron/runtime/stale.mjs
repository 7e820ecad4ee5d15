import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './digest.mjs'

/**
 * @typedef {{ name: 'main' | 'preload' | 'renderer', config: string, output: string, inputs: readonly string[] }} Bundle
 */

/** The three bundles: their Vite configuration, what they write, and the files and folders they are made from. */
export const bundles = /** @type {const} @satisfies {readonly Bundle[]} */ ([
  {
    name: 'main',
    config: 'electron/vite.main.config.ts',
    output: 'dist/main/main.js',
    inputs: ['electron', 'shared', 'assets', 'package.json', 'package-lock.json', 'tsconfig.base.json'],
  },
  {
    name: 'preload',
    config: 'electron/vite.preload.config.ts',
    output: 'dist/preload/preload.cjs',
    inputs: [
      'electron/preload.ts',
      'electron/vite.preload.config.ts',
      'shared',
      'package-lock.json',
      'tsconfig.base.json',
    ],
  },
  {
    name: 'renderer',
    config: 'renderer/vite.config.ts',
    output: 'dist/renderer/index.html',
    inputs: ['renderer', 'shared', 'assets', 'package-lock.json', 'tsconfig.base.json'],
  },
])

/**
 * Whether a path is something that a bundle can hold: the tools in electron/runtime are not.
 * @param {string} path relative to the folder that is walked
 */
function isSource(path) {
  return path !== 'runtime' && !path.startsWith('.')
}

/**
 * A text that changes when any input is added, removed or written; made from names, sizes and times, so it is quick.
 * @param {string} folder
 * @param {readonly string[]} inputs
 * @param {string} mode
 */
export function fingerprint(folder, inputs, mode) {
  const hash = createHash('sha256').update(mode)
  for (const input of inputs) {
    const path = join(folder, input)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory()
      ? filesBelow(path, isSource).map((file) => join(path, file))
      : [path]
    for (const file of files) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`\n${file} ${size} ${mtimeMs}`)
    }
  }
  return hash.digest('hex')
}

/**
 * The bundles that must be built: their fingerprint is not the recorded one, or their output is missing.
 * @param {Readonly<Record<string, string>>} recorded fingerprints of the last builds by bundle name
 * @param {Readonly<Record<string, string>>} current
 * @param {(output: string) => boolean} exists
 */
export function staleBundles(recorded, current, exists) {
  return bundles.filter(({ name, output }) => recorded[name] !== current[name] || !exists(output))
}

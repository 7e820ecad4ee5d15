import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { runNpm } from './packages.mjs'
import { projectCache } from './paths.mjs'
import { say } from './say.mjs'

/** The oldest Electron that the app must run on, for its types only. */
const older = {
  version: '33.2.1',
  integrity:
    'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
}

const folder = join(projectCache, `types-of-electron-${older.version}`)

/** Checks electron/ as one project against the older types; what only newer Electrons have must be asked for. */
const config = {
  extends: '../../electron/tsconfig.json',
  compilerOptions: {
    composite: false,
    incremental: true,
    emitDeclarationOnly: false,
    declaration: false,
    noEmit: true,
    tsBuildInfoFile: './last.tsbuildinfo',
    lib: ['ES2023', 'DOM'],
    types: ['node'],
    paths: { electron: ['./electron.d.ts'] },
  },
  files: ['./electron.d.ts'],
  include: ['../../electron/**/*.ts', '../../assets/**/*.ts'],
  exclude: ['../../electron/runtime', '../../electron/*.config.ts'],
  references: [{ path: '../../shared' }],
}

/**
 * The TypeScript project that checks electron/ against the older types, fetched from the registry when they are not
 * there; undefined, with a message, when they cannot be had.
 */
export function olderTypes() {
  const types = join(folder, 'electron.d.ts')
  if (!existsSync(types)) {
    const text = fetchTypes()
    if (!text) {
      say(`the types of Electron ${older.version} cannot be had: not checked`)
      return undefined
    }
    writeFileSync(types, text)
  }
  const file = join(folder, 'tsconfig.json')
  writeFileSync(file, JSON.stringify(config, null, 2))
  return file
}

/** @returns {Buffer | undefined} */
function fetchTypes() {
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, 'pack-'))
  try {
    const args = ['pack', `electron@${older.version}`, '--pack-destination', work, '--loglevel=error']
    if (!runNpm(args, work, { quiet: true }).ok) return undefined
    const packed = readFileSync(join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? ''))
    const digest = `sha512-${createHash('sha512').update(packed).digest('base64')}`
    return digest === older.integrity ? fileInTar(gunzipSync(packed), 'package/electron.d.ts') : undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * The content of one file of a tar archive (POSIX ustar: 512-byte headers, name at 0, size in octal at 124).
 * @param {Buffer} tar
 * @param {string} wanted
 */
export function fileInTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/, '')
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8) || 0
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

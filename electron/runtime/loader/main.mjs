import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/**
 * Stands where Electron keeps its default app, in a runtime that came without one: runs the app folder that the
 * command line names. The app's main is awaited, because Electron becomes ready only when this module is done:
 * what must come before ready (privileged schemes, for one) still does.
 */
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) {
  console.error('Name the folder of an app: electron [options] folder')
  process.exit(1)
}

const appFolder = resolve(folder)
const manifestFile = join(appFolder, 'package.json')
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
const name = manifest.productName ?? manifest.name

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
/** Electron's default app calls these two, which its documentation leaves out. */
const identity = /** @type {{ setVersion(version: string): void, setAppPath(folder: string): void }} */ (
  /** @type {unknown} */ (app)
)
if (manifest.version) identity.setVersion(manifest.version)
if (name) app.setName(name)
identity.setAppPath(appFolder)

try {
  await import(pathToFileURL(join(appFolder, manifest.main ?? 'index.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

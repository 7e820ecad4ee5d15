import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Configuration, Platform } from 'electron-builder'

/*
 * What electron-builder makes of electron-builder.yml, told by itself: it reads and checks the settings against its
 * schema, computes what a target gets, and stops there, so that nothing is packed and nothing is fetched.
 */

const projectDir = fileURLToPath(new URL('../..', import.meta.url))

/** What a package of Linux would be made with. */
export interface LinuxPackage {
  /** The arguments for fpm: what the package says about itself, and which file goes where; none for an AppImage. */
  readonly args: readonly string[]
  readonly desktopFile: string
}

class Stopped extends Error {}

/**
 * The settings as they hold, project file and the given ones over them. Throws what the schema finds wrong in any of
 * them, those of the other systems included.
 */
export async function effectiveConfig(over: object = {}): Promise<Configuration> {
  let config: Configuration | undefined
  const asked = build({
    projectDir,
    targets: Platform.LINUX.createTarget('dir'),
    config: over as Configuration,
    publish: null,
    platformPackagerFactory: (packager) => {
      config = packager.config
      throw new Stopped()
    },
  })
  await asked.catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error
  })
  if (config === undefined) throw new Error('electron-builder did not get to its settings')
  return config
}

/** What a target of Linux would be packed with, of a folder that stands for the app. */
export async function linuxPackage(target: 'AppImage' | 'deb' | 'rpm'): Promise<LinuxPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-packaging-'))
  mkdirSync(join(folder, 'app', 'resources'), { recursive: true })
  writeFileSync(join(folder, 'app', 'headroom'), '')
  let found: LinuxPackage | undefined
  try {
    await build({
      projectDir,
      targets: Platform.LINUX.createTarget(target),
      prepackaged: join(folder, 'app'),
      config: { directories: { output: join(folder, 'out') } },
      publish: null,
      effectiveOptionComputed: async (options: unknown) => {
        found = readOptions(options)
        return true
      },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (found === undefined) throw new Error(`electron-builder told nothing about ${target}`)
  return found
}

/** Either the arguments and the path of the desktop file, or what an AppImage holds. */
function readOptions(options: unknown): LinuxPackage {
  if (Array.isArray(options)) {
    const [args, path] = options
    if (!Array.isArray(args) || typeof path !== 'string' || !existsSync(path))
      throw new Error('unknown options')
    return { args: args.map(String), desktopFile: readFileSync(path, 'utf8') }
  }
  const { desktop } = options as { readonly desktop: string }
  return { args: [], desktopFile: desktop }
}

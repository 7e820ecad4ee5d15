import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** What set-up and builds remember between runs; ignored by git, survives `npm ci`. */
export const projectCache = join(projectFolder, '.cache')

/** Where the runtime that was resolved is written down for the launcher, the builds and the tests. */
export const runtimeRecord = join(projectCache, 'runtime.json')

/**
 * The folder a user's clones share, so that a second clone need not download the runtime again.
 * XDG Base Directory Specification: a relative XDG_CACHE_HOME is invalid and ignored.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} home
 */
export function sharedCache(env = process.env, home = homedir()) {
  const named = env.XDG_CACHE_HOME
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'headroom-dev')
}

import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The user and group that own nothing, by their number on every Linux. */
const nobody = 65534

/** What is needed to start an app as an ordinary user although the tests run as root. */
export interface AsOrdinaryUser {
  /** A script that takes the executable's arguments. */
  readonly executable: string
  readonly appFolder: string
}

/**
 * Prepares the launch of an app as an ordinary user, for whom Chromium's sandbox works. The app and the runtime are
 * copied when they lie where only root may go.
 */
export function asOrdinaryUser(executable: string, appFolder: string, folder: string): AsOrdinaryUser {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  for (const own of [folder, home]) chownSync(own, nobody, nobody)
  chmodSync(dirname(folder), 0o711)
  const runtime = withinReach(dirname(executable), join(folder, 'runtime'))
  const script = join(folder, 'as-nobody')
  const drop = `setpriv --reuid=${nobody} --regid=${nobody} --clear-groups`
  const target = join(runtime, basename(executable))
  writeFileSync(script, `#!/bin/sh\nexec ${drop} '${target}' "$@"\n`, { mode: 0o755 })
  return { executable: script, appFolder: appWithinReach(appFolder, join(folder, 'app')) }
}

function withinReach(from: string, copy: string): string {
  if (isWithinReach(from)) return from
  cpSync(from, copy, { recursive: true })
  return copy
}

/** Only what an app consists of is copied of its folder: the manifest and, of the project itself, what was built. */
function appWithinReach(from: string, copy: string): string {
  if (isWithinReach(from)) return from
  const isProject = existsSync(join(from, 'dist'))
  const parts = isProject ? ['package.json', 'dist'] : ['.']
  for (const part of parts) cpSync(join(from, part), join(copy, part), { recursive: true })
  return copy
}

function isWithinReach(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o005) === 0o005
  return isOpen && (dirname(folder) === folder || isTraversable(dirname(folder)))
}

function isTraversable(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) === 0o001
  return isOpen && (dirname(folder) === folder || isTraversable(dirname(folder)))
}

import { chmodSync, mkdirSync } from 'node:fs'

/** Makes a folder that only its user can look into. On Windows the user's profile is that already. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform !== 'win32') chmodSync(folder, 0o700)
}

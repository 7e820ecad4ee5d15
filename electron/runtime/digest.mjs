import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * All files below a folder as sorted paths with forward slashes.
 * @param {string} folder
 * @param {(path: string) => boolean} [wanted] refuses files and whole folders
 * @returns {string[]}
 */
export function filesBelow(folder, wanted = () => true) {
  /** @type {string[]} */
  const found = []
  /** @param {string} here */
  const walk = (here) => {
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      const path = relative(folder, join(here, entry.name)).split(sep).join('/')
      if (!wanted(path)) continue
      if (entry.isDirectory()) walk(join(here, entry.name))
      else found.push(path)
    }
  }
  walk(folder)
  return found.sort()
}

/**
 * SHA-256 over the sorted list of a folder's files: path, executable or not, and the SHA-256 of the content.
 * @param {string} folder
 * @param {(path: string) => boolean} [wanted]
 */
export async function digestOfFolder(folder, wanted) {
  const paths = filesBelow(folder, wanted)
  const lines = await Promise.all(
    paths.map(async (path) => {
      const file = join(folder, path)
      const executable = (statSync(file).mode & 0o100) !== 0
      return `${await digestOfFile(file)} ${executable ? 'x' : '-'} ${path}\n`
    }),
  )
  return createHash('sha256').update(lines.join('')).digest('hex')
}

/** @param {string} file */
async function digestOfFile(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

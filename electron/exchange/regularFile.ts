import { stat } from 'node:fs/promises'

/** The size of a regular file in bytes; null where there is none that can be read. */
export async function regularFile(path: string): Promise<number | null> {
  try {
    const file = await stat(path)
    return file.isFile() ? file.size : null
  } catch {
    // Gone, or not permitted: either way the user is told that this file cannot be read.
    return null
  }
}

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Names the files of a plan's folder by their sizes and times; another name means that something was written since. */
export function planMark(folder: string): string {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(json|jsonl)$/.test(name))
      .sort()
      .map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name))
        return `${name} ${size} ${mtimeMs}`
      })
      .join('\n')
  } catch {
    return ''
  }
}

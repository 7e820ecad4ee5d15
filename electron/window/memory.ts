import type { TextFile } from '../storage/textFile.ts'
import { firstWindow, isWindowMemory, type WindowMemory } from './bounds.ts'

/** Milliseconds without a move before where the window stands is written down. */
const settled = 400

/** Remembers where the window stands. Losing it costs nothing, so a file that cannot be read counts as none. */
export function windowMemory(file: TextFile, fault: (where: string, fault: unknown) => void) {
  let latest = read(file)
  let written = latest
  let timer: NodeJS.Timeout | null = null
  const keep = async () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (written === latest) return
    written = latest
    await file.write(`${JSON.stringify(latest)}\n`).catch((error: unknown) => fault('window: keep', error))
  }
  return {
    get: () => latest,
    /** Notes it; it is written when the window has come to rest. */
    remember: (memory: WindowMemory) => {
      latest = memory
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void keep(), settled)
    },
    /** Writes what is noted; resolves when it is on disk. */
    keep,
  }
}

function read(file: TextFile): WindowMemory {
  try {
    const value: unknown = JSON.parse(file.read() ?? '')
    return isWindowMemory(value) ? value : firstWindow
  } catch {
    return firstWindow
  }
}

import { posix, win32 } from 'node:path'

/** Kinds of document that hold text or pictures: nothing that a desktop would run, and no office file with macros. */
export const documentExtensions = [
  ...['pdf', 'txt', 'md', 'rtf', 'csv', 'doc', 'docx', 'odt', 'pages', 'xls', 'xlsx', 'ods', 'numbers'],
  ...['ppt', 'pptx', 'odp', 'key', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'gif', 'webp', 'heic', 'eml', 'p7m'],
] as const

const known = new Set<string>(documentExtensions)

/**
 * Whether a path may be handed to the desktop at all: absolute, on this computer (no share: looking at one opens a
 * connection), and of a kind that is read and not run. A look at the file itself must follow.
 */
export function isOpenable(path: string, platform: NodeJS.Platform): boolean {
  const rules = platform === 'win32' ? win32 : posix
  if (!rules.isAbsolute(path) || path.includes('\0')) return false
  if (/^[\\/]{2}/.test(path)) return false
  // Windows reads `a.pdf:b.exe` as another stream of the file, and drops dots and spaces at the end.
  if (platform === 'win32' && (!/^[A-Za-z]:[\\/][^:]*$/.test(path) || /[. ]$/.test(path))) return false
  return known.has(rules.extname(path).slice(1).toLowerCase())
}

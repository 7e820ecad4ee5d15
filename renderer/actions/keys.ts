import type { Desktop } from '../../shared/ipc/contract.ts'

/**
 * Keys as an action names them: parts joined by `+`, modifiers `mod` (⌘ on a Mac, Ctrl elsewhere), `alt`, `shift`,
 * then the `key` of the keyboard event in lower case, such as `mod+shift+z`, `pagedown`, `?`.
 */
export type Keys = string

/** What of a keyboard event tells its keys. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether a key press is these keys. A sign that needs Shift on some keyboards, such as `?`, matches with and without. */
export function matches(press: KeyPress, keys: Keys, platform: Desktop['platform']): boolean {
  const parts = partsOf(keys)
  const key = parts.at(-1) ?? ''
  const mac = platform === 'darwin'
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key)
  return (
    press.key.toLowerCase() === key &&
    mod === parts.includes('mod') &&
    !other &&
    press.altKey === parts.includes('alt') &&
    (isSign || press.shiftKey === parts.includes('shift'))
  )
}

const macSigns: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', delete: '⌦' }
const signs: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  backspace: '⌫',
}

/** Keys as people read them: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. `names` are those of the language. */
export function readable(
  keys: Keys,
  platform: Desktop['platform'],
  names: Readonly<Record<string, string>>,
): string {
  const mac = platform === 'darwin'
  const name = (part: string) =>
    (mac ? macSigns[part] : undefined) ??
    signs[part] ??
    names[part] ??
    (part.length === 1 || /^f\d+$/.test(part) ? part.toUpperCase() : part)
  return partsOf(keys)
    .map(name)
    .join(mac ? '' : '+')
}

function partsOf(keys: Keys): readonly string[] {
  return keys.split(/\+(?=.)/)
}

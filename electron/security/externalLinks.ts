import { shell } from 'electron'

/** Schemes that may be handed to the desktop: all others could start a program (`file:`, `smb:`, `ms-msdt:`, …). */
const outside = new Set(['https:', 'mailto:'])

/** The address to hand to the desktop, or null where it is not a web or mail address. */
export function externalAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (!outside.has(parsed.protocol)) return null
  if (parsed.protocol === 'https:' && (parsed.username !== '' || parsed.password !== '')) return null
  return parsed.href
}

/** Opens a web or mail address outside the app; anything else is ignored. */
export function openOutside(url: string): void {
  const address = externalAddress(url)
  if (address !== null) void shell.openExternal(address)
}

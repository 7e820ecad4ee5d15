import type { Session } from 'electron'

/** What a page may load: the app itself, what it made in memory, and the developer tools. */
const ownSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:'])

/**
 * Closes a session to the world: no permission, no request that leaves the app, no download, no spelling dictionary.
 * Electron fetches dictionaries at every start unless the list of languages is empty; `spellcheck: false` in the web
 * preferences does not prevent it.
 */
export function closeSession(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }))
  session.on('will-download', (event) => event.preventDefault())
}

function isOwn(url: string): boolean {
  return URL.canParse(url) && ownSchemes.has(new URL(url).protocol)
}

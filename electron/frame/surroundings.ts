import { createHash } from 'node:crypto'
import { app, type BrowserWindow, nativeTheme } from 'electron'

/** What a picture hangs on beside the plan. */
export interface SurroundingsOf {
  /** The page that it is shown in, as it was built: the files of the app are named in it. */
  readonly page: string
  /** Stands in for the desktop's locale. */
  readonly language: string | undefined
  readonly window: BrowserWindow
  readonly maximized: boolean
}

/** Names the page, the desktop and the window. */
export function surroundings({ page, language, window, maximized }: SurroundingsOf): string {
  const parts = [
    app.getVersion(),
    createHash('sha256').update(page).digest('hex'),
    language ?? app.getPreferredSystemLanguages().join(),
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    nativeTheme.themeSource,
    // One that is maximised becomes so when it is shown.
    maximized ? 'maximized' : window.getSize().join('x'),
  ]
  return parts.join('\n')
}

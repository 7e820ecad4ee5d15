import { app, type WebContents } from 'electron'
import { appOrigin } from '../protocol/appProtocol.ts'
import { openOutside } from './externalLinks.ts'

const windowPages = new Set(['/', '/index.html'])
const printedPages = new Set(['/document.html'])

/** Whether an address is the page of a window. */
export function isWindowPage(url: string): boolean {
  return isPageIn(windowPages, url)
}

/** Whether an address is one of the app's own pages: a window's, or the one that is printed. */
export function isAppPage(url: string): boolean {
  return isWindowPage(url) || isPageIn(printedPages, url)
}

function isPageIn(pages: ReadonlySet<string>, url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}` === appOrigin && pages.has(pathname)
}

/**
 * Guards every page that this process will ever make: it stays where it is, opens no window and embeds nothing.
 * Links open in the desktop's browser or mail program.
 */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; url: string }) => {
    if (!isOwnTool(contents) && !isAppPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  returnHome(contents)
}

/** `about:blank` and some others get past `will-navigate` (measured): the page is then loaded again. */
function returnHome(contents: WebContents): void {
  let home: string | null = null
  const goHome = () => {
    if (home !== null && !contents.isDestroyed()) void contents.loadURL(home).catch(() => {})
  }
  contents.on('did-navigate', (_event, url) => {
    if (isOwnTool(contents)) return
    if (isAppPage(url)) home = url
    else goHome()
  })
  contents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
    const aborted = code === -3
    if (isMainFrame && !aborted && !isAppPage(url) && !isOwnTool(contents)) goHome()
  })
}

/** The developer tools are pages too, and their own. */
function isOwnTool(contents: WebContents): boolean {
  return contents.getURL().startsWith('devtools://')
}

import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { FRAME_CSS } from '../frame/framePage.ts'
import { contentPolicy } from './contentPolicy.ts'

/** Where the window's page lives: `app://headroom/`. */
export const appScheme = 'app'
export const appHost = 'headroom'
export const appOrigin = `${appScheme}://${appHost}`

/** Files that may be served, by their ending. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Makes the scheme one with an origin, a secure context and a code cache. Must be called before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/** A page that is served at the first request for one, with its style sheet. */
export interface FirstPage {
  readonly html: string
  readonly css: string
}

export interface ServeOptions {
  /** The folder with the files. */
  readonly root: string
  /** Scripts come when it resolves: what they ask main for would be refused before. */
  readonly answered: Promise<void>
  /** Scripts that ask main for nothing. */
  readonly isFree: (path: string) => boolean
  /** The page at the first request; null for the one in the folder. */
  readonly first: () => FirstPage | null
}

/** Serves the files of a folder at `app://headroom/` to the windows of a session. */
export function serveApp(session: Session, { root, answered, isFree, first }: ServeOptions): void {
  let isFirst = true
  // What answers are made of is loaded with the first of them: while the page's process starts.
  void refusal(404).text()
  session.protocol.handle(appScheme, async (request) => {
    const path = new URL(request.url).pathname
    if (/\.js$/i.test(path) && !isFree(path)) await answered
    const page = first()
    if (page !== null && request.method === 'GET') {
      if (path === '/' && isFirst) {
        isFirst = false
        return respond(200, new TextEncoder().encode(page.html), contentTypes['.html'] ?? '')
      }
      if (path === FRAME_CSS)
        return respond(200, new TextEncoder().encode(page.css), contentTypes['.css'] ?? '')
    }
    return answer(root, request)
  })
}

/** The answer to one request: a file inside `root`, or an error without a body; the content policy is on both. */
export async function answer(root: string, request: { readonly method: string; readonly url: string }) {
  if (request.method !== 'GET') return refusal(405)
  const path = pathOf(request.url)
  if (typeof path === 'number') return refusal(path)
  const type = contentTypes[extname(path).toLowerCase()]
  if (type === undefined) return refusal(403)
  try {
    const folder = await realpath(root)
    const file = await realpath(join(folder, path))
    if (!file.startsWith(folder + sep)) return refusal(403)
    return respond(200, await readFile(file), type)
  } catch {
    return refusal(404)
  }
}

/** The path that a URL names below the root, or the status that refuses it. */
function pathOf(url: string): string | number {
  const { host, pathname, username, password, port } = new URL(url)
  if (host !== appHost || username !== '' || password !== '' || port !== '') return 404
  try {
    const path = decodeURIComponent(pathname)
    if (/[\0\\]/.test(path) || path.split('/').includes('..')) return 400
    return path === '/' ? '/index.html' : path
  } catch {
    return 400
  }
}

function refusal(status: number): Response {
  return respond(status, null, 'text/plain; charset=utf-8')
}

function respond(status: number, body: Uint8Array<ArrayBuffer> | null, type: string): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  })
}

import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
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

export interface ServeOptions {
  /** The folder with the files. */
  readonly root: string
  /** Called for each script, which comes when it resolves: what it asks main for would be refused before. */
  readonly answered: () => Promise<void>
  /** Scripts that ask main for nothing. */
  readonly isFree: (path: string) => boolean
  /** Markup or styles in the place of a file; null for the file. */
  readonly instead: (path: string) => string | null
}

/** Serves the files of a folder at `app://headroom/` to the windows of a session. */
export function serveApp(session: Session, { root, answered, isFree, instead }: ServeOptions): void {
  session.protocol.handle(appScheme, async (request) => {
    const { host, pathname: path } = new URL(request.url)
    if (/\.js$/i.test(path) && !isFree(path)) await answered()
    const text = host === appHost && request.method === 'GET' ? instead(path) : null
    return text === null ? answer(root, request) : respond(200, new TextEncoder().encode(text), typeOf(path))
  })
}

/** The answer to one request: a file inside `root`, or an error without a body; the content policy is on both. */
export async function answer(root: string, request: { readonly method: string; readonly url: string }) {
  if (request.method !== 'GET') return refusal(405)
  const path = pathOf(request.url)
  if (typeof path === 'number') return refusal(path)
  const type = typeOf(path)
  if (type === null) return refusal(403)
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

/** By its ending; null for what may not be served. */
function typeOf(path: string): string | null {
  return contentTypes[path === '/' ? '.html' : extname(path).toLowerCase()] ?? null
}

function refusal(status: number): Response {
  return respond(status, null, null)
}

function respond(status: number, body: Uint8Array<ArrayBuffer> | null, type: string | null): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type ?? 'text/plain; charset=utf-8',
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  })
}

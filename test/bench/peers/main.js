import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

/** An empty window that shows one of the bench's pages: which, and where they are, stands in the environment. */
const { HEADROOM_BENCH_PAGES: folder = '', HEADROOM_BENCH_PEER: peer = '' } = process.env

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

const page = `<!doctype html><title>${peer}</title><link rel="stylesheet" href="/${peer}.css">
<style>html, body, #root { height: 100%; margin: 0; font: 13px sans-serif }</style>
<div id="root"></div><script type="module" src="/${peer}.js"></script>`
const kinds = { '.js': 'text/javascript', '.css': 'text/css' }

app.whenReady().then(() => {
  protocol.handle('app', async ({ url }) => {
    const { pathname } = new URL(url)
    const kind = kinds[extname(pathname)]
    if (kind === undefined) return new Response(page, { headers: { 'content-type': 'text/html' } })
    const content = await readFile(join(folder, pathname)).catch(() => '')
    return new Response(content, { headers: { 'content-type': kind } })
  })
  new BrowserWindow({ width: 1440, height: 900, useContentSize: true }).loadURL('app://headroom/')
})

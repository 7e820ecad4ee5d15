import { app, BrowserWindow, protocol } from 'electron'

/** The least app with a window, for the tests of the harness; its scheme must be registered before ready. */
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

const page = `<!doctype html><title>Tiny</title><button>0</button><script type="module" src="/page.js"></script>`
const script = `const button = document.querySelector('button')
button.onclick = () => { button.textContent = String(Number(button.textContent) + 1) }`

app.whenReady().then(() => {
  protocol.handle('app', ({ url }) =>
    new URL(url).pathname === '/page.js'
      ? new Response(script, { headers: { 'content-type': 'text/javascript' } })
      : new Response(page, { headers: { 'content-type': 'text/html' } }),
  )
  new BrowserWindow({ width: 640, height: 480 }).loadURL('app://headroom/')
})

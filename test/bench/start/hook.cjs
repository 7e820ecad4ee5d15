/**
 * Loaded into an Electron before its app: says when the page has drawn what it starts with, and on demand
 * shows a window that was started hidden and says when that is drawn. The same for every app that is measured.
 */
const { appendFileSync } = require('node:fs')
const { app } = require('electron')

const { HEADROOM_BENCH_OUT: out, HEADROOM_BENCH_SHOW: show } = process.env
const say = (what, at = Date.now()) => appendFileSync(out, `${JSON.stringify({ what, at })}\n`)

/** Resolves to the instant at which the first frame with the content is drawn. */
const drawn = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('[data-key], [data-drawn]') === null) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.timeOrigin + performance.now())
    requestAnimationFrame(() => channel.port2.postMessage(0))
  }
  look()
})`
/** Resolves when a frame is drawn from now on. */
const nextFrame = `new Promise((done) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => done(performance.timeOrigin + performance.now())
  requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(0)))
})`

say('main')
app.whenReady().then(() => say('ready'))
app.on('browser-window-created', (_event, window) => {
  say('window')
  window.once('show', () => say('shown'))
  window.webContents.once('dom-ready', () => {
    say('dom')
    // Throttled while hidden: then its content is there when it is in the page.
    if (show !== undefined) return setTimeout(() => void later(window), 3000)
    window.webContents.executeJavaScript(drawn).then(
      (at) => say('drawn', at),
      () => {},
    )
  })
})

/** Waits for a click in the tray, or shows the window itself where the app has no tray. */
async function later(window) {
  const visible = new Promise((done) => window.once('show', done))
  say('waiting')
  if (show === 'itself') window.show()
  await visible
  say('visible', await window.webContents.executeJavaScript(nextFrame))
}

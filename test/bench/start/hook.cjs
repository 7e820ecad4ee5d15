/**
 * Loaded into an Electron before its app: says when the page has drawn what it starts with, and on demand
 * shows a window that was started hidden and says when that is drawn. The same for every app that is measured.
 */
const { appendFileSync } = require('node:fs')
const { app } = require('electron')

const { HEADROOM_BENCH_OUT: out, HEADROOM_BENCH_SHOW: show, HEADROOM_BENCH_COMPARE: compare } = process.env
const say = (what, at = Date.now()) => appendFileSync(out, `${JSON.stringify({ what, at })}\n`)

/** Resolves to the instant at which the first frame with the content is drawn. */
const drawn = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('[role=grid], [data-drawn]') === null) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.timeOrigin + performance.now())
    requestAnimationFrame(() => channel.port2.postMessage(0))
  }
  look()
})`
/** Resolves to the instant from which on what is drawn answers: no picture of it lies over it. */
const usable = `new Promise((done) => {
  const look = () => {
    if (document.getElementById('frame') !== null) return requestAnimationFrame(look)
    done(performance.timeOrigin + performance.now())
  }
  look()
})`

/** Whether what is drawn is a picture, and the app still to come. */
const isPictured = `document.getElementById('frame') !== null`
/** Where the week is in the window, without what a message may lie over. */
const gridPlace = `(() => {
  const { x, y, width, height } = document.querySelector('[role=grid]').getBoundingClientRect()
  return { x: Math.ceil(x), y: Math.ceil(y), width: Math.floor(width), height: Math.min(600, Math.floor(height)) }
})()`

/** What the week looks like now: its pixels. */
async function gridPixels(window) {
  const place = await window.webContents.executeJavaScript(gridPlace)
  return (await window.webContents.capturePage(place)).toBitmap()
}

/** Pixels of a million that differ, or a million where there are not as many in both. */
function differing(before, after) {
  if (before.length !== after.length || before.length === 0) return 1e6
  let count = 0
  for (let i = 0; i < after.length; i += 4)
    if (before[i] !== after[i] || before[i + 1] !== after[i + 1] || before[i + 2] !== after[i + 2]) count += 1
  return Math.round((count / (after.length / 4)) * 1e6)
}

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
      async (at) => {
        say('drawn', at)
        if (await window.webContents.executeJavaScript(isPictured)) say('pictured')
        const before = compare && (await gridPixels(window))
        say('usable', await window.webContents.executeJavaScript(usable))
        if (compare === undefined) return
        say('differs at once', differing(before, await gridPixels(window)))
        await new Promise((rested) => setTimeout(rested, 500))
        say('differs', differing(before, await gridPixels(window)))
      },
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

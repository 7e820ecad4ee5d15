import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import { icnsOf, icoOf } from './containers.mjs'

/**
 * Draws every picture from its SVG with the Electron of the project, so that no other program is needed. Call after
 * a change of an SVG: `xvfb-run -a node assets/icon/draw.mjs`. What it writes is committed.
 */
const assets = fileURLToPath(new URL('..', import.meta.url))

/** Sizes of the app's icon that Linux desktops look for, as files. */
const iconSizes = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512]
/** Sizes that Windows shows: 16 and 32 logical pixels at its scales, and 256. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256]
const icnsSizes = [16, 32, 64, 128, 256, 512, 1024]
/** Sizes of the menu bar's pictures: 16 logical pixels, and at twice the scale. */
const templateSizes = [16, 32]
/** Sizes of the tray's pictures: 16 logical pixels at the scales of Windows, 32 for Linux panels. */
const traySizes = [16, 20, 24, 32, 48]
const trayNames = ['room', 'full', 'over', 'overCounted', 'roomTemplate', 'fullTemplate', 'overTemplate']
/** What a badge can say: more than nine things are too many to count at a glance. */
const badges = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']
const numerals = join(
  assets,
  '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
)

const folder = mkdtempSync(join(tmpdir(), 'headroom-draw-'))
try {
  await drawAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function drawAll() {
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"draw","version":"1.0.0","type":"module","main":"main.js"}',
  )
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
     app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,<title>draw</title>'))`,
  )
  const app = await _electron.launch({
    executablePath: recordedRuntime().executable,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}/data`, folder],
  })
  const page = await app.firstWindow()
  await drawIcon(page)
  await drawTray(page)
  await app.close()
}

/** @param {import('playwright-core').Page} page */
async function drawIcon(page) {
  const mark = join(assets, 'icon/headroom.svg')
  for (const size of iconSizes) write(`icon/icons/${size}x${size}.png`, (await draw(page, mark, size)).png)
  const drawn = new Map()
  for (const size of new Set([...icoSizes, ...icnsSizes])) drawn.set(size, await draw(page, mark, size))
  write('icon/icon.ico', icoOf(icoSizes.map((size) => drawn.get(size))))
  write('icon/icon.icns', icnsOf(icnsSizes.map((size) => drawn.get(size))))
}

/** @param {import('playwright-core').Page} page */
async function drawTray(page) {
  /** @type {Record<string, Record<number, string>>} */
  const pictures = {}
  for (const name of trayNames) {
    /** @type {Record<number, string>} */
    const bySize = {}
    for (const size of name.endsWith('Template') ? templateSizes : traySizes) {
      bySize[size] = (await draw(page, join(assets, `tray/${name}.svg`), size)).png.toString('base64')
    }
    pictures[name] = bySize
  }
  for (const text of ['', ...badges]) {
    /** @type {Record<number, string>} */
    const bySize = {}
    for (const size of traySizes)
      bySize[size] = (await drawSvg(page, badge(text), size)).png.toString('base64')
    pictures[text === '' ? 'hole' : `badge${text}`] = bySize
  }
  const notification = (await draw(page, join(assets, 'icon/headroom.svg'), 128)).png.toString('base64')
  write('generated/trayPictures.ts', sourceOf(pictures, notification))
}

/**
 * The number of what needs attention, at the lower right of the mark; without one the hole that is cut for it, a little
 * wider, so that it stands apart on any colour. Dark on amber is read on light and on dark panels.
 * @param {string} text
 */
function badge(text) {
  const font = readFileSync(numerals).toString('base64')
  const size = text.length > 1 ? 7 : 9
  const number = `<style>@font-face{font-family:Numerals;src:url(data:font/woff2;base64,${font})}</style>
    <rect x="6" y="6" width="10" height="10" rx="4" fill="#ffbf3c"/>
    <text x="11" y="${11 + size * 0.364}" font-family="Numerals" font-weight="750" font-size="${size}"
      letter-spacing="-0.4" text-anchor="middle" fill="#1c1400">${text}</text>`
  const hole = '<rect x="5" y="5" width="12" height="12" rx="5" fill="#000"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${text === '' ? hole : number}</svg>`
}

/**
 * @param {Record<string, Record<number, string>>} pictures
 * @param {string} notification
 */
function sourceOf(pictures, notification) {
  return `/** Made by assets/icon/draw.mjs from the SVGs beside it. PNGs in base64, so that the bundle needs no files. */

/** The tray's pictures by name and size in pixels. */
export const trayPictures: Readonly<Record<string, Readonly<Record<number, string>>>> = ${JSON.stringify(pictures, null, 2)}

/** The app's mark, 128 pixels, for notifications. */
export const markPicture = ${JSON.stringify(notification)}
`
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @param {number} size
 */
function draw(page, file, size) {
  return drawSvg(page, readFileSync(file, 'utf8'), size)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} svg
 * @param {number} size
 * @returns {Promise<import('./containers.mjs').Picture>}
 */
async function drawSvg(page, svg, size) {
  const { url, pixels } = await page.evaluate(
    async ({ svg, size }) => {
      const image = new Image()
      image.src = `data:image/svg+xml;base64,${btoa(svg)}`
      image.width = size
      image.height = size
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = size
      canvas.height = size
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, size, size)
      // Only the small ones are kept as pixels.
      const data = size < 256 ? context?.getImageData(0, 0, size, size).data : []
      return { url: canvas.toDataURL('image/png'), pixels: [...(data ?? [])] }
    },
    { svg, size },
  )
  return { size, png: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'), rgba: Uint8Array.from(pixels) }
}

/**
 * @param {string} name
 * @param {string | Buffer} content
 */
function write(name, content) {
  const file = join(assets, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

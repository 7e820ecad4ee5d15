import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The module that draws the first screen, and the page that is printed. */
const screen = `${folder}openWindow.tsx`
const page = `${folder}documents/main.tsx`

/** Names of the files for what the first screen needs, and for what of it the printed page needs too. */
const FIRST = 'first'
const BOTH = 'both'

/** The window, the same with a picture of the last week to begin with, and the page that is printed to PDF. */
const pages = { index: 'index.html', frame: 'frame.html', document: 'document.html' }

const image = /\.(png|jpe?g|gif|webp|avif)$/i

/**
 * The pages as the content policy wants them: no inline script or style, nothing inlined but small images. They are
 * served at app://headroom/, hence the absolute base.
 */
export default defineConfig(({ mode }) => ({
  root: folder,
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react(), firstScreenPreloads()],
  // Its browser build writes markup, which the content policy forbids; its other one draws in memory.
  resolve: { alias: { 'svg-engine': `${folder}../node_modules/svg-engine/lib/node/esm/index.js` } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    minify: mode === 'production',
    sourcemap: mode === 'development',
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file, content) => image.test(file) && content.length < 4096,
    reportCompressedSize: false,
    // Read from the disk.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(pages)
          .map(([name, file]) => [name, `${folder}${file}`] as const)
          .filter(([, file]) => existsSync(file)),
      ),
      output: { codeSplitting: firstScreenChunks() },
    },
  },
}))

/**
 * Everything that the first screen needs in two files, instead of some sixty: each is a request that the main process
 * answers while it has a plan to read.
 */
function firstScreenChunks(): Rolldown.CodeSplittingOptions {
  const reaches = new Map<string, ReadonlySet<string>>()
  const isNeeded = (by: string, id: string, context: Rolldown.ChunkingContext) => {
    const reach = reaches.get(by) ?? reachOf(by, context)
    reaches.set(by, reach)
    return reach.has(id)
  }
  return {
    groups: [
      // The bundler's own: the script that runs before all of this needs it.
      { name: 'loader', test: /vite\/preload-helper/, priority: 1 },
      {
        debugName: 'the first screen',
        name: (id, context) => {
          if (!isNeeded(screen, id, context)) return null
          return isNeeded(page, id, context) ? BOTH : FIRST
        },
      },
    ],
  }
}

/** The modules that one imports without being asked to, itself among them. */
function reachOf(from: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reach = new Set<string>()
  const waiting = [from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reach.has(id)) continue
    reach.add(id)
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []))
  }
  return reach
}

/** Lets the window's page ask for these files and their styles at once, while its own script is still on the way. */
function firstScreenPreloads(): Plugin {
  return {
    name: 'headroom-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, filename }) {
        const isWindow = filename.endsWith('/index.html')
        if (bundle === undefined || !(isWindow || filename.endsWith('/frame.html'))) return []
        const files = Object.values(bundle)
        const chunks = files.filter((file) => file.type === 'chunk' && [FIRST, BOTH].includes(file.name))
        const styles = files.filter(
          (file) => file.type === 'asset' && file.names.some((name) => /^(first|both)\.css$/.test(name)),
        )
        const fonts = files.filter(({ fileName }) => /inter-latin-wght-normal[^/]*\.woff2$/.test(fileName))
        const link = (rel: string, { fileName }: { readonly fileName: string }, more = {}) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${fileName}`, ...more },
          injectTo: 'head' as const,
        })
        return [
          // With a picture the app is asked for when that is on the screen.
          ...(isWindow ? chunks : []).map((chunk) => link('modulepreload', chunk)),
          ...styles.map((style) => link('stylesheet', style)),
          // Else it is asked for when everything is laid out, which is then done again.
          ...(isWindow ? [] : fonts).map((font) => link('preload', font, { as: 'font', type: 'font/woff2' })),
        ]
      },
    },
  }
}

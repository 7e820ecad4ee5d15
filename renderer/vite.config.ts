import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstScreenChunks, firstScreenPreloads } from './vite.firstScreen.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The window, and the page that is printed to PDF. */
const pages = { index: 'index.html', document: 'document.html' }

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

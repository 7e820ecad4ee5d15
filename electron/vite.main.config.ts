import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The main process and its workers: each becomes one entry of dist/main. */
const entries = { main: 'main.ts', exchangeWorker: 'exchange/worker.ts' }

/**
 * The main process as ES modules for Node 20 (Electron 33) and newer. Everything but Electron and Node's own modules
 * is bundled, so the shipped app holds no node_modules.
 */
export default defineConfig(({ mode }) => ({
  root: folder,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: '../dist/main',
    emptyOutDir: true,
    target: 'node20',
    minify: mode === 'production',
    sourcemap: mode === 'development',
    reportCompressedSize: false,
    // Read from the disk, and all of it but the window after the window.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries)
          .map(([name, file]) => [name, `${folder}${file}`] as const)
          .filter(([, file]) => existsSync(file)),
      ),
      external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
}))

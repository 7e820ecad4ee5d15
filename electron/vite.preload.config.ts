import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The preload as one CommonJS file: a sandboxed preload can neither be a module nor load others. */
export default defineConfig(({ mode }) => ({
  root: folder,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: '../dist/preload',
    emptyOutDir: true,
    target: 'chrome130',
    minify: mode === 'production',
    sourcemap: mode === 'development' ? 'inline' : false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { preload: `${folder}preload.ts` },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, target: 'webworker' },
}))

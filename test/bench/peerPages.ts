import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ensurePackages } from '../../electron/runtime/packages.mjs'
import { projectCache } from '../../electron/runtime/paths.mjs'

const sources = fileURLToPath(new URL('./peers/', import.meta.url))
const work = join(projectCache, 'bench-peers')

export const RAW = 'rawDom'
/** Pages with a calendar that others made, and their names in the table. */
export const peerNames: Readonly<Record<string, string>> = {
  [RAW]: 'raw DOM',
  fullCalendar: 'FullCalendar 7.1.0',
  reactBigCalendar: 'react-big-calendar 1.20.0',
  toastUi: 'TOAST UI Calendar 2.1.3',
  scheduleX: 'Schedule-X 4.9.1',
}

/**
 * Builds the pages for production into a folder, with the packages that peers/package-lock.json pins. These are
 * installed beside the build's other caches, never into the project; where that fails only raw DOM is left.
 */
export async function buildPeerPages(): Promise<{
  readonly folder: string
  readonly peers: readonly string[]
}> {
  const folder = join(work, 'pages')
  for (const name of readdirSync(sources)) cpSync(join(sources, name), join(work, name), { recursive: true })
  const peers = canInstall() ? Object.keys(peerNames) : [RAW]
  rmSync(folder, { recursive: true, force: true })
  for (const peer of peers) await buildPage(peer, folder)
  return { folder, peers }
}

/** Scripts that make an invoice with a library of others, by its name; none where they cannot be installed. */
export function pdfPeers(): Readonly<Record<string, string>> {
  for (const name of readdirSync(sources)) cpSync(join(sources, name), join(work, name), { recursive: true })
  if (!canInstall()) return {}
  return {
    'pdfmake 0.3.11': join(work, 'pdfmake.js'),
    '@react-pdf/renderer 4.9.0': join(work, 'reactPdf.js'),
  }
}

function canInstall(): boolean {
  try {
    ensurePackages(work)
    return true
  } catch (error) {
    process.stdout.write(`\n  the others are left out: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

async function buildPage(peer: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: work,
    mode: 'production',
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { [peer]: join(work, `${peer}.js`) },
        output: { entryFileNames: '[name].js', assetFileNames: `${peer}[extname]` },
      },
    },
  })
}

import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** The module that draws the first screen, and the page that is printed. */
const screen = at('openWindow.tsx')
const page = at('documents/main.tsx')

/** Names of the files for what the first screen needs, and for what of it the printed page needs too. */
const FIRST = 'first'
const BOTH = 'both'

/**
 * Everything that the first screen needs in two files, instead of some sixty: each is a request that the main process
 * answers while it has a plan to read.
 */
export function firstScreenChunks(): Rolldown.CodeSplittingOptions {
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
export function firstScreenPreloads(): Plugin {
  return {
    name: 'headroom-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, filename }) {
        if (bundle === undefined || !filename.endsWith('/index.html')) return []
        const files = Object.values(bundle)
        const chunks = files.filter((file) => file.type === 'chunk' && [FIRST, BOTH].includes(file.name))
        const styles = files.filter(
          (file) => file.type === 'asset' && file.names.some((name) => /^(first|both)\.css$/.test(name)),
        )
        const link = (rel: string, { fileName }: { readonly fileName: string }) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        })
        return [
          ...chunks.map((chunk) => link('modulepreload', chunk)),
          ...styles.map((style) => link('stylesheet', style)),
        ]
      },
    },
  }
}

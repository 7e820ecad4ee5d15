import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { resolveBeside, sourcesBelow } from '../support/sources.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = ['renderer/main.tsx', 'renderer/openWindow.tsx']
const MAIN = ['electron/main.ts']
/** What the page with a picture runs before that is on the screen. */
const PICTURE = ['renderer/frame/begin.ts']

/** What a file brings along when it is loaded: its imports but those of types, and of what is loaded later. */
function brought(path: string): readonly string[] {
  const text = readFileSync(join(project, path), 'utf8')
  const named = text.matchAll(/^(?:import|export)\s(?!type\b)[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'/gm)
  return [...named].map(([, from, bare]) => from ?? bare ?? '')
}

function broughtBy(entries: readonly string[]): {
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
} {
  const files = new Set<string>()
  const packages = new Set<string>()
  const next = [...entries]
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (files.has(path)) continue
    files.add(path)
    if (!/\.tsx?$/.test(path)) continue
    for (const specifier of brought(path))
      if (specifier.startsWith('.')) next.push(resolveBeside(path, specifier))
      else packages.add(specifier)
  }
  return { files, packages }
}

test('the charts and their library come when they are asked for, not with the start', () => {
  const { files, packages } = broughtBy(PAGE)
  // The walk is a walk: it found the shell, the week and React.
  expect(files).toContain('renderer/shell/Shell.tsx')
  expect(files).toContain('renderer/week/WeekScreen.tsx')
  expect(packages).toContain('react')
  expect([...packages].filter((name) => /^recharts|redux|victory/.test(name))).toEqual([])
  expect([...files].filter((path) => /^(renderer|shared)\/insights\//.test(path))).toEqual([])
})

test('[W1] the window opens with what it needs: no library, and nothing of the plan', () => {
  const { files, packages } = broughtBy(MAIN)
  expect(files).toContain('electron/window/mainWindow.ts')
  expect(files).toContain('electron/frame/startFrame.ts')
  expect([...packages].filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([])
  const others = [...files].filter((path) => !path.startsWith('electron/')).sort()
  // Links are read before there is a window: they say where it goes.
  const links = ['links/links', 'plan/id', 'plan/occurrenceKey', 'time/day', 'time/wallClock']
  expect(others).toEqual(links.map((name) => `shared/${name}.ts`))
})

test('[W2] a picture is on the screen before anything of the app is read', () => {
  const { files, packages } = broughtBy(PICTURE)
  expect([...files]).toEqual([...PICTURE, 'renderer/theme/base.css'])
  expect([...packages]).toEqual([])
})

test('nothing but the drawing of charts uses their library', () => {
  const users = sourcesBelow(['renderer', 'electron', 'shared'])
    .filter(({ imports }) => imports.some((name) => name.startsWith('recharts')))
    .map(({ path }) => path)
    .sort()
  expect(users).toEqual(['Chart', 'DayLines', 'Pointer'].map((name) => `renderer/insights/${name}.tsx`))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { resolveBeside, sourcesBelow } from '../support/sources.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const START = ['renderer/main.tsx', 'renderer/openWindow.tsx']

/** What a file brings along when it is loaded: its imports but those of types, and of what is loaded later. */
function brought(path: string): readonly string[] {
  const text = readFileSync(join(project, path), 'utf8')
  const named = text.matchAll(/^(?:import|export)\s(?!type\b)[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'/gm)
  return [...named].map(([, from, bare]) => from ?? bare ?? '')
}

function withTheStart(): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const next = [...START]
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
  const { files, packages } = withTheStart()
  // The walk is a walk: it found the shell, the week and React.
  expect(files).toContain('renderer/shell/Shell.tsx')
  expect(files).toContain('renderer/week/WeekScreen.tsx')
  expect(packages).toContain('react')
  expect([...packages].filter((name) => /^recharts|redux|victory/.test(name))).toEqual([])
  expect([...files].filter((path) => /^(renderer|shared)\/insights\//.test(path))).toEqual([])
})

test('nothing but the drawing of charts uses their library', () => {
  const users = sourcesBelow(['renderer', 'electron', 'shared'])
    .filter(({ imports }) => imports.some((name) => name.startsWith('recharts')))
    .map(({ path }) => path)
    .sort()
  expect(users).toEqual(['Chart', 'DayLines', 'Pointer'].map((name) => `renderer/insights/${name}.tsx`))
})

import { builtinModules } from 'node:module'
import { describe, expect, test } from 'vitest'
import {
  declaredPackages,
  existsBeside,
  readSource,
  resolveBeside,
  type Source,
  sourcesBelow,
} from '../support/sources.ts'

/** Packages that the domain may use, all pure, and the rooms of shared/ that may; `*` is every room. */
const domainPackages: Readonly<Record<string, readonly string[]>> = {
  zod: ['*'],
  immer: ['*'],
  'temporal-polyfill': ['time'],
  'rrule-temporal': ['time'],
  dayjs: ['words'],
  'date-holidays': ['capacity'],
  'ical.js': ['exchange'],
  papaparse: ['exchange'],
  'cldr-core': ['exchange'],
  'chrono-node': ['quickAdd'],
  ibantools: ['billing'],
  'jsvat-next': ['billing'],
  swissqrbill: ['billing'],
}

/** Node's modules that can open a connection: nothing of the app may. */
const network = ['net', 'http', 'https', 'http2', 'tls', 'dgram', 'dns', 'inspector', 'undici']

const onlyInRenderer = /^(react|react-dom|react-aria-components|zustand|recharts|qr)$/
const onlyInMain = /^(electron-store|conf|electron)$/
const onlyInTests = /^(vitest|fast-check|jsdom|axe-core|playwright-core|yalps|jsqr|@testing-library\/.+)$/
const onlyInTools = /^(vite|@vitejs\/.+|electron-builder|@electron\/fuses|yauzl|typescript|@biomejs\/biome)$/

const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
/** What builds and runs the app without being part of it. */
const isTool = (path: string) =>
  /^electron\/runtime\/|^assets\/.*\.mjs$|\/vite\.(\w+\.)?config\.ts$/.test(path)

/** The folder of the house that a path lies in. */
const houseOf = (path: string) => path.split('/')[0] ?? ''

/** What each folder of the house may import of the others. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  assets: ['assets', 'shared'],
  electron: ['electron', 'shared', 'assets'],
  renderer: ['renderer', 'shared', 'assets'],
}

/** Why a file may not import something; undefined when it may. */
function objection(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? objectionToFile(path, specifier) : objectionToPackage(path, specifier)
}

function objectionToFile(path: string, specifier: string): string | undefined {
  const target = resolveBeside(path, specifier)
  const [from, to] = [houseOf(path), houseOf(target)]
  if (isTool(path) && isTool(target))
    return existsBeside(path, specifier) ? undefined : 'there is no such file'
  if (!(mayImport[from] ?? []).includes(to)) return `${from} imports nothing of ${to}`
  if (isTool(target) && !isTool(path)) return 'the app does not use its tools'
  if (isTool(path)) return 'the tools do not use the app'
  if (target === 'electron/preload.ts') return 'the preload is a bundle of its own'
  if (path === 'electron/preload.ts' && to !== 'shared') return 'the preload knows only the contract'
  if (!/\.\w+$/.test(target)) return 'imports name their file with its extension'
  return existsBeside(path, specifier) ? undefined : 'there is no such file'
}

function objectionToPackage(path: string, specifier: string): string | undefined {
  const [house, name] = [houseOf(path), packageOf(specifier)]
  if (isNode(name)) return objectionToNode(path, name)
  if (isTool(path)) return undefined
  if (onlyInTests.test(name)) return 'only tests use it'
  if (onlyInTools.test(name)) return 'only tools use it'
  if (house === 'shared' || house === 'assets') {
    const rooms = domainPackages[name] ?? []
    return rooms.includes('*') || rooms.includes(path.split('/')[1] ?? '') ? undefined : 'the domain is pure'
  }
  if (house === 'renderer' && onlyInMain.test(name)) return 'the page knows no Electron'
  if (house === 'electron' && onlyInRenderer.test(name)) return 'the main process draws nothing'
  return undefined
}

function objectionToNode(path: string, name: string): string | undefined {
  if (isTool(path)) return undefined
  if (houseOf(path) !== 'electron' || path === 'electron/preload.ts')
    return 'only the main process knows Node'
  if (network.includes(name.replace('node:', ''))) return 'the app opens no connection'
  return name.startsWith('node:') ? undefined : 'Node’s modules are named with node:'
}

const sources = sourcesBelow(Object.keys(mayImport))
const among = (folder: string) => sources.filter(({ path }) => houseOf(path) === folder)

function complaints(of: readonly Source[]): readonly string[] {
  return of.flatMap(({ path, imports }) =>
    imports.flatMap((specifier) => {
      const reason = objection(path, specifier)
      return reason ? [`${path} imports ${specifier}: ${reason}`] : []
    }),
  )
}

describe('the rooms of the house', () => {
  test.each(['shared', 'assets', 'electron', 'renderer'])('%s imports only what it may', (folder) => {
    expect(complaints(among(folder))).toEqual([])
  })

  test('every file can be read by the bundler', () => {
    expect(sources.flatMap(({ path, errors }) => errors.map((message) => `${path}: ${message}`))).toEqual([])
  })

  test('shared asks for no clock, no randomness and no global', () => {
    expect(among('shared').flatMap(({ path, impure }) => impure.map((use) => `${path}: ${use}`))).toEqual([])
  })

  test('every package that is imported is named in package.json', () => {
    const declared = declaredPackages()
    const undeclared = [...sources, ...sourcesBelow(['test'])].flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => !specifier.startsWith('.') && !isNode(packageOf(specifier)))
        .filter((specifier) => !declared.has(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}`),
    )
    expect(undeclared).toEqual([])
  })

  test('no file is named for nothing in the domain, and none only passes on others', () => {
    const vague = /(^|\/)(utils?|helpers?|types?|managers?|misc|common|index)\.tsx?$/i
    expect(
      sources.filter(({ path, isBarrel }) => isBarrel || vague.test(path)).map(({ path }) => path),
    ).toEqual([])
  })
})

describe('the rules themselves', () => {
  test.each([
    ['shared/plan/plan.ts', '../../electron/main.ts', 'shared imports nothing of electron'],
    ['shared/plan/plan.ts', '../../renderer/main.tsx', 'shared imports nothing of renderer'],
    ['shared/plan/plan.ts', 'react', 'the domain is pure'],
    ['shared/plan/plan.ts', 'electron', 'the domain is pure'],
    ['shared/plan/plan.ts', 'temporal-polyfill', 'the domain is pure'],
    ['shared/plan/plan.ts', 'node:fs', 'only the main process knows Node'],
    ['shared/plan/plan.ts', 'crypto', 'only the main process knows Node'],
    ['assets/sample/practice.ts', '../../electron/main.ts', 'assets imports nothing of electron'],
    ['renderer/main.tsx', '../electron/preload.ts', 'renderer imports nothing of electron'],
    ['renderer/main.tsx', 'electron', 'the page knows no Electron'],
    ['renderer/main.tsx', 'node:path', 'only the main process knows Node'],
    ['renderer/main.tsx', 'fast-check', 'only tests use it'],
    ['electron/main.ts', '../renderer/main.tsx', 'electron imports nothing of renderer'],
    ['electron/main.ts', '../test/support/until.ts', 'electron imports nothing of test'],
    ['electron/main.ts', './runtime/resolve.mjs', 'the app does not use its tools'],
    ['electron/main.ts', 'react', 'the main process draws nothing'],
    ['electron/main.ts', 'node:https', 'the app opens no connection'],
    ['electron/main.ts', 'fs', 'Node’s modules are named with node:'],
    ['electron/main.ts', 'vite', 'only tools use it'],
    ['electron/main.ts', './nowhere.ts', 'there is no such file'],
    ['electron/main.ts', '../shared/plan/plan', 'imports name their file with its extension'],
    ['electron/preload.ts', 'node:fs', 'only the main process knows Node'],
    ['electron/preload.ts', './planHost.ts', 'the preload knows only the contract'],
    ['electron/runtime/build.mjs', '../../shared/plan/plan.ts', 'the tools do not use the app'],
  ])('object to %s importing %s', (path, specifier, reason) => {
    expect(objection(path, specifier)?.startsWith(reason)).toBe(true)
  })

  test.each([
    ['shared/time/zone.ts', 'temporal-polyfill'],
    ['shared/plan/plan.ts', 'zod'],
    ['electron/storage/shards.ts', 'electron-store'],
    ['electron/storage/shards.ts', 'node:fs'],
    ['electron/preload.ts', 'electron'],
    ['electron/runtime/build.mjs', 'vite'],
    ['assets/icon/draw.mjs', '../../electron/runtime/resolve.mjs'],
    ['assets/icon/draw.mjs', 'playwright-core'],
    ['electron/vite.main.config.ts', 'vite'],
    ['renderer/main.tsx', 'react-dom/client'],
  ])('let %s import %s', (path, specifier) => {
    expect(objection(path, specifier)).toBeUndefined()
  })

  test('know a file that only passes on others', () => {
    const isBarrel = (text: string) => readSource('sample.ts', text).isBarrel
    expect(isBarrel(`export * from './a.ts'\nexport { b } from './b.ts'`)).toBe(true)
    expect(isBarrel(`export * from './a.ts'\nexport const b = 1`)).toBe(false)
    expect(isBarrel('')).toBe(false)
  })

  test('see every way to import and to ask the outer world', () => {
    const text = `import a from 'a'
      import type { B } from 'b'
      export * from 'c'
      export { d } from 'd'
      let e: import('e').E
      import f = require('f')
      const g = await import('g')
      const h = require('h')
      import 'i'
      export const when = [Date.now(), new Date(), Date(), Math.random(), performance.now(), Temporal.Now.instant()]
      export const id = crypto.randomUUID() + dayjs()
      export const pure = [new Date(0), Math.max(1), dayjs('2026-01-01'), Temporal.PlainDate]`
    const { imports, impure } = readSource('sample.ts', text)
    expect([...imports].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
    expect([...impure].sort()).toEqual([
      'Date()',
      'Date.now',
      'Math.random',
      'Temporal.Now',
      'Temporal.Now.instant',
      'crypto.randomUUID',
      'dayjs()',
      'new Date()',
      'performance.now',
    ])
  })
})

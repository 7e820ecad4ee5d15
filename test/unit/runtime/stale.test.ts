import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundles, fingerprint, staleBundles } from '../../../electron/runtime/stale.mjs'

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name)
const built = { main: '1', preload: '2', renderer: '3' }

describe('the bundles to build', () => {
  test.each([
    ['none when nothing changed', built, built, () => true, []],
    ['all when none was built', {}, built, () => false, ['main', 'preload', 'renderer']],
    ['those whose sources changed', built, { ...built, renderer: '4' }, () => true, ['renderer']],
    ['those whose output is missing', built, built, (file: string) => !file.includes('preload'), ['preload']],
  ])('are %s', (_, recorded, current, exists, expected) => {
    expect(names(staleBundles(recorded, current, exists))).toEqual(expected)
  })

  test('each depend on shared and on the locked packages', () => {
    for (const { inputs } of bundles)
      expect(inputs).toEqual(expect.arrayContaining(['shared', 'package-lock.json']))
  })
})

describe('the fingerprint of sources', () => {
  let folder = ''
  const inputs = ['electron', 'absent', 'package.json']
  const now = () => fingerprint(folder, inputs, 'production')

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'headroom-stale-'))
    mkdirSync(join(folder, 'electron/runtime'), { recursive: true })
    for (const file of ['electron/main.ts', 'electron/runtime/tool.mjs', 'package.json', 'unrelated.ts']) {
      writeFileSync(join(folder, file), 'a')
      utimesSync(join(folder, file), 1000, 1000)
    }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('stays the same when nothing changed, or only what the bundle cannot hold', () => {
    const before = now()
    writeFileSync(join(folder, 'unrelated.ts'), 'other')
    writeFileSync(join(folder, 'electron/runtime/tool.mjs'), 'other')
    expect(now()).toBe(before)
  })

  test.each([
    ['a file is written', () => writeFileSync(join(folder, 'electron/main.ts'), 'longer')],
    ['a file is touched', () => utimesSync(join(folder, 'electron/main.ts'), 2000, 2000)],
    ['a file is added', () => writeFileSync(join(folder, 'electron/new.ts'), '')],
    ['a file is removed', () => rmSync(join(folder, 'electron/main.ts'))],
    ['a missing input appears', () => writeFileSync(join(folder, 'absent'), '')],
  ])('changes when %s', (_, change) => {
    const before = now()
    change()
    expect(now()).not.toBe(before)
  })

  test('differs between development and production', () => {
    expect(fingerprint(folder, inputs, 'development')).not.toBe(now())
  })
})

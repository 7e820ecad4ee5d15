import { describe, expect, test } from 'vitest'
import { failureHolds, isFailureValid } from '../../../electron/runtime/electronPackage.mjs'
import { sharedCache } from '../../../electron/runtime/paths.mjs'
import { placeOf } from '../../../electron/runtime/registryRuntime.mjs'
import { waysToTry } from '../../../electron/runtime/resolve.mjs'

const fresh = { named: undefined, installed: false, failedLately: false }
const linux = { platform: 'linux', arch: 'x64' }

describe('the order in which an Electron is looked for', () => {
  test.each([
    [
      'a named one is the only one',
      { ...fresh, ...linux, named: '/opt/e', installed: true },
      ['environment'],
    ],
    ['the installed package comes next', { ...fresh, ...linux, installed: true }, ['package']],
    ['then its download, then the registry', { ...fresh, ...linux }, ['download', 'registry']],
    [
      'a download that failed lately is not tried again',
      { ...fresh, ...linux, failedLately: true },
      ['registry'],
    ],
    ['an empty name is none', { ...fresh, ...linux, named: '' }, ['download', 'registry']],
  ])('%s', (_, situation, ways) => {
    expect(waysToTry(situation)).toEqual(ways)
  })

  test.each([
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ])('on %s %s there is only the download, tried again even when it failed lately', (platform, arch) => {
    for (const failedLately of [false, true]) {
      expect(waysToTry({ ...fresh, platform, arch, failedLately })).toEqual(['download'])
    }
  })

  test.each(['linux', 'darwin', 'win32'])('on %s a named one and an installed one come first', (platform) => {
    expect(waysToTry({ ...fresh, platform, arch: 'x64', named: 'e' })).toEqual(['environment'])
    expect(waysToTry({ ...fresh, platform, arch: 'x64', installed: true })).toEqual(['package'])
  })
})

describe('a remembered failure', () => {
  const failure = { network: 'home', at: 1_000_000 }

  test.each([
    ['holds at once', failure, 'home', failure.at, true],
    ['holds until its time is over', failure, 'home', failure.at + failureHolds - 1, true],
    ['ends with its time', failure, 'home', failure.at + failureHolds, false],
    ['says nothing about another network', failure, 'office', failure.at, false],
    ['says nothing when the clock was set back', failure, 'home', failure.at - 1, false],
    ['says nothing without its time', { network: 'home' }, 'home', 0, false],
    ['says nothing when it is damaged', { network: 'home', at: '1' }, 'home', 2, false],
  ])('%s', (_, remembered, network, now, expected) => {
    expect(isFailureValid(remembered, network, now)).toBe(expected)
  })
})

describe('the runtime from the registry', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/LICENSES.chromium.html', 'LICENSES.chromium.html'],
    ['Cypress/LICENSE.electron.txt', 'LICENSE.electron.txt'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/resources/app/index.js', undefined],
    ['Cypress/resources/app-update.yml', undefined],
    ['Cypress/resources/', undefined],
    ['Cypress/', undefined],
    ['Cypress/../evil', undefined],
    ['elsewhere/file', undefined],
  ])('takes %s as %s', (entry, place) => {
    expect(placeOf(entry)).toBe(place)
  })

  test('is shared below XDG_CACHE_HOME, or ~/.cache when that is missing or relative', () => {
    expect(sharedCache({ XDG_CACHE_HOME: '/big/cache' }, '/home/a')).toBe('/big/cache/headroom-dev')
    expect(sharedCache({ XDG_CACHE_HOME: 'cache' }, '/home/a')).toBe('/home/a/.cache/headroom-dev')
    expect(sharedCache({}, '/home/a')).toBe('/home/a/.cache/headroom-dev')
  })
})

import { describe, expect, test } from 'vitest'
import { isAtLeast, outOfStep } from '../../../electron/runtime/packages.mjs'

describe('the version of Node', () => {
  test.each([
    ['20.19.0', true],
    ['v20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.9', false],
    ['18.99.99', false],
    ['20.9.0', false],
    ['21.0.0-nightly', true],
  ])('%s is at least 20.19.0: %s', (version, expected) => {
    expect(isAtLeast(version, '20.19.0')).toBe(expected)
  })
})

describe('installed packages', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const b = { version: '2.0.0', integrity: 'sha512-b' }
  const optional = { ...b, optional: true }
  const locked = { packages: { '': { version: '0.1.0' }, 'node_modules/a': a, 'node_modules/b': optional } }

  test.each([
    ['are in step when all are there', { packages: { 'node_modules/a': a, 'node_modules/b': b } }, []],
    ['are in step without what other platforms need', { packages: { 'node_modules/a': a } }, []],
    ['are not when nothing is installed', undefined, ['node_modules/a']],
    ['are not when one is missing', { packages: { 'node_modules/b': b } }, ['node_modules/a']],
    [
      'are not when a version differs',
      { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } },
      ['node_modules/a'],
    ],
    [
      'are not when the content differs',
      { packages: { 'node_modules/a': { ...a, integrity: 'x' } } },
      ['node_modules/a'],
    ],
    [
      'are not when an optional one differs',
      { packages: { 'node_modules/a': a, 'node_modules/b': a } },
      ['node_modules/b'],
    ],
    ['may be more than the lock file names', { packages: { 'node_modules/a': a, 'node_modules/c': b } }, []],
  ])('%s', (_, installed, expected) => {
    expect(outOfStep(locked, installed)).toEqual(expected)
  })
})

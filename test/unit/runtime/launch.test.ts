import { describe, expect, test } from 'vitest'
import { callFor } from '../../../electron/runtime/launch.mjs'

const linux = { platform: 'linux', uid: 1000, env: { DISPLAY: ':0' } }
const noDisplay = 'there is no display: Headroom runs on a virtual one (Xvfb)'
const noSandbox = 'started as root: Electron runs without its sandbox, in development only'

describe('a developer’s start', () => {
  test.each([
    ['Linux with a display', linux, false, ['/app', '--x'], []],
    ['Wayland', { ...linux, env: { WAYLAND_DISPLAY: 'w' } }, false, ['/app', '--x'], []],
    ['no display', { ...linux, env: {} }, true, ['/app', '--x'], [noDisplay]],
    ['root', { ...linux, uid: 0 }, false, ['--no-sandbox', '/app', '--x'], [noSandbox]],
    [
      'root, no display',
      { ...linux, uid: 0, env: {} },
      true,
      ['--no-sandbox', '/app', '--x'],
      [noDisplay, noSandbox],
    ],
    ['macOS', { platform: 'darwin', uid: 501, env: {} }, false, ['/app', '--x'], []],
    ['macOS as root', { platform: 'darwin', uid: 0, env: {} }, false, ['/app', '--x'], []],
    ['Windows', { platform: 'win32', uid: undefined, env: {} }, false, ['/app', '--x'], []],
  ])('on %s', (_, place, isVirtual, args, notes) => {
    expect(callFor('/app', ['--x'], place)).toEqual({ args, isVirtual, notes })
  })
})

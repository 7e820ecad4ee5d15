import { expect, test } from 'vitest'
import { matches, readable } from '../../../renderer/actions/keys.ts'

const key = (given: Partial<KeyboardEvent>) => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...given,
})

test.each([
  ['Ctrl+Z on Linux', key({ key: 'z', ctrlKey: true }), 'mod+z', 'linux', true],
  ['⌘Z on a Mac', key({ key: 'z', metaKey: true }), 'mod+z', 'darwin', true],
  ['Ctrl+Z on a Mac', key({ key: 'z', ctrlKey: true }), 'mod+z', 'darwin', false],
  ['Ctrl+Shift+Z is not Ctrl+Z', key({ key: 'Z', ctrlKey: true, shiftKey: true }), 'mod+z', 'linux', false],
  ['Ctrl+Shift+Z', key({ key: 'Z', ctrlKey: true, shiftKey: true }), 'mod+shift+z', 'linux', true],
  ['? with Shift', key({ key: '?', shiftKey: true }), '?', 'linux', true],
  ['N is not Ctrl+N', key({ key: 'n', ctrlKey: true }), 'n', 'linux', false],
  ['1 is not Shift+1', key({ key: '1', shiftKey: true }), '1', 'linux', false],
] as const)('%s', (_name, press, keys, platform, expected) =>
  expect(matches(press, keys, platform)).toBe(expected),
)

test('keys read as the desktop writes them', () => {
  expect(readable('mod+shift+z', 'darwin', {})).toBe('⌘⇧Z')
  expect(readable('mod+shift+z', 'linux', { mod: 'Strg', shift: 'Umschalt' })).toBe('Strg+Umschalt+Z')
})

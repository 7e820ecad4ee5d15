import { describe, expect, it } from 'vitest'
import { isOpenable } from '../../../electron/documents/openable.ts'

describe('what may be handed to the desktop', () => {
  const table: readonly (readonly [NodeJS.Platform, string, boolean])[] = [
    ['linux', '/home/ada/Contracts/SOW 2.pdf', true],
    ['linux', '/home/ada/scan.JPEG', true],
    ['darwin', '/Users/ada/letter.docx', true],
    ['win32', 'C:\\Users\\Ada\\SOW 2.pdf', true],
    ['win32', 'd:/contracts/sow.odt', true],
    // Not absolute, or absolute elsewhere.
    ['linux', 'SOW.pdf', false],
    ['linux', '../SOW.pdf', false],
    ['linux', 'file:///home/ada/SOW.pdf', false],
    ['linux', 'C:\\SOW.pdf', false],
    ['win32', '\\SOW.pdf', false],
    ['win32', 'C:SOW.pdf', false],
    // Programs, and what a desktop runs.
    ['linux', '/home/ada/run.sh', false],
    ['linux', '/home/ada/SOW.pdf.desktop', false],
    ['linux', '/home/ada/noending', false],
    ['linux', '/home/ada/.pdf', false],
    ['linux', '/home/ada/page.html', false],
    ['darwin', '/Applications/Calculator.app', false],
    ['win32', 'C:\\Windows\\notepad.exe', false],
    ['win32', 'C:\\macro.docm', false],
    ['win32', 'C:\\link.pdf.lnk', false],
    ['win32', 'C:\\a.pdf:evil.pdf', false],
    ['win32', 'C:\\a.exe. ', false],
    // Shares: a look at one opens a connection.
    ['win32', '\\\\server\\share\\SOW.pdf', false],
    ['win32', '//server/share/SOW.pdf', false],
    ['win32', '\\\\?\\C:\\SOW.pdf', false],
    ['linux', '//server/SOW.pdf', false],
    ['linux', '/home/ada/SOW\0.pdf', false],
  ]
  it.each(table)('on %s, %j: %s', (platform, path, expected) => {
    expect(isOpenable(path, platform)).toBe(expected)
  })
})

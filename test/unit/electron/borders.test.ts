import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { SendingFrame } from '../../../electron/ipc/sender.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { emptyPlan } from '../../../shared/plan/plan.ts'

vi.mock('electron', () => ({ app: {}, ipcMain: {}, protocol: {}, shell: {}, webContents: {} }))

const { answer } = await import('../../../electron/protocol/appProtocol.ts')
const { contentPolicy } = await import('../../../electron/protocol/contentPolicy.ts')
const { checkSender } = await import('../../../electron/ipc/sender.ts')
const { externalAddress } = await import('../../../electron/security/externalLinks.ts')
const { isAppPage, isWindowPage } = await import('../../../electron/security/contentsGuard.ts')

const folder = mkdtempSync(join(tmpdir(), 'headroom-pages-'))
const root = join(folder, 'renderer')
mkdirSync(join(root, 'assets'), { recursive: true })
writeFileSync(join(root, 'index.html'), '<!doctype html>')
writeFileSync(join(root, 'assets', 'a b.js'), 'export {}')
writeFileSync(join(root, 'notes.txt'), 'text')
writeFileSync(join(folder, 'secret.html'), 'secret')
mkdirSync(join(folder, 'renderer-other'))
writeFileSync(join(folder, 'renderer-other', 'x.html'), 'other')
symlinkSync(join(folder, 'secret.html'), join(root, 'link.html'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('app://', () => {
  test.each([
    ['GET', 'app://headroom/', 200, 'text/html; charset=utf-8'],
    ['GET', 'app://headroom/index.html?x=1#y', 200, 'text/html; charset=utf-8'],
    ['GET', 'app://headroom/assets/a%20b.js', 200, 'text/javascript; charset=utf-8'],
    ['HEAD', 'app://headroom/', 405, null],
    ['POST', 'app://headroom/', 405, null],
    ['GET', 'app://headroom/assets/', 403, null],
    ['GET', 'app://headroom/notes.txt', 403, null],
    ['GET', 'app://headroom/missing.html', 404, null],
    ['GET', 'app://headroom/link.html', 403, null],
    ['GET', 'app://headroom/..%2fsecret.html', 400, null],
    ['GET', 'app://headroom/..%2frenderer-other/x.html', 400, null],
    ['GET', 'app://headroom/..%5csecret.html', 400, null],
    ['GET', 'app://headroom/%2e%2e/secret.html', 404, null],
    ['GET', 'app://headroom//etc/passwd.html', 404, null],
    ['GET', 'app://headroom/%00.html', 400, null],
    ['GET', 'app://headroom/%ff.html', 400, null],
    ['GET', 'app://other/index.html', 404, null],
    ['GET', 'app://headroom.evil/index.html', 404, null],
    ['GET', 'app://user:pass@headroom/index.html', 404, null],
  ])('%s %s is answered with %d, and with the policy', async (method, url, status, type) => {
    const response = await answer(root, { method, url })
    expect(response.status).toBe(status)
    if (type === null) expect(await response.text()).toBe('')
    else expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('allows nothing inline and nothing from elsewhere', () => {
    expect(contentPolicy).not.toMatch(/unsafe-|\*|http/)
    expect(contentPolicy.split('; ')[0]).toBe("default-src 'none'")
  })
})

describe('a message', () => {
  const frame = { url: 'app://headroom/', parent: null }
  const from = (senderFrame: SendingFrame | null) => ({ senderFrame, sender: { mainFrame: senderFrame } })

  test('of the app’s own top frame is taken', () => {
    expect(() => checkSender(from(frame))).not.toThrow()
    expect(() => checkSender(from({ ...frame, url: 'app://headroom/index.html?x#y' }))).not.toThrow()
  })

  test.each([
    null,
    { ...frame, parent: {} },
    { ...frame, url: '' },
    { ...frame, url: 'about:blank' },
    { ...frame, url: 'data:text/html,x' },
    { ...frame, url: 'file:///index.html' },
    { ...frame, url: 'https://headroom/' },
    { ...frame, url: 'app://headroom.evil/' },
    { ...frame, url: 'app://evil/headroom/' },
    { ...frame, url: 'app://headroom:1/' },
    { ...frame, url: 'apps://headroom/' },
  ])('of %o is not', (foreign) => {
    expect(() => checkSender(from(foreign))).toThrow('untrusted sender')
  })

  test('[S11] asks for nothing that main alone carries out', () => {
    const asks = (command: object) => requests['plan/execute'].safeParse({ id: 'x', command }).success
    const plan = emptyPlan('Europe/Berlin')
    expect(asks({ type: 'plan/start', plan })).toBe(true)
    expect(asks({ type: 'plan/restore', plan })).toBe(false)
    expect(asks({ type: 'invoice/stored', id: 'i', pdf: { file: 'x.pdf', sha256: 'a'.repeat(64) } })).toBe(
      false,
    )
  })

  test('of a frame that is no longer, or never was, the window’s own is not', () => {
    for (const mainFrame of [null, { ...frame }]) {
      expect(() => checkSender({ senderFrame: frame, sender: { mainFrame } })).toThrow('untrusted sender')
    }
  })
})

describe('an address', () => {
  test.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['mailto:anna@example.com', 'mailto:anna@example.com'],
    ['http://example.com/', null],
    ['https://user:pass@example.com/', null],
    ['file:///etc/passwd', null],
    ['smb://host/share', null],
    ['ms-msdt:/id', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.com', null],
    ['', null],
  ])('%s is handed to the desktop as %s', (url, opened) => {
    expect(externalAddress(url)).toBe(opened)
  })

  test.each([
    ['app://headroom/', true, true],
    ['app://headroom/index.html', true, true],
    ['app://headroom/document.html', true, false],
    ['app://headroom/evil.html', false, false],
    ['app://other/', false, false],
    ['about:blank', false, false],
    ['', false, false],
  ])('%s is a page of the app: %s, a window: %s', (url, isPage, isWindow) => {
    expect([isAppPage(url), isWindowPage(url)]).toEqual([isPage, isWindow])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { applicationMenu } from '../../../electron/menu/applicationMenu.ts'
import { menuWords } from '../../../electron/menu/menuWords.ts'

type Item = MenuItemConstructorOptions

/** The sources below a folder of the project, as text. */
function sourcesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const root = join(import.meta.dirname, '../../..', folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function menu(platform: string, developer = false, act: (id: string) => void = () => {}): readonly Item[] {
  return applicationMenu({ words: menuWords('de'), platform, developer, act })
}

function flat(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flat((item.submenu as Item[] | undefined) ?? [])])
}

describe('the menu', () => {
  test.each(['linux', 'win32', 'darwin'])(
    'on %s names only actions that the window has, and carries them out',
    (platform) => {
      const carriedOut: string[] = []
      const items = flat(menu(platform, false, (id) => carriedOut.push(id))).filter(
        ({ click }) => click !== undefined,
      )
      for (const item of items) (item.click as unknown as () => void)()
      expect(carriedOut).toEqual(items.map(({ id }) => id))
      const known = new Set(
        sourcesBelow('renderer').flatMap(({ text }) =>
          [...text.matchAll(/\bid: '([a-z.]+)'/g)].map((match) => match[1]),
        ),
      )
      expect(carriedOut.filter((id) => !known.has(id))).toEqual([])
      expect(carriedOut).toContain('session.new')
    },
  )

  test('shows keys without taking them from the window', () => {
    const shown = flat(menu('linux')).filter(
      ({ accelerator, role }) => accelerator !== undefined && role === undefined,
    )
    expect(shown.length).toBeGreaterThan(2)
    for (const item of shown) expect([item.id, item.registerAccelerator]).toEqual([item.id, false])
  })

  test('enlarges by the key of the plus sign with and without Shift', () => {
    const larger = flat(menu('linux')).filter(({ role }) => role === 'zoomIn')
    expect(larger.map(({ accelerator, visible }) => [accelerator, visible])).toEqual([
      [undefined, undefined],
      ['CommandOrControl+=', false],
    ])
  })

  test('has developer tools only where the app is not packaged', () => {
    const hasTools = (developer: boolean) =>
      flat(menu('linux', developer)).some(({ role }) => role === 'toggleDevTools')
    expect([hasTools(true), hasTools(false)]).toEqual([true, false])
  })

  test('names everything in the language asked for', () => {
    for (const { label, type } of flat(menu('darwin', true)))
      if (type !== 'separator') expect(label).toBeTruthy()
    expect(menu('linux').map(({ label }) => label)).toEqual([
      'Datei',
      'Bearbeiten',
      'Ansicht',
      'Gehe zu',
      'Hilfe',
    ])
  })
})

test('[S1] every window is made with the same closed preferences, written out', () => {
  const made = sourcesBelow('electron').filter(({ text }) => text.includes('new BrowserWindow('))
  expect(made.length).toBeGreaterThan(0)
  for (const { path, text } of made) {
    for (const closed of [
      'nodeIntegrationInWorker: false',
      'navigateOnDragDrop: false',
      'sandbox: true',
      'contextIsolation: true',
      'webviewTag: false',
    ]) {
      expect([path, text.includes(closed)]).toEqual([path, true])
    }
  }
})

import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { desktopRules } from '../../../electron/desktop/platform.ts'
import { HeadroomTray, type TrayChoice, type TrayElectron } from '../../../electron/tray/tray.ts'
import { iconParts, trayImage } from '../../../electron/tray/trayImage.ts'
import type { TrayModel, TrayState } from '../../../electron/tray/trayMenu.ts'

const platforms = ['linux', 'win32', 'darwin']
const states: readonly TrayState[] = ['room', 'full', 'over']
const linux = desktopRules('linux')

const model = (given: Partial<TrayModel> = {}): TrayModel => ({
  state: 'room',
  count: 0,
  tooltip: 'Headroom',
  lines: [
    { kind: 'fact', text: 'R&D' },
    { kind: 'separator' },
    { kind: 'choices', text: 'More', lines: [{ kind: 'action', action: { do: 'open' }, text: 'Open' }] },
  ],
  ...given,
})

/** Stands in for Electron's tray, menu and pictures; a picture is the list of what it was made of. */
function desktop(platform: string) {
  const did: string[] = []
  const menus: MenuItemConstructorOptions[][] = []
  const clicks: (() => void)[] = []
  const chosen: TrayChoice[] = []
  const electron = {
    Tray: class {
      constructor(image: { readonly parts: readonly string[] }) {
        did.push(`made ${image.parts.length}`)
      }
      setImage = () => did.push('image')
      setTitle = (title: string) => did.push(`title ${title}`)
      setToolTip = () => {}
      setContextMenu = () => did.push('menu')
      on = (_event: string, listen: () => void) => clicks.push(listen)
    },
    Menu: { buildFromTemplate: (items: MenuItemConstructorOptions[]) => menus.push(items) },
    images: fakeImages(),
  }
  const tray = new HeadroomTray(
    electron as unknown as TrayElectron,
    desktopRules(platform),
    model(),
    (choice) => chosen.push(choice),
  )
  return { tray, did, menus, clicks, chosen }
}

function fakeImages() {
  const make = (url = '') => {
    const parts: string[] = []
    return {
      parts,
      url,
      addRepresentation: ({ scaleFactor, buffer }: { scaleFactor?: number; buffer?: Buffer }) =>
        parts.push(`${scaleFactor}${buffer === undefined ? '' : ' drawn'}`),
      setTemplateImage: () => parts.push('template'),
      toBitmap: () => Buffer.alloc(4),
    }
  }
  return { createEmpty: () => make(), createFromDataURL: make }
}

describe('the icon', () => {
  it('has three states, and the number of what needs attention where the desktop has no place beside it', () => {
    const of = (platform: string, count: number) =>
      states.map((state) => iconParts({ state, count }, desktopRules(platform)))
    expect(of('linux', 0).map(({ mark, badge }) => [mark, badge])).toEqual([
      ['room', null],
      ['full', null],
      ['over', null],
    ])
    expect(of('win32', 3)).toEqual([
      { mark: 'room', hole: 'hole', badge: 'badge3' },
      { mark: 'full', hole: 'hole', badge: 'badge3' },
      { mark: 'overCounted', hole: 'hole', badge: 'badge3' },
    ])
    expect(iconParts({ state: 'room', count: 10 }, linux).badge).toBe('badge9+')
    expect(of('darwin', 3).map(({ mark, badge }) => [mark, badge])).toEqual([
      ['roomTemplate', null],
      ['fullTemplate', null],
      ['overTemplate', null],
    ])
  })

  it('is there for every state and number, in every size that a desktop wants', () => {
    for (const platform of platforms)
      for (const state of states)
        for (let count = 0; count <= 11; count += 1) {
          const rules = desktopRules(platform)
          const images = fakeImages() as unknown as TrayElectron['images']
          const image = trayImage({ state, count }, rules, images) as unknown as { parts: string[] }
          const sizes = Object.values(rules.traySizes).map((scale) =>
            count > 0 && platform !== 'darwin' ? `${scale} drawn` : `${scale}`,
          )
          expect(image.parts).toEqual(platform === 'darwin' ? [...sizes, 'template'] : sizes)
        }
  })
})

describe('the tray', () => {
  it('is drawn anew where something has changed, and left alone where nothing has', () => {
    const { tray, did } = desktop('linux')
    expect(did).toEqual(['made 1', 'menu'])
    tray.show(model())
    tray.show(model({ state: 'over' }))
    tray.show(model({ state: 'over', count: 2 }))
    tray.show(model({ state: 'over', count: 2, tooltip: 'later' }))
    tray.show(model({ state: 'over', count: 12, tooltip: 'later' }))
    // Nine and more look alike.
    tray.show(model({ state: 'over', count: 13, tooltip: 'later' }))
    expect(did.slice(2)).toEqual(['image', 'menu', 'image', 'menu', 'menu', 'image', 'menu', 'menu'])
  })

  it('macOS has the number beside the icon, and its menu opens with a click', () => {
    const { tray, did, clicks } = desktop('darwin')
    tray.show(model({ count: 12 }))
    tray.show(model())
    expect(did.filter((one) => one !== 'menu')).toEqual(['made 3', 'title ', 'title 12', 'title '])
    expect([clicks.length, desktop('linux').clicks.length]).toEqual([0, 1])
  })

  it('a click on the icon and a choice of the menu are told', () => {
    const { menus, clicks, chosen } = desktop('win32')
    const items = menus.at(-1) ?? []
    expect(items[0]).toEqual({ label: 'R&&D', enabled: false })
    clicks[0]?.()
    const { submenu } = items[2] ?? {}
    const open = Array.isArray(submenu) ? submenu[0] : undefined
    open?.click?.(...([] as unknown as Parameters<NonNullable<typeof open.click>>))
    expect(chosen).toEqual([{ kind: 'icon' }, { kind: 'action', action: { do: 'open' }, text: 'Open' }])
  })
})

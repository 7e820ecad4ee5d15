import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron'
import type { DesktopRules } from '../desktop/platform.ts'
import { type ImageMaker, iconParts, trayImage } from './trayImage.ts'
import type { TrayLine, TrayModel } from './trayMenu.ts'

/** The parts of Electron that the tray needs. */
export interface TrayElectron {
  readonly Tray: new (image: NativeImage) => Tray
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly images: ImageMaker
}

/** What the planner chose in the tray: an entry of its menu, or the icon itself. */
export type TrayChoice = Extract<TrayLine, { kind: 'session' | 'action' }> | { readonly kind: 'icon' }

/**
 * The icon in the tray. Made once and kept: an icon that is destroyed and made anew loses its place, and on Linux
 * (electron#49517) may not come back.
 */
export class HeadroomTray {
  readonly #electron: TrayElectron
  readonly #rules: DesktopRules
  readonly #chosen: (choice: TrayChoice) => void
  /** Made when they are first shown. */
  readonly #images = new Map<string, NativeImage>()
  readonly #tray: Tray
  #shown: TrayModel

  constructor(
    electron: TrayElectron,
    rules: DesktopRules,
    model: TrayModel,
    chosen: (choice: TrayChoice) => void,
  ) {
    this.#electron = electron
    this.#rules = rules
    this.#chosen = chosen
    this.#tray = new electron.Tray(this.#image(model))
    this.#shown = model
    this.#drawText(model)
    if (rules.trayClickOpens) this.#tray.on('click', () => chosen({ kind: 'icon' }))
  }

  /** Shows a model; what is shown already is left alone, so that an open menu stays open. */
  show(model: TrayModel): void {
    const before = this.#shown
    this.#shown = model
    const image = this.#image(model)
    if (image !== this.#image(before)) this.#tray.setImage(image)
    if (JSON.stringify(model) !== JSON.stringify(before)) this.#drawText(model)
  }

  #image(model: TrayModel): NativeImage {
    const key = Object.values(iconParts(model, this.#rules)).join(' ')
    const known = this.#images.get(key)
    if (known !== undefined) return known
    const made = trayImage(model, this.#rules, this.#electron.images)
    this.#images.set(key, made)
    return made
  }

  #drawText(model: TrayModel): void {
    this.#tray.setToolTip(model.tooltip)
    if (this.#rules.trayNumber === 'beside') this.#tray.setTitle(model.count === 0 ? '' : String(model.count))
    // Set anew after every change: Linux does not see a change of the menu it has.
    this.#tray.setContextMenu(
      this.#electron.Menu.buildFromTemplate(model.lines.map((line) => this.#item(line))),
    )
  }

  #item(line: TrayLine): MenuItemConstructorOptions {
    if (line.kind === 'separator') return { type: 'separator' }
    const label = this.#rules.menuLabel(line.text)
    if (line.kind === 'fact') return { label, enabled: false }
    if (line.kind === 'choices') return { label, submenu: line.lines.map((choice) => this.#item(choice)) }
    return { label, click: () => this.#chosen(line) }
  }
}

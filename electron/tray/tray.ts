import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron'
import { trayPictures } from '../../assets/generated/trayPictures.ts'
import type { DesktopRules } from '../desktop/platform.ts'
import type { TrayLine, TrayModel, TrayState } from './trayMenu.ts'

/** The parts of Electron that the tray needs. */
export interface TrayElectron {
  readonly Tray: new (image: NativeImage) => Tray
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly emptyImage: () => NativeImage
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
  readonly #images: Readonly<Record<TrayState, NativeImage>>
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
    const image = (state: TrayState) => trayImage(electron.emptyImage(), state, rules)
    this.#images = { room: image('room'), full: image('full'), over: image('over') }
    this.#tray = new electron.Tray(this.#images[model.state])
    this.#shown = model
    this.#drawText(model)
    if (rules.trayClickOpens) this.#tray.on('click', () => chosen({ kind: 'icon' }))
  }

  /** Shows a model; what is shown already is left alone, so that an open menu stays open. */
  show(model: TrayModel): void {
    const before = this.#shown
    this.#shown = model
    if (model.state !== before.state) this.#tray.setImage(this.#images[model.state])
    if (JSON.stringify(model) !== JSON.stringify(before)) this.#drawText(model)
  }

  #drawText(model: TrayModel): void {
    this.#tray.setToolTip(model.tooltip)
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

function trayImage(image: NativeImage, state: TrayState, rules: DesktopRules): NativeImage {
  const pictures = trayPictures[`${state}${rules.trayPicture}`] ?? {}
  for (const [pixels, scaleFactor] of Object.entries(rules.traySizes)) {
    const picture = pictures[Number(pixels)]
    if (picture === undefined) throw new Error(`the tray has no ${state} picture of ${pixels} pixels`)
    image.addRepresentation({ scaleFactor, dataURL: `data:image/png;base64,${picture}` })
  }
  if (rules.trayPicture === 'Template') image.setTemplateImage(true)
  return image
}

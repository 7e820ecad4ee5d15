import type { NativeImage, nativeImage } from 'electron'
import { trayPictures } from '../../assets/generated/trayPictures.ts'
import { cutOut, drawnOver } from '../desktop/pixels.ts'
import type { DesktopRules } from '../desktop/platform.ts'
import type { TrayModel } from './trayMenu.ts'

/** The part of Electron that makes pictures. */
export type ImageMaker = Pick<typeof nativeImage, 'createEmpty' | 'createFromDataURL'>

/** What the icon shows of a model. */
export type Shown = Pick<TrayModel, 'state' | 'count'>

/** The pictures of which one icon is made, bottom to top: the mark, the hole for a number, and the number. */
export interface IconParts {
  readonly mark: string
  readonly hole: string | null
  readonly badge: string | null
}

/** More than these are not counted at a glance. */
const MOST = 9

/** What the icon is made of; where the number stands beside the icon, as on macOS, the icon has none. */
export function iconParts({ state, count }: Shown, { trayPicture, trayNumber }: DesktopRules): IconParts {
  if (trayNumber === 'beside' || count === 0)
    return { mark: `${state}${trayPicture}`, hole: null, badge: null }
  const badge = `badge${count > MOST ? `${MOST}+` : count}`
  return { mark: state === 'over' ? 'overCounted' : state, hole: 'hole', badge }
}

/** The icon, in the sizes that the desktop wants. */
export function trayImage(shown: Shown, rules: DesktopRules, make: ImageMaker): NativeImage {
  const { mark, hole, badge } = iconParts(shown, rules)
  const image = make.createEmpty()
  for (const [size, scaleFactor] of Object.entries(rules.traySizes)) {
    const pixels = Number(size)
    const picture = (name: string) => pictureOf(name, pixels)
    if (hole === null || badge === null) image.addRepresentation({ scaleFactor, dataURL: picture(mark) })
    else {
      const bitmap = (name: string) => make.createFromDataURL(picture(name)).toBitmap()
      const buffer = drawnOver(cutOut(bitmap(mark), bitmap(hole)), bitmap(badge))
      image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer })
    }
  }
  if (rules.trayPicture === 'Template') image.setTemplateImage(true)
  return image
}

function pictureOf(name: string, pixels: number): string {
  const picture = trayPictures[name]?.[pixels]
  if (picture === undefined) throw new Error(`the tray has no picture ${name} of ${pixels} pixels`)
  return `data:image/png;base64,${picture}`
}

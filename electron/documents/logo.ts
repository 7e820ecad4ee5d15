import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { app, type BrowserWindow, dialog, nativeImage } from 'electron'
import type { LogoReply } from '../../shared/ipc/contract.ts'
import { regularFile } from '../exchange/regularFile.ts'
import { pictureHead } from './pictureHead.ts'

/** The largest file that is read. */
const LARGEST_FILE = 20_000_000
/** The most pixels a side that are decoded: a small file can be a huge picture. */
const MOST_PIXELS = 8000
/** A logo on paper is at most 70 × 18 mm: this is more than 300 dots an inch. */
const WIDEST = 1000
const HIGHEST = 500
/** The most characters of base64 that the plan keeps (`Picture`). */
const MOST_KEPT = 400_000

/** Asks for a picture, and gives it as the plan keeps it. */
export async function chooseLogo(window: BrowserWindow, kind: string): Promise<LogoReply> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('pictures'),
    properties: ['openFile'],
    filters: [{ name: kind, extensions: ['png', 'jpg', 'jpeg'] }],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return { state: 'cancelled' }
  const size = await regularFile(path)
  if (size === null) return failed('unreadable')
  return size > LARGEST_FILE ? failed('large') : keptLogo(await readFile(path))
}

const failed = (code: string): LogoReply => ({ state: 'failed', code })

/**
 * A picture as the plan keeps it: of a kind that its own bytes tell, no larger than paper can show, written anew so that
 * nothing but the picture is kept (a photograph's bytes also say where it was taken), and named by its hash.
 */
export function keptLogo(bytes: Buffer): LogoReply {
  const head = pictureHead(bytes)
  if (head === null) return failed('type')
  if (head.width > MOST_PIXELS || head.height > MOST_PIXELS) return failed('large')
  const image = nativeImage.createFromBuffer(bytes)
  if (image.isEmpty()) return failed('unreadable')
  const { width, height } = image.getSize()
  let scale = Math.min(1, WIDEST / width, HIGHEST / height)
  for (;;) {
    const sized =
      scale === 1 ? image : image.resize({ width: Math.max(1, Math.round(width * scale)), quality: 'best' })
    const kept = head.type === 'image/png' ? sized.toPNG() : sized.toJPEG(90)
    const data = kept.toString('base64')
    if (data.length <= MOST_KEPT)
      return {
        state: 'chosen',
        name: createHash('sha256').update(kept).digest('hex'),
        picture: { type: head.type, data },
      }
    scale *= 0.7
  }
}

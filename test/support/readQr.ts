import { execFileSync } from 'node:child_process'
import jsQR from 'jsqr'

/** A picture in grey, a byte a pixel. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The text of the QR code in a picture; null where none is read. */
export function readQr({ width, height, pixels }: Grey): string | null {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (const [i, grey] of pixels.entries()) rgba.set([grey, grey, grey, 255], i * 4)
  const found = jsQR(rgba, width, height)
  return found === null ? null : new TextDecoder().decode(Uint8Array.from(found.binaryData))
}

/** A page of a PDF as a printer sets it, at 200 dots an inch. */
export function pageAsGrey(path: string, page: number): Grey {
  const [first, last] = ['-f', '-l'].map((option) => [option, String(page)])
  const pgm = execFileSync('pdftoppm', [...(first ?? []), ...(last ?? []), '-r', '200', '-gray', path], {
    maxBuffer: 64_000_000,
  })
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? []
  return { width: Number(width), height: Number(height), pixels: pgm.subarray(head.length) }
}

/** Dark modules as a picture with the white margin that a code needs. */
export function modulesAsGrey(isDark: (x: number, y: number) => boolean, size: number): Grey {
  const [scale, margin] = [4, 4]
  const width = (size + 2 * margin) * scale
  const pixels = new Uint8Array(width * width).fill(255)
  for (let y = 0; y < size * scale; y += 1)
    for (let x = 0; x < size * scale; x += 1)
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels[(y + margin * scale) * width + x + margin * scale] = 0
  return { width, height: width, pixels }
}

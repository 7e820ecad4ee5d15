import { crc32, deflateSync } from 'node:zlib'

/** A picture's pixels, row by row, four bytes each (red, green, blue, and alpha, which is taken for full). */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

const MOST_COLOURS = 256
/** So many are kept as they are: the grounds of a screen, which must not change their hue. */
const EXACT = 96

/**
 * A PNG of at most 256 colours, a quarter of the size of one of all colours. A picture of a screen has few that matter:
 * the most frequent ones stay, each other becomes the nearest of them.
 */
export function smallPng({ width, height, rgba }: Pixels): Buffer {
  const pixels = new Uint32Array(width * height)
  const counts = new Map<number, number>()
  for (let i = 0; i < pixels.length; i++) {
    const at = i * 4
    const colour = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0)
    pixels[i] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x] ?? 0) ?? 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...parts(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * The colours to keep: by how often they stand, but behind the first of those that are hardly told apart only one, so
 * that a rare but telling one finds room.
 */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  for (let apart = 0; ; apart += 12) {
    const kept: number[] = []
    for (const colour of byCount) {
      if (kept.length > MOST_COLOURS) break
      if (kept.length < EXACT || kept.every((other) => distance(colour, other) > apart)) kept.push(colour)
    }
    if (kept.length <= MOST_COLOURS) return kept
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (const [index, other] of palette.entries()) {
    const far = distance(colour, other)
    if (far < least) [best, least] = [index, far]
  }
  return best
}

/** The square of the distance of two colours. */
function distance(a: number, b: number): number {
  const [first, second] = [parts(a), parts(b)]
  return (first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2 + (first[2] - second[2]) ** 2
}

function parts(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** Width, height, 8 bits a pixel, by palette. */
function head(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.writeUInt8(8, 8)
  bytes.writeUInt8(3, 9)
  return bytes
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

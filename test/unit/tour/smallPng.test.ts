import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallPng } from '../../tour/smallPng.ts'

/** The chunks of a PNG by their type, each held against its checksum. */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4))
    at += 12 + length
  }
  return chunks
}

/** The colours of a picture, read back. */
function coloursOf(png: Buffer): readonly (readonly number[])[] {
  const chunks = chunksOf(png)
  const part = (type: string) => chunks.get(type) ?? Buffer.alloc(0)
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)]
  const rows = inflateSync(part('IDAT'))
  return Array.from({ length: width * height }, (_, i) => {
    const place = rows.readUInt8(Math.floor(i / width) * (width + 1) + 1 + (i % width))
    return [...part('PLTE').subarray(place * 3, place * 3 + 3)]
  })
}

test('a picture of few colours keeps every one', () => {
  const colours = [
    [255, 255, 255],
    [0, 0, 0],
    [47, 91, 215],
    [255, 255, 254],
    [200, 50, 43],
    [0, 0, 0],
  ]
  const rgba = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]))
  expect(coloursOf(smallPng({ width: 3, height: 2, rgba }))).toEqual(colours)
})

test('of more colours than fit, each becomes one that is near', () => {
  const width = 64
  const colours = Array.from({ length: width * width }, (_, i) => [
    (i % width) * 4,
    Math.floor(i / width) * 4,
    128,
  ])
  const rgba = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]))
  const kept = coloursOf(smallPng({ width, height: width, rgba }))
  expect(new Set(kept.map(String)).size).toBeLessThanOrEqual(256)
  const far = kept.map((colour, i) => Math.hypot(...colour.map((part, at) => part - (colours[i]?.[at] ?? 0))))
  expect(Math.max(...far)).toBeLessThan(25)
})

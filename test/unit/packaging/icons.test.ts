import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { icnsOf, icoOf } from '../../../assets/icon/containers.mjs'

const folder = 'assets/icon'

/** Width and height as a PNG's head says. */
function pngSize(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** What is inside an ICO: the size that is written in the list, and the content. */
function icoParts(ico: Buffer) {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
    return { size: ico.readUInt8(at) || 256, content: ico.subarray(offset, offset + length) }
  })
}

function icnsParts(icns: Buffer) {
  expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const parts: { readonly type: string; readonly content: Buffer }[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    parts.push({
      type: icns.subarray(at, at + 4).toString('latin1'),
      content: icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)),
    })
  return parts
}

/** The four channels of an ICNS's small picture, unpacked one after the other. */
function unpacked(content: Buffer): readonly number[] {
  expect(content.subarray(0, 4).toString('latin1')).toBe('ARGB')
  const out: number[] = []
  for (let at = 4; at < content.length; ) {
    const head = content.readUInt8(at)
    if (head < 128) out.push(...content.subarray(at + 1, at + 2 + head))
    else out.push(...Array<number>(head - 125).fill(content.readUInt8(at + 1)))
    at += head < 128 ? head + 2 : 2
  }
  return out
}

describe('the icon', () => {
  test('is there for Linux in the sizes that its names say', () => {
    for (const name of readdirSync(`${folder}/icons`)) {
      const size = Number.parseInt(name, 10)
      expect(name).toBe(`${size}x${size}.png`)
      expect(pngSize(readFileSync(`${folder}/icons/${name}`))).toEqual([size, size])
    }
  })

  test('is there for Windows in the sizes of its scales', () => {
    const parts = icoParts(readFileSync(`${folder}/icon.ico`))
    expect(parts.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
    for (const { size, content } of parts) {
      if (size === 256) expect(pngSize(content)).toEqual([256, 256])
      else {
        expect([content.readInt32LE(4), content.readInt32LE(8)]).toEqual([size, size * 2])
        expect(content.length).toBe(40 + size * size * 4 + Math.ceil(size / 32) * 4 * size)
        // The mark fills the middle, and the corner is free.
        expect(content.readUInt8(40 + 4 * ((size / 2) * size + size / 2) + 3)).toBe(255)
        expect(content.readUInt8(40 + 3)).toBe(0)
      }
    }
  })

  test('is there for macOS from 16 pixels to 1024', () => {
    const parts = icnsParts(readFileSync(`${folder}/icon.icns`))
    const sizes = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 }
    expect(new Set(parts.map(({ type }) => type))).toEqual(new Set(['ic04', 'ic05', ...Object.keys(sizes)]))
    for (const { type, content } of parts) {
      if (type === 'ic04') expect(unpacked(content)).toHaveLength(16 * 16 * 4)
      else if (type === 'ic05') expect(unpacked(content)).toHaveLength(32 * 32 * 4)
      else expect(pngSize(content)[0]).toBe(sizes[type as keyof typeof sizes])
    }
  })
})

describe('what an icon is packed into', () => {
  /** Runs longer than one count, single bytes, and pairs: what packing has to tell apart. */
  const rgba = Uint8Array.from({ length: 16 * 16 * 4 }, (_, at) =>
    at < 600 ? 7 : at % 11 < 3 ? 9 : at % 251,
  )

  test('gives back every pixel of a small picture in ICNS', () => {
    const [part] = icnsParts(icnsOf([{ size: 16, png: Buffer.alloc(0), rgba }]))
    const channels = [3, 0, 1, 2].flatMap((channel) => [...rgba.filter((_, at) => at % 4 === channel)])
    expect(unpacked(part?.content ?? Buffer.alloc(0))).toEqual(channels)
  })

  test('keeps an ICO from below, blue first', () => {
    const [part] = icoParts(icoOf([{ size: 16, png: Buffer.alloc(0), rgba }]))
    const last = 15 * 16 * 4
    expect([...(part?.content.subarray(40, 44) ?? [])]).toEqual([
      rgba[last + 2],
      rgba[last + 1],
      rgba[last],
      rgba[last + 3],
    ])
  })
})

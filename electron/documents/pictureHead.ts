import type { Picture } from '../../shared/plan/business.ts'

/** What the first bytes of a picture say. */
export interface PictureHead {
  readonly type: Picture['type']
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Markers among those of frames that begin tables. */
const TABLES = new Set([0xc4, 0xc8, 0xcc])

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Kind and size of a picture by its bytes, whatever its name is; null for what is neither PNG nor JPEG. */
export function pictureHead(bytes: Buffer): PictureHead | null {
  if (bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG))
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  return bytes.length >= 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegHead(bytes) : null
}

/** The frame header (ISO 10918-1, B.2.2) comes after segments that say their length. */
function jpegHead(bytes: Buffer): PictureHead | null {
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && !TABLES.has(marker)) return frame(bytes, at)
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function frame(bytes: Buffer, at: number): PictureHead {
  return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
}

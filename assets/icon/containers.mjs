/**
 * The two files that hold an icon in several sizes: .ico of Windows and .icns of macOS. Small sizes are kept as pixels
 * in both, since neither system takes PNG for them everywhere.
 */

/**
 * @typedef {{
 *   size: number,
 *   png: Buffer,
 *   rgba: Uint8Array,
 * }} Picture a square picture: its edge in pixels, as PNG, and row by row, not premultiplied; no pixels from 256 on
 */

/**
 * Windows' ICO: a list of what is inside, then bitmaps of 32 bits, and from 256 on PNG.
 * @param {readonly Picture[]} pictures
 */
export function icoOf(pictures) {
  const contents = pictures.map((picture) => (picture.size < 256 ? bitmapOf(picture) : picture.png))
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(({ size }, index) => {
    const length = contents[index]?.length ?? 0
    const entry = Buffer.alloc(16)
    // 256 is written as 0, having one byte.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += length
    return entry
  })
  return Buffer.concat([head, ...entries, ...contents])
}

/**
 * A bitmap as it stands in an ICO: head (BITMAPINFOHEADER, twice as high), rows from below as BGRA, and a mask that
 * nothing asks where there is alpha.
 * @param {Picture} picture
 */
function bitmapOf({ size, rgba }) {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(size, 4)
  head.writeInt32LE(size * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const rows = Array.from({ length: size }, (_, row) => {
    const bytes = Buffer.from(rgba.subarray((size - 1 - row) * size * 4, (size - row) * size * 4))
    for (let at = 0; at < bytes.length; at += 4) {
      const red = bytes.readUInt8(at)
      bytes.writeUInt8(bytes.readUInt8(at + 2), at)
      bytes.writeUInt8(red, at + 2)
    }
    return bytes
  })
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size)
  return Buffer.concat([head, ...rows, mask])
}

/** The types of macOS by size; those of twice the scale name the same pixels as the next size. */
const icnsTypes = /** @type {Readonly<Record<number, readonly string[]>>} */ ({
  16: ['ic04'],
  32: ['ic05', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
})

/**
 * macOS' ICNS: PNG, and for the two small sizes at the ordinary scale pixels (`ic04`, `ic05`), as iconutil writes them.
 * @param {readonly Picture[]} pictures
 */
export function icnsOf(pictures) {
  const parts = pictures.flatMap((picture) =>
    (icnsTypes[picture.size] ?? []).map((type) =>
      named(type, type === 'ic04' || type === 'ic05' ? packedPixels(picture) : picture.png),
    ),
  )
  return named('icns', Buffer.concat(parts))
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function named(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

/**
 * `ARGB`, then each channel by itself, its runs packed: a byte below 128 says how many plain bytes follow, less one;
 * one from 128 on how often the next byte stands, plus 125.
 * @param {Picture} picture
 */
function packedPixels({ rgba }) {
  const channels = [3, 0, 1, 2].map((channel) => packed(rgba.filter((_, at) => at % 4 === channel)))
  return Buffer.concat([Buffer.from('ARGB'), ...channels])
}

/** @param {Uint8Array} bytes */
function packed(bytes) {
  /** @type {number[]} */
  const out = []
  /** @type {number[]} */
  let plain = []
  const flush = () => {
    if (plain.length > 0) out.push(plain.length - 1, ...plain)
    plain = []
  }
  for (let at = 0; at < bytes.length; ) {
    const run = runAt(bytes, at)
    if (run >= 3) {
      flush()
      out.push(run + 125, bytes[at] ?? 0)
      at += run
    } else {
      plain.push(bytes[at] ?? 0)
      if (plain.length === 128) flush()
      at += 1
    }
  }
  flush()
  return Buffer.from(out)
}

/**
 * How often the byte stands in a row, at most 130 times.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function runAt(bytes, at) {
  let run = 1
  while (run < 130 && bytes[at + run] === bytes[at]) run += 1
  return run
}

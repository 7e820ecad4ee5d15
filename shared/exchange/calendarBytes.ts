/**
 * The bytes of a calendar file made ready for a decoder. The decoder itself (TextDecoder) belongs to the platform; what it
 * is told is decided here.
 */

/** The name that a TextDecoder knows an encoding by. */
export type CalendarEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes that decode without loss by `encoding`. `guessed` when nothing in the file says so. */
export interface EncodedCalendar {
  readonly encoding: CalendarEncoding
  readonly bytes: Uint8Array
  readonly guessed: boolean
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09

/**
 * Finds the encoding: a byte order mark, UTF-16 without one, UTF-8 (RFC 5545 §3.1.4), else Windows-1252, which old exporters
 * write. Folds that cut a UTF-8 sequence in two (RFC 5545 §3.1 folds octets) are moved behind it, so lines keep their numbers.
 */
export function encodedCalendar(bytes: Uint8Array): EncodedCalendar {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bytes, guessed: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bytes, guessed: false }
  if (bytes[0] !== 0 && bytes[1] === 0) return { encoding: 'utf-16le', bytes, guessed: true }
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes.length > 1)
    return { encoding: 'utf-16be', bytes, guessed: true }
  const joined = joinSplitSequences(bytes)
  if (isUtf8(joined)) return { encoding: 'utf-8', bytes: joined, guessed: false }
  return { encoding: 'windows-1252', bytes, guessed: true }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** How many bytes follow a lead byte of UTF-8; 0 for ASCII, −1 for what cannot begin a sequence. */
function following(lead: number): number {
  if (lead < 0x80) return 0
  if (lead >= 0xc2 && lead <= 0xdf) return 1
  if (lead >= 0xe0 && lead <= 0xef) return 2
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1
}

/** Whether all bytes are UTF-8 sequences. Overlong ones and surrogates are left to the decoder. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const count = following(bytes[i] as number)
    if (count < 0) return false
    for (let k = 0; k < count; k++) if (!isContinuation(bytes[++i])) return false
  }
  return true
}

/** Moves the rest of a sequence that a fold cut in front of the fold. The same array where nothing was cut. */
function joinSplitSequences(bytes: Uint8Array): Uint8Array {
  let joined: Uint8Array | null = null
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const blank = bytes[at + 1]
    if ((blank !== SPACE && blank !== TAB) || !isContinuation(bytes[at + 2])) continue
    // Not slice(): that of a Node Buffer shares its memory.
    joined ??= new Uint8Array(bytes)
    const from = bytes[at - 1] === CR ? at - 1 : at
    let end = at + 2
    while (isContinuation(bytes[end])) end++
    const fold = bytes.subarray(from, at + 2)
    joined.set(bytes.subarray(at + 2, end), from)
    joined.set(fold, from + end - at - 2)
  }
  return joined ?? bytes
}

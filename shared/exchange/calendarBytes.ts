/**
 * The bytes of a calendar file made ready for a decoder. The decoder itself (TextDecoder) belongs to the platform; what it
 * is told is decided here.
 */

import { isContinuation, isUtf8, type TextEncoding, utf16Of } from './textEncoding.ts'

/** Bytes that decode without loss by `encoding`. `guessed` when nothing in the file says so. */
export interface EncodedCalendar {
  readonly encoding: TextEncoding
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
  const wide = utf16Of(bytes)
  if (wide !== null) return { ...wide, bytes }
  const joined = joinSplitSequences(bytes)
  if (isUtf8(joined)) return { encoding: 'utf-8', bytes: joined, guessed: false }
  return { encoding: 'windows-1252', bytes, guessed: true }
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

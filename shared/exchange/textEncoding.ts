/** How the bytes of a file write its letters, told from the bytes alone. */

/** The encodings that files are read in, by the names that a TextDecoder knows them by. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** An encoding; `guessed` where nothing in the file says so. */
export interface FoundEncoding {
  readonly encoding: TextEncoding
  readonly guessed: boolean
}

/** UTF-16 by its byte order mark, or by the zero beside a first ASCII letter; null for what is none. */
export function utf16Of(bytes: Uint8Array): FoundEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', guessed: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', guessed: false }
  if (bytes[0] !== 0 && bytes[1] === 0) return { encoding: 'utf-16le', guessed: true }
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes.length > 1) return { encoding: 'utf-16be', guessed: true }
  return null
}

/**
 * The encoding of a table: UTF-16, UTF-8, else Windows-1252, which holds Latin-1 (ISO 8859-1) and is what older
 * exporters write. A letter that the end of a half-written file cuts in two does not speak against UTF-8.
 */
export function encodingOf(bytes: Uint8Array): FoundEncoding {
  const wide = utf16Of(bytes)
  if (wide !== null) return wide
  if (isUtf8(bytes, true)) return { encoding: 'utf-8', guessed: false }
  return { encoding: 'windows-1252', guessed: true }
}

/** Whether a byte goes on with a UTF-8 sequence. */
export function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** How many bytes follow a lead byte of UTF-8; 0 for ASCII, −1 for what cannot begin a sequence. */
function following(lead: number): number {
  if (lead < 0x80) return 0
  if (lead >= 0xc2 && lead <= 0xdf) return 1
  if (lead >= 0xe0 && lead <= 0xef) return 2
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1
}

/** Whether all bytes are UTF-8 sequences; the last one may be cut where `mayBeCut`. Overlong ones and surrogates are left to the decoder. */
export function isUtf8(bytes: Uint8Array, mayBeCut = false): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const count = following(bytes[i] as number)
    if (count < 0) return false
    for (let k = 0; k < count; k++) {
      if (mayBeCut && i + 1 === bytes.length) return true
      if (!isContinuation(bytes[++i])) return false
    }
  }
  return true
}

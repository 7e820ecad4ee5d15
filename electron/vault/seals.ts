import { decrypted, encrypted, KeyRecord } from './keyRecord.ts'

/**
 * How encrypted content lies on disk: as text, since electron-store reads its files as text and a journal is read by
 * lines.
 *
 *     headroom-sealed-1.<key record, base64>.<content, base64>     a whole file
 *     headroom-line-1.<content, base64>                            a line of a journal
 *
 * A file carries its key record, so that a backup can be opened on another computer by the passphrase alone.
 */
const FILE = 'headroom-sealed-1.'
const LINE = 'headroom-line-1.'

/** The key of the data and the record that it came from. */
export interface OpenKey {
  readonly key: Uint8Array
  readonly record: KeyRecord
}

/** Whether these are the bytes of an encrypted file. */
export function isSealed(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, FILE.length)).toString('latin1') ===
    FILE
  )
}

/** Encrypts a file's bytes. */
export function sealFile(bytes: Uint8Array, { key, record }: OpenKey): Buffer {
  const head = `${FILE}${Buffer.from(JSON.stringify(record)).toString('base64')}.`
  return Buffer.from(head + encrypted(bytes, key, 'file').toString('base64'), 'latin1')
}

/** The bytes of an encrypted file; null where the key is another one, or the file is damaged. */
export function openFile(bytes: Uint8Array, key: Uint8Array): Buffer | null {
  const text = Buffer.from(bytes).toString('latin1')
  const at = text.indexOf('.', FILE.length)
  return at < 0 ? null : decrypted(Buffer.from(text.slice(at + 1), 'base64'), key, 'file')
}

/** The record that an encrypted file carries; null where it cannot be read. */
export function recordIn(bytes: Uint8Array): KeyRecord | null {
  const text = Buffer.from(bytes.subarray(0, 2000)).toString('latin1')
  const at = text.indexOf('.', FILE.length)
  if (!text.startsWith(FILE) || at < 0) return null
  try {
    const read = KeyRecord.safeParse(
      JSON.parse(Buffer.from(text.slice(FILE.length, at), 'base64').toString('utf8')),
    )
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Whether this is an encrypted line of a journal. */
export const isSealedLine = (line: string): boolean => line.startsWith(LINE)

/** Encrypts a line without its end. */
export function sealLine(line: string, key: Uint8Array): string {
  return LINE + encrypted(Buffer.from(line), key, 'line').toString('base64')
}

/** An encrypted line as it was; null where the key is another one, or the line is damaged. */
export function openLine(line: string, key: Uint8Array): string | null {
  return decrypted(Buffer.from(line.slice(LINE.length), 'base64'), key, 'line')?.toString('utf8') ?? null
}

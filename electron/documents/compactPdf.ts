import { deflateSync } from 'node:zlib'

/**
 * The same PDF with all that is no stream packed and compressed (object streams and a cross-reference stream, ISO 32000-1
 * 7.5.7 and 7.5.8): Chromium writes the structure of a tagged page as plain text, which is nine tenths of a long invoice.
 * What is not written as Chromium writes it comes back as it was.
 */
export function compactPdf(pdf: Buffer): Buffer {
  const parsed = parse(pdf)
  return parsed === null ? pdf : write(parsed)
}

interface PdfObject {
  readonly id: number
  readonly body: Buffer
  readonly isStream: boolean
}

interface Parsed {
  /** Each object once, in the order of its place in the file. */
  readonly objects: readonly PdfObject[]
  /** Entries of the trailer that a cross-reference stream takes over. */
  readonly trailer: string
  readonly size: number
}

const HEAD = /^xref\r?\n0 (\d+)\r?\n/
const ENTRY_LENGTH = 20

function parse(pdf: Buffer): Parsed | null {
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 64)))
  const table = Number(tail?.[1] ?? Number.NaN)
  const head = HEAD.exec(pdf.toString('latin1', table, table + 40))
  if (head === null) return null
  const size = Number(head[1])
  const entries = pdf.toString('latin1', table + head[0].length, table + head[0].length + size * ENTRY_LENGTH)
  const trailer = trailerOf(pdf.toString('latin1', table + head[0].length + size * ENTRY_LENGTH))
  const objects = objectsOf(pdf, placesOf(entries, size), table)
  return trailer === null || objects === null ? null : { objects, trailer, size }
}

interface Place {
  readonly id: number
  readonly from: number
}

/** Where the objects in use begin, in the order of the file. */
function placesOf(entries: string, size: number): Place[] {
  return Array.from({ length: size }, (_, id) => entries.slice(id * ENTRY_LENGTH, (id + 1) * ENTRY_LENGTH))
    .flatMap((entry, id) => {
      const [, from] = /^(\d{10}) 00000 n/.exec(entry) ?? []
      return from === undefined ? [] : [{ id, from: Number(from) }]
    })
    .sort((a, b) => a.from - b.from)
}

function objectsOf(pdf: Buffer, places: readonly Place[], end: number): PdfObject[] | null {
  const objects: PdfObject[] = []
  for (const [i, { id, from }] of places.entries()) {
    const whole = pdf.subarray(from, places[i + 1]?.from ?? end)
    const opening = `${id} 0 obj`
    const close = whole.lastIndexOf('endobj')
    if (whole.toString('latin1', 0, opening.length) !== opening || close < 0) return null
    const body = trimmed(whole.subarray(opening.length, close))
    objects.push({ id, body, isStream: body.subarray(-'endstream'.length).equals(Buffer.from('endstream')) })
  }
  return objects.length === 0 ? null : objects
}

function trimmed(bytes: Buffer): Buffer {
  const isSpace = (byte: number | undefined) => byte === 10 || byte === 13 || byte === 32
  let [from, to] = [0, bytes.length]
  while (from < to && isSpace(bytes[from])) from += 1
  while (to > from && isSpace(bytes[to - 1])) to -= 1
  return bytes.subarray(from, to)
}

function trailerOf(text: string): string | null {
  const root = /\/Root \d+ 0 R/.exec(text)?.[0]
  if (root === undefined || /\/(Prev|Encrypt|XRefStm)\b/.test(text)) return null
  const info = /\/Info \d+ 0 R/.exec(text)?.[0] ?? ''
  const id = /\/ID \[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]/.exec(text)?.[0] ?? ''
  return [root, info, id].filter((part) => part !== '').join(' ')
}

/** Entries of the cross-reference stream: kind, then place or container, then index within it. */
const WIDTHS = [1, 4, 2] as const
/** Objects that one container holds: its index has two bytes. */
const MOST_PACKED = 10_000

function write({ objects, trailer, size }: Parsed): Buffer {
  // The comment of bytes above 127 says that the file is binary.
  const chunks = [Buffer.from('%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')]
  let at = chunks[0]?.length ?? 0
  const rows = new Map<number, readonly [kind: number, place: number, index: number]>([[0, [0, 0, 65_535]]])
  const add = (id: number, body: Buffer) => {
    rows.set(id, [1, at, 0])
    const bytes = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    chunks.push(bytes)
    at += bytes.length
  }
  for (const { id, body, isStream } of objects) if (isStream) add(id, body)
  const plain = objects.filter(({ isStream }) => !isStream)
  let next = size
  for (let from = 0; from < plain.length; from += MOST_PACKED) {
    const packed = plain.slice(from, from + MOST_PACKED)
    for (const [index, { id }] of packed.entries()) rows.set(id, [2, next, index])
    add(next, containerOf(packed))
    next += 1
  }
  const table = at
  rows.set(next, [1, table, 0])
  const entries = Buffer.concat(Array.from({ length: next + 1 }, (_, id) => entryOf(rows.get(id))))
  add(next, streamOf(`/Type /XRef /Size ${next + 1} /W [${WIDTHS.join(' ')}] ${trailer}`, entries))
  chunks.push(Buffer.from(`startxref\n${table}\n%%EOF\n`))
  return Buffer.concat(chunks)
}

function containerOf(objects: readonly PdfObject[]): Buffer {
  let offset = 0
  const index = objects.map(({ id, body }) => {
    const entry = `${id} ${offset}`
    offset += body.length + 1
    return entry
  })
  const head = Buffer.from(`${index.join(' ')}\n`)
  const bodies = objects.flatMap(({ body }) => [body, Buffer.from('\n')])
  return streamOf(
    `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
    Buffer.concat([head, ...bodies]),
  )
}

function streamOf(entries: string, content: Buffer): Buffer {
  // The fastest level: the best would take twice the time for a tenth less.
  const bytes = deflateSync(content, { level: 1 })
  return Buffer.concat([
    Buffer.from(`<<${entries} /Filter /FlateDecode /Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** An object that is not in use is free. */
function entryOf(row: readonly [number, number, number] = [0, 0, 0]): Buffer {
  const entry = Buffer.alloc(7)
  entry.writeUInt8(row[0], 0)
  entry.writeUInt32BE(row[1], 1)
  entry.writeUInt16BE(row[2], 5)
  return entry
}

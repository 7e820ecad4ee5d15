import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compactPdf } from '../../../electron/documents/compactPdf.ts'

/** A PDF as Chromium writes one: objects in any order of their numbers, one table, one trailer. */
function aPdf(bodies: Readonly<Record<number, string>>, trailer = '/Root 2 0 R\n/Info 1 0 R'): Buffer {
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'
  const places = new Map<number, number>()
  for (const [id, body] of Object.entries(bodies).reverse()) {
    places.set(Number(id), text.length)
    text += `${id} 0 obj\n${body}\nendobj\n`
  }
  const size = Math.max(...places.keys()) + 1
  const rows = Array.from({ length: size }, (_, id) => {
    const at = places.get(id)
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length
  text += `xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}\n${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const stream = '<</Length 5>> stream\nabcde\nendstream'
const bodies = {
  1: '<</Title (ends in endstream)>>',
  2: '<</Type /Catalog /Pages 3 0 R>>',
  3: '<</Type /Pages /Kids [4 0 R] /Count 1>>',
  4: '<</Type /Page /Parent 3 0 R /Contents 6 0 R>>',
  6: stream,
}

/** The objects of a compact file, read by its own table. */
function objectsIn(pdf: Buffer): Record<number, string> {
  const text = pdf.toString('latin1')
  const table = Number(/startxref\s(\d+)/.exec(text)?.[1])
  const content = (at: number) => {
    const [whole = '', , dictionary = '', length] =
      /^(\d+) 0 obj\n(<<.*?\/Length (\d+)>>)\nstream\n/s.exec(text.slice(at)) ?? []
    const from = at + whole.length
    return { dictionary, bytes: inflateSync(pdf.subarray(from, from + Number(length))) }
  }
  const read = new Map<number, { first: number; all: string; numbers: number[] }>()
  const container = (at: number) => {
    const known = read.get(at)
    if (known !== undefined) return known
    const { dictionary, bytes } = content(at)
    const first = Number(/\/First (\d+)/.exec(dictionary)?.[1])
    const all = bytes.toString('latin1')
    const parts = { first, all, numbers: all.slice(0, first).trim().split(/\s+/).map(Number) }
    read.set(at, parts)
    return parts
  }
  const { dictionary, bytes } = content(table)
  expect(dictionary).toMatch(/\/Root 2 0 R \/Info 1 0 R/)
  const found: Record<number, string> = {}
  for (let id = 0; id * 7 < bytes.length; id += 1) {
    const [kind, place, index] = [
      bytes[id * 7],
      bytes.readUInt32BE(id * 7 + 1),
      bytes.readUInt16BE(id * 7 + 5),
    ]
    if (kind === 1) found[id] = /^\d+ 0 obj\n(.*?)\nendobj/s.exec(text.slice(place))?.[1] ?? ''
    if (kind !== 2) continue
    const { first, all, numbers } = container(bytes.readUInt32BE(place * 7 + 1))
    expect(numbers[index * 2]).toBe(id)
    const [from, to] = [numbers[index * 2 + 1] ?? 0, numbers[index * 2 + 3]]
    found[id] = all.slice(first + from, to === undefined ? undefined : first + to).trim()
  }
  return found
}

describe('a compact PDF', () => {
  it('holds every object as it was, by its number', () => {
    const compact = compactPdf(aPdf(bodies))
    expect(compact.toString('latin1', 0, 8)).toBe('%PDF-1.7')
    expect(objectsIn(compact)).toMatchObject(bodies)
  })

  it('is much smaller where much of it is structure', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [
        i + 7,
        `<</Type /StructElem\n/S /TD\n/P ${i} 0 R\n/ID (node${i})>>`,
      ]),
    )
    const pdf = aPdf({ ...bodies, ...many })
    const compact = compactPdf(pdf)
    expect(compact.length).toBeLessThan(pdf.length / 5)
    expect(objectsIn(compact)).toMatchObject(many)
  })

  it.each([
    ['no PDF', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['one that was changed after it was written', aPdf(bodies, '/Root 2 0 R\n/Prev 17')],
    ['an encrypted one', aPdf(bodies, '/Root 2 0 R\n/Encrypt 9 0 R')],
    ['one without a root', aPdf(bodies, '/Info 1 0 R')],
  ])('leaves %s as it is', (_, pdf) => {
    expect(compactPdf(pdf)).toBe(pdf)
  })
})

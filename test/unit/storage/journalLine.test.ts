import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type JournalLine,
  journalText,
  parseJournalLine,
  readJournal,
  unbrokenAround,
  unbrokenEnd,
} from '../../../shared/storage/journalLine.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function aLine(rev: number, given: Partial<JournalLine> = {}): JournalLine {
  return {
    rev,
    version: currentVersion,
    at: '2026-11-23T08:00:00.000Z',
    kind: 'do',
    of: null,
    type: 'session/change',
    subject: 'Zürich „Überblick“ \u2028 ","sum":"0000000000000000"}',
    undoable: true,
    patches: [{ op: 'replace', path: ['years', '2026', 'sessions', 'a', 'minutes'], value: rev }],
    inverse: [{ op: 'replace', path: ['years', '2026', 'sessions', 'a', 'minutes'], value: rev - 1 }],
    ...given,
  }
}

const revs = (lines: readonly JournalLine[]) => lines.map(({ rev }) => rev)

describe('a line of the journal', () => {
  test('comes back as it was, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (subject, value) => {
        const line = aLine(1, { subject, patches: [{ op: 'add', path: ['practice', subject], value }] })
        const text = journalText(line, digest)
        expect(text.indexOf('\n')).toBe(text.length - 1)
        expect(parseJournalLine(text.slice(0, -1), digest)).toEqual(JSON.parse(JSON.stringify(line)))
      }),
    )
  })

  test('is refused with any single character changed', () => {
    const text = journalText(aLine(7), digest).slice(0, -1)
    for (let i = 0; i < text.length; i += 1) {
      const other = text[i] === '7' ? '8' : '7'
      expect(parseJournalLine(text.slice(0, i) + other + text.slice(i + 1), digest)).toBeNull()
    }
  })
})

describe('a journal', () => {
  const text = [1, 2, 3].map((rev) => journalText(aLine(rev), digest)).join('')
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1)

  test('cut anywhere gives the lines that are whole, and where they end', () => {
    for (let length = 0; length <= text.length; length += 1) {
      const read = readJournal(text.slice(0, length), digest)
      const whole = ends.filter((end) => end <= length)
      expect({ revs: revs(read.lines), goodLength: read.goodLength }).toEqual({
        revs: [1, 2, 3].slice(0, whole.length),
        goodLength: whole.at(-1) ?? 0,
      })
    }
  })

  test('with a damaged line in it gives the others', () => {
    const damaged = text.replace('"rev":2', '"rev":9')
    expect(revs(readJournal(damaged, digest).lines)).toEqual([1, 3])
  })

  test.each([
    { lines: [], at: 4, around: [], end: [] },
    { lines: [1, 2, 3], at: 2, around: [1, 2, 3], end: [1, 2, 3] },
    { lines: [1, 2, 3], at: 0, around: [1, 2, 3], end: [1, 2, 3] },
    { lines: [1, 2, 3], at: 5, around: [], end: [1, 2, 3] },
    { lines: [1, 2, 4, 5, 7], at: 4, around: [4, 5], end: [7] },
    { lines: [1, 2, 4, 5, 7], at: 3, around: [4, 5], end: [7] },
    { lines: [1, 2, 4, 5], at: 2, around: [1, 2], end: [4, 5] },
    { lines: [4, 5], at: 3, around: [4, 5], end: [4, 5] },
  ])(
    'of lines $lines has no gap around $at in $around, and at its end in $end',
    ({ lines, at, around, end }) => {
      const all = lines.map((rev) => aLine(rev))
      expect(revs(unbrokenAround(all, at))).toEqual(around)
      expect(revs(unbrokenEnd(all))).toEqual(end)
    },
  )
})

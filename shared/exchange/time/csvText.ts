/**
 * A text of comma-separated values (RFC 4180, and what programs write instead) → records with the lines they stand on.
 * The library splits; what is done with a broken quote is decided here.
 */
import papa from 'papaparse'
import { type Separator, separators } from './separator.ts'

/** One record. `line` counts from 1, as an editor does; a quoted field may reach over several lines. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** A line whose quotes do not fit: it is no record, and the text is read on from the line after it. */
export interface BrokenLine {
  readonly line: number
  readonly text: string
}

export interface CsvText {
  readonly records: readonly CsvRecord[]
  readonly broken: readonly BrokenLine[]
}

/** Lines with broken quotes that are passed over: each costs a look through the rest of the text. */
const MOST_BROKEN = 200
/** What is shown of a line that cannot be read. */
const EXCERPT = 80
/** Records between two reports of progress. */
const REPORT_EVERY = 2000

/** Any line end as one LF, so that lines count alike and a note of several lines reads alike. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Spreadsheets may begin a file with `sep=;`: the separator that it names, and where the table begins. */
export function namedSeparator(
  text: string,
): { readonly separator: Separator; readonly length: number } | null {
  const found = /^sep=([,;\t|])\n/i.exec(text)
  return found === null ? null : { separator: found[1] as Separator, length: found[0].length }
}

/** The separator that cuts the first record into the most fields; a comma where none does. */
export function separatorOf(text: string): Separator {
  let best: Separator = ','
  let most = 1
  for (const separator of separators) {
    const fields = firstRecord(text, separator).length
    if (fields > most) [best, most] = [separator, fields]
  }
  return best
}

function firstRecord(text: string, separator: Separator): readonly string[] {
  let fields: readonly string[] = []
  papa.parse(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data }, parser) => {
      fields = data
      parser.abort()
    },
  })
  return fields
}

/**
 * Reads a text with plain line ends; empty lines are no records. `firstLine` is the number of its first line, `progress`
 * hears the units done. Null where too many lines have broken quotes for a table.
 */
export function readCsv(
  text: string,
  separator: Separator,
  firstLine: number,
  progress: (done: number) => void,
): CsvText | null {
  const records: CsvRecord[] = []
  const broken: BrokenLine[] = []
  let at = 0
  let line = firstLine
  while (at < text.length) {
    const part = readUntilBroken(text.slice(at), separator, line, records, (done) => progress(at + done))
    if (part.end === null) break
    const lineEnd = text.indexOf('\n', at + part.end)
    const until = lineEnd < 0 ? text.length : lineEnd
    broken.push({
      line: part.line,
      text: text.slice(at + part.end, Math.min(until, at + part.end + EXCERPT)),
    })
    if (broken.length > MOST_BROKEN) return null
    at = until + 1
    line = part.line + 1
  }
  return { records, broken }
}

/** Appends records up to the first one with broken quotes; `end` is where that one begins, null where all are good. */
function readUntilBroken(
  text: string,
  separator: Separator,
  firstLine: number,
  records: CsvRecord[],
  progress: (done: number) => void,
): { readonly end: number | null; readonly line: number } {
  let line = firstLine
  let begin = 0
  let end: number | null = null
  papa.parse(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.length > 0) {
        end = begin
        parser.abort()
        return
      }
      if (data.length > 1 || data[0]?.trim() !== '') records.push({ line, fields: data })
      line += linesIn(text, begin, meta.cursor)
      begin = meta.cursor
      if (records.length % REPORT_EVERY === 0) progress(begin)
    },
  })
  return { end, line }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

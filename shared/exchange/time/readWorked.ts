/** A text of worked time, read under the assumptions that it shows or that the user chose. */

import type { TextEncoding } from '../textEncoding.ts'
import { assumptionsOf, peopleOf, type Table } from './assumptions.ts'
import { columnsOf, isHeader, sourceOf } from './columns.ts'
import { type CsvText, namedSeparator, readCsv, separatorOf, withPlainLineEnds } from './csvText.ts'
import { readRows } from './readRows.ts'
import type { Separator } from './separator.ts'
import {
  type Assumption,
  type Assumptions,
  LARGEST_TABLE,
  MOST_ROWS,
  type ReadingChoices,
  type WorkedReading,
} from './workedFile.ts'

/** Hears how much of the work is done, from 0 to 1. */
export type Progress = (part: number) => void

/** The part of the work that splitting the text is; the rest is reading the rows. */
const SPLITTING = 0.5

/** Reads a text that was decoded by `encoding`. Refuses what is no table, or too much of one. */
export function readWorked(
  text: string,
  encoding: Assumption<TextEncoding>,
  choices: ReadingChoices,
  progress: Progress,
): WorkedReading {
  const plain = withPlainLineEnds(text)
  if (plain.trim() === '') return { ok: false, code: 'empty', params: {} }
  if (plain.length > LARGEST_TABLE)
    return { ok: false, code: 'too-large', params: { megabytes: LARGEST_TABLE / 1024 / 1024 } }
  // Binary files hold zeros; a table holds none.
  if (plain.slice(0, 10_000).includes('\0')) return { ok: false, code: 'not-a-table', params: {} }
  const named = namedSeparator(plain)
  const body = named === null ? plain : plain.slice(named.length)
  const separator = chosenOr<Separator>(choices.separator, () => ({
    value: named?.separator ?? separatorOf(body),
    how: 'found',
  }))
  const csv = readCsv(body, separator.value, named === null ? 1 : 2, (done) =>
    progress((done / body.length) * SPLITTING),
  )
  if (csv === null) return { ok: false, code: 'broken-quotes', params: {} }
  if (csv.records.length > MOST_ROWS + 1)
    return { ok: false, code: 'too-many-rows', params: { rows: csv.records.length, most: MOST_ROWS } }
  if (csv.records.length === 0) return { ok: false, code: 'not-a-table', params: {} }
  return { ok: true, read: readTable(csv, plain.endsWith('\n'), { encoding, separator }, choices, progress) }
}

/** What the user chose, else what is found. */
export function chosenOr<T>(chosen: T | null, find: () => Assumption<T>): Assumption<T> {
  return chosen === null ? find() : { value: chosen, how: 'chosen' }
}

function readTable(
  csv: CsvText,
  isEnded: boolean,
  known: Pick<Assumptions, 'encoding' | 'separator'>,
  choices: ReadingChoices,
  progress: Progress,
) {
  const first = csv.records[0]?.fields ?? []
  const headed = chosenOr(choices.headed, () => {
    const value = isHeader(first)
    return { value, how: value ? 'found' : 'assumed' } as const
  })
  const widest = csv.records.reduce((most, { fields }) => Math.max(most, fields.length), 0)
  const header = headed.value ? first : Array.from({ length: widest }, (_, i) => String(i + 1))
  const source = chosenOr(choices.source, () => {
    const value = headed.value ? sourceOf(header) : 'generic'
    return { value, how: 'found' }
  })
  const columns = { ...columnsOf(headed.value ? header : []) }
  for (const [role, column] of Object.entries(choices.columns))
    columns[role as keyof typeof columns] = column < 0 ? null : column
  const table: Table = {
    header,
    records: headed.value ? csv.records.slice(1) : csv.records,
    broken: csv.broken,
    isEnded,
    columns,
  }
  const people = peopleOf(table)
  const assumptions = {
    ...known,
    headed,
    source,
    columns,
    ...assumptionsOf(table, source.value, people, choices),
  }
  const { groups, rows, problems, seconds } = readRows(table, assumptions, choices, (part) =>
    progress(SPLITTING + part * (1 - SPLITTING)),
  )
  return {
    assumptions,
    header,
    sample: table.records.slice(0, 3).map(({ fields }) => fields.map((field) => field.slice(0, 80))),
    people,
    records: table.records.length + table.broken.length,
    groups,
    rows,
    problems,
    seconds,
  }
}

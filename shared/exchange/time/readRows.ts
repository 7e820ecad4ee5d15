/** The records of a table → rows that can be entries, and for every other one the reason why it is none. */
import { fromNeutralised } from '../csv/formulaText.ts'
import { personOf, type Table } from './assumptions.ts'
import { type ColumnRole, hasWhatItTakes } from './columns.ts'
import type { CsvRecord } from './csvText.ts'
import { type TimeCells, type TimeRules, timeOfRow } from './rowTime.ts'
import {
  type Assumptions,
  EVERYBODY,
  type ReadingChoices,
  type WorkedGroup,
  type WorkedRow,
} from './workedFile.ts'
import { RowKeys } from './workedKey.ts'
import { excerpt, type Left, left, type WorkedProblem } from './workedProblem.ts'

export interface RowsRead {
  readonly groups: readonly WorkedGroup[]
  readonly rows: readonly WorkedRow[]
  readonly problems: readonly WorkedProblem[]
  /** Seconds of the rows before they became minutes. */
  readonly seconds: number
}

/** Records between two reports of progress. */
const REPORT_EVERY = 2000
/** The longest client or project, and the longest note with its task and tags, that the plan keeps whole. */
const LONGEST_NAME = 500
const LONGEST_NOTE = 19_000

/** What reading a row needs, and what it adds to. */
interface Reading {
  readonly table: Table
  readonly assumptions: Assumptions
  readonly rules: TimeRules
  /** How many fields most records have: some tables have rows that are one shorter than their header. */
  readonly width: number
  readonly keys: RowKeys
  readonly placeOf: Map<string, number>
  readonly groups: WorkedGroup[]
  readonly problems: WorkedProblem[]
}

/** Reads all records; `progress` hears the part done. Without a column for the day, or for length or end, nothing is read. */
export function readRows(
  table: Table,
  assumptions: Assumptions,
  choices: ReadingChoices,
  progress: (part: number) => void,
): RowsRead {
  const reading = begin(table, assumptions, choices)
  const rows: WorkedRow[] = []
  let seconds = 0
  for (const { line, text } of table.broken)
    reading.problems.push({ line, ...left('quote-broken', { text: excerpt(text) }) })
  const records = hasWhatItTakes(table.columns) ? table.records : []
  for (const [i, record] of records.entries()) {
    const row = rowOf(record, i === records.length - 1 && !table.isEnded, reading)
    if ('code' in row) reading.problems.push({ line: record.line, ...row })
    else {
      rows.push(row.row)
      seconds += row.seconds
    }
    if (i % REPORT_EVERY === 0) progress(i / records.length)
  }
  const problems = reading.problems.sort((a, b) => a.line - b.line)
  return { groups: reading.groups, rows, problems, seconds }
}

function begin(table: Table, assumptions: Assumptions, { minutes, zone }: ReadingChoices): Reading {
  const { dateOrder, decimal, unit, source } = assumptions
  const { endDay, endTime } = table.columns
  return {
    table,
    assumptions,
    rules: {
      order: dateOrder.value,
      decimal: decimal.value,
      unit: unit.value,
      minutes,
      zone,
      endTells: source.value !== 'generic' && (endDay !== null || endTime !== null),
      hasEndDay: endDay !== null,
    },
    width: Math.min(usualWidth(table.records), table.header.length),
    keys: new RowKeys(),
    placeOf: new Map(),
    groups: [],
    problems: [],
  }
}

function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>()
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  return [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0]
}

type Cell = (role: ColumnRole) => string

function rowOf(
  record: CsvRecord,
  isHalfWritten: boolean,
  reading: Reading,
): Left | { readonly row: WorkedRow; readonly seconds: number } {
  const { line, fields } = record
  const { table, assumptions, rules } = reading
  const cell: Cell = (role) => {
    const column = table.columns[role]
    return column === null ? '' : (fields[column] ?? '').trim()
  }
  const person = personOf(fields, table.columns)
  const objection =
    widthObjection(fields, isHalfWritten, reading) ?? workObjection(cell, person, assumptions.person.value)
  if (objection !== null) return objection
  const labels = labelsOf(cell)
  if (isTooLong(labels)) return left('text-too-long')
  const billable = billableOf(cell('billable'))
  if (billable === undefined) return left('billable-unreadable', { text: excerpt(cell('billable')) })
  const time = timeOfRow(timeCells(cell), rules)
  if ('code' in time) return time
  const { day, start, minutes, seconds, ownDay, ownSecond: second, remark } = time
  if (remark !== null) reading.problems.push({ line, ...remark })
  const source = assumptions.source.value
  const { client, project, task, note, tags } = labels
  const id = cell('id')
  const own = { source, id, client, project, task, note, day: ownDay, second, seconds, person }
  const key = reading.keys.keyOf(own)
  const group = groupOf(reading, labels)
  return { row: { line, group, task, note, tags, billable, day, start, minutes, key }, seconds }
}

function widthObjection(
  fields: readonly string[],
  isHalfWritten: boolean,
  { table, width }: Reading,
): Left | null {
  const found = fields.length
  if (found < width) return left(isHalfWritten ? 'cut-off' : 'fields-missing', { found, expected: width })
  const expected = table.header.length
  if (found <= expected) return null
  const isExtra = fields.slice(expected).some((field) => field.trim() !== '')
  return isExtra ? left('fields-extra', { found, expected }) : null
}

/** Somebody else's time, or a break (Clockify's Type), is not work of the user's. */
function workObjection(cell: Cell, person: string, wanted: string): Left | null {
  if (wanted !== EVERYBODY && wanted !== person) return left('other-person', { name: excerpt(person) })
  return /^(break|pause)/i.test(cell('type')) ? left('break') : null
}

interface Labels extends WorkedGroup {
  readonly task: string
  readonly note: string
  readonly tags: string
}

function labelsOf(cell: Cell): Labels {
  // Exports put an apostrophe before text that a spreadsheet would take for a formula.
  const text = (role: ColumnRole) => fromNeutralised(cell(role))
  return {
    client: text('client'),
    project: text('project'),
    task: text('task'),
    note: text('note'),
    tags: text('tags'),
  }
}

function isTooLong({ client, project, task, note, tags }: Labels): boolean {
  if (client.length > LONGEST_NAME || project.length > LONGEST_NAME) return true
  return task.length + note.length + tags.length > LONGEST_NOTE
}

function timeCells(cell: Cell): TimeCells {
  return {
    day: cell('day'),
    time: cell('time'),
    endDay: cell('endDay'),
    endTime: cell('endTime'),
    length: cell('length'),
  }
}

const YES = /^(yes|y|true|1|x|ja|j|wahr|billable|abrechenbar)$/i
const NO = /^(no|n|false|0|nein|falsch|non-billable|nicht abrechenbar)$/i

/** Null where the cell is empty, undefined where it says something else than yes or no. */
function billableOf(cell: string): boolean | null | undefined {
  if (cell === '') return null
  if (YES.test(cell)) return true
  return NO.test(cell) ? false : undefined
}

/** The place of a client and project among the groups; the first row that names them adds them. */
function groupOf({ placeOf, groups }: Reading, { client, project }: WorkedGroup): number {
  const name = `${client}\u001f${project}`
  const known = placeOf.get(name)
  if (known !== undefined) return known
  groups.push({ client, project })
  placeOf.set(name, groups.length - 1)
  return groups.length - 1
}

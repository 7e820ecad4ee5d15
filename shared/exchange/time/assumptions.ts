/** What a table shows of how it is written, column by column. */
import { clockOf, type DateOrder, dateOrderOf, momentOf } from './clockCell.ts'
import { type Columns, currencyIn, plainName, type WorkedSource } from './columns.ts'
import type { BrokenLine, CsvRecord } from './csvText.ts'
import { decimalMarkOf, type LengthUnit } from './lengthCell.ts'
import { type Assumption, type Assumptions, EVERYBODY, type ReadingChoices } from './workedFile.ts'

/** The records of a file with what each column holds. */
export interface Table {
  readonly header: readonly string[]
  readonly records: readonly CsvRecord[]
  readonly broken: readonly BrokenLine[]
  /** The last line ends as lines do: it is not half-written. */
  readonly isEnded: boolean
  readonly columns: Columns
}

type Told = Pick<Assumptions, 'dateOrder' | 'decimal' | 'unit' | 'person' | 'clock' | 'instants' | 'currency'>

/** The assumptions about the cells; those that the user chose stand. */
export function assumptionsOf(
  table: Table,
  source: WorkedSource,
  people: readonly { readonly name: string }[],
  choices: ReadingChoices,
): Told {
  const { day, time, endDay, endTime, length } = table.columns
  const dateOrder = chosen(choices.dateOrder, orderFound(table, [day, endDay]))
  return {
    dateOrder,
    decimal: chosen(choices.decimal, decimalFound(table, length)),
    unit: chosen(choices.unit, unitFound(table, source)),
    person: chosen(choices.person, personFound(people)),
    clock: clockOf(cellsOf(table, [time, day, endTime])),
    instants: hasInstants(table, [day, time], dateOrder.value),
    currency: currencyIn(table.header) ?? currencyOfHarvest(table, source),
  }
}

function chosen<T>(choice: T | null, found: Assumption<T>): Assumption<T> {
  return choice === null ? found : { value: choice, how: 'chosen' }
}

function* cellsOf(table: Table, columns: readonly (number | null)[]): Generator<string> {
  for (const column of columns)
    if (column !== null) for (const { fields } of table.records) yield fields[column] ?? ''
}

function orderFound(table: Table, columns: readonly (number | null)[]): Assumption<DateOrder> {
  const { order, dots } = dateOrderOf(cellsOf(table, columns))
  if (order !== null) return { value: order, how: 'found' }
  const hasDates = [...cellsOf({ ...table, records: table.records.slice(0, 100) }, columns)].some(
    (cell) => momentOf(cell, 'dmy')?.day != null,
  )
  // Dates with dots are written day first wherever they are written.
  return { value: 'dmy', how: dots || !hasDates ? 'assumed' : 'ask' }
}

function decimalFound(table: Table, length: number | null) {
  const mark = decimalMarkOf(cellsOf(table, [length]))
  return { value: mark ?? '.', how: mark === null ? 'assumed' : 'found' } as const
}

/** Kimai exports seconds; a column can say in its name what it counts; else hours. */
function unitFound({ header, columns }: Table, source: WorkedSource): Assumption<LengthUnit> {
  if (source === 'kimai') return { value: 'seconds', how: 'assumed' }
  const name = columns.length === null ? '' : plainName(header[columns.length] ?? '')
  if (/^minut|\bmin\b/.test(name)) return { value: 'minutes', how: 'found' }
  if (/^sec/.test(name)) return { value: 'seconds', how: 'found' }
  return { value: 'hours', how: /hour|stunde|decimal|\(h\)/.test(name) ? 'found' : 'assumed' }
}

/** Time of several people is not all the user's own: who it is must be said. */
function personFound(people: readonly { readonly name: string }[]): Assumption<string> {
  return { value: EVERYBODY, how: people.length > 1 ? 'ask' : 'found' }
}

function hasInstants(table: Table, columns: readonly (number | null)[], order: DateOrder): boolean {
  for (const cell of cellsOf(table, columns)) {
    const moment = momentOf(cell, order)
    if (moment !== null && moment.second !== null) return moment.offset !== null
  }
  return false
}

/** Harvest names the currency in a column of its own, as `Euro - EUR`. */
function currencyOfHarvest(table: Table, source: WorkedSource): string | null {
  const column = source === 'harvest' ? table.header.findIndex((name) => plainName(name) === 'currency') : -1
  if (column < 0) return null
  for (const cell of cellsOf(table, [column])) {
    const found = /\b([A-Z]{3})$/.exec(cell.trim())
    if (found !== null) return found[1] ?? null
  }
  return null
}

/** Everybody who worked by the file, the most rows first; nobody where no column says. */
export function peopleOf(table: Table): readonly { readonly name: string; readonly rows: number }[] {
  const { person, surname } = table.columns
  if (person === null && surname === null) return []
  const rows = new Map<string, number>()
  for (const { fields } of table.records) {
    const name = personOf(fields, table.columns)
    rows.set(name, (rows.get(name) ?? 0) + 1)
  }
  return [...rows].map(([name, count]) => ({ name, rows: count })).sort((a, b) => b.rows - a.rows)
}

/** The name of who worked; empty where the row does not say. */
export function personOf(fields: readonly string[], { person, surname }: Columns): string {
  const first = person === null ? '' : (fields[person] ?? '').trim()
  const last = surname === null ? '' : (fields[surname] ?? '').trim()
  return first === '' || last === '' ? first + last : `${first} ${last}`
}

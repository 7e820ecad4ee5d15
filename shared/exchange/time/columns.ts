/** What the columns of a table of worked time hold, by their names; the tables of trackers are known by theirs. */

/** The trackers whose exports are known (facts.md, "Import formats"); `headroom` is our own (`csv/timeCsv.ts`), `generic` any other table. */
export const workedSources = [
  'headroom',
  'toggl',
  'clockify',
  'harvest',
  'kimai',
  'solidtime',
  'generic',
] as const
export type WorkedSource = (typeof workedSources)[number]

/**
 * What a column may hold. `day` and `endDay` may hold a time too; `length` is a duration in any of its ways of writing;
 * `person` and `surname` together are who worked; `id` is the tracker's own name of the row.
 */
export const columnRoles = [
  'day',
  'time',
  'endDay',
  'endTime',
  'length',
  'client',
  'project',
  'task',
  'note',
  'tags',
  'billable',
  'type',
  'person',
  'surname',
  'id',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Which column, counted from 0, holds what; null where none does. */
export type Columns = Readonly<Record<ColumnRole, number | null>>

/** Names of columns in lower case, the better one first: those of the trackers, and what people write in English and German. */
const namesOf: Readonly<Record<ColumnRole, readonly string[]>> = {
  day: [
    'start date',
    'date',
    'day',
    'startdatum',
    'datum',
    'start',
    'started at',
    'begin',
    'beginn',
    'start time',
  ],
  endDay: ['end date', 'stop date', 'enddatum'],
  time: ['start time', 'startzeit', 'from', 'von', 'started at', 'start', 'begin', 'beginn'],
  endTime: ['end time', 'stop time', 'endzeit', 'to', 'bis', 'ended at', 'end', 'ende', 'stop'],
  length: [
    'duration (h)',
    'duration',
    'duration (decimal)',
    'hours',
    'dauer',
    'dauer (h)',
    'stunden',
    'time (h)',
    'time spent',
    'minutes',
    'minuten',
    'seconds',
    'zeit',
    'time',
  ],
  client: ['client', 'customer', 'kunde', 'auftraggeber', 'company', 'firma'],
  project: ['project', 'projekt', 'engagement', 'mandat', 'auftrag'],
  task: ['task', 'activity', 'aufgabe', 'tätigkeit', 'leistung'],
  note: [
    'description',
    'notes',
    'note',
    'beschreibung',
    'notiz',
    'notizen',
    'bemerkung',
    'kommentar',
    'comment',
    'text',
  ],
  tags: ['tags', 'tag', 'labels', 'schlagwörter'],
  billable: ['billable', 'billable?', 'abrechenbar', 'verrechenbar', 'fakturierbar'],
  type: ['type', 'typ'],
  person: ['user', 'user_name', 'member', 'first name', 'person', 'benutzer', 'mitarbeiter'],
  surname: ['last name'],
  id: ['id', 'entry id', 'time entry id'],
}

/** Roles in the order in which they take their column: `start` is a time only where another column is the day. */
const claiming: readonly ColumnRole[] = [
  'day',
  'endDay',
  'time',
  'endTime',
  ...columnRoles.filter((role) => !['day', 'endDay', 'time', 'endTime'].includes(role)),
]

/** All columns of a tracker's table that it is known by. */
const markOf: readonly (readonly [WorkedSource, (has: (name: string) => boolean) => boolean])[] = [
  ['headroom', (has) => ['id', 'local_start', 'rounded_minutes', 'worked_on'].every(has)],
  [
    'clockify',
    (has) => has('start date') && has('start time') && (has('duration (h)') || has('duration (decimal)')),
  ],
  [
    'toggl',
    (has) =>
      has('start date') && has('start time') && has('duration') && (has('end date') || has('stop date')),
  ],
  ['harvest', (has) => ['date', 'client', 'project', 'task', 'notes', 'hours'].every(has)],
  ['kimai', (has) => ['date', 'from', 'to', 'customer', 'activity'].every(has)],
  ['solidtime', (has) => ['description', 'billable', 'client', 'project', 'start', 'end', 'task'].every(has)],
]

const CURRENCY_IN_NAME = /\s*\(([A-Z]{3})\)$/

/** A column's name as it is compared: lower case, single spaces, without the currency that stands in it. */
export function plainName(name: string): string {
  return name.trim().replace(CURRENCY_IN_NAME, '').replace(/\s+/g, ' ').toLowerCase()
}

/** The currency in the name of an amount, as in `Amount (EUR)`; null where no column names one. */
export function currencyIn(header: readonly string[]): string | null {
  for (const name of header) {
    const found = CURRENCY_IN_NAME.exec(name.trim())
    if (found !== null) return found[1] ?? null
  }
  return null
}

/** The tracker that writes tables with this header. */
export function sourceOf(header: readonly string[]): WorkedSource {
  const names = new Set(header.map(plainName))
  return markOf.find(([, isOne]) => isOne((name) => names.has(name)))?.[0] ?? 'generic'
}

/** Which column holds what, by the names. No column holds two things. */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map(plainName)
  const columns = { ...noColumns }
  const taken = new Set<number>()
  for (const role of claiming) {
    const at = namesOf[role]
      .map((name) => names.findIndex((other, i) => other === name && !taken.has(i)))
      .find((i) => i >= 0)
    if (at === undefined) continue
    columns[role] = at
    taken.add(at)
  }
  return columns
}

const noColumns = Object.fromEntries(columnRoles.map((role) => [role, null])) as Record<
  ColumnRole,
  number | null
>

/** Whether a first line holds names of columns: it does unless no name is known and something in it is a date or a number. */
export function isHeader(fields: readonly string[]): boolean {
  if (Object.values(columnsOf(fields)).some((column) => column !== null)) return true
  return !fields.some((field) => /\d/.test(field) && /^[\d\s:./,-]+$/.test(field.trim()))
}

/** Whether the columns say when, and how long. */
export function hasWhatItTakes({ day, length, endTime, endDay }: Columns): boolean {
  return day !== null && (length !== null || endTime !== null || endDay !== null)
}

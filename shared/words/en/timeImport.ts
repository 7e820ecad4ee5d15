/** Words of the import of worked time: what a table says, how it was read, what is wrong with its rows. */

/** What a sentence about a row or a file speaks of. */
export type TableFacts = Readonly<Record<string, string | number>>

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

export const timeImport = {
  title: 'Import worked time',
  fromFile: (file: string) => `From ${file}`,
  reading: 'Reading worked time',
  readingText: (file: string) => `${file} is being read. Nothing changes before you choose Import.`,
  choosing: 'the file',
  progress: 'Read so far',
  readingAgain: 'Reading the rows again…',
  failedTitle: 'This file was not imported',

  import: (count: number) => `Import ${rows(count)}`,
  importing: 'Importing…',
  nothingToImport: 'Nothing to import',
  imported: (count: number, hours: string) =>
    `${count === 1 ? '1 time entry' : `${count} time entries`} imported: ${hours}.`,

  newCount: (count: number, hours: string) => `${count} new (${hours})`,
  thereCount: (count: number) => `${count} already here`,
  lateCount: (count: number) => `${count} of them entered late`,
  closedCount: (count: number) => `${count} in closed time`,
  skippedCount: (count: number) => `${count} left out by you`,
  outCount: (count: number) => `${count} without work of yours`,
  badCount: (count: number) => `${count} unreadable`,
  openCount: (count: number) => `${count} waiting for an engagement`,
  allThere: 'Everything in this file is already here',
  allThereText: 'Importing it again would change nothing.',
  noRows: 'There is no worked time in this file',

  waits: {
    columns: 'Say which columns hold the day and the length, or the end.',
    dateOrder: 'Say in which order the dates are written.',
    person: 'Say whose time you import.',
    open: (count: number) =>
      `Say where ${count === 1 ? '1 client’s time goes' : `the time of ${count} clients or projects goes`}.`,
    bad: 'Rows are unreadable, and you chose to import all or nothing.',
  },

  how: {
    found: 'seen in the file',
    assumed: 'assumed',
    chosen: 'as you chose',
    ask: 'please choose',
  },
  assumptions: 'How the file is read',
  source: 'Exported by',
  sources: {
    headroom: 'Headroom',
    toggl: 'Toggl Track',
    clockify: 'Clockify',
    harvest: 'Harvest',
    kimai: 'Kimai',
    solidtime: 'solidtime',
    generic: 'Another program',
  },
  dateOrder: 'Dates are written',
  dateOrders: { ymd: 'Year, month, day', dmy: 'Day, month, year', mdy: 'Month, day, year' },
  dateOrderAsk: 'Every date in this file could be read in two ways. How are they written?',
  decimal: 'Decimal mark',
  decimals: { '.': 'Point (1.5)', ',': 'Comma (1,5)' },
  unit: 'A bare number counts',
  units: { hours: 'Hours', minutes: 'Minutes', seconds: 'Seconds' },
  minutes: 'Seconds become minutes',
  minuteRules: { nearest: 'to the nearest', up: 'rounded up', down: 'rounded down' },
  minutesHelp: (exact: string, whole: string) => `${exact} in the file, ${whole} in the plan`,
  zone: 'Its clocks show the time in',
  zoneInstants: 'Its times are exact; keep them in',
  zoneHome: 'your home zone is assumed',
  noClock: 'the file has no clock times, and none are invented',
  clock: { 12: 'with AM and PM', 24: '24 hours' },
  person: 'Whose time',
  everybody: (count: number) => `Everybody’s (${count} people)`,
  personRows: (name: string, count: number) => `${name === '' ? 'Without a name' : name} (${rows(count)})`,
  personAsk: (count: number) => `${count} people worked in this file. Whose time is yours?`,
  encoding: 'Letters are written in',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (LE)',
    'utf-16be': 'UTF-16 (BE)',
    'windows-1252': 'Latin-1 (Windows-1252)',
  },
  separator: 'Fields are separated by',
  separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' },
  headed: 'The first line',
  headedIs: { yes: 'names the columns', no: 'is a row' },
  currency: (code: string) => `Amounts are in ${code}; new clients get it.`,

  columns: 'Columns',
  columnsAsk: 'Which columns hold what? The day is needed, and a length or an end.',
  noColumn: 'None',
  column: (name: string, example: string) => (example === '' ? name : `${name} (${example})`),
  roles: {
    day: 'Day or start',
    time: 'Start time',
    endDay: 'End day',
    endTime: 'End or end time',
    length: 'Length',
    client: 'Client',
    project: 'Project',
    task: 'Task',
    note: 'Note',
    tags: 'Tags',
    billable: 'Billable',
    type: 'Type (breaks)',
    person: 'Who worked',
    surname: 'Last name',
    id: 'Identity of the row',
  },

  mapping: 'Where it goes',
  mappingOf: (client: string, project: string) =>
    [client, project].filter((name) => name !== '').join(' · ') || 'No client',
  theirs: 'In the file',
  time: 'New',
  ours: 'Becomes time for',
  oursOf: (name: string) => `${name} becomes time for`,
  noClient: 'No client',
  hoursOf: (hours: string, count: number) => `${hours}, ${rows(count)}`,
  create: (name: string) => `Create “${name}”`,
  createUnder: (client: string, name: string) => `Create “${name}” for ${client}`,
  ownBusiness: 'Own business',
  skip: 'Leave out',
  choose: 'Choose…',
  targetHow: {
    chosen: 'as you chose',
    remembered: 'as last time',
    guessed: 'by its name',
    unnamed: 'no client is named',
    none: 'no client of this name here',
  },
  alreadyThere: (count: number) => `${count} already here`,
  inLate: (count: number) => `${count} in closed time, entered late`,
  inClosed: (count: number) => `${count} in closed time, left out`,
  createAll: (count: number) => (count === 1 ? 'Create the missing one' : `Create the ${count} missing ones`),
  skipAll: (count: number) =>
    count === 1 ? 'Leave the missing one out' : `Leave the ${count} missing ones out`,
  createNote: 'What is created is paid by the hour; set its rate before you bill it.',
  perClient: 'Hours by client',

  billable: 'Time that does not say so is billable',
  task: 'Put the task before the note',
  tags: 'Keep the tags behind the note',
  late: (day: string) => `Enter closed time late, on ${day}: each entry names the day of the work`,
  allOrNothing: 'Import nothing while a row is unreadable',

  rowsTitle: (count: number) => `The rows (${count})`,
  row: { line: 'Line', day: 'Day', start: 'Start', length: 'Length', client: 'Client', note: 'Note' },
  showMore: (count: number) => `Show ${count} more`,

  badTitle: (count: number) => `Unreadable, left out: ${rows(count)}`,
  outTitle: (count: number) => `Not your work, left out: ${rows(count)}`,
  remarkTitle: (count: number) => `Imported, but look: ${rows(count)}`,
  problemLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  problem: {
    'quote-broken': ({ text }: TableFacts) => `the quotes in “${text}” do not fit.`,
    'cut-off': ({ found, expected }: TableFacts) =>
      `the file ends in the middle of this line (${found} of ${expected} fields). Export it again.`,
    'fields-missing': ({ found, expected }: TableFacts) => `${found} fields instead of ${expected}.`,
    'fields-extra': ({ found, expected }: TableFacts) => `${found} fields instead of ${expected}.`,
    'day-missing': () => 'there is no day.',
    'day-unreadable': ({ text }: TableFacts) => `“${text}” is no day in this order.`,
    'time-unreadable': ({ text }: TableFacts) => `“${text}” is no time.`,
    'length-missing': () => 'there is neither a length nor an end.',
    'length-unreadable': ({ text }: TableFacts) => `“${text}” is no length.`,
    'billable-unreadable': ({ text }: TableFacts) => `“${text}” is neither yes nor no.`,
    'text-too-long': () => 'a name or note is too long.',
    'beyond-range': ({ day }: TableFacts) => `${day} is in no year that time is kept for.`,
    negative: () => 'it ends before it starts.',
    'too-long': ({ minutes }: TableFacts) =>
      `${Math.round(Number(minutes) / 60)} hours are more than seven days.`,
    running: () => 'it still runs; import it when it has ended.',
    'zero-length': () => 'it takes no time.',
    'under-a-minute': ({ seconds }: TableFacts) => `${seconds} seconds make no minute as you round.`,
    break: () => 'it is a break.',
    'other-person': ({ name }: TableFacts) => `it is the time of ${name === '' ? 'nobody' : name}.`,
    'length-differs': ({ written, elapsed }: TableFacts) =>
      `the length (${Math.round(Number(written) / 60)} min) is not what lies between start and end (${Math.round(Number(elapsed) / 60)} min); the length is taken.`,
    'start-skipped': ({ start, read, zone }: TableFacts) =>
      `clocks in ${zone} skipped ${String(start).slice(11)} on that day; ${String(read).slice(11)} is taken.`,
    'start-repeated': ({ start, zone }: TableFacts) =>
      `clocks in ${zone} showed ${String(start).slice(11)} twice on that day; the first is taken.`,
  },

  failed: {
    empty: () => 'The file is empty.',
    'not-a-table': () => 'This is no table of text. Headroom imports CSV files.',
    'broken-quotes': () => 'The quotes in this file do not fit. This is not a table that a program wrote.',
    'too-large': ({ megabytes }: TableFacts) =>
      `The file is larger than ${megabytes} MB. Export a shorter time.`,
    'too-many-rows': ({ rows: found, most }: TableFacts) =>
      `The file holds ${found} rows; ${most} are imported at once. Export a shorter time.`,
    'too-slow': ({ seconds }: TableFacts) =>
      `Reading the file took longer than ${seconds} seconds and was stopped.`,
    'unreadable-file': () =>
      'The file cannot be opened. It may have been moved, or you may not have the right to read it.',
    'reader-failed': ({ detail }: TableFacts) => `Reading the file failed: ${detail}.`,
  },
}

/** Words of the calendar import: what a file says, what it becomes, what is wrong with it. */

/** What a sentence about a file speaks of. */
export type CalendarFacts = Readonly<Record<string, string | number>>

const events = (count: number) => (count === 1 ? '1 event' : `${count} events`)

export const calendar = {
  title: (calendar: string) => `Import “${calendar}”`,
  fromFile: (file: string) => `From ${file}`,
  reading: 'Reading the calendar',
  readingText: (file: string) => `${file} is being read. Nothing changes before you choose Import.`,
  progress: 'Done so far',
  readSoFar: (part: string, found: string) => (found === '' ? part : `${part} · ${found}`),
  eventsSoFar: (count: string) => `${count} events so far`,
  judging: 'Comparing with the plan…',
  failedTitle: 'This calendar was not imported',
  chooseAnother: 'Choose another file',
  cancel: 'Cancel',
  close: 'Close',
  nothingChanged: 'Nothing was changed.',

  import: (count: number) => (count === 1 ? 'Import 1' : `Import ${count}`),
  importing: 'Importing…',
  nothingToImport: 'Nothing to import',
  keepRules: 'Keep the rules',
  rulesKept: 'The rules for engagements are kept.',
  imported: (count: number, calendar: string) => `${events(count)} of “${calendar}” imported.`,
  undo: 'Undo',
  dropHere: 'Drop a calendar or a table of worked time to import it',
  notACalendarFile: (file: string) =>
    `${file} is neither a calendar nor a table. Headroom imports .ics and .csv files.`,

  noEvents: 'There are no events in this file',
  noEventsText: (others: number) =>
    others === 0
      ? ''
      : `${others === 1 ? '1 entry' : `${others} entries`} of other kinds (tasks, notes) are not imported.`,
  allSame: 'Everything in this file is already here',
  allSameText: 'Importing it again would change nothing.',

  newCount: (count: number) => `${count} new`,
  changedCount: (count: number) => `${count} changed`,
  sameCount: (count: number) => `${count} already here`,
  removedCount: (count: number) => `${count} taken back`,
  noneCount: (count: number) => `${count} left out`,

  holds: (count: number, series: number) =>
    series === 0
      ? events(count)
      : `${events(count)}, ${series === 1 ? '1 of them repeats' : `${series} of them repeat`}`,
  since: (day: string) => `from ${day}`,
  noEnd: 'no end',
  endless: (count: number) => (count === 1 ? '1 has no end' : `${count} have no end`),
  moreThan: (times: string) => `more than ${times}`,

  item: 'Event',
  becomes: 'Becomes',
  becomesOf: (title: string) => `${title} becomes`,
  becomesNames: { session: 'Session', timeOff: 'Time off', dayNote: 'Day note', skip: 'Leave out' },
  engagement: 'Engagement',
  engagementOf: (title: string) => `Engagement of ${title}`,
  ownBusiness: 'Own business',
  untitled: 'Untitled',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  changedOccurrences: (count: number) => (count === 1 ? '1 moved or changed' : `${count} moved or changed`),
  states: {
    new: 'New',
    changed: 'Changed',
    same: 'Already here',
    removed: 'Will be removed',
    none: 'Left out',
  },
  conflicts: (count: number) => (count === 1 ? '1 conflict' : `${count} conflicts`),
  conflictsText: 'Stands on sessions that are already planned in the next six months',
  showMore: (count: number) => `Show ${count} more`,

  why: {
    chosen: () => 'as you chose',
    kept: () => 'as it is here',
    exported: () => 'as it was exported',
    rule: (word: string) => `by your rule for “${word}”`,
    address: (word: string) => `invited: ${word}`,
    domain: (word: string) => `invited from ${word}`,
    title: (word: string) => `“${word}” in the title`,
    calendar: (word: string) => `the calendar is named after ${word}`,
    own: () => 'no client recognised',
  },

  folder: {
    title: 'Calendar folder',
    help: 'Headroom looks here for calendar files while it runs, and offers what is new or changed. Nothing is imported by itself. This computer alone remembers the folder.',
    watched: (folder: string) => `Looking in ${folder}`,
    unreadable: (folder: string) => `${folder} cannot be read at the moment. Headroom goes on trying.`,
    choose: 'Choose a folder…',
    another: 'Choose another folder…',
    stop: 'Stop looking',
    found: (names: readonly string[]) =>
      names.length === 1
        ? `${names[0]} in your calendar folder is new or has changed.`
        : `${names.length} files in your calendar folder are new or have changed.`,
    look: 'Look at it…',
    leave: 'Not now',
  },

  rules: {
    title: (count: number) => (count === 0 ? 'Rules for engagements' : `Rules for engagements (${count})`),
    help: 'Kept with this import and used for every later one. An event that you assign yourself stays as you said.',
    by: 'Events with',
    signs: {
      domain: 'People invited from',
      title: 'Words in the title',
      calendar: 'The calendar',
    },
    text: 'Text',
    engagement: 'Go to',
    of: (at: number) => `Rule ${at}`,
    add: 'Add a rule',
    remove: (text: string) => (text === '' ? 'Remove this rule' : `Remove the rule for “${text}”`),
    always: 'Always',
    alwaysOf: (title: string) => `Always like ${title}`,
    alwaysDomain: (domain: string) => `With people from ${domain}`,
    alwaysTitle: (title: string) => `Titled “${title}”`,
    alwaysCalendar: (calendar: string) => `All of “${calendar}”`,
  },

  leftOut: (count: number) => `Left out (${count})`,
  alreadyHere: (count: number) => `Already here, unchanged (${count})`,
  reasons: {
    chosen: 'you chose so',
    cancelled: 'cancelled',
    declined: 'you declined',
    free: 'shown as free',
    'zero-length': 'takes no time',
    'ends-before-start': 'ends before it starts',
    'too-long': 'longer than seven days',
    'beyond-range': 'in a year that cannot be planned',
    'before-from': 'over before the chosen day',
    'older-version': 'an older version',
    'edited-here': 'its series was split here; your parts stay as they are',
    'deleted-here': 'you deleted it here',
  },

  from: 'Leave out what ended before',
  fromHelp: 'Empty: everything in the file',
  removeVanished: (count: number) =>
    count === 1
      ? 'Remove 1 that is no longer in the calendar'
      : `Remove ${count} that are no longer in the calendar`,

  zones: 'Time zones',
  zoneAsk: (name: string, count: number) =>
    `The zone “${name}” is unknown (${events(count)}). Read its times as`,
  zoneFloating: (count: number) =>
    count === 1
      ? '1 event has no time zone. Read its times as'
      : `${count} events have no time zone. Read their times as`,
  zoneAssumed: 'Your home zone is assumed.',
  zoneHow: {
    utc: 'times in UTC',
    iana: 'the name of the zone',
    windows: 'by its Windows name',
    vtimezone: 'by its rules in the file',
    calendar: 'the zone of the calendar',
    floating: 'as you chose',
    ask: 'as you chose',
  },
  noZone: 'Times without a zone',
  zoneLine: (name: string, zone: string, how: string) => `${name}: read as ${zone}, ${how}`,

  problems: (count: number) =>
    count === 1 ? '1 thing in the file could not be used' : `${count} things in the file could not be used`,
  problemLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  problem: {
    'line-unreadable': ({ text }: CalendarFacts) =>
      `“${text}” is not a line of a calendar and was passed over.`,
    'line-outside': ({ text }: CalendarFacts) => `“${text}” stands outside the calendar and was passed over.`,
    'line-too-long': ({ name }: CalendarFacts) => `${name} is too long and was passed over.`,
    'end-unmatched': ({ component }: CalendarFacts) => `END:${component} does not fit the BEGIN before it.`,
    'property-twice': ({ name }: CalendarFacts) =>
      `${name} is given twice with different values; the event is left out.`,
    'start-missing': () => 'the event has no start and is left out.',
    'time-unreadable': ({ name, value }: CalendarFacts) =>
      `“${value}” is no time that can be used (${name}).`,
    'end-before-start': () => 'the event ends before it starts and is left out.',
    'duration-unreadable': ({ value }: CalendarFacts) => `“${value}” is no length; the event is left out.`,
    'rule-unreadable': ({ part }: CalendarFacts) =>
      `the repetition cannot be used (${part}); the event is left out.`,
    'rule-of-changed-one': () => 'a single changed occurrence repeats; that rule was passed over.',
    'list-too-long': ({ name, most }: CalendarFacts) =>
      `${name} lists more than ${most} dates; the rest was passed over.`,
    'offset-unreadable': ({ value }: CalendarFacts) => `“${value}” is no difference from UTC.`,
    'zone-unreadable': () => 'the definition of a time zone cannot be used.',
    'too-many-problems': ({ more }: CalendarFacts) => `and ${more} more like these.`,
    'encoding-guessed': ({ encoding }: CalendarFacts) =>
      `the file does not say how its letters are written; ${encoding} was assumed.`,
  },

  failed: {
    empty: () => 'The file is empty.',
    'not-a-calendar': ({ line, found }: CalendarFacts) =>
      `This is not a calendar file: line ${line} should begin with BEGIN:VCALENDAR, but it reads “${found}”.`,
    truncated: ({ line, component, opened }: CalendarFacts) =>
      `The file is cut off: it ends at line ${line}, and ${component}, which begins at line ${opened}, is never closed. Export the calendar again.`,
    'too-large': ({ megabytes }: CalendarFacts) =>
      `The file is larger than ${megabytes} MB. Export a shorter time.`,
    'nested-too-deep': ({ line }: CalendarFacts) =>
      `Line ${line} begins too many parts within parts. This is not a calendar that a program wrote.`,
    'too-many-events': ({ most, line }: CalendarFacts) =>
      `The file holds more than ${most} events (reached at line ${line}). Export a shorter time.`,
    'too-slow': ({ seconds }: CalendarFacts) =>
      `Reading the file took longer than ${seconds} seconds and was stopped.`,
    'unreadable-file': () =>
      'The file cannot be opened. It may have been moved, or you may not have the right to read it.',
    'reader-failed': ({ detail }: CalendarFacts) => `Reading the file failed: ${detail}.`,
  },

  rule: {
    daily: (interval: number) => (interval === 1 ? 'every day' : `every ${interval} days`),
    weekly: (interval: number, days: string) => {
      const week = interval === 1 ? 'every week' : `every ${interval} weeks`
      return days === '' ? week : `${week} on ${days}`
    },
    monthly: (interval: number) => (interval === 1 ? 'every month' : `every ${interval} months`),
    yearly: (interval: number) => (interval === 1 ? 'every year' : `every ${interval} years`),
    other: 'repeats by its own rule',
    listed: 'repeats on listed days',
  },
}

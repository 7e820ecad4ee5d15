/** Words of the window's frame: navigation, actions, messages that any screen can show. */
export const app = {
  name: 'Headroom',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  delete: 'Delete',
  undo: 'Undo',
  redo: 'Redo',
  show: 'Show',
  dismiss: 'Dismiss',
  nothingFound: 'Nothing found',
  notDone: 'That could not be done. Nothing was changed.',
  durationHelp: 'Please write a length such as 1:30, 90 or 1 h 30.',
  moneyHelp: 'Please write an amount such as 1240.50.',
  /** The pages of a document, shown before it is a PDF. */
  paper: {
    preview: 'Preview',
    pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  },

  navigation: 'Main',
  messages: 'Messages',
  screens: {
    week: 'Week',
    horizon: 'Horizon',
    clients: 'Clients',
    pipeline: 'Pipeline',
    time: 'Time',
    invoices: 'Invoices',
    insights: 'Insights',
    settings: 'Settings',
  },
  saved: 'Saved',
  savedAt: (time: string) => `Saved ${time}`,
  saving: 'Saving…',
  notSaved: {
    'disk-full': 'Not saved: the disk is full. Keep this window open.',
    'read-only': 'Not saved: the folder cannot be written to.',
    locked: 'Not saved: another program holds the file.',
    elsewhere: 'Not saved: another computer has opened this data since. Nothing of it is overwritten.',
    other: 'Not saved. Keep this window open.',
  },
  readOnly: 'Open for reading only',
  notices: {
    'recovered-previous': ({ file, lost, savedAt }: Params) =>
      `The file of ${name(file)} was damaged. Headroom used its version of ${String(savedAt).slice(0, 10)}, and ${lostText(lost)} The damaged file is kept beside it.`,
    'recovered-journal': ({ file, lost }: Params) =>
      `The file of ${name(file)} was damaged. Headroom rebuilt it from the journal, and ${lostText(lost)} The damaged file is kept beside it.`,
    'newer-version': (_params: Params) =>
      'This data was written by a newer Headroom: please use that one. What this one can read is shown, and nothing is changed.',
    'nothing-readable': ({ file }: Params) =>
      `Not readable, nor to be had from a previous version or the journal: ${String(file).split(',').map(name).join(', ')}. The rest is shown; nothing was overwritten.`,
    'open-elsewhere': ({ name: computer, since }: Params) =>
      `This data seems to be open on ${computer}, since ${String(since).slice(0, 16).replace('T', ' ')} UTC. It is shown here and not changed, so that nothing is overwritten. Close Headroom there, or open it here all the same.`,
    'conflict-copy': ({ file }: Params) =>
      `Two computers have changed this data: the folder holds the copy “${file}”. Nothing was mixed; what is shown is the data’s own file. A backup, or that copy, may hold what is missing.`,
    'storage-failed': (_params: Params) => 'The data could not be read in full. Nothing was overwritten.',
  },
  openFailed: 'Headroom could not open its data',
  openFailedText: 'Nothing was changed. Close other programs that use it and try again.',
  tryAgain: 'Try again',
  faultTitle: 'This screen ran into a fault',
  faultText:
    'Your data is safe: every change that was confirmed is on disk. The fault was written to the log.',
  undone: (step: string) => `Undone: ${step}`,
  redone: (step: string) => `Done again: ${step}`,

  palette: 'Commands',
  palettePlaceholder: 'Search, or type a week, a date or a new session…',
  paletteGroups: {
    recent: 'Recent',
    actions: 'Actions',
    clients: 'Clients',
    engagements: 'Engagements',
    timer: 'Timer',
    deliverables: 'Deliverables',
    sessions: 'Sessions',
    invoices: 'Invoices',
    weeks: 'Weeks',
    add: 'New',
  },
  paletteResults: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  addLine: (what: string) => `Add: ${what}`,
  notNow: 'not possible now',
  findShortcut: 'Find a shortcut',
  shortcuts: 'Keyboard shortcuts',
  groups: {
    go: 'Go to',
    week: 'Week',
    session: 'Session',
    attention: 'Needs attention',
    edit: 'Edit',
    app: 'Headroom',
  },
  actions: {
    search: 'Search and commands',
    shortcuts: 'Keyboard shortcuts',
    help: 'Help: the tour, and what the words mean',
    tour: 'Tour of Headroom',
    goWeek: 'Go to the week',
    goHorizon: 'Go to the horizon',
    goClients: 'Go to clients',
    goPipeline: 'Go to the pipeline',
    rates: 'Rate helper: the rate that carries your year',
    goTime: 'Go to time',
    confirmDay: 'Confirm what was planned today',
    compareTime: 'Planned and worked',
    earlierTime: 'Time: the week or day before',
    laterTime: 'Time: the next week or day',
    goInvoices: 'Go to invoices',
    goOwed: 'Go to what is owed, by age',
    goRevenue: 'Go to revenue by client and month',
    goSeries: 'Go to the number series and their audit',
    business: 'My business: what stands on every invoice',
    goInsights: 'Go to insights',
    goSettings: 'Go to settings',
    previousWeek: 'Previous week',
    thisWeek: 'This week',
    nextWeek: 'Next week',
    goExpenses: 'Go to expenses',
    exportFiles: 'Export time or expenses (CSV)',
    exportSheet: 'Timesheet for a client to sign (PDF)',
    exportCalendar: 'Export as a calendar (.ics)',
    importTime: 'Import worked time (.csv)',
    importCalendar: 'Import a calendar file (.ics)',
    newSession: 'New session',
    quickAdd: 'Quick add: a session from one line',
    openSession: 'Open the session',
    deleteSession: 'Delete the session',
    duplicateSession: 'Duplicate the session',
    workedSession: 'Mark as worked, or take it back',
    earlierDay: 'Move to the day before',
    laterDay: 'Move to the next day',
    clientAbove: 'Move to the client above',
    clientBelow: 'Move to the client below',
    earlier: 'Start 15 minutes earlier',
    later: 'Start 15 minutes later',
    shorter: '15 minutes shorter',
    longer: '15 minutes longer',
    sayYes: 'Can I say yes?',
    whatIf: 'What if',
    breakdown: 'Where the time goes, of the day or the week',
    weekView: 'Capacity or calendar',
    selectSession: 'Select the session, or take it out',
    clearSelection: 'Clear the selection',
    earlierFine: 'Start 5 minutes earlier',
    laterFine: 'Start 5 minutes later',
    shorterFine: '5 minutes shorter',
    longerFine: '5 minutes longer',
    planRest: 'Plan the rest',
    planAccept: 'Accept the proposal',
    planCancel: 'Give the proposal up',
    planLeaveOut: 'Leave the session out of the proposal',
    attention: 'Show or hide what needs attention',
  },
  fixedKeys: {
    move: 'Move through the grid',
    edges: 'First or last day of the row',
    corners: 'First or last row of the grid',
    sessions: 'In the calendar: from session to session',
    dragFine: 'In the calendar: drag by five minutes',
    leave: 'Close, or give up a drag',
    dragCopy: 'Copy instead of move while dragging',
  },
  keyNames: {
    mod: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    delete: 'Del',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    escape: 'Esc',
    home: 'Home',
    end: 'End',
    ' ': 'Space',
  } as Readonly<Record<string, string>>,
}

type Params = Readonly<Record<string, string | number>>

/** A shard by its name on disk. */
function name(file: string | number | undefined): string {
  return file === 'practice'
    ? 'clients and settings'
    : file === 'journal'
      ? 'the latest changes'
      : `the year ${file}`
}

function lostText(lost: string | number | undefined): string {
  if (lost === 0) return 'nothing was lost.'
  return lost === 1 ? '1 change could not be recovered.' : `${lost} changes could not be recovered.`
}

import type { app as english } from '../en/app.ts'

/** Deutsche Worte: Rahmen des Fensters. */
export const app: typeof english = {
  name: 'Headroom',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  delete: 'Löschen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  show: 'Zeigen',
  dismiss: 'Ausblenden',
  nothingFound: 'Nichts gefunden',
  notDone: 'Das ging nicht. Es wurde nichts geändert.',
  durationHelp: 'Bitte eine Dauer eingeben, etwa 1:30, 90 oder 1 h 30.',
  moneyHelp: 'Bitte einen Betrag eingeben, etwa 1240,50.',
  paper: {
    preview: 'Vorschau',
    pages: (count) => (count === 1 ? '1 Seite' : `${count} Seiten`),
  },

  navigation: 'Hauptnavigation',
  messages: 'Meldungen',
  screens: {
    week: 'Woche',
    horizon: 'Horizont',
    clients: 'Kunden',
    pipeline: 'Akquise',
    time: 'Zeit',
    invoices: 'Rechnungen',
    insights: 'Einblicke',
    settings: 'Einstellungen',
  },
  saved: 'Gespeichert',
  savedAt: (time) => `Gespeichert ${time}`,
  saving: 'Wird gespeichert …',
  notSaved: {
    'disk-full': 'Nicht gespeichert: Der Datenträger ist voll. Dieses Fenster offen lassen.',
    'read-only': 'Nicht gespeichert: In den Ordner kann nicht geschrieben werden.',
    locked: 'Nicht gespeichert: Ein anderes Programm hält die Datei fest.',
    elsewhere:
      'Nicht gespeichert: Ein anderer Rechner hat diese Daten inzwischen geöffnet. Nichts davon wird überschrieben.',
    other: 'Nicht gespeichert. Dieses Fenster offen lassen.',
  },
  readOnly: 'Nur zum Lesen geöffnet',
  notices: {
    'recovered-previous': ({ file, lost, savedAt }) =>
      `Die Datei ${name(file)} war beschädigt. Headroom hat ihre Fassung vom ${String(savedAt).slice(0, 10)} genommen, und ${lostText(lost)} Die beschädigte liegt daneben.`,
    'recovered-journal': ({ file, lost }) =>
      `Die Datei ${name(file)} war beschädigt. Headroom hat sie aus dem Journal wiederhergestellt, und ${lostText(lost)} Die beschädigte liegt daneben.`,
    'newer-version': () =>
      'Diese Daten hat ein neueres Headroom geschrieben. Sie werden gezeigt und nicht geändert.',
    'nothing-readable': ({ file }) =>
      `Nicht lesbar, auch nicht aus einer vorigen Fassung oder dem Journal: ${String(file).split(',').map(nameAlone).join(', ')}. Das Übrige wird gezeigt; nichts wurde überschrieben.`,
    'open-elsewhere': ({ name: computer, since }) =>
      `Diese Daten sind wohl auf ${computer} geöffnet, seit ${String(since).slice(0, 16).replace('T', ' ')} UTC. Hier werden sie gezeigt und nicht geändert, damit nichts überschrieben wird. Schließen Sie Headroom dort, oder öffnen Sie sie trotzdem hier.`,
    'conflict-copy': ({ file }) =>
      `Zwei Rechner haben diese Daten geändert: Im Ordner liegt die Kopie „${file}“. Nichts wurde vermischt; gezeigt wird die eigene Datei. Was fehlt, kann in einer Sicherung oder in dieser Kopie stehen.`,
    'storage-failed': () => 'Die Daten konnten nicht ganz gelesen werden. Nichts wurde überschrieben.',
  },
  openFailed: 'Headroom konnte seine Daten nicht öffnen',
  openFailedText:
    'Es wurde nichts geändert. Bitte andere Programme schließen, die sie benutzen, und noch einmal versuchen.',
  tryAgain: 'Noch einmal',
  faultTitle: 'Auf dieser Ansicht ist ein Fehler aufgetreten',
  faultText:
    'Die Daten sind sicher: Jede bestätigte Änderung ist gespeichert. Der Fehler steht im Protokoll.',
  undone: (step) => `Rückgängig gemacht: ${step}`,
  redone: (step) => `Wiederholt: ${step}`,

  palette: 'Befehle',
  palettePlaceholder: 'Suchen, oder Woche, Datum oder neuen Termin eingeben …',
  paletteGroups: {
    recent: 'Zuletzt',
    actions: 'Befehle',
    clients: 'Kunden',
    engagements: 'Mandate',
    timer: 'Timer',
    deliverables: 'Ergebnisse',
    sessions: 'Termine',
    invoices: 'Rechnungen',
    weeks: 'Wochen',
    add: 'Neu',
  },
  paletteResults: (count) => (count === 1 ? '1 Treffer' : `${count} Treffer`),
  addLine: (what) => `Anlegen: ${what}`,
  notNow: 'jetzt nicht möglich',
  findShortcut: 'Tastenkürzel finden',
  shortcuts: 'Tastenkürzel',
  groups: {
    go: 'Gehe zu',
    week: 'Woche',
    session: 'Termin',
    attention: 'Zu klären',
    edit: 'Bearbeiten',
    app: 'Headroom',
  },
  actions: {
    search: 'Suche und Befehle',
    shortcuts: 'Tastenkürzel',
    help: 'Hilfe: der Rundgang, und was die Worte bedeuten',
    tour: 'Rundgang durch Headroom',
    goWeek: 'Zur Woche',
    goHorizon: 'Zum Horizont',
    goClients: 'Zu den Kunden',
    goPipeline: 'Zur Akquise',
    rates: 'Satzrechner: der Satz, der Ihr Jahr trägt',
    goTime: 'Zur Zeit gehen',
    confirmDay: 'Bestätigen, was heute geplant war',
    compareTime: 'Geplant und gearbeitet',
    earlierTime: 'Zeit: Woche oder Tag davor',
    laterTime: 'Zeit: nächste Woche oder nächster Tag',
    goInvoices: 'Zu den Rechnungen',
    goOwed: 'Zu den offenen Forderungen nach Alter',
    goRevenue: 'Zum Umsatz nach Kunde und Monat',
    goSeries: 'Zu den Nummernkreisen: Lücken und Doppelte',
    business: 'Mein Unternehmen: was auf jeder Rechnung steht',
    goInsights: 'Zu den Einblicken',
    goSettings: 'Zu den Einstellungen',
    previousWeek: 'Vorige Woche',
    thisWeek: 'Diese Woche',
    nextWeek: 'Nächste Woche',
    goExpenses: 'Zu den Auslagen',
    exportFiles: 'Zeiten oder Auslagen exportieren (CSV)',
    exportSheet: 'Stundennachweis zum Unterschreiben (PDF)',
    exportCalendar: 'Als Kalender exportieren (.ics)',
    importTime: 'Arbeitszeiten importieren (.csv)',
    importCalendar: 'Kalenderdatei importieren (.ics)',
    newSession: 'Neuer Termin',
    quickAdd: 'Schnelleingabe: Termin aus einer Zeile',
    openSession: 'Termin öffnen',
    deleteSession: 'Termin löschen',
    duplicateSession: 'Termin duplizieren',
    workedSession: 'Als gearbeitet vermerken, oder zurücknehmen',
    earlierDay: 'Auf den Tag davor',
    laterDay: 'Auf den nächsten Tag',
    clientAbove: 'Zum Kunden darüber',
    clientBelow: 'Zum Kunden darunter',
    earlier: '15 Minuten früher beginnen',
    later: '15 Minuten später beginnen',
    shorter: '15 Minuten kürzer',
    longer: '15 Minuten länger',
    sayYes: 'Kann ich zusagen?',
    whatIf: 'Was wäre, wenn',
    breakdown: 'Wohin die Zeit geht, am Tag oder in der Woche',
    weekView: 'Kapazität oder Kalender',
    selectSession: 'Termin auswählen, oder nicht mehr',
    clearSelection: 'Auswahl aufheben',
    earlierFine: '5 Minuten früher beginnen',
    laterFine: '5 Minuten später beginnen',
    shorterFine: '5 Minuten kürzer',
    longerFine: '5 Minuten länger',
    planRest: 'Rest einplanen',
    planAccept: 'Vorschlag annehmen',
    planCancel: 'Vorschlag verwerfen',
    planLeaveOut: 'Termin aus dem Vorschlag nehmen',
    attention: 'Zeigen oder ausblenden, was zu klären ist',
  },
  fixedKeys: {
    move: 'Durch das Raster gehen',
    edges: 'Erster oder letzter Tag der Zeile',
    corners: 'Erste oder letzte Zeile des Rasters',
    sessions: 'Im Kalender: von Termin zu Termin',
    dragFine: 'Im Kalender: in Schritten von fünf Minuten ziehen',
    leave: 'Schließen, oder ein Ziehen abbrechen',
    dragCopy: 'Beim Ziehen kopieren statt verschieben',
  },
  keyNames: {
    mod: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    delete: 'Entf',
    pageup: 'Bild ↑',
    pagedown: 'Bild ↓',
    escape: 'Esc',
    home: 'Pos1',
    end: 'Ende',
    ' ': 'Leertaste',
  },
}

/** Ein Teil der Daten nach seinem Namen auf der Platte. */
/** The nominative. */
function nameAlone(file: string): string {
  return file === 'practice'
    ? 'Kunden und Einstellungen'
    : file === 'journal'
      ? 'die letzten Änderungen'
      : `das Jahr ${file}`
}

function name(file: string | number | undefined): string {
  return file === 'practice'
    ? 'der Kunden und Einstellungen'
    : file === 'journal'
      ? 'der letzten Änderungen'
      : `des Jahres ${file}`
}

function lostText(lost: string | number | undefined): string {
  if (lost === 0) return 'nichts ging verloren.'
  return lost === 1 ? '1 Änderung war nicht zu retten.' : `${lost} Änderungen waren nicht zu retten.`
}

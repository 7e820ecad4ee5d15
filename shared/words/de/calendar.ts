import type { calendar as english } from '../en/calendar.ts'

const events = (count: number) => (count === 1 ? '1 Termin' : `${count} Termine`)

/** Deutsche Worte: Kalender importieren. */
export const calendar: typeof english = {
  title: (calendar) => `„${calendar}“ importieren`,
  fromFile: (file) => `Aus ${file}`,
  reading: 'Kalender wird gelesen',
  readingText: (file) => `${file} wird gelesen. Vor dem Importieren ändert sich nichts.`,
  progress: 'Bisher erledigt',
  readSoFar: (part, found) => (found === '' ? part : `${part} · ${found}`),
  eventsSoFar: (count) => `bisher ${count} Termine`,
  judging: 'Wird mit dem Plan verglichen …',
  failedTitle: 'Dieser Kalender wurde nicht importiert',
  chooseAnother: 'Andere Datei wählen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  nothingChanged: 'Nichts wurde geändert.',

  import: (count) => `${count} importieren`,
  importing: 'Wird importiert …',
  nothingToImport: 'Nichts zu importieren',
  keepRules: 'Regeln behalten',
  rulesKept: 'Die Regeln für Mandate sind gespeichert.',
  imported: (count, calendar) => `${events(count)} aus „${calendar}“ importiert.`,
  undo: 'Rückgängig',
  dropHere: 'Kalender oder Tabelle mit Arbeitszeiten zum Importieren hier ablegen',
  notACalendarFile: (file) =>
    `${file} ist weder ein Kalender noch eine Tabelle. Headroom importiert .ics- und .csv-Dateien.`,

  noEvents: 'In dieser Datei sind keine Termine',
  noEventsText: (others) =>
    others === 0
      ? ''
      : `${others === 1 ? '1 Eintrag' : `${others} Einträge`} anderer Art (Aufgaben, Notizen) werden nicht importiert.`,
  allSame: 'Alles aus dieser Datei ist schon da',
  allSameText: 'Ein weiterer Import würde nichts ändern.',

  newCount: (count) => `${count} neu`,
  changedCount: (count) => `${count} geändert`,
  sameCount: (count) => `${count} schon da`,
  removedCount: (count) => `${count} zurückgenommen`,
  noneCount: (count) => `${count} ausgelassen`,

  holds: (count, series) =>
    series === 0 ? events(count) : `${events(count)}, davon ${series} wiederkehrend`,
  since: (day) => `ab ${day}`,
  noEnd: 'ohne Ende',
  endless: (count) => `${count} ohne Ende`,
  moreThan: (times) => `mehr als ${times}`,

  item: 'Termin',
  becomes: 'Wird zu',
  becomesOf: (title) => `${title} wird zu`,
  becomesNames: { session: 'Termin', timeOff: 'Freie Zeit', dayNote: 'Tagesnotiz', skip: 'Auslassen' },
  engagement: 'Mandat',
  engagementOf: (title) => `Mandat von ${title}`,
  ownBusiness: 'Eigenes Geschäft',
  untitled: 'Ohne Titel',
  times: (count) => (count === 1 ? 'einmal' : `${count}-mal`),
  changedOccurrences: (count) =>
    count === 1 ? '1 verschoben oder geändert' : `${count} verschoben oder geändert`,
  states: {
    new: 'Neu',
    changed: 'Geändert',
    same: 'Schon da',
    removed: 'Wird entfernt',
    none: 'Ausgelassen',
  },
  conflicts: (count) => (count === 1 ? '1 Konflikt' : `${count} Konflikte`),
  conflictsText: 'Liegt in den nächsten sechs Monaten auf Terminen, die schon geplant sind',
  showMore: (count) => `${count} weitere anzeigen`,

  why: {
    chosen: () => 'wie gewählt',
    kept: () => 'wie hier schon',
    exported: () => 'wie beim Export',
    rule: (word) => `nach Ihrer Regel für „${word}“`,
    address: (word) => `eingeladen: ${word}`,
    domain: (word) => `eingeladen von ${word}`,
    title: (word) => `„${word}“ im Titel`,
    calendar: (word) => `der Kalender heißt nach ${word}`,
    own: () => 'kein Kunde erkannt',
  },

  folder: {
    title: 'Kalenderordner',
    help: 'Headroom sieht hier nach Kalenderdateien, solange es läuft, und bietet an, was neu oder geändert ist. Von selbst wird nichts importiert. Den Ordner merkt sich nur dieser Rechner.',
    watched: (folder) => `Sieht in ${folder} nach`,
    unreadable: (folder) => `${folder} ist gerade nicht lesbar. Headroom versucht es weiter.`,
    choose: 'Ordner wählen …',
    another: 'Anderen Ordner wählen …',
    stop: 'Nicht mehr nachsehen',
    found: (names) =>
      names.length === 1
        ? `${names[0]} in Ihrem Kalenderordner ist neu oder geändert.`
        : `${names.length} Dateien in Ihrem Kalenderordner sind neu oder geändert.`,
    look: 'Ansehen …',
    leave: 'Jetzt nicht',
  },

  rules: {
    title: (count) => (count === 0 ? 'Regeln für Mandate' : `Regeln für Mandate (${count})`),
    help: 'Sie werden mit diesem Import behalten und gelten für jeden späteren. Was Sie selbst zuordnen, bleibt, wie Sie es sagen.',
    by: 'Termine mit',
    signs: {
      domain: 'Eingeladenen von',
      title: 'Worten im Titel',
      calendar: 'dem Kalender',
    },
    text: 'Text',
    engagement: 'Gehören zu',
    of: (at) => `Regel ${at}`,
    add: 'Regel hinzufügen',
    remove: (text) => (text === '' ? 'Diese Regel entfernen' : `Regel für „${text}“ entfernen`),
    always: 'Immer so',
    alwaysOf: (title) => `Immer so wie ${title}`,
    alwaysDomain: (domain) => `Mit Eingeladenen von ${domain}`,
    alwaysTitle: (title) => `Mit dem Titel „${title}“`,
    alwaysCalendar: (calendar) => `Alles aus „${calendar}“`,
  },

  leftOut: (count) => `Ausgelassen (${count})`,
  alreadyHere: (count) => `Schon da, unverändert (${count})`,
  reasons: {
    chosen: 'so gewählt',
    cancelled: 'abgesagt',
    declined: 'von Ihnen abgelehnt',
    free: 'als frei angezeigt',
    'zero-length': 'dauert nicht',
    'ends-before-start': 'endet vor seinem Beginn',
    'too-long': 'länger als sieben Tage',
    'beyond-range': 'in einem Jahr, das sich nicht planen lässt',
    'before-from': 'vor dem gewählten Tag vorbei',
    'older-version': 'eine ältere Fassung',
    'edited-here': 'die Serie wurde hier geteilt; Ihre Teile bleiben, wie sie sind',
    'deleted-here': 'hier von Ihnen gelöscht',
  },

  from: 'Auslassen, was endete vor',
  fromHelp: 'Leer: alles aus der Datei',
  removeVanished: (count) =>
    `${count} entfernen, die nicht mehr im Kalender ${count === 1 ? 'steht' : 'stehen'}`,

  zones: 'Zeitzonen',
  zoneAsk: (name, count) => `Die Zone „${name}“ ist unbekannt (${events(count)}). Ihre Zeiten lesen als`,
  zoneFloating: (count) =>
    `${events(count)} ohne Zeitzone. ${count === 1 ? 'Seine' : 'Ihre'} Zeiten lesen als`,
  zoneAssumed: 'Angenommen ist Ihre Heimatzone.',
  zoneHow: {
    utc: 'Zeiten in UTC',
    iana: 'Name der Zone',
    windows: 'nach ihrem Windows-Namen',
    vtimezone: 'nach ihren Regeln in der Datei',
    calendar: 'Zone des Kalenders',
    floating: 'wie gewählt',
    ask: 'wie gewählt',
  },
  noZone: 'Zeiten ohne Zone',
  zoneLine: (name, zone, how) => `${name}: gelesen als ${zone}, ${how}`,

  problems: (count) =>
    count === 1
      ? '1 Stelle der Datei ist nicht brauchbar'
      : `${count} Stellen der Datei sind nicht brauchbar`,
  problemLine: (line, sentence) => `Zeile ${line}: ${sentence}`,
  problem: {
    'line-unreadable': ({ text }) => `„${text}“ ist keine Zeile eines Kalenders und wurde übergangen.`,
    'line-outside': ({ text }) => `„${text}“ steht außerhalb des Kalenders und wurde übergangen.`,
    'line-too-long': ({ name }) => `${name} ist zu lang und wurde übergangen.`,
    'end-unmatched': ({ component }) => `END:${component} passt nicht zum BEGIN davor.`,
    'property-twice': ({ name }) =>
      `${name} steht zweimal mit verschiedenen Werten da; der Termin wird ausgelassen.`,
    'start-missing': () => 'der Termin hat keinen Beginn und wird ausgelassen.',
    'time-unreadable': ({ name, value }) => `„${value}“ ist keine brauchbare Zeit (${name}).`,
    'end-before-start': () => 'der Termin endet vor seinem Beginn und wird ausgelassen.',
    'duration-unreadable': ({ value }) => `„${value}“ ist keine Dauer; der Termin wird ausgelassen.`,
    'rule-unreadable': ({ part }) =>
      `die Wiederholung ist nicht brauchbar (${part}); der Termin wird ausgelassen.`,
    'rule-of-changed-one': () =>
      'ein einzelner geänderter Termin wiederholt sich; diese Regel wurde übergangen.',
    'list-too-long': ({ name, most }) => `${name} nennt mehr als ${most} Tage; der Rest wurde übergangen.`,
    'offset-unreadable': ({ value }) => `„${value}“ ist kein Abstand zu UTC.`,
    'zone-unreadable': () => 'die Beschreibung einer Zeitzone ist nicht brauchbar.',
    'too-many-problems': ({ more }) => `und ${more} weitere dieser Art.`,
    'encoding-guessed': ({ encoding }) =>
      `die Datei sagt nicht, wie ihre Buchstaben geschrieben sind; angenommen ist ${encoding}.`,
  },

  failed: {
    empty: () => 'Die Datei ist leer.',
    'not-a-calendar': ({ line, found }) =>
      `Das ist keine Kalenderdatei: Zeile ${line} müsste mit BEGIN:VCALENDAR beginnen, lautet aber „${found}“.`,
    truncated: ({ line, component, opened }) =>
      `Die Datei ist abgeschnitten: sie endet in Zeile ${line}, und ${component} aus Zeile ${opened} wird nie geschlossen. Bitte den Kalender neu exportieren.`,
    'too-large': ({ megabytes }) =>
      `Die Datei ist größer als ${megabytes} MB. Bitte einen kürzeren Zeitraum exportieren.`,
    'nested-too-deep': ({ line }) =>
      `Zeile ${line} schachtelt zu viele Teile ineinander. Diesen Kalender hat kein Programm geschrieben.`,
    'too-many-events': ({ most, line }) =>
      `Die Datei enthält mehr als ${most} Termine (erreicht in Zeile ${line}). Bitte einen kürzeren Zeitraum exportieren.`,
    'too-slow': ({ seconds }) =>
      `Das Lesen der Datei dauerte länger als ${seconds} Sekunden und wurde beendet.`,
    'unreadable-file': () =>
      'Die Datei lässt sich nicht öffnen. Sie wurde verschoben, oder Ihnen fehlt das Recht, sie zu lesen.',
    'reader-failed': ({ detail }) => `Das Lesen der Datei ist fehlgeschlagen: ${detail}.`,
  },

  rule: {
    daily: (interval) => (interval === 1 ? 'täglich' : `alle ${interval} Tage`),
    weekly: (interval, days) => {
      const week = interval === 1 ? 'wöchentlich' : `alle ${interval} Wochen`
      return days === '' ? week : `${week} am ${days}`
    },
    monthly: (interval) => (interval === 1 ? 'monatlich' : `alle ${interval} Monate`),
    yearly: (interval) => (interval === 1 ? 'jährlich' : `alle ${interval} Jahre`),
    other: 'wiederholt sich nach eigener Regel',
    listed: 'wiederholt sich an genannten Tagen',
  },
}

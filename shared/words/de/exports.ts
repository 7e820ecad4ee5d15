import type { exports as english } from '../en/exports.ts'

/** German words: the export of timesheets, time and expenses. */
export const exports: typeof english = {
  button: 'Exportieren …',
  sheetButton: 'Stundennachweis …',
  /** The report of a client's month. */
  report: {
    button: 'Monatsbericht…',
    title: 'Monatsbericht',
    of: (name) => `Monatsbericht für ${name}`,
    client: 'Kunde',
    month: 'Monat',
    unbilled: 'Auch nicht abrechenbare Zeit zählen',
    noClients: 'Zuerst einen Kunden anlegen: Ein Bericht ist für jemanden.',
    save: 'Als PDF speichern…',
    saveTitle: 'Bericht als PDF speichern',
  },
  dialog: {
    title: 'Exportieren',
    what: 'Was',
    kinds: {
      sheet: 'Stundennachweis zum Unterschreiben (PDF)',
      time: 'Zeiteinträge (CSV)',
      expenses: 'Auslagen (CSV)',
      calendar: 'Kalender (.ics)',
    },
    client: 'Kunde',
    all: 'Alle Kunden und eigenes Geschäft',
    style: 'Geschrieben für',
    styles: {
      plain: 'Andere Programme',
      sheet: 'Tabelle mit Dezimalpunkt',
      commaSheet: 'Tabelle mit Dezimalkomma',
    },
    styleHelp: {
      plain: 'UTF-8, Kommas, Dezimalpunkte.',
      sheet: 'Wie Excel es auf Englisch liest: UTF-8 mit Kennung, Kommas.',
      commaSheet: 'Wie Excel es auf Deutsch liest: UTF-8 mit Kennung, Semikolons.',
    },
    unbilled: 'Auch nicht abrechenbare Zeit zeigen',
    entries: (count) => (count === 1 ? '1 Zeiteintrag' : `${count} Zeiteinträge`),
    expenses: (count) => (count === 1 ? '1 Auslage' : `${count} Auslagen`),
    sessions: (count) => (count === 1 ? '1 Kalendereintrag' : `${count} Kalendereinträge`),
    calendarHelp:
      'Termine aller Zeiten mit Titel und Notizen, vom ganzen Plan auch Abwesenheiten und Tagesnotizen. Google, Outlook, Apple und Thunderbird lesen die Datei, und Headroom liest sie vollständig zurück.',
    noSessions: 'Es ist nichts geplant.',
    nothing: 'In diesem Zeitraum gibt es nichts.',
    noClients: 'Zuerst einen Kunden anlegen: Ein Stundennachweis ist für jemanden.',
    formula: 'Text, den eine Tabelle für eine Formel hielte, beginnt mit einem Apostroph.',
    save: 'Speichern …',
  },
  save: {
    sheet: 'Stundennachweis als PDF speichern',
    time: 'Zeiteinträge als CSV speichern',
    expenses: 'Auslagen als CSV speichern',
    calendar: 'Kalender speichern',
    button: 'Speichern',
    csvFiles: 'CSV-Datei',
    calendarFiles: 'Kalenderdatei',
  },
  fileNames: { time: 'Zeiten', expenses: 'Auslagen', calendar: 'Headroom' },
  failed: {
    'disk-full': 'Die Datei wurde nicht gespeichert: Der Datenträger ist voll.',
    'read-only': 'Die Datei wurde nicht gespeichert: In diesen Ordner lässt sich nicht schreiben.',
    locked: 'Die Datei wurde nicht gespeichert: Ein anderes Programm hat sie geöffnet.',
    timeout: 'Das PDF wurde nicht rechtzeitig fertig. Bitte noch einmal versuchen.',
    'client-gone': 'Diesen Kunden gibt es nicht.',
    other: 'Die Datei konnte nicht gespeichert werden.',
  },
}

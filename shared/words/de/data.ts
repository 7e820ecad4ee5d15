import type { data as english } from '../en/data.ts'

/** Deutsche Wörter: Sicherungen, Dateien mit allem, und Daten, die sich nicht lesen oder speichern lassen. */
export const data: typeof english = {
  title: 'Daten und Sicherungen',
  text: 'Headroom sichert von selbst: bei jedem Start und jeden Tag. Sieben Tage, vier Wochen und zwölf Monate bleiben.',
  backUp: 'Jetzt sichern',
  backedUp: 'Die Sicherung ist gemacht und wurde zurückgelesen.',
  list: 'Sicherungen',
  none: 'Noch keine Sicherung. Die erste entsteht wenige Sekunden nach dem Start.',
  when: 'Gemacht',
  why: 'Anlass',
  reasons: {
    auto: 'Von selbst',
    asked: 'Von dir verlangt',
    'before-restore': 'Vor einer Wiederherstellung',
    'before-import': 'Vor einem Import',
  },
  size: 'Größe',
  holds: 'Enthält',
  damaged: 'Beschädigt: nicht lesbar',
  restore: 'Wiederherstellen …',
  restoreOf: (when) => `Die Sicherung von ${when} wiederherstellen`,
  bytes: (amount, unit) => `${amount}\u00a0${unit}`,

  second: 'Ein zweiter Ordner',
  secondText:
    'Wähle einen Ordner auf einem anderen Laufwerk oder einen, der synchronisiert wird: Jede Sicherung kommt auch dorthin.',
  secondIs: (folder) => `Jede Sicherung kommt auch nach ${folder}.`,
  secondFault: (why) => `Die letzte Sicherung kam dort nicht an: ${why}`,
  chooseFolder: 'Ordner für Sicherungen wählen…',
  forgetFolder: 'Kein zweiter Ordner',

  oneFile: 'Alles in einer Datei',
  oneFileText:
    'Eine lesbare Datei mit allen Einträgen und gestellten Rechnungen, zum Aufheben oder für einen anderen Computer.',
  exportFile: 'Alles exportieren …',
  importFile: 'Alles importieren …',

  trouble: 'Wenn etwas nicht stimmt',
  troubleText:
    'Die Diagnose enthält Versionen, Dateigrößen und das Protokoll, aber keine Namen von Kunden und keine Beträge.',
  copyDiagnostics: 'Diagnose kopieren',
  copied: 'Die Diagnose liegt in der Zwischenablage.',
  showFolder: 'Datenordner zeigen',

  look: {
    backup: (when) => `Die Sicherung von ${when} wiederherstellen?`,
    file: (when) => `Alles durch die Datei von ${when} ersetzen?`,
    opening: 'Wird gelesen …',
    same: 'Sie enthält genau das, was jetzt da ist.',
    kind: 'Was',
    added: 'Neu',
    changed: 'Geändert',
    removed: 'Entfernt',
    other: 'Auch Einstellungen, dein Geschäft oder der Timer ändern sich.',
    issuedLost: (numbers) =>
      `Gestellte Rechnungen, die dann fehlen: ${numbers}. Ihre Nummern würden noch einmal vergeben.`,
    holds: (what) => `Sie enthält ${what}.`,
    way: 'Was jetzt da ist, wird vorher gesichert, und du kannst es rückgängig machen.',
    restarts: 'Die beschädigten Dateien bleiben unter anderem Namen, und Headroom startet neu.',
    restore: 'Wiederherstellen',
    replace: 'Alles ersetzen',
    done: 'Wiederhergestellt.',
  },
  kinds: {
    clients: 'Kunden',
    engagements: 'Mandate',
    deliverables: 'Ergebnisse',
    agreements: 'Verträge',
    sessions: 'Termine',
    entries: 'Zeiteinträge',
    expenses: 'Auslagen',
    invoices: 'Rechnungen',
    timeOff: 'Freie Zeit',
    dayNotes: 'Tagesnotizen',
    areas: 'Bereiche',
    patterns: 'Arbeitszeiten',
    scenarios: 'Szenarien',
  },
  dialogs: {
    importTitle: 'Alles importieren',
    exportTitle: 'Alles exportieren',
    exportButton: 'Exportieren',
    folderTitle: 'Ordner für Sicherungen',
    files: 'Headroom-Dateien',
  },
  failed: {
    'not-json': 'Diese Datei ist beschädigt oder abgeschnitten. Es wurde nichts geändert.',
    'not-headroom': 'Das ist keine Datei mit allem aus Headroom. Es wurde nichts geändert.',
    checksum:
      'Diese Datei wurde nach dem Schreiben verändert: Die Prüfsumme passt nicht. Es wurde nichts geändert.',
    'newer-version':
      'Das hat ein neueres Headroom geschrieben. Bitte aktualisiere zuerst Headroom. Es wurde nichts geändert.',
    schema: 'Diese Datei enthält Werte, die Headroom nicht kennt. Es wurde nichts geändert.',
    references: 'Diese Datei nennt Kunden oder Mandate, die nicht darin stehen. Es wurde nichts geändert.',
    gone: 'Bitte öffne sie noch einmal. Es wurde nichts geändert.',
    'disk-full': 'Der Datenträger ist voll.',
    'read-only': 'In den Ordner kann nicht geschrieben werden.',
    locked: 'Ein anderes Programm hält die Datei fest.',
    other: 'Das ging nicht. Es wurde nichts geändert.',
  },

  notSaved: {
    text: 'Du kannst weiterarbeiten; solange dieses Fenster offen ist, geht nichts verloren.',
    retry: 'Noch einmal versuchen',
    copy: 'Kopie woanders speichern …',
    stillNot: 'Noch immer nicht gespeichert.',
  },
  choices: {
    restore: 'Sicherung wiederherstellen …',
    goOn: 'Mit dem Lesbaren weitermachen',
    goOnText: 'Was nicht lesbar ist, bleibt weg; die beschädigten Dateien bleiben erhalten.',
    import: 'Datei importieren …',
    copy: 'Kopie speichern …',
    folder: 'Datenordner zeigen',
  },
}

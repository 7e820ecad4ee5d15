import type { vault as english } from '../en/vault.ts'

/** Deutsche Wörter: die Verschlüsselung der Daten. */
export const vault: typeof english = {
  title: 'Verschlüsselung',
  off: 'Die Daten liegen lesbar auf diesem Rechner. Wer an die Platte oder eine Sicherung kommt, kann sie lesen. Mit einer Passphrase kann das niemand ohne sie.',
  on: 'Die Daten, ihre Sicherungen und die abgelegten Rechnungen sind verschlüsselt (AES-256, der Schlüssel mit Ihrer Passphrase durch scrypt verschlossen).',
  changing: 'Dateien werden noch umgestellt. Sie können weiterarbeiten.',
  turnOn: 'Daten verschlüsseln …',
  turnOff: 'Nicht mehr verschlüsseln …',
  change: 'Passphrase ändern …',
  keychain: 'Vom Schlüsselbund dieses Rechners öffnen lassen',
  keychainHelp:
    'Wer mit Ihrem Konto angemeldet ist, muss die Passphrase nicht eingeben. Behalten Sie sie trotzdem: Andere Rechner und Sicherungen fragen danach.',
  passphrase: 'Passphrase',
  before: 'Bisherige Passphrase',
  after: 'Neue Passphrase',
  again: 'Noch einmal dieselbe',
  rule: (least) =>
    `Mindestens ${least} Zeichen. Vier oder fünf beliebige Wörter sind gut und leicht zu merken.`,
  unlike: 'Die beiden sind nicht gleich.',
  wrong: 'Das ist nicht die Passphrase.',
  lost: 'Eine verlorene Passphrase kann niemand ersetzen, auch wir nicht: Ohne sie sind die Daten und ihre Sicherungen verloren. Schreiben Sie sie auf und bewahren Sie sie sicher auf.',
  written: 'Ich habe sie aufgeschrieben',
  oldBackups: 'Bisherige Sicherungen öffnen sich weiter mit der Passphrase, mit der sie gemacht wurden.',
  remains:
    'Die lesbaren Dateien werden ersetzt. Was eine Platte von gelöschten Dateien behält, ältere Kopien anderswo und exportierte Dateien bleiben, wie sie sind.',
  offText: 'Alle Dateien werden wieder lesbar geschrieben.',
  doOn: 'Verschlüsseln',
  doOff: 'Nicht mehr verschlüsseln',
  doChange: 'Ändern',
  working: 'Einen Moment …',
  nowOn: 'Die Daten sind verschlüsselt.',
  nowOff: 'Die Daten sind nicht mehr verschlüsselt.',
  changed: 'Die Passphrase ist geändert.',
  locked: 'Headroom ist verschlossen',
  lockedText: 'Die Daten auf diesem Rechner sind verschlüsselt. Erinnerungen kommen, sobald sie offen sind.',
  unlock: 'Öffnen',
  forgotten:
    'Ohne die Passphrase kann niemand die Daten öffnen. Haben Sie eine Datei mit allem von früher, verschieben Sie den Datenordner und importieren Sie sie.',
  fileTitle: 'Diese Datei ist verschlüsselt',
  fileText: 'Sie wurde mit einer Passphrase gemacht, vielleicht auf einem anderen Rechner.',
  open: 'Öffnen',
}

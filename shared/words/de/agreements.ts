import type { agreements as english } from '../en/agreements.ts'

export const agreements: typeof english = {
  title: 'Verträge',
  add: 'Neuer Vertrag',
  none: 'Hier stehen Rahmenverträge, Leistungsscheine und Geheimhaltungsvereinbarungen mit ihren Daten. Rechtzeitig erfahren Sie, wann einer endet oder zu kündigen ist, und wann Arbeit ohne Vertrag geplant ist.',
  kind: 'Art',
  name: 'Titel',
  parties: 'Weitere Parteien',
  partiesHelp: 'Außer Ihnen und dem Kunden',
  signed: 'Unterschrieben am',
  term: 'In Kraft',
  from: 'Von',
  to: 'Bis',
  renewal: 'Verlängert sich um',
  renewalHelp: 'Leer, wenn er von selbst endet',
  monthsUnit: 'Monate',
  notice: 'Kündigungsfrist',
  noticeHelp: 'Vor dem Ende der Laufzeit',
  daysUnit: 'Tage',
  confidential: 'Vertraulich bis',
  confidentialTo: (day) => `vertraulich bis ${day}`,
  file: 'Dokument',
  fileNone: 'Kein Dokument verknüpft',
  fileChoose: 'Auswählen …',
  fileOpen: 'Öffnen',
  fileOpenOf: (title) => `Dokument zu ${title} öffnen`,
  fileUnlink: 'Verknüpfung entfernen',
  fileHelp: 'Das Dokument bleibt, wo es ist; nur sein Ort wird vermerkt',
  fileSaveFirst: 'Zum Öffnen speichern',
  files: {
    gone: 'Nicht gefunden: das Dokument wurde verschoben oder gelöscht.',
    refused: 'Headroom öffnet nur Dokumente auf diesem Computer: dies ist eine andere Art Datei.',
    failed: 'Kein Programm hat das Dokument geöffnet.',
    none: 'Kein Dokument ist verknüpft.',
  },
  deleted: (title) => `„${title}“ gelöscht`,
  undated: 'ohne Daten',
  until: (day) => `bis ${day}`,
  fromDay: (day) => `ab ${day}`,
  renews: (months, notice) => `verlängert sich um ${months}, kündbar bis ${notice}`,
  noticePeriod: (days) => (days === 1 ? 'ein Tag Kündigungsfrist' : `${days} Tage Kündigungsfrist`),
  states: {
    notYet: 'Noch nicht',
    inForce: 'In Kraft',
    noticeSoon: 'Frist läuft ab',
    endsSoon: 'Endet bald',
    ended: 'Beendet',
  },
  kinds: {
    master: 'Rahmenvertrag',
    work: 'Leistungsschein',
    nda: 'Geheimhaltungsvereinbarung',
    ip: 'Rechteübertragung',
    vendor: 'Lieferantenvertrag',
  },
  inSentence: {
    master: 'Der Rahmenvertrag',
    work: 'Der Leistungsschein',
    nda: 'Die Geheimhaltungsvereinbarung',
    ip: 'Die Rechteübertragung',
    vendor: 'Der Lieferantenvertrag',
  },
  months: (count) =>
    count % 12 === 0
      ? count === 12
        ? 'ein Jahr'
        : `${count / 12} Jahre`
      : count === 1
        ? 'einen Monat'
        : `${count} Monate`,
}

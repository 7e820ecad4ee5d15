import type { timesheet as english } from '../en/timesheet.ts'

/** German words: the timesheet that a client signs, and the time behind an invoice's lines. */
export const timesheet: typeof english = {
  fileName: 'Stundennachweis',
  heading: 'Stundennachweis',
  documentTitle: (client, period) => `Stundennachweis für ${client}, ${period}`,
  client: 'Kunde',
  consultant: 'Auftragnehmer',
  period: 'Zeitraum',
  made: 'Erstellt am',
  time: 'Zeit',
  work: 'Arbeit',
  worked: 'Gearbeitet',
  billable: 'Abrechenbar',
  total: 'Summe',
  notBillable: 'nicht abrechenbar',
  lateFor: (day) => `nachgetragen für ${day}`,
  byEngagement: 'Nach Mandat',
  engagement: 'Mandat',
  byArea: 'Nach Verantwortungsbereich',
  area: 'Bereich',
  noArea: 'Ohne Bereich',
  rule: (mode, increment, scope) => `${scope} ${mode} auf ${increment} min gerundet.`,
  modes: { up: 'aufwärts', nearest: 'kaufmännisch', down: 'abwärts', none: '' },
  dayRule: (hours) =>
    `Ein Tag hat ${hours}. Jeder Kalendertag wird in halben Tagen berechnet, auf den nächsten halben gerundet und mindestens mit einem.`,
  wholeDayRule: (hours) =>
    `Ein Tag hat ${hours}. Jeder Kalendertag wird in ganzen Tagen berechnet, auf den nächsten gerundet und mindestens mit einem.`,
  scopes: { entry: 'Je Eintrag', day: 'Je Tag', invoice: 'Über den ganzen Zeitraum' },
  confirm: 'Zeiten in Stunden und Minuten. Die aufgeführten Leistungen wurden wie angegeben erbracht.',
  signature: (name) => (name.trim() === '' ? 'Datum, Unterschrift' : `Datum, Unterschrift: ${name.trim()}`),
}

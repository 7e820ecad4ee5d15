import type { timesheet as english } from '../en/timesheet.ts'

/** French words: the timesheet that a client signs, and the time behind an invoice's lines. */
export const timesheet: typeof english = {
  fileName: 'Relevé d’heures',
  heading: 'Relevé d’heures',
  documentTitle: (client, period) => `Relevé d’heures pour ${client}, ${period}`,
  client: 'Client',
  consultant: 'Prestataire',
  period: 'Période',
  made: 'Établi le',
  time: 'Horaire',
  work: 'Travail',
  worked: 'Travaillé',
  billable: 'Facturable',
  total: 'Total',
  notBillable: 'non facturable',
  lateFor: (day) => `saisi après coup pour le ${day}`,
  byEngagement: 'Par mandat',
  engagement: 'Mandat',
  byArea: 'Par domaine de responsabilité',
  area: 'Domaine',
  noArea: 'Sans domaine',
  rule: (mode, increment, scope) => `Arrondi ${mode} à ${increment}\u00a0min ${scope}.`,
  modes: {
    up: 'vers le haut',
    nearest: 'au plus proche, la moitié vers le haut,',
    down: 'vers le bas',
    none: '',
  },
  dayRule: (hours) =>
    `Une journée compte ${hours}. Chaque jour est facturé en demi-journées, arrondi à la demi-journée la plus proche, au moins une.`,
  wholeDayRule: (hours) =>
    `Une journée compte ${hours}. Chaque jour est facturé en journées entières, arrondi à la plus proche, au moins une.`,
  scopes: { entry: 'par saisie', day: 'par jour', invoice: 'sur toute la période' },
  confirm: 'Temps en heures et minutes. Les travaux indiqués ont été réalisés comme décrit.',
  signature: (name) => (name.trim() === '' ? 'Date, signature' : `Date, signature\u00a0: ${name.trim()}`),
}

import type { start as english } from '../en/start.ts'

/** Deutsche Worte: der erste Start. */
export const start: typeof english = {
  title: 'Willkommen bei Headroom',
  text: 'Sehen, was zugesagt ist, ob es passt und was nachgibt. Alles bleibt auf diesem Rechner.',
  sample: 'Mit einer Beispielpraxis beginnen',
  sampleText: 'Vier Kunden, zwölf Wochen Arbeit und eine Woche, die nicht passt. Gut für einen ersten Blick.',
  empty: 'Leer beginnen',
  emptyText: 'Den ersten Kunden anlegen und von dort aus planen.',
  calendar: 'Meinen Kalender importieren (.ics)',
  calendarText: 'Mit den Terminen beginnen, die es schon gibt.',
  tour: 'In der Beispielpraxis herumführen',
  file: 'Mit der Datei aller Daten eines anderen Rechners weitermachen …',
  backups: 'Hier gibt es Sicherungen',
  backupsText:
    'Ihre Daten liegen nicht mehr, wo sie lagen. Eine wiederherstellen, um von dort weiterzumachen.',
  working: 'Einen Augenblick …',
}

import type { app as english } from '../en/app.ts'

/** Deutsche Worte: Rahmen des Fensters. */
export const app: typeof english = {
  name: 'Headroom',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  delete: 'Löschen',
  undo: 'Rückgängig',
  nothingFound: 'Nichts gefunden',
  notDone: 'Das ging nicht. Es wurde nichts geändert.',
  durationHelp: 'Bitte eine Dauer eingeben, etwa 1:30, 90 oder 1 h 30.',
  moneyHelp: 'Bitte einen Betrag eingeben, etwa 1240,50.',
}

import type { placing as english } from '../en/placing.ts'

/** Deutsche Worte: den Rest einplanen. */
export const placing: typeof english = {
  title: 'Rest einplanen',
  reach: 'Wie weit voraus',
  reaches: { week: 'Diese Woche', ahead: '4 Wochen' },
  sessions: (count) => (count === 1 ? '1 Termin' : `${count} Termine`),
  summary: (sessions, length, clients) =>
    `${sessions}, ${length} für ${clients === 1 ? '1 Kunden' : `${clients} Kunden`}`,
  ofWork: (length, title) => `${length} von ${title}`,
  ofPromise: (length, client) => `${length} für ${client}`,
  noRoom: (what, day, why) => `Kein Platz bis ${day} für ${what}: ${why}.`,
  noMoreRoom: (count) => `Für ${count} weitere ist kein Platz.`,
  why: {
    'no-time': 'es ist keine Arbeitszeit frei',
    'days-full': 'die Tage sind voll',
    'gaps-short': 'die Lücken sind zu kurz',
    'promise-full': 'alles Zugesagte ist verplant',
    'deadlines-first': 'Arbeit mit Termin braucht die Zeit',
  },
  allPlaced: 'Alles Fällige hat seinen Platz.',
  nothing: 'Nichts einzuplanen',
  nothingText: 'Was in diesen Tagen zugesagt und fällig ist, ist geplant.',
  nothingAtAll: 'Nichts einzuplanen: Was in den nächsten vier Wochen zugesagt und fällig ist, ist geplant.',
  nothingFits: 'Es passt nichts mehr',
  allLeftOut: 'Alles weggelassen',
  leaveOut: 'Ein Klick auf einen Termin lässt ihn weg.',
  leftOut: (count) => `${count} weggelassen`,
  putBack: 'Zurückholen',
  accept: 'So einplanen',
  done: (sessions, length) => `${sessions} geplant, ${length}.`,
  given: 'Es wurde nichts eingeplant.',
  proposed: 'Vorschlag',
}

import type { capacity as english } from '../en/capacity.ts'
import { roomChanges } from './roomChanges.ts'
import { sayYes } from './sayYes.ts'

/** Deutsche Worte: Kapazität. */
export const capacity: typeof english = {
  sayYes,
  roomChanges,
  breakdown: {
    title: 'Wohin die Zeit geht',
    capacity: 'Kapazität',
    reserve: 'Reserve',
    headroom: 'Spielraum',
    overlap: (length) => `Doppelt belegt: ${length}, für jeden der Termine gezählt.`,
    nothing: 'Nichts ist geplant, und keine Zeit ist erfasst.',
    byClient: 'Nach Kunde und Mandat',
    byArea: 'Nach Aufgabenbereich',
    noArea: 'Ohne Bereich',
    together: 'Zusammen',
    columns: {
      load: 'Belegt',
      confirmed: 'Bestätigt',
      tentative: 'Vorläufig',
      weighted: 'Gewichtet',
      travel: 'Weg',
      worked: 'Gearbeitet',
    },
  },
}

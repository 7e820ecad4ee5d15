/** German words: the attention panel, the proofs that it shows, and how many flags there are. */
import { type DeadlineProof, freeParts } from '../../capacity/flags/deadlineProof.ts'
import { isoWeek } from '../../time/week.ts'
import type { attention as english } from '../en/attention.ts'
import type { Format } from '../format.ts'

/** `15 h 30 frei: Mo 2 h, Di 30 min; 21 h mit Terminen belegt, 4 h frei genommen.` */
function supply(proof: DeadlineProof, f: Format): string {
  const { by, parts } = freeParts(proof)
  const name = (day: string) => (proof.days.length > 7 ? f.dayShort(day) : f.weekdayShort(day))
  const where = parts
    .map(({ day, minutes }) =>
      by === 'week'
        ? `${f.duration(minutes)} in KW ${isoWeek(day).week}`
        : `${name(day)} ${f.duration(minutes)}`,
    )
    .join(', ')
  const taken = [
    ...(proof.taken > 0 ? [`${f.duration(proof.taken)} mit Terminen belegt`] : []),
    ...(proof.off > 0 ? [`${f.duration(proof.off)} Urlaub und Feiertage`] : []),
    ...(proof.tooShort > 0 ? [`${f.duration(proof.tooShort)} in zu kurzen Lücken`] : []),
    ...(proof.aside > 0 ? [`${f.duration(proof.aside)} für eine dringendere Frist nötig`] : []),
  ].join(', ')
  const free = `${f.duration(proof.available)} verfügbar${where === '' ? '' : `: ${where}`}`
  return `${free}${taken === '' ? '' : `; ${taken}`}.`
}

/** `3 Hinweise diese Woche, 1 zu lösen`. */
function open(over: number, watch: number, when = ''): string {
  const count = over + watch
  if (count === 0) return `Keine Hinweise${when}`
  const flags = `${count === 1 ? '1 Hinweis' : `${count} Hinweise`}${when}`
  if (over === 0) return flags
  return `${flags}, ${over === count && count > 1 ? 'alle' : over} zu lösen`
}

export const attention: typeof english = {
  seeProof: 'Beweis ansehen',
  whatAddsUp: 'Was zusammenkommt',
  proofOf: (title) => `Beweis: ${title}`,
  chart: (range) => `Verfügbare Zeit gegen fällige Arbeit, ${range}`,
  available: 'Verfügbare Zeit',
  due: 'Fällige Arbeit',
  short: (length) => `${length} fehlen`,
  byDay: (day) => `Bis ${day}`,
  columns: { work: 'Arbeit', day: 'Tag', length: 'Dauer', due: 'Fällig', minutes: 'Zu tun', by: 'Bis Ende' },
  pieces: (planned, committed) => `${planned} von ${committed} zugesagt`,
  logged: 'erfasst',
  morePieces: (count) => (count === 1 ? '1 kürzerer' : `${count} kürzere`),
  decisive: 'entscheidend',
  decisiveNote: 'Fiele eine der entscheidenden Arbeiten weg, passte der Rest.',
  moreWork: (count) => (count === 1 ? '1 weitere Arbeit' : `${count} weitere Arbeiten`),
  supply,
  solves: (count) => (count === 1 ? 'Löst 1 Hinweis.' : `Löst ${count} Hinweise.`),
  fixGone: 'Inzwischen hat sich etwas geändert: Das ist kein Ausweg mehr.',
  noFix: 'Keine einzelne Änderung löst das.',
  openFlags: (over, watch) => open(over, watch),
  openThisWeek: (over, watch) => open(over, watch, ' diese Woche'),
  ahead: (weeks) => `Nächste ${weeks} Wochen`,
  actions: {
    thisWeek: 'Was diese Woche zu klären ist',
    next: 'Nächster Hinweis',
    previous: 'Voriger Hinweis',
    fix: 'Beste Lösung des Hinweises anwenden',
    proof: 'Beweis des Hinweises ansehen',
    why: 'Warum ist diese Woche unmöglich?',
    show: 'Hinweis im Raster zeigen',
    accept: 'Hinweis akzeptieren, mit Notiz',
  },
}

import type { horizon as english } from '../en/horizon.ts'

/** German words of the horizon. */
export const horizon: typeof english = {
  title: 'Horizont',
  range: 'Wochen voraus',
  weeks: (count) => (count === 1 ? '1 Woche' : `${count} Wochen`),
  zoom: 'Spalten',
  zooms: { week: 'Wochen', month: 'Monate', quarter: 'Quartale' },
  earlier: 'Früher',
  later: 'Später',
  today: 'Heute',
  clients: 'Kunden',
  ownBusiness: 'Eigenes Geschäft',
  headroom: 'Spielraum',
  headroomHelp:
    'Was noch zugesagt werden könnte: Kapazität ohne Reserve, Geplantes und Zugesagtes, das noch nicht geplant ist.',
  weekNumber: (week) => `KW ${week}`,
  quarter: (quarter) => `Q${quarter}`,
  of: (minutes) => `von ${minutes}`,
  taken: (load, capacity) => `${load} von ${capacity}`,
  tentative: (minutes) => `${minutes} vorläufig`,
  daysOff: 'Freie Tage',
  cell: (planned, committed) =>
    committed === null ? `${planned} geplant` : `${planned} geplant von ${committed} zugesagt`,
  cellEmpty: 'nichts geplant',
  signs: {
    start: 'Beginn',
    end: 'Ende',
    deliverable: 'fällig',
    instalment: 'Teilzahlung',
    notice: 'kündigen bis',
    agreementEnd: 'Vertrag läuft aus',
  },
  marks: {
    start: (title) => `${title} beginnt`,
    end: (title) => `${title} endet`,
    deliverable: (title) => `${title} fällig`,
    instalment: (title) => `Teilzahlung: ${title}`,
    notice: (title) => `${title}: letzter Tag zum Kündigen`,
    agreementEnd: (title) => `${title} läuft aus`,
  },
  done: (what) => `${what}, erledigt`,
  moveEnd: (title) => `Ende von ${title}`,
  moveDue: (title) => `Fälligkeit von ${title}`,
  movedEnd: (title, day) => `${title} endet am ${day}`,
  outcome: {
    to: (what, day) => `${what}: ${day}.`,
    broken: (titles) => `${titles} ist nicht zu schaffen.`,
    mended: (titles) => `${titles} ist zu schaffen.`,
    over: (before, after) =>
      `${after === 1 ? '1 Woche' : `${after} Wochen`} über der Kapazität, zuvor ${before}.`,
    free: (change) => `Spielraum ${change}.`,
    same: 'Sonst ändert sich nichts.',
  },
  help: 'Ein Klick auf eine Zelle führt in ihre Woche. Ein Ende oder eine Fälligkeit ziehen zeigt, was es bewirkt; Enter öffnet, worum es geht.',
  legend: 'Legende',
  legends: {
    planned: 'geplant',
    committed: 'zugesagt',
    over: 'mehr als zugesagt oder als da ist',
    timeOff: 'freie Zeit',
    holiday: 'Feiertag',
  },
  none: 'Noch liegt nichts vor Ihnen',
  noneText:
    'Der Horizont zeigt, was für die kommenden Monate zugesagt und geplant ist. Beginnen Sie mit einem Kunden und Ihrer Zusage.',
  spokenColumn: (name, range, column, free, format) =>
    [
      `${name}, ${range}: ${format.duration(column.load)} belegt von ${format.duration(column.capacity)}`,
      ...free,
    ].join('; '),
}

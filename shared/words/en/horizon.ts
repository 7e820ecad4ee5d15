import type { Format } from '../format.ts'

/** Words of the horizon: the weeks ahead. */
export const horizon = {
  title: 'Horizon',
  range: 'Weeks ahead',
  weeks: (count: number) => (count === 1 ? '1 week' : `${count} weeks`),
  zoom: 'Columns',
  zooms: { week: 'Weeks', month: 'Months', quarter: 'Quarters' },
  earlier: 'Earlier',
  later: 'Later',
  today: 'Today',
  clients: 'Clients',
  ownBusiness: 'Own business',
  headroom: 'Headroom',
  headroomHelp:
    'What could still be promised: capacity less the reserve, what is planned and what is promised and not planned yet.',
  weekNumber: (week: number) => `W${week}`,
  quarter: (quarter: number) => `Q${quarter}`,
  of: (minutes: string) => `of ${minutes}`,
  taken: (load: string, capacity: string) => `${load} of ${capacity}`,
  tentative: (minutes: string) => `${minutes} tentative`,
  daysOff: 'Days off',
  cell: (planned: string, committed: string | null) =>
    committed === null ? `${planned} planned` : `${planned} planned of ${committed} promised`,
  cellEmpty: 'nothing planned',
  signs: {
    start: 'start',
    end: 'end',
    deliverable: 'due',
    instalment: 'instalment',
    notice: 'notice by',
    agreementEnd: 'agreement runs out',
  },
  marks: {
    start: (title: string) => `${title} starts`,
    end: (title: string) => `${title} ends`,
    deliverable: (title: string) => `${title} due`,
    instalment: (title: string) => `Instalment: ${title}`,
    notice: (title: string) => `${title}: last day to give notice`,
    agreementEnd: (title: string) => `${title} runs out`,
  },
  done: (what: string) => `${what}, done`,
  moveEnd: (title: string) => `End of ${title}`,
  moveDue: (title: string) => `Due day of ${title}`,
  movedEnd: (title: string, day: string) => `${title} ends ${day}`,
  outcome: {
    to: (what: string, day: string) => `${what}: ${day}.`,
    broken: (titles: string) => `${titles} can’t be met.`,
    mended: (titles: string) => `${titles} can be met.`,
    over: (before: number, after: number) =>
      `${after === 1 ? '1 week' : `${after} weeks`} over capacity, ${before} before.`,
    free: (change: string) => `Headroom ${change}.`,
    same: 'Nothing else changes.',
  },
  help: 'Click a cell to go to its week. Drag an end or a due day to see what it does; Enter opens what it is about.',
  legend: 'Legend',
  legends: {
    planned: 'planned',
    committed: 'promised',
    over: 'more than promised or than there is',
    timeOff: 'time off',
    holiday: 'holiday',
  },
  none: 'Nothing ahead yet',
  noneText:
    'The horizon shows what is promised and planned for the months to come. Begin with a client and what you promised.',
  spokenColumn: (
    name: string,
    range: string,
    column: { readonly load: number; readonly capacity: number },
    /** What nobody works for in it. */
    free: readonly string[],
    format: Format,
  ) =>
    [
      `${name}, ${range}: ${format.duration(column.load)} booked of ${format.duration(column.capacity)}`,
      ...free,
    ].join('; '),
}

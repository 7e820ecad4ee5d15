/** English words: the attention panel, the proofs that it shows, and how many flags there are. */
import { type DeadlineProof, freeParts } from '../../capacity/flags/deadlineProof.ts'
import { isoWeek } from '../../time/week.ts'
import type { Format } from '../format.ts'

/** `15 h 30 free: Mon 2 h, Tue 30 min; 21 h taken by sessions, 4 h time off.` */
function supply(proof: DeadlineProof, f: Format): string {
  const { by, parts } = freeParts(proof)
  const name = (day: string) => (proof.days.length > 7 ? f.dayShort(day) : f.weekdayShort(day))
  const where = parts
    .map(({ day, minutes }) =>
      by === 'week'
        ? `${f.duration(minutes)} in week ${isoWeek(day).week}`
        : `${name(day)} ${f.duration(minutes)}`,
    )
    .join(', ')
  const taken = [
    ...(proof.taken > 0 ? [`${f.duration(proof.taken)} taken by sessions`] : []),
    ...(proof.off > 0 ? [`${f.duration(proof.off)} time off`] : []),
    ...(proof.tooShort > 0 ? [`${f.duration(proof.tooShort)} in gaps that are too short`] : []),
    ...(proof.aside > 0 ? [`${f.duration(proof.aside)} needed for a worse deadline`] : []),
  ].join(', ')
  const free = `${f.duration(proof.available)} free${where === '' ? '' : `: ${where}`}`
  return `${free}${taken === '' ? '' : `; ${taken}`}.`
}

/** `3 flags this week, 1 must be solved`. */
function open(over: number, watch: number, when = ''): string {
  const count = over + watch
  if (count === 0) return `No flags${when}`
  const flags = `${count === 1 ? '1 flag' : `${count} flags`}${when}`
  if (over === 0) return flags
  return `${flags}, ${over === count ? (count === 1 ? 'it' : 'all') : over} must be solved`
}

export const attention = {
  seeProof: 'See the proof',
  whatAddsUp: 'What adds up',
  proofOf: (title: string) => `Proof: ${title}`,
  chart: (range: string) => `Time available against work due, ${range}`,
  available: 'Time available',
  due: 'Work due',
  short: (length: string) => `${length} short`,
  byDay: (day: string) => `By ${day}`,
  columns: { work: 'Work', day: 'Day', length: 'Length', due: 'Due', minutes: 'To do', by: 'By the end of' },
  pieces: (planned: string, committed: string) => `${planned} of ${committed} committed`,
  logged: 'logged',
  morePieces: (count: number) => (count === 1 ? '1 shorter one' : `${count} shorter ones`),
  decisive: 'decisive',
  decisiveNote: 'Without any one of the decisive ones the rest would fit.',
  moreWork: (count: number) => (count === 1 ? '1 more piece of work' : `${count} more pieces of work`),
  supply,
  solves: (count: number) => (count === 1 ? 'Solves 1 flag.' : `Solves ${count} flags.`),
  fixGone: 'Something changed: this is no way out any more.',
  noFix: 'No single change solves this.',
  openFlags: (over: number, watch: number) => open(over, watch),
  openThisWeek: (over: number, watch: number) => open(over, watch, ' this week'),
  ahead: (weeks: number) => `Next ${weeks} weeks`,
  actions: {
    thisWeek: 'What needs attention this week',
    next: 'Next flag',
    previous: 'Previous flag',
    fix: 'Apply the best fix of the flag',
    proof: 'See the proof of the flag',
    why: 'Why is this week impossible?',
    show: 'Show the flag on the grid',
    accept: 'Accept the flag, with a note',
  },
}

/** English words: what would make room for what somebody asks for. */
import type { AskedMeeting } from '../../capacity/sayYes/asked.ts'
import type { Given, LoweredCommitment, LoweredRetainer } from '../../capacity/sayYes/room/concession.ts'
import type { Day } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import type { Format } from '../format.ts'

/** `Tue 10:00` of an asked meeting, on its own clocks. January 2024 begins with a Monday. */
export function meetingTime({ weekday, minute }: AskedMeeting, f: Format): string {
  return `${f.weekdayShort(`2024-01-0${weekday}`)} ${f.minuteOfDay(minute)}`
}

/** `2 → 1.5` days, or `12 h → 9 h`. */
export function fromTo({ before, after }: LoweredCommitment, f: Format): string {
  const amount = (commitment: LoweredCommitment['before']) =>
    commitment.kind === 'daysPerWeek'
      ? f.number(commitment.halfDays / 2, commitment.halfDays % 2)
      : f.duration(commitment.minutes)
  return `${amount(before)} → ${amount(after)}`
}

const UNIT = {
  hoursPerWeek: 'a week',
  daysPerWeek: 'days a week',
  hoursPerMonth: 'a month',
} as const

function retainer({ before, after, per, currency, from }: LoweredRetainer, f: Format): string {
  const money = (minor: number) => f.money(minor, currency, 'whole')
  const hours = `${f.duration(before.minutes)} → ${f.duration(after.minutes)} a ${per}`
  return `its retainer ${hours} from ${f.dayShort(from)}, ${money(before.price)} → ${money(after.price)}`
}

function lower({ commitments, retainers, until }: Extract<Given, { kind: 'lower' }>, f: Format): string {
  const promised = commitments.map(
    (one) => `${fromTo(one, f)} ${UNIT[one.before.kind]} from ${f.dayShort(one.from)}`,
  )
  const to = until === null || promised.length === 0 ? '' : ` to ${f.dayShort(until)}`
  return [`${promised.join(', ')}${to}`, ...retainers.map((one) => retainer(one, f))]
    .filter((part) => part !== '')
    .join('; ')
}

/** What is given up, said of `who`: whose promise or sessions they are; empty where it is nobody's. */
function given(one: Given, who: string, f: Format): string {
  switch (one.kind) {
    case 'lower':
      return `${who}: ${lower(one, f)}`
    case 'end':
      return `${who} ends on ${f.dayShort(one.last)}${gone(one.sessions)}`
    case 'reserve':
      return `Reserve: ${f.duration(one.before)} → ${f.duration(one.after)} a week`
    case 'tentative': {
      const [first] = one.sessions
      return one.sessions.length === 1 && first !== undefined
        ? `${who}: without the tentative session ${first.title} from ${f.dayShort(wallDay(first.start))}`
        : `${who}: without ${one.sessions.length} tentative sessions`
    }
    case 'due':
      return `${one.title} (${who}): due ${f.dayShort(one.after)} instead of ${f.dayShort(one.before)}`
    case 'meeting':
      return one.after === null
        ? `Without the meeting on ${meetingTime(one.before, f)}`
        : `The meeting on ${meetingTime(one.after, f)} instead of ${meetingTime(one.before, f)}`
    case 'until':
      return `An end on ${f.dayShort(one.after)}${before(one.before, f)}`
  }
}

function gone(sessions: number): string {
  if (sessions === 0) return ''
  return sessions === 1 ? ', and a session planned later goes' : `, and ${sessions} sessions planned later go`
}

function before(day: Day | null, f: Format): string {
  return day === null ? '' : ` instead of ${f.dayShort(day)}`
}

export const roomChanges = {
  title: 'What would make room',
  looking: 'The smallest changes are being looked for.',
  none: 'No single change makes room, and no two together, of those that Headroom can try.',
  found: (count: number) =>
    count === 1 ? 'One change would make room.' : `${count} changes would make room.`,
  own: 'Own business',
  /** Whose engagement it is, where the client has several. */
  engagement: (client: string, name: string) => `${client}, ${name}`,
  given,
  less: (amount: string) => `${amount} less in all`,
  later: (amount: string) => `${amount} of work later`,
  kept: 'nothing is given up',
  apply: 'Apply',
  ask: 'Ask this instead',
  spoken: (label: string, sentences: readonly string[]) => `${label}: ${sentences.join('; ')}`,
  done: (sentences: readonly string[]) => `Changed: ${sentences.join('; ')}.`,
}

import type { Given, LoweredRetainer } from '../../capacity/sayYes/room/concession.ts'
import { wallDay } from '../../time/wallClock.ts'
import { type roomChanges as english, fromTo, meetingTime } from '../en/roomChanges.ts'
import type { Format } from '../format.ts'

const UNIT = {
  hoursPerWeek: 'je Woche',
  daysPerWeek: 'Tage je Woche',
  hoursPerMonth: 'je Monat',
} as const

function retainer({ before, after, per, currency, from }: LoweredRetainer, f: Format): string {
  const money = (minor: number) => f.money(minor, currency, 'whole')
  const hours = `${f.duration(before.minutes)} → ${f.duration(after.minutes)} je ${per === 'week' ? 'Woche' : 'Monat'}`
  return `Retainer ${hours} ab ${f.dayShort(from)}, ${money(before.price)} → ${money(after.price)}`
}

function lower({ commitments, retainers, until }: Extract<Given, { kind: 'lower' }>, f: Format): string {
  const promised = commitments.map(
    (one) => `${fromTo(one, f)} ${UNIT[one.before.kind]} ab ${f.dayShort(one.from)}`,
  )
  const to = until === null || promised.length === 0 ? '' : ` bis ${f.dayShort(until)}`
  return [`${promised.join(', ')}${to}`, ...retainers.map((one) => retainer(one, f))]
    .filter((part) => part !== '')
    .join('; ')
}

function given(one: Given, who: string, f: Format): string {
  switch (one.kind) {
    case 'lower':
      return `${who}: ${lower(one, f)}`
    case 'end':
      return `${who} endet am ${f.dayShort(one.last)}${gone(one.sessions)}`
    case 'reserve':
      return `Reserve: ${f.duration(one.before)} → ${f.duration(one.after)} je Woche`
    case 'tentative': {
      const [first] = one.sessions
      return one.sessions.length === 1 && first !== undefined
        ? `${who}: ohne den vorläufigen Termin „${first.title}“ ab ${f.dayShort(wallDay(first.start))}`
        : `${who}: ohne ${one.sessions.length} vorläufige Termine`
    }
    case 'due':
      return `„${one.title}“ (${who}): fällig am ${f.dayShort(one.after)} statt am ${f.dayShort(one.before)}`
    case 'meeting':
      return one.after === null
        ? `Ohne das Treffen ${meetingTime(one.before, f)}`
        : `Das Treffen ${meetingTime(one.after, f)} statt ${meetingTime(one.before, f)}`
    case 'until':
      return `Ein Ende am ${f.dayShort(one.after)}${one.before === null ? '' : ` statt am ${f.dayShort(one.before)}`}`
  }
}

function gone(sessions: number): string {
  if (sessions === 0) return ''
  return sessions === 1
    ? '; ein später geplanter Termin entfällt'
    : `; ${sessions} später geplante Termine entfallen`
}

/** Abgekürzte Monate enden schon mit einem Punkt. */
const ended = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/** Deutsche Worte: was Platz schaffen würde. */
export const roomChanges: typeof english = {
  title: 'Was Platz schaffen würde',
  looking: 'Die kleinsten Änderungen werden gesucht.',
  none: 'Von dem, was Headroom probieren kann, schafft keine einzelne Änderung Platz, und keine zwei zusammen.',
  found: (count) =>
    count === 1 ? 'Eine Änderung würde Platz schaffen.' : `${count} Änderungen würden Platz schaffen.`,
  own: 'Eigenes Geschäft',
  engagement: (client, name) => `${client}, ${name}`,
  given,
  less: (amount) => `zusammen ${amount} weniger`,
  later: (amount) => `${amount} Arbeit später`,
  kept: 'nichts wird aufgegeben',
  apply: 'So ändern',
  ask: 'So fragen',
  spoken: (label, sentences) => `${label}: ${sentences.join('; ')}`,
  done: (sentences) => ended(`Geändert: ${sentences.join('; ')}`),
}

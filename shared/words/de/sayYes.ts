import type { BrokenMeeting } from '../../capacity/sayYes/askedMeetings.ts'
import type { AskedWeek } from '../../capacity/sayYes/askedWeeks.ts'
import type { YesAnswer } from '../../capacity/sayYes/sayYes.ts'
import type { AskedFor, sayYes as english } from '../en/sayYes.ts'
import type { Format } from '../format.ts'

const isOff = ({ capacity, reserve }: AskedWeek) => capacity <= reserve
const isFull = ({ room }: AskedWeek) => room <= 0

const fitting = (minutes: number) => (minutes === 60 ? 'passt' : 'passen')

/** Abgekürzte Monate enden schon mit einem Punkt. */
const ended = (text: string) => (text.endsWith('.') ? text : `${text}.`)

function sentence(answer: YesAnswer, asked: AskedFor, f: Format): string {
  const amount = f.duration(asked.minutes)
  const { fits, tightest, weeks } = answer
  if (!fits) return ended(`Nein: ${reason(answer, amount, f)}${ways(answer, asked, f)}`)
  const from = `Ja: ${amount} pro Woche ${fitting(asked.minutes)} ab ${f.dayShort(asked.start)}`
  if (tightest === null) return ended(from)
  const left = tightest.left === 0 ? 'ohne Spielraum' : `mit ${f.duration(tightest.left)} Spielraum`
  return weeks.length === 1
    ? `${from}, ${left}.`
    : `${from}; am knappsten ist die Woche ab ${f.dayShort(tightest.start)} ${left}.`
}

function reason({ short, meetings, deadlines, flags }: YesAnswer, amount: string, f: Format): string {
  const [first] = short
  if (first !== undefined) {
    if (short.every(isOff))
      return short.length === 1
        ? `in der Woche ab ${f.dayShort(first.start)} ist frei`
        : `in ${short.length} Wochen ist frei, zuerst ab ${f.dayShort(first.start)}`
    const worst = short.reduce((most, week) => (week.left < most.left ? week : most), first)
    const by = f.duration(-worst.left)
    if (short.length === 1) return `in der Woche ab ${f.dayShort(first.start)} fehlen ${by}`
    return `${amount} pro Woche sind in ${short.length} Wochen zu viel, bis zu ${by} fehlen`
  }
  const broken = meetings.filter(({ breaks }) => breaks)
  if (broken.length > 0) return broken.length === 1 ? 'ein Treffen passt nicht' : 'Treffen passen nicht'
  const last = deadlines[0]?.items.at(-1)
  if (last !== undefined) return `„${last.title}“ wäre bis ${f.dayShort(last.due)} nicht mehr zu schaffen`
  return flags.length > 0 ? 'die Treffen nehmen einem Termin die Zeit' : 'es liegt in keiner Woche'
}

/** Was statt dessen passt. */
function ways(answer: YesAnswer, asked: AskedFor, f: Format): string {
  const { offered, offeredWithRoom, earliest, weeks } = answer
  const amount = f.duration(asked.minutes)
  const less = Math.min(offeredWithRoom, asked.minutes)
  const instead =
    offered > 0
      ? offered < asked.minutes && `${f.duration(offered)} ${fitting(offered)}`
      : less > 0 &&
        `${f.duration(less)} ${fitting(less)} in allen Wochen bis auf ${weeks.filter(isFull).length}`
  if (instead !== false)
    return earliest === null ? `; ${instead}` : `; ${instead}, oder ${amount} ab ${f.dayShort(earliest)}`
  return earliest === null
    ? '; es passt in den nächsten zwei Jahren nirgends'
    : `; ${amount} ${fitting(asked.minutes)} ab ${f.dayShort(earliest)}`
}

function brokenMeeting(
  name: string,
  { code, other, minutes }: BrokenMeeting,
  days: string,
  f: Format,
): string {
  const by = f.duration(minutes)
  switch (code) {
    case 'overlap':
      return ended(
        other === null
          ? `${name} überschneidet sich mit einem anderen dieser Treffen: ${days}`
          : `${name} überschneidet sich mit ${named(other)}: ${days}`,
      )
    case 'outside-hours':
      return ended(`${name} liegt ${by} außerhalb der Arbeitszeit: ${days}`)
    case 'day-over':
      return ended(`${name} überfüllt den Tag um ${by}: ${days}`)
    case 'week-over':
      return ended(`${name} überfüllt die Woche um ${by}: ${days}`)
    case 'no-gap':
      return ended(
        `${name} lässt keine Zeit für den Weg${other === null ? '' : ` von oder zu ${named(other)}`}: ${days}`,
      )
  }
}

function named({ title, client }: NonNullable<BrokenMeeting['other']>): string {
  return client === null ? `„${title}“` : `„${title}“ (${client})`
}

function weekSpoken({ start, load, open, needed, capacity, reserve, left }: AskedWeek, f: Format): string {
  const d = f.duration
  const rest = left < 0 ? `${d(-left)} fehlen` : `${d(left)} frei`
  return `Woche ab ${f.dayShort(start)}: ${d(load)} geplant, ${d(open)} zugesagt, ${d(needed)} gefragt, von ${d(Math.max(0, capacity - reserve))}; ${rest}`
}

/** Deutsche Worte: Kann ich zusagen? */
export const sayYes: typeof english = {
  title: 'Kann ich zusagen?',
  close: 'Schließen',
  add: 'Als Aussicht anlegen',
  added: 'Als Aussicht angelegt',
  incomplete: 'Die Antwort erscheint, sobald die Frage vollständig ist.',
  amount: 'Stunden pro Woche',
  start: 'Von',
  end: 'Bis',
  endHelp: 'Leer: 26 Wochen',
  noStart: 'Bitte einen ersten Tag wählen.',
  client: 'Für',
  newClient: 'Neuer Kunde',
  clientName: 'Name des Kunden',
  clientNameHelp: 'zum Anlegen',
  meetings: 'Feste Treffen',
  addMeeting: 'Treffen hinzufügen',
  meeting: 'Treffen',
  meetingNumber: (number) => `Treffen ${number}`,
  removeMeeting: (number) => `Treffen ${number} entfernen`,
  weekday: 'Wochentag',
  time: 'Um',
  length: 'Länge',
  every: 'Wie oft',
  everyWeeks: (weeks) => (weeks === 1 ? 'jede Woche' : `alle ${weeks} Wochen`),
  zone: 'Zeitzone',
  perWeek: (amount) => `${amount} pro Woche`,
  problems: {
    'amount-nothing': 'Bitte angeben, wie viele Stunden pro Woche.',
    'amount-whole-week': 'Eine Woche hat 168 Stunden. Bitte weniger angeben.',
    'start-past': 'Dieser Tag ist vorbei. Bitte heute oder später wählen.',
    'start-far': 'Das ist mehr als zehn Jahre hin. Bitte einen früheren Tag wählen.',
    'end-before-start': 'Das Ende liegt vor dem Beginn.',
    'meeting-length': 'Bitte eine Länge zwischen 1 Minute und einem Tag angeben.',
  },
  sentence,
  weeks: 'Woche für Woche',
  weekSpoken,
  planned: 'geplant',
  promised: 'zugesagt',
  asked: 'gefragt',
  short: 'fehlt',
  capacity: 'Kapazität',
  andOn: (day) => `${day} und weiter`,
  breaks: 'Was nicht geht',
  notes: 'Gut zu wissen',
  shortWeek: (week, f) =>
    isOff(week)
      ? `Woche ab ${f.dayShort(week.start)}: frei, gefragt wären ${f.duration(week.needed)}.`
      : `Woche ab ${f.dayShort(week.start)}: ${f.duration(-week.left)} fehlen. Gefragt ${f.duration(week.needed)}, frei ${week.room <= 0 ? 'nichts' : f.duration(week.room)}.`,
  moreWeeks: (count) => (count === 1 ? 'und 1 weitere Woche.' : `und ${count} weitere Wochen.`),
  days: (days, more) => (more === 0 ? days.join(', ') : `${days.join(', ')} und ${more} weitere`),
  brokenMeeting,
  closeMeeting: ({ other, starts }, f) =>
    ended(
      `Wenig Zeit zum Umstellen${other === null ? '' : ` von oder auf ${named(other)}`}, ${starts.length === 1 ? `am ${f.dayShort((starts[0] ?? '').slice(0, 10))}` : `an ${starts.length} Tagen`}`,
    ),
  deadline: ({ items, to, work, asked, available, short }, f) =>
    `${items.map(({ title }) => `„${title}“`).join(', ')} bis ${f.dayShort(items.at(-1)?.due || to)}: ${f.duration(work)} Arbeit und ${f.duration(asked)} gefragt bei ${f.duration(available)} freier Zeit, ${f.duration(short)} fehlen.`,
  off: (days) => ended(`An freien Tagen finden Treffen nicht statt: ${days}`),
}

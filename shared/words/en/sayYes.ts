/** English words: can I say yes? Lengths and days are formatted here, because sentences choose among many. */
import type { BrokenDeadline } from '../../capacity/sayYes/askedDeadlines.ts'
import type { BrokenMeeting } from '../../capacity/sayYes/askedMeetings.ts'
import type { AskedWeek } from '../../capacity/sayYes/askedWeeks.ts'
import type { YesAnswer } from '../../capacity/sayYes/sayYes.ts'
import type { Day } from '../../time/day.ts'
import type { Format } from '../format.ts'

/** The question, as its sentence tells it. */
export interface AskedFor {
  readonly minutes: number
  readonly start: Day
}

const isOff = ({ capacity, reserve }: AskedWeek) => capacity <= reserve
const isFull = ({ room }: AskedWeek) => room <= 0

const fitting = (minutes: number) => (minutes === 60 ? 'fits' : 'fit')

function sentence(answer: YesAnswer, asked: AskedFor, f: Format): string {
  const amount = f.duration(asked.minutes)
  const { fits, tightest, weeks } = answer
  if (!fits) return `No: ${reason(answer, amount, f)}${ways(answer, asked, f)}.`
  const from = `Yes: ${amount} a week ${fitting(asked.minutes)} from ${f.dayShort(asked.start)}`
  if (tightest === null) return `${from}.`
  const left = tightest.left === 0 ? 'nothing left' : `${f.duration(tightest.left)} left`
  return weeks.length === 1
    ? `${from}, with ${left}.`
    : `${from}; the tightest week is ${f.dayShort(tightest.start)} with ${left}.`
}

function reason({ short, meetings, deadlines, flags }: YesAnswer, amount: string, f: Format): string {
  const [first] = short
  if (first !== undefined) {
    if (short.every(isOff))
      return short.length === 1
        ? `you are off in the week of ${f.dayShort(first.start)}`
        : `you are off in ${short.length} weeks, the first on ${f.dayShort(first.start)}`
    const worst = short.reduce((most, week) => (week.left < most.left ? week : most), first)
    const by = `${f.duration(-worst.left)} short`
    if (short.length === 1) return `the week of ${f.dayShort(first.start)} is ${by}`
    return `${amount} a week are too much in ${short.length} weeks, up to ${by}`
  }
  const broken = meetings.filter(({ breaks }) => breaks)
  if (broken.length > 0) return broken.length === 1 ? 'a meeting does not fit' : 'meetings do not fit'
  const last = deadlines[0]?.items.at(-1)
  if (last !== undefined) return `${last.title} could no longer be met by ${f.dayShort(last.due)}`
  return flags.length > 0 ? 'the meetings take the time of a deadline' : 'it has no week to lie in'
}

/** What would fit instead. */
function ways(answer: YesAnswer, asked: AskedFor, f: Format): string {
  const { offered, offeredWithRoom, earliest, weeks } = answer
  const amount = f.duration(asked.minutes)
  const less = Math.min(offeredWithRoom, asked.minutes)
  const instead =
    offered > 0
      ? offered < asked.minutes && `${f.duration(offered)} ${fitting(offered)}`
      : less > 0 && `${f.duration(less)} ${fitting(less)} in all weeks but ${weeks.filter(isFull).length}`
  if (instead !== false)
    return earliest === null ? `; ${instead}` : `; ${instead}, or ${amount} from ${f.dayShort(earliest)}`
  return earliest === null
    ? '; it fits nowhere in the next two years'
    : `; ${amount} ${fitting(asked.minutes)} from ${f.dayShort(earliest)}`
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
      return other === null
        ? `${name} overlaps another of these meetings: ${days}.`
        : `${name} collides with ${named(other)}: ${days}.`
    case 'outside-hours':
      return `${name} lies outside your working hours by ${by}: ${days}.`
    case 'day-over':
      return `${name} fills its day ${by} past capacity: ${days}.`
    case 'week-over':
      return `${name} fills its week ${by} past capacity: ${days}.`
    case 'no-gap':
      return `${name} leaves no time for the way${other === null ? '' : ` from or to ${named(other)}`}: ${days}.`
  }
}

function named({ title, client }: NonNullable<BrokenMeeting['other']>): string {
  return client === null ? title : `${title} (${client})`
}

function weekSpoken({ start, load, open, needed, capacity, reserve, left }: AskedWeek, f: Format): string {
  const d = f.duration
  const rest = left < 0 ? `${d(-left)} short` : `${d(left)} left`
  return `Week of ${f.dayShort(start)}: ${d(load)} planned, ${d(open)} promised, ${d(needed)} asked for, of ${d(Math.max(0, capacity - reserve))}; ${rest}`
}

export const sayYes = {
  title: 'Can I say yes?',
  close: 'Close',
  add: 'Add as prospect',
  added: 'Added as a prospect',
  incomplete: 'The answer appears as soon as the question is complete.',
  amount: 'Hours a week',
  start: 'From',
  end: 'To',
  endHelp: 'Empty: 26 weeks',
  noStart: 'Please choose a day to start.',
  client: 'For',
  newClient: 'A new client',
  clientName: 'Client’s name',
  clientNameHelp: 'to add it',
  meetings: 'Fixed meetings',
  addMeeting: 'Add a meeting',
  meeting: 'Meeting',
  meetingNumber: (number: number) => `Meeting ${number}`,
  removeMeeting: (number: number) => `Remove meeting ${number}`,
  weekday: 'Weekday',
  time: 'At',
  length: 'Length',
  every: 'Every',
  everyWeeks: (weeks: number) => (weeks === 1 ? 'week' : `${weeks} weeks`),
  zone: 'Time zone',
  perWeek: (amount: string) => `${amount} a week`,
  problems: {
    'amount-nothing': 'Please write how many hours a week.',
    'amount-whole-week': 'A week has 168 hours. Please write fewer.',
    'start-past': 'That day is past. Please choose today or later.',
    'start-far': 'That is more than ten years ahead. Please choose an earlier day.',
    'end-before-start': 'The end lies before the start.',
    'meeting-length': 'Please write a length between 1 minute and a day.',
  } as Readonly<Record<string, string>>,
  sentence,
  weeks: 'Week by week',
  weekSpoken,
  planned: 'planned',
  promised: 'promised',
  asked: 'asked for',
  short: 'short',
  capacity: 'capacity',
  andOn: (day: string) => `${day} and on`,
  breaks: 'What breaks',
  notes: 'Good to know',
  shortWeek: (week: AskedWeek, f: Format) =>
    isOff(week)
      ? `Week of ${f.dayShort(week.start)}: you are off, ${f.duration(week.needed)} would be asked of you.`
      : `Week of ${f.dayShort(week.start)}: ${f.duration(-week.left)} short. ${f.duration(week.needed)} asked for, ${week.room <= 0 ? 'nothing' : f.duration(week.room)} free.`,
  moreWeeks: (count: number) => (count === 1 ? 'and 1 week more.' : `and ${count} weeks more.`),
  days: (days: readonly string[], more: number) =>
    more === 0 ? days.join(', ') : `${days.join(', ')} and ${more} more`,
  brokenMeeting,
  closeMeeting: ({ other, starts }: BrokenMeeting, f: Format) =>
    `Little time to change over${other === null ? '' : ` from or to ${named(other)}`}, ${starts.length === 1 ? `on ${f.dayShort((starts[0] ?? '').slice(0, 10))}` : `on ${starts.length} days`}.`,
  deadline: ({ items, to, work, asked, available, short }: BrokenDeadline, f: Format) =>
    `${items.map(({ title }) => title).join(', ')} by ${f.dayShort(items.at(-1)?.due || to)}: ${f.duration(work)} of work and ${f.duration(asked)} asked for in ${f.duration(available)} of free time, ${f.duration(short)} short.`,
  off: (days: string) => `Meetings are not held on days off: ${days}.`,
}

import { type Line, words } from './line.ts'
import { NUMBER, numberOfWord } from './vocabulary.ts'

const HOURS = '(?:hours?|hrs?|h|stunden?|std)\\.?'
const MINUTES = '(?:minutes?|mins?|m|minuten?)'
const FOR = '(?:(?:for|für)\\s+)?'
const HALF_DAY = '(?:\\s*(?:am|pm|a\\.m\\.|p\\.m\\.))?'

/** Afternoon and evening without `pm`: nobody plans work at 3:30, and who does writes 03:30. */
const FIRST_MORNING_HOUR = 6
const MINUTES_A_DAY = 1440
const NOON = 720

/** Lengths, the more exact form first. What a match says in minutes is told by its groups. */
const lengths: readonly {
  readonly pattern: RegExp
  readonly minutes: (groups: readonly string[]) => number
}[] = [
  {
    pattern: words(`${FOR}pt(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?(?<=[hm])`),
    minutes: ([h = '', m = '']) => 60 * Number(h) + Number(m),
  },
  {
    // Not `2h 10:30` or `2h 9-12`: there the second number is a time.
    pattern: words(
      `${FOR}(\\d{1,3})\\s?(?:h|hr|hrs|hours?|std\\.?|stunden?)\\s?(\\d{1,2})(?:\\s?${MINUTES})?(?!\\s?[-–:.]\\s?\\d|\\s?(?:am|pm|uhr))`,
    ),
    minutes: ([h = '', m = '']) => (Number(m) < 60 ? 60 * Number(h) + Number(m) : 0),
  },
  {
    pattern: words(`${FOR}([0-5]?\\d):([0-5]\\d)\\s?(?:h|hours|std\\.?|stunden)`),
    minutes: ([h = '', m = '']) => 60 * Number(h) + Number(m),
  },
  {
    pattern: words(`${FOR}(\\d{1,3}(?:[.,]\\d{1,2})?)[\\s-]?${HOURS}`),
    minutes: ([h = '']) => Math.round(60 * Number(h.replace(',', '.'))),
  },
  {
    pattern: words(`${FOR}(\\d{0,2})½\\s?${HOURS}`),
    minutes: ([h = '']) => 60 * Number(h) + 30,
  },
  {
    pattern: words(`${FOR}(\\d{1,4})[\\s-]?${MINUTES}`),
    minutes: ([m = '']) => Number(m),
  },
  {
    pattern: words(`${FOR}(?:half\\s+an?\\s+hour|(?:eine\\s+)?halbe\\s+(?:stunde|std\\.?))`),
    minutes: () => 30,
  },
  {
    pattern: words(`${FOR}(?:an?\\s+)?(?:quarter\\s+of\\s+an\\s+hour|viertelstunde)`),
    minutes: () => 15,
  },
  {
    pattern: words(`${FOR}(${NUMBER})\\s+(?:hours?|stunden?)`),
    minutes: ([h = '']) => 60 * numberOfWord(h),
  },
]

/** Takes the first length of a line, in minutes; null where there is none. */
export function takeLength(line: Line): number | null {
  for (const { pattern, minutes } of lengths) {
    const match = line.find(pattern)
    if (match === null) continue
    const length = minutes(match.slice(1))
    if (length <= 0) continue
    line.takeMatch('length', match)
    return length
  }
  return null
}

/** A time of the day, and how long from there, where the line says. */
export interface Clock {
  /** Minute of the day, 0 to 1439. */
  readonly minute: number
  readonly minutes: number | null
  /** Where in the line the time ends: a zone may follow. */
  readonly end: number
}

/** Parts of the day, and the minute they are taken to begin at. Only noon is a time by itself. */
const partsOfDay = [
  ['noon|midday|mittags?', NOON],
  ['morning|vormittags?|früh', 9 * 60],
  ['afternoon|nachmittags?', 14 * 60],
  ['evening|abends?', 18 * 60],
] as const

const TIME = `(?:[01]?\\d|2[0-4])(?:[:.][0-5]\\d)?${HALF_DAY}`
const CLOCK = `(?:[01]?\\d|2[0-4]):[0-5]\\d${HALF_DAY}(?:\\s?uhr)?`
const RANGE = words(
  `(?:(?:from|von|at)\\s+)?(${TIME})(?:\\s?uhr)?\\s*(?:[-–—]|to|until|till|bis)\\s*(${TIME})(?:\\s?uhr)?(?![-–/:.]?\\d)`,
)
const SINGLE = [
  words(`(?:(?:at|um|from|ab|von|gegen)\\s+)?(${CLOCK})(?![-–/:]?\\d)`),
  words(`(?:(?:at|um|from|ab|von|gegen)\\s+)?(\\d{1,2}(?:[:.][0-5]\\d)?)\\s?uhr`),
  words(`(?:(?:at|from)\\s+)?(\\d{1,2}(?:[:.][0-5]\\d)?\\s?(?:am|pm|a\\.m\\.|p\\.m\\.))`),
  words(`(?:at|um|gegen)\\s+((?:[01]?\\d|2[0-4])(?:\\.[0-5]\\d)?)(?![-–/:.]?\\d|\\s?%)`),
  words(`(?:at\\s+|um\\s+)?(${partsOfDay[0][0]})`),
]

/** `tue 10`, `tomorrow afternoon`: right behind a day; a bare hour only where no word of the title follows. */
const AFTER_DAY = new RegExp(
  `(?<=\\ufffc\\s*)(?<![\\p{L}\\p{N}])(${partsOfDay.map(([source]) => source).join('|')}|(?:[01]?\\d|2[0-3])(?=\\s*(?:$|[\\ufffc,;?])))(?![\\p{L}\\p{N}])`,
  'iu',
)

function takeHourAfterDay(line: Line): Clock | null {
  const match = line.find(AFTER_DAY)
  const minute = match === null ? null : minuteOf(match[1] ?? '', '')
  if (match === null || minute === null) return null
  const before = line.open.slice(0, match.index).trimEnd().length
  if (!line.parts.some(({ what, to }) => to === before && (what === 'day' || what === 'repeat'))) return null
  line.takeMatch('time', match)
  return { minute, minutes: null, end: match.index + match[0].length }
}

/** Takes the first time or range of times of a line; null where there is none. */
export function takeClock(line: Line): Clock | null {
  const range = line.find(RANGE)
  const read = range === null ? null : rangeOf(range[1] ?? '', range[2] ?? '')
  if (range !== null && read !== null) {
    line.takeMatch('time', range)
    return { ...read, end: range.index + range[0].length }
  }
  for (const pattern of SINGLE) {
    const match = line.find(pattern)
    const minute = match === null ? null : minuteOf(match[1] ?? '', '')
    if (match === null || minute === null || minute >= MINUTES_A_DAY) continue
    line.takeMatch('time', match)
    return { minute, minutes: null, end: match.index + match[0].length }
  }
  return takeHourAfterDay(line)
}

/** Two times as a start and a length. Two bare numbers are times only if the first can be a working hour's. */
function rangeOf(first: string, second: string): Pick<Clock, 'minute' | 'minutes'> | null {
  const isBare = /^\d+$/.test(first) && /^\d+$/.test(second)
  if (isBare && Number(first) < FIRST_MORNING_HOUR) return null
  const halfDay = /[ap]\.?m/iu.exec(second)?.[0] ?? ''
  let from = minuteOf(first, halfDay)
  const end = exactMinute(second, '')
  if (from === null || end === null || from >= MINUTES_A_DAY) return null
  // `9-5` ends in the afternoon, `22:00-1:00` after midnight.
  const to = end > from || halfDay !== '' || end + NOON <= from || end >= NOON ? end : end + NOON
  // `11-1pm` starts before noon.
  if (from > to && halfDay !== '' && !/[ap]\.?m/iu.test(first)) from -= NOON
  if (from < 0 || from === to) return null
  const minutes = (to - from + MINUTES_A_DAY) % MINUTES_A_DAY
  // Two bare numbers that run through the night are more likely something else.
  return isBare && to < from ? null : { minute: from, minutes }
}

/** The minute of the day of a time's text, up to 1440; null for none. `halfDay` holds where the text names none. */
function minuteOf(text: string, halfDay: string): number | null {
  const part = partsOfDay.find(([source]) => new RegExp(`^(?:${source})$`, 'iu').test(text))
  if (part !== undefined) return part[1]
  const minute = exactMinute(text, halfDay)
  const isAfternoon =
    minute !== null &&
    minute >= 60 &&
    minute < 60 * FIRST_MORNING_HOUR &&
    halfDay === '' &&
    !/^0|[ap]/iu.test(text)
  return isAfternoon ? minute + NOON : minute
}

/** The minute of the day as written; null for none. */
function exactMinute(text: string, halfDay: string): number | null {
  const match = /^(\d{1,2})(?:[:.](\d\d))?\s*([ap])?/iu.exec(text)
  if (match === null) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  const half = (match[3] ?? halfDay.slice(0, 1)).toLowerCase()
  if (half !== '') {
    if (hour < 1 || hour > 12) return null
    return 60 * ((hour % 12) + (half === 'p' ? 12 : 0)) + minute
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return null
  return 60 * hour + minute
}

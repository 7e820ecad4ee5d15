import type { Day } from '../time/day.ts'
import { dateInWords } from './chronoDates.ts'
import {
  DATE,
  type DateBase,
  type DaySpan,
  EXACT_DATE,
  MONTH_SPAN,
  readDate,
  readSpan,
  readWeekday,
  WEEK,
  type WeekdayWords,
  weekdayFrom,
  weekdayPhrase,
} from './dates.ts'
import { type Line, words } from './line.ts'
import { type Ending, type Repeat, takeEnding, takeRepeat } from './repeats.ts'
import { MONTH, weekdayOfWord, weekdaySource } from './vocabulary.ts'

/** All that a line says of days, each as it was said. */
export interface DayWords {
  readonly dates: readonly DaySpan[]
  /** A week or month. */
  readonly span: DaySpan | null
  readonly weekdays: readonly WeekdayWords[]
  /** `mon-fri`, as ISO weekdays. */
  readonly weekdayRange: { readonly first: number; readonly last: number } | null
  readonly repeat: Repeat | null
  readonly from: Day | null
  readonly until: Day | null
  readonly ending: Ending | null
  /** A date that does not exist, as `31 feb`. */
  readonly noSuchDay: string | null
}

/** The most dates and weekdays that one line may list. */
const MOST_LISTED = 20

const TO = '(?:-|–|—|to|until|till|through|bis)'
const ON = '(?:(?:on|am|den)\\s+)?'

const FROM = 'from|starting(?:\\s+on)?|beginning|since|ab|vom?|seit'
const UNTIL = 'until|till|through|to|ending|ends|by|bis(?:\\s+zu[mr]?)?|before'

/** Takes what a line says of days. */
export function takeDays(line: Line, language: 'en' | 'de', base: DateBase): DayWords {
  const repeat = takeRepeat(line, language)
  const range = takeDateRange(line, base)
  const from = takeBound(line, FROM, 'from', language, base)
  const until = takeBound(line, UNTIL, 'to', language, from === null ? base : { ...base, from })
  const ending = repeat === null ? null : takeEnding(line)
  const span = takeSpan(line, base)
  const dates = takeDates(line, base)
  const weekdayRange = takeWeekdayRange(line, language)
  const weekdays = takeWeekdays(line, language, base)
  const noSuchDay = line.find(words(EXACT_DATE))?.[0] ?? null
  const said: DayWords = { dates, span, weekdays, weekdayRange, repeat, from, until, ending, noSuchDay }
  // What repeats goes on from the first to the last day of a range of dates.
  if (range !== null)
    return repeat === null
      ? { ...said, dates: [range, ...dates] }
      : { ...said, from: from ?? range.from, until: until ?? range.to }
  const isSilent =
    dates.length + weekdays.length === 0 &&
    [noSuchDay, span, weekdayRange, from, until].every((one) => one === null)
  const inWords = isSilent ? takeInWords(line, base) : null
  return inWords === null ? said : { ...said, dates: [inWords] }
}

/** `3-5 dec`, `dec 3-5`, `1.12.-3.12.`, `2026-12-01/2026-12-03`. */
function takeDateRange(line: Line, base: DateBase): DaySpan | null {
  const short = line.find(
    words(
      `${ON}(?:from\\s+|vom\\s+)?(\\d{1,2})\\.?\\s*${TO}\\s*(\\d{1,2}(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?(?:\\s+20\\d\\d)?)`,
    ),
  )
  if (short !== null) {
    const to = readDate(short[2] ?? '', base)
    const day = (short[1] ?? '').padStart(2, '0')
    if (to !== null && `${to.slice(0, 8)}${day}` < to && day !== '00') {
      line.takeMatch('day', short)
      return { from: `${to.slice(0, 8)}${day}`, to }
    }
  }
  const middle = line.find(
    words(`${ON}(${MONTH}\\.?\\s+\\d{1,2})\\s*${TO}\\s*(\\d{1,2})(?![:.]?\\d|\\s?[ap]m)`),
  )
  if (middle !== null) {
    const from = readDate(middle[1] ?? '', base)
    const to =
      from === null
        ? null
        : readDate(`${middle[2]} ${(middle[1] ?? '').split(/[\s.]/u)[0]}`, { ...base, from })
    if (from !== null && to !== null && to.slice(0, 7) === from.slice(0, 7)) {
      line.takeMatch('day', middle)
      return { from, to }
    }
  }
  const long = line.find(
    words(`${ON}(?:(?:from|starting|vom|von|ab)\\s+)?(${DATE})\\s*(?:${TO}|\\/)\\s*(${DATE})`),
  )
  if (long === null) return null
  const from = readDate(long[1] ?? '', base)
  const to = from === null ? null : readDate(long[2] ?? '', { ...base, from })
  if (from === null || to === null || to <= from) return null
  line.takeMatch('day', long)
  return { from, to }
}

/** `from 3 dec`, `until next friday`, `bis KW 50`: the first or the last day of what is named. */
function takeBound(
  line: Line,
  lead: string,
  side: 'from' | 'to',
  language: 'en' | 'de',
  base: DateBase,
): Day | null {
  const match = line.find(
    words(
      `(?:${lead})\\s+(?:(?:the|dem|den|am)\\s+)?(${DATE}|${WEEK}|${MONTH_SPAN}|${weekdayPhrase(language)})`,
    ),
  )
  if (match === null) return null
  const text = match[1] ?? ''
  const day =
    readDate(text, base) ?? readSpan(text, base)?.[side] ?? dayOfWeekday(readWeekday(text, base), base.from)
  if (day !== null) line.takeMatch('day', match)
  return day
}

function dayOfWeekday(said: WeekdayWords | null, from: Day): Day | null {
  return said === null ? null : weekdayFrom(said.week?.from ?? from, said.weekday)
}

function takeSpan(line: Line, base: DateBase): DaySpan | null {
  const match = line.find(words(`(?:in\\s+)?(?:der\\s+)?(${WEEK}|${MONTH_SPAN})`))
  const span = match === null ? null : (readSpan(match[0], base) ?? readSpan(match[1] ?? '', base))
  if (match !== null && span !== null) line.takeMatch('day', match)
  return span
}

function takeDates(line: Line, base: DateBase): DaySpan[] {
  const found: DaySpan[] = []
  const pattern = words(`${ON}(?:(?:and|und|,)\\s*)?(${DATE})`, 'g')
  for (const match of line.open.matchAll(pattern)) {
    const day = readDate(match[1] ?? '', base) ?? readDate(match[0], base)
    if (day === null || found.length === MOST_LISTED) continue
    line.takeMatch('day', match)
    found.push({ from: day, to: day })
  }
  return found
}

function takeWeekdayRange(line: Line, language: 'en' | 'de'): DayWords['weekdayRange'] {
  const day = weekdaySource(language)
  const match = line.find(words(`${ON}(${day})\\.?\\s*${TO}\\s*(${day})`))
  if (match === null) return null
  line.takeMatch('day', match)
  return { first: weekdayOfWord(match[1] ?? ''), last: weekdayOfWord(match[2] ?? '') }
}

function takeWeekdays(line: Line, language: 'en' | 'de', base: DateBase): WeekdayWords[] {
  const found: WeekdayWords[] = []
  for (const match of line.open.matchAll(
    words(`${ON}(?:(?:and|und)\\s+)?(${weekdayPhrase(language)}),?`, 'g'),
  )) {
    const said = readWeekday(match[1] ?? '', base)
    if (said === null || found.length === MOST_LISTED) continue
    line.takeMatch('day', match)
    found.push(said)
  }
  return found
}

function takeInWords(line: Line, base: DateBase): DaySpan | null {
  const found = dateInWords(line.open, base.today, base.dateOrder)
  if (found !== null) line.take('day', found.index, found.index + found.length)
  return found
}

/** Lengths of work as tables write them: `1:30`, `01:30:00`, `1,5`, `90 min`, `1h 30m`, `PT1H30M`, seconds. */

/** What marks the decimals of a number. */
export const decimalMarks = ['.', ','] as const
export type DecimalMark = (typeof decimalMarks)[number]

/** What a bare number counts. */
export const lengthUnits = ['hours', 'minutes', 'seconds'] as const
export type LengthUnit = (typeof lengthUnits)[number]

const SECONDS: Readonly<Record<LengthUnit, number>> = { hours: 3600, minutes: 60, seconds: 1 }

/** No length is written longer; what is, is not looked at. */
const LONGEST_CELL = 40

const CLOCK = /^(-)?(\d+):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$/
const MINUTES_CLOCK = /^(\d+):(\d{2})\s*min$/
const PARTS =
  /^(?:PT)?(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?)\.?)?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|minuten?)\.?)?\s*(?:(\d+)\s*(?:s|sec|secs|seconds?|sek|sekunden?)\.?)?$/i
const NUMBER = /^[+-]?[\d.,'’\s]*\d[\d.,'’\s]*$/

/** How a column of numbers marks decimals: the last mark of a number that has both, else one that is followed by other than three digits. Null where none tells. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | null {
  let only: DecimalMark | null = null
  for (const cell of cells) {
    const text = cell.trim()
    if (cell.length > LONGEST_CELL || !NUMBER.test(text)) continue
    const dot = text.lastIndexOf('.')
    const comma = text.lastIndexOf(',')
    if (dot < 0 && comma < 0) continue
    const mark: DecimalMark = comma > dot ? ',' : '.'
    if (dot >= 0 && comma >= 0) return mark
    if (text.length - Math.max(dot, comma) - 1 !== 3) return mark
    // Work of a thousand hours in one row is no work: one mark alone is that of decimals.
    only ??= mark
  }
  return only
}

/** Whole seconds, negative as written; null for what is no length. Fractions of a second are rounded to the nearest. */
export function secondsOf(cell: string, mark: DecimalMark, unit: LengthUnit): number | null {
  if (cell.length > LONGEST_CELL) return null
  const text = cell.trim()
  const clock = CLOCK.exec(text)
  if (clock !== null) {
    const [, minus, hours, minutes, seconds = '0'] = clock
    if (Number(minutes) > 59 || Number(seconds) > 59) return null
    return signed(minus, Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
  }
  const short = MINUTES_CLOCK.exec(text)
  if (short !== null) return Number(short[1]) * 60 + Number(short[2])
  if (NUMBER.test(text)) return numberSeconds(text, mark, SECONDS[unit])
  const parts = PARTS.exec(text)
  if (parts === null || /^(PT)?$/i.test(text)) return null
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) =>
    Number((part ?? '0').replace(',', '.')),
  )
  return Math.round((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0))
}

function numberSeconds(text: string, mark: DecimalMark, seconds: number): number | null {
  const other = mark === ',' ? /[.'’\s]/g : /[,'’\s]/g
  const number = Number(text.replaceAll(other, '').replace(mark, '.'))
  return Number.isFinite(number) ? Math.round(number * seconds) : null
}

function signed(minus: string | undefined, seconds: number): number {
  return minus === undefined || seconds === 0 ? seconds : -seconds
}

/** How seconds become the whole minutes that the plan counts in. */
export const minuteRules = ['nearest', 'up', 'down'] as const
export type MinuteRule = (typeof minuteRules)[number]

/** Whole minutes of positive seconds; half a minute rounds up. */
export function wholeMinutes(seconds: number, rule: MinuteRule): number {
  if (rule === 'up') return Math.ceil(seconds / 60)
  return rule === 'down' ? Math.floor(seconds / 60) : Math.floor((seconds + 30) / 60)
}

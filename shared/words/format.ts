/**
 * How numbers, days, times and money read on screen, in the tray and on paper, in one locale. Display only: nothing is
 * computed from what these return. dayjs formats days, Intl numbers and money.
 */
import dayjs from 'dayjs'
import 'dayjs/locale/de'
import 'dayjs/locale/fr'
import utc from 'dayjs/plugin/utc'
import { toDecimalString } from '../money/amount.ts'
import { minorDigits } from '../money/currency.ts'
import type { Language, PaperLanguage } from '../plan/fields.ts'
import type { Day } from '../time/day.ts'
import { addDays } from '../time/day.ts'
import { MINUTES_A_DAY, type WallClock, wallDay, wallMinute } from '../time/wallClock.ts'

dayjs.extend(utc)

/** Minus as typographers set it; a hyphen would break lines and look thin beside digits. */
const MINUS = '−'
/** Between a number and its unit: never broken, narrower than a space. */
const THIN = '\u202f'

/** `L` is the screen's language, or a paper's. */
export interface Format<L extends PaperLanguage = PaperLanguage> {
  readonly language: L
  /** `6 h 30`, `30 min`, `−1 h 45`, `0 h`. */
  duration(minutes: number): string
  /** `6:30` as hours and minutes, for tables and invoices. */
  clockDuration(minutes: number): string
  /** `09:00` or `9:00 am` by the locale. */
  time(wall: WallClock): string
  /** `09:00 – 12:30`; the end may be on another day. */
  timeRange(start: WallClock, end: WallClock): string
  /** Minute of a day as a time. */
  minuteOfDay(minute: number): string
  /** `Mon`. */
  weekdayShort(day: Day): string
  /** `Monday`. */
  weekdayLong(day: Day): string
  /** `M`, the narrowest. */
  weekdayNarrow(day: Day): string
  /** `23` of the month. */
  dayOfMonth(day: Day): string
  /** `Tue 24 Nov`. */
  dayShort(day: Day): string
  /** `24 Nov 2026`. */
  dayMedium(day: Day): string
  /** `Tuesday, 24 November 2026`. */
  dayLong(day: Day): string
  /** `24/11/2026` or `24.11.2026`, for documents. */
  dayNumeric(day: Day): string
  /** `November 2026`. */
  month(day: Day): string
  /** `November`. */
  monthName(day: Day): string
  /** `Nov`, `Nov.` */
  monthShort(day: Day): string
  /** `23 – 29 Nov 2026`, repeating month and year only where they differ. */
  dayRange(from: Day, to: Day): string
  /** `€1,240.00`; without decimals where `whole` and there are none. */
  money(minor: number, currency: string, style?: 'exact' | 'whole'): string
  /** A number with the locale's marks. */
  number(value: number, digits?: number): string
  /** `71 %`. */
  percent(ratio: number): string
}

/** More than a year of days in one pattern. */
const MOST_REMEMBERED = 2000

/** A function that knows what it answered: a week names the same days and times hundreds of times. */
function remembered<A extends string | number, R>(answer: (about: A) => R): (about: A) => R {
  const known = new Map<A, R>()
  return (about) => {
    const old = known.get(about)
    if (old !== undefined) return old
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = answer(about)
    known.set(about, made)
    return made
  }
}

/** How a language writes days, in patterns of dayjs, and a share. */
interface Style {
  /** Where the locale is of another language. */
  readonly locale: string
  readonly day: string
  /** The first of two days of one month. */
  readonly dayOfSpan: string
  readonly weekday: string
  readonly dayWithWeekday: string
  readonly dayLong: string
  /** Between a number and its per cent sign. */
  readonly beforePercent: string
}

const styles: Readonly<Record<PaperLanguage, Style>> = {
  en: {
    locale: 'en-GB',
    day: 'D MMM',
    dayOfSpan: 'D',
    weekday: 'ddd',
    dayWithWeekday: 'ddd D MMM',
    dayLong: 'dddd, D MMMM YYYY',
    beforePercent: '',
  },
  de: {
    locale: 'de-DE',
    day: 'D. MMM',
    dayOfSpan: 'D.',
    weekday: 'dd',
    dayWithWeekday: 'dd D. MMM',
    dayLong: 'dddd, D. MMMM YYYY',
    beforePercent: '\u00a0',
  },
  fr: {
    locale: 'fr-FR',
    day: 'D MMM',
    dayOfSpan: 'D',
    weekday: 'ddd',
    dayWithWeekday: 'ddd D MMM',
    dayLong: 'dddd D MMMM YYYY',
    beforePercent: THIN,
  },
}

/** The formats of a locale (BCP 47) in a catalogue language. */
export function formatIn(language: Language, locale: string): Format<Language>
export function formatIn(language: PaperLanguage, locale: string): Format
export function formatIn(language: PaperLanguage, locale: string): Format {
  const style = styles[language]
  const own = locale.toLowerCase().startsWith(language) ? locale : style.locale
  const twelve = new Intl.DateTimeFormat(own, { hour: 'numeric' }).resolvedOptions().hour12 === true
  const on = remembered((pattern: string) =>
    remembered((day: Day) => dayjs.utc(day).locale(language).format(pattern)),
  )
  const shortDay = style.day
  const clock = remembered((minute: number) => {
    const hours = Math.floor(minute / 60)
    const minutes = String(minute % 60).padStart(2, '0')
    if (!twelve) return `${String(hours).padStart(2, '0')}:${minutes}`
    return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes}${THIN}${hours % 24 < 12 ? 'am' : 'pm'}`
  })
  /** Of two minutes of a day, as one number: `first × 1440 + second`. */
  const timesOfDay = remembered((minutes: number) => {
    const [from, to] = [Math.floor(minutes / MINUTES_A_DAY), minutes % MINUTES_A_DAY]
    const sameHalf = twelve && from < MINUTES_A_DAY / 2 === to < MINUTES_A_DAY / 2
    const first = clock(from)
    return `${sameHalf ? (first.split(THIN)[0] ?? first) : first} – ${clock(to)}`
  })
  const moneyFormat = (currency: string, least: number) =>
    new Intl.NumberFormat(own, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: least,
      maximumFractionDigits: minorDigits(currency),
    })
  const exactMoney = remembered((currency: string) => moneyFormat(currency, minorDigits(currency)))
  const wholeMoney = remembered((currency: string) => moneyFormat(currency, 0))
  const duration = (minutes: number) => {
    const sign = minutes < 0 ? MINUS : ''
    const hours = Math.floor(Math.abs(minutes) / 60)
    const rest = Math.abs(minutes) % 60
    if (hours === 0 && rest !== 0) return `${sign}${rest}\u00a0min`
    return `${sign}${hours}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`
  }
  const range = (from: Day, to: Day) => {
    if (from === to) return on(`${shortDay} YYYY`)(from)
    const first =
      from.slice(0, 7) === to.slice(0, 7)
        ? style.dayOfSpan
        : from.slice(0, 4) === to.slice(0, 4)
          ? shortDay
          : `${shortDay} YYYY`
    return `${on(first)(from)} – ${on(`${shortDay} YYYY`)(to)}`
  }
  return {
    language,
    duration,
    clockDuration: (minutes) => {
      const sign = minutes < 0 ? MINUS : ''
      const whole = Math.abs(minutes)
      return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
    },
    time: (wall) => clock(wallMinute(wall)),
    minuteOfDay: clock,
    timeRange: (start, end) => {
      const [day, last] = [wallDay(start), wallDay(end)]
      const later =
        last !== day && last > addDays(day, wallMinute(end) === 0 ? 1 : 0) ? ` (${on('dd')(last)})` : ''
      const [from, to] = [wallMinute(start), wallMinute(end)]
      return later === '' ? timesOfDay(from * MINUTES_A_DAY + to) : `${clock(from)} – ${clock(to)}${later}`
    },
    weekdayShort: (day) => on(style.weekday)(day),
    weekdayLong: (day) => on('dddd')(day),
    weekdayNarrow: (day) => on('dd')(day).slice(0, 1),
    dayOfMonth: (day) => on('D')(day),
    dayShort: (day) => on(style.dayWithWeekday)(day),
    dayMedium: (day) => on(`${shortDay} YYYY`)(day),
    dayLong: (day) => on(style.dayLong)(day),
    dayNumeric: (day) =>
      new Intl.DateTimeFormat(own, {
        timeZone: 'UTC',
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
      }).format(dayjs.utc(day).valueOf()),
    month: (day) => on('MMMM YYYY')(day),
    monthName: (day) => on('MMMM')(day),
    monthShort: (day) => on('MMM')(day),
    dayRange: range,
    money: (minor, currency, style = 'exact') => {
      const digits = minorDigits(currency)
      const whole = style === 'whole' && minor % 10 ** digits === 0
      const formatter = whole ? wholeMoney(currency) : exactMoney(currency)
      // A decimal string keeps every digit: Intl formats it exactly, a float would not.
      return formatter.format(toDecimalString(minor, currency)).replace('-', MINUS)
    },
    number: (value, digits = 0) =>
      new Intl.NumberFormat(own, { minimumFractionDigits: digits, maximumFractionDigits: digits })
        .format(value)
        .replace('-', MINUS),
    percent: (ratio) =>
      `${new Intl.NumberFormat(own, { maximumFractionDigits: 0 }).format(ratio * 100)}${style.beforePercent}%`,
  }
}

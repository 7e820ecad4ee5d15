/** The words of days and numbers, English and German. English is read in any language of the screen. */
import type { Language } from '../plan/fields.ts'

const months: readonly string[] = [
  'january|jan|januar|jänner',
  'february|feb|februar',
  'march|mar|märz|maerz|mrz|mär',
  'april|apr',
  'may|mai',
  'june|jun|juni',
  'july|jul|juli',
  'august|aug',
  'september|sept|sep',
  'october|oct|oktober|okt',
  'november|nov',
  'december|dec|dezember|dez',
]

const weekdays: readonly string[] = [
  'mondays?|mon|montags?',
  'tuesdays?|tues?|dienstags?',
  'wednesdays?|weds?|mittwochs?',
  'thursdays?|thurs?|thu|donnerstags?',
  'fridays?|fri|freitags?',
  'saturdays?|sat|samstags?|sonnabends?',
  'sundays?|sun|sonntags?',
]

/** German short forms. `so` is a word too, so it needs a full stop, a number or the end behind it. */
const shortWeekdays = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so(?=\\.|\\s+\\d|\\s*$)'] as const

const numbers: readonly string[] = [
  'one|an?|eine[mnr]?|eins?',
  'two|zwei',
  'three|drei',
  'four|vier',
  'five|fünf',
  'six|sechs',
  'seven|sieben',
  'eight|acht',
  'nine|neun',
  'ten|zehn',
  'eleven|elf',
  'twelve|zwölf',
]

/** Sources of patterns, without groups that capture. */
export const MONTH = `(?:${months.join('|')})`
export const NUMBER = `(?:\\d{1,3}|${numbers.join('|')})`

/** A weekday in the languages that are read. */
export function weekdaySource(language: Language): string {
  const short = language === 'de' ? `|${shortWeekdays.join('|')}` : ''
  return `(?:${weekdays.join('|')}${short})`
}

/** The place of a word in a list of patterns, from 1; 0 where it is in none. */
function placeIn(list: readonly string[], word: string): number {
  return list.findIndex((source) => new RegExp(`^(?:${source})$`, 'iu').test(word)) + 1
}

/** 1 to 12; 0 for no month. */
export function monthOfWord(word: string): number {
  return placeIn(months, word)
}

/** ISO weekday, Monday 1 to Sunday 7; 0 for none. */
export function weekdayOfWord(word: string): number {
  return placeIn(weekdays, word) || ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'].indexOf(word.toLowerCase()) + 1
}

/** A number in digits or words; 0 for none. */
export function numberOfWord(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : placeIn(numbers, word)
}

/** Ordinals of weekdays in a month: first to fourth 1 to 4, last −1. */
const ordinals: readonly (readonly [number, string])[] = [
  [1, '1st|first|erste[nrs]?|1\\.'],
  [2, '2nd|second|zweite[nrs]?|2\\.'],
  [3, '3rd|third|dritte[nrs]?|3\\.'],
  [4, '4th|fourth|vierte[nrs]?|4\\.'],
  [-1, 'last|letzte[nrs]?'],
]
export const ORDINAL = `(?:${ordinals.map(([, source]) => source).join('|')})`

/** The number of an ordinal; 0 for none. */
export function ordinalOfWord(word: string): number {
  return ordinals.find(([, source]) => new RegExp(`^(?:${source})$`, 'iu').test(word))?.[0] ?? 0
}

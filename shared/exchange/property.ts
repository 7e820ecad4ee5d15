/** One property of a calendar, taken apart by ical.js. */
import ICAL from 'ical.js'

/** A property: name in upper case, parameters by their upper-case names, values with text escapes undone. */
export interface Property {
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  /** One value, or several where the property is a list (EXDATE, RDATE). */
  readonly values: readonly string[]
  readonly line: number
}

/** The most units of a property's name and parameters together; more is a bomb, since ical.js searches them again and again. */
const LONGEST_HEAD = 4096
const MOST_PARAMETERS = 64

/**
 * The grammar of iCalendar without ical.js's own values: only texts are unescaped. Times, durations and rules stay as
 * written, for `shared/time` and `calendarTime.ts` to judge: ical.js lets impossible dates pass and throws at others.
 */
const grammar = { ...ICAL.design.icalendar, value: { text: ICAL.design.icalendar.value.text } }

/** Where name and parameters end: the first colon outside quotes, or −1. */
export function headEnd(text: string): number {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 34) quoted = !quoted
    else if (unit === 58 && !quoted) return i
  }
  return -1
}

/** The property of an unfolded content line, or null where it is none. */
export function parseProperty(text: string, line: number): Property | null {
  const end = headEnd(text.length > LONGEST_HEAD ? text.slice(0, LONGEST_HEAD) : text)
  if (end < 0 || countOf(text.slice(0, end), ';') > MOST_PARAMETERS) return null
  const parsed = parseByLibrary(text)
  if (parsed === null) return null
  const [name, given, , ...values] = parsed
  const params = parametersOf(given)
  return params === null ? null : { name: name.toUpperCase(), params, values: values.map(String), line }
}

function countOf(text: string, unit: string): number {
  let count = 0
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) count++
  return count
}

type JCalProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]]

function parseByLibrary(text: string): JCalProperty | null {
  try {
    return ICAL.parse.property(text, grammar) as JCalProperty
  } catch {
    // ical.js throws its ParserError, and a TypeError at some malformed parameters: either way the line is unreadable.
    return null
  }
}

/** Null where a name is none: ical.js takes `;;VALUE=DATE` for a parameter `;VALUE`, and a date would become a time. */
function parametersOf(params: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> | null {
  const map = new Map<string, string>()
  for (const [name, value] of Object.entries(params)) {
    if (!/^[A-Za-z0-9-]+$/.test(name)) return null
    map.set(name.toUpperCase(), Array.isArray(value) ? String(value[0]) : String(value))
  }
  return map
}

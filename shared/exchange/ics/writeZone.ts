/**
 * VTIMEZONE (RFC 5545 §3.6.5) for an IANA zone: what the zone's clocks do in the years that a calendar needs. Calendars
 * that know no IANA names, Outlook before all, place times by it.
 */
import { dayNumber, daysInMonth, weekdayOf } from '../../time/day.ts'
import { weekdayCode } from '../../time/ruleText.ts'
import { MINUTES_A_DAY, type WallClock, wallDay, wallOf } from '../../time/wallClock.ts'
import { offsetAt } from '../../time/zone.ts'
import { type ZoneChange, zoneChanges } from '../../time/zoneChanges.ts'

/** A year of the last rule: whatever is known of zones ends with these rules. */
const LAST_YEAR = 2037

/** Years that a rule must have held for before it is taken to hold for ever. */
const FEWEST_YEARS = 3

/** The lines of the zone's component. Times from the first year on are right; a rule without end goes on from the last one known. */
export function zoneLines(zone: string, name: string, firstYear: number): readonly string[] {
  const from = instantOf(firstYear - 1)
  const changes = zoneChanges(zone, from, instantOf(LAST_YEAR + 1) - 1)
  const first = changes[0]
  const initial =
    first !== undefined && first.at < instantOf(firstYear)
      ? []
      : observance('STANDARD', from, offsetAt(from, zone), offsetAt(from, zone), [])
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    `X-LIC-LOCATION:${zone}`,
    ...initial,
    ...grouped(changes).flatMap(observancesOf),
    'END:VTIMEZONE',
  ]
}

function instantOf(year: number): number {
  return dayNumber(`${String(year).padStart(4, '0')}-01-01`) * MINUTES_A_DAY
}

/** Changes between the same two offsets. */
function grouped(changes: readonly ZoneChange[]): readonly (readonly ZoneChange[])[] {
  const groups = new Map<string, ZoneChange[]>()
  for (const change of changes) {
    const key = `${change.before} ${change.after}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [change])
    else group.push(change)
  }
  return [...groups.values()]
}

/** One observance with a rule for the years in which the changes follow one, and one with dates for those before. */
function observancesOf(changes: readonly ZoneChange[]): readonly string[] {
  const rule = lastRule(changes)
  const listed = rule === null ? changes : changes.slice(0, rule.from)
  const ruled = rule === null ? [] : changes.slice(rule.from)
  return [
    ...ofGroup(listed, (onsets) => onsets.map((onset) => `RDATE:${compact(onset)}`)),
    ...ofGroup(ruled, () => [`RRULE:${rule?.text}`]),
  ]
}

function ofGroup(
  changes: readonly ZoneChange[],
  repeats: (onsets: readonly WallClock[]) => readonly string[],
): readonly string[] {
  const [first] = changes
  if (first === undefined) return []
  const kind = first.after > first.before ? 'DAYLIGHT' : 'STANDARD'
  // Some readers take the listed dates for all there are: the first one is named again.
  const onsets = changes.length > 1 ? changes.map(onsetOf) : []
  return observance(kind, first.at, first.before, first.after, repeats(onsets))
}

function observance(
  kind: 'STANDARD' | 'DAYLIGHT',
  at: number,
  before: number,
  after: number,
  repeats: readonly string[],
): readonly string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${compact(wallOf(at + before))}`,
    ...repeats,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ]
}

/** When the clocks that still show the old offset change. */
function onsetOf({ at, before }: ZoneChange): WallClock {
  return wallOf(at + before)
}

function compact(wall: WallClock): string {
  return `${wall.replace(/[-:]/g, '')}00`
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

/** The yearly rule that all changes follow from one of them on to the last year that is looked at. */
function lastRule(changes: readonly ZoneChange[]): { readonly from: number; readonly text: string } | null {
  const last = changes.at(-1)
  if (last === undefined || yearOf(last) !== LAST_YEAR) return null
  for (const text of rulesOf(onsetOf(last))) {
    let from = changes.length - 1
    while (from > 0 && follows(changes[from - 1], changes[from], text)) from--
    if (changes.length - from >= FEWEST_YEARS) return { from, text }
  }
  return null
}

function yearOf(change: ZoneChange): number {
  return Number(onsetOf(change).slice(0, 4))
}

function follows(earlier: ZoneChange | undefined, later: ZoneChange | undefined, text: string): boolean {
  if (earlier === undefined || later === undefined || yearOf(earlier) !== yearOf(later) - 1) return false
  const isSameTime = onsetOf(earlier).slice(10) === onsetOf(later).slice(10)
  return isSameTime && rulesOf(onsetOf(earlier)).includes(text)
}

/** The rules by which a change may lie where it does: the last or the nth such weekday of its month, or the weekday on or after a day. */
function rulesOf(onset: WallClock): readonly string[] {
  const day = wallDay(onset)
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const weekday = weekdayCode(weekdayOf(day))
  const length = daysInMonth(day)
  const rule = (rest: string) => `FREQ=YEARLY;BYMONTH=${month};${rest}`
  const after = Array.from({ length: 7 }, (_, i) => date - i).filter((n) => n >= 1 && n + 6 <= length)
  return [
    ...(date + 7 > length ? [rule(`BYDAY=-1${weekday}`)] : []),
    rule(`BYDAY=${Math.ceil(date / 7)}${weekday}`),
    ...after.map((n) =>
      rule(`BYMONTHDAY=${Array.from({ length: 7 }, (_, i) => n + i).join(',')};BYDAY=${weekday}`),
    ),
    rule(`BYMONTHDAY=${date}`),
  ]
}

import { canonicalZone } from '../time/zone.ts'
import { folded, type Line, words } from './line.ts'

/** Cities that IANA names no zone for, or by another name. */
const others: Readonly<Record<string, string>> = {
  'America/New_York':
    'new york city, nyc, boston, washington, philadelphia, atlanta, miami, eastern, et, est, edt',
  'America/Chicago': 'austin, dallas, houston, central, ct, cst, cdt',
  'America/Denver': 'salt lake city, mountain, mt, mst, mdt',
  'America/Los_Angeles': 'san francisco, sf, seattle, san diego, la, pacific, pt, pst, pdt',
  'America/Toronto': 'montreal, ottawa',
  'Europe/London': 'edinburgh, manchester, cambridge, oxford, uk, bst',
  'Europe/Berlin':
    'munich, münchen, hamburg, frankfurt, cologne, köln, stuttgart, düsseldorf, cest, mez, mesz',
  'Europe/Zurich': 'zürich, geneva, genf, basel, bern',
  'Europe/Vienna': 'wien, graz',
  'Europe/Rome': 'rom, milan, mailand',
  'Europe/Madrid': 'barcelona',
  'Europe/Amsterdam': 'rotterdam, den haag, the hague',
  'Europe/Brussels': 'brüssel',
  'Europe/Copenhagen': 'kopenhagen',
  'Europe/Warsaw': 'warschau, krakow, krakau',
  'Europe/Prague': 'prag',
  'Europe/Lisbon': 'lissabon',
  'Europe/Athens': 'athen',
  'Europe/Bucharest': 'bukarest',
  'Europe/Moscow': 'moskau',
  'Asia/Kolkata':
    'kolkata, calcutta, india, mumbai, delhi, new delhi, bangalore, bengaluru, hyderabad, chennai, ist',
  'Asia/Shanghai': 'beijing, peking, shenzhen',
  'Asia/Tokyo': 'tokio',
  'Asia/Singapore': 'singapur',
  'Asia/Jerusalem': 'tel aviv',
  'Asia/Ho_Chi_Minh': 'saigon',
  'Australia/Sydney': 'canberra',
  UTC: 'utc, gmt, zulu',
}

/** The most words of a city that is looked for. */
const MOST_WORDS = 3

let zones: ReadonlyMap<string, string> | null = null

/** Zones by the folded names of their cities. */
function zonesByCity(): ReadonlyMap<string, string> {
  if (zones !== null) return zones
  const made = new Map<string, string>()
  for (const zone of Intl.supportedValuesOf('timeZone'))
    if (zone.includes('/') && !zone.startsWith('Etc/')) made.set(folded(zone.split('/').at(-1) ?? ''), zone)
  for (const [zone, cities] of Object.entries(others))
    for (const city of cities.split(', ')) made.set(folded(city), zone)
  zones = made
  return made
}

/** Takes a zone by its IANA name, wherever it stands. */
export function takeZoneName(line: Line): string | null {
  for (const match of line.open.matchAll(words('[a-z]+(?:/[a-z0-9_+-]+){1,2}', 'g'))) {
    const zone = canonicalZone(match[0])
    if (zone === undefined) continue
    line.takeMatch('zone', match)
    return zone
  }
  return null
}

/**
 * Takes a zone by its city: right behind the time, where no word of a title follows, or with `time` behind it
 * (`new york time`). Elsewhere a city is a word of the title.
 */
export function takeCity(line: Line, timeEnd: number | null): string | null {
  return (timeEnd === null ? null : cityAt(line, timeEnd)) ?? cityTime(line)
}

function cityAt(line: Line, at: number): string | null {
  const rest = line.open.slice(at)
  for (let count = MOST_WORDS; count > 0; count--) {
    const pattern = `^\\s*\\(?(?:in\\s+)?((?:\\p{L}[\\p{L}.]*\\s+){${count - 1}}\\p{L}[\\p{L}.]*)(?:\\s+(?:time|zeit))?\\)?(?=\\s*(?:$|[\\ufffc,;)]))`
    const match = new RegExp(pattern, 'iu').exec(rest)
    const zone = zonesByCity().get(folded(match?.[1] ?? ''))
    if (match === null || zone === undefined) continue
    const lead = match[0].length - match[0].trimStart().length
    line.take('zone', at + lead, at + match[0].length)
    return zone
  }
  return null
}

function cityTime(line: Line): string | null {
  for (let count = MOST_WORDS; count > 0; count--) {
    const pattern = `((?:\\p{L}[\\p{L}.]*\\s+){${count - 1}}\\p{L}[\\p{L}.]*)\\s+(?:time|zeit)`
    for (const match of line.open.matchAll(words(pattern, 'g'))) {
      const zone = zonesByCity().get(folded(match[1] ?? ''))
      if (zone === undefined) continue
      line.takeMatch('zone', match)
      return zone
    }
  }
  return null
}

/** From the names that calendars give zones to IANA's. */
import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' }
import { canonicalZone } from '../time/zone.ts'

/** Windows names by the Unicode CLDR table, each to the zone CLDR gives for the whole world (territory 001). */
const windows: ReadonlyMap<string, string> = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type] as const),
)

/** The IANA zone of a name, and by which table; null where no table has it. Names are looked up, never guessed at. */
export interface NamedZone {
  readonly zone: string
  readonly how: 'iana' | 'windows'
}

/** Looks a name up: IANA's own, IANA's behind a vendor's prefix (RFC 5545 §3.2.19), then Windows's. */
export function zoneNamed(name: string): NamedZone | null {
  const plain = name.trim()
  const iana = canonicalZone(plain) ?? behindPrefix(plain)
  // One zone by two names: an exported plan names it so, since times that end in Z say nothing of a zone.
  if (iana === 'Etc/UTC') return { zone: 'UTC', how: 'iana' }
  if (iana !== undefined) return { zone: iana, how: 'iana' }
  const zone = windows.get(plain.toLowerCase())
  return zone === undefined ? null : { zone: canonicalZone(zone) ?? zone, how: 'windows' }
}

/** `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin` and its kind: the longest end of the path that is a zone. */
function behindPrefix(name: string): string | undefined {
  if (!name.startsWith('/')) return undefined
  const parts = name.split('/').filter((part) => part !== '')
  for (let length = Math.min(3, parts.length - 1); length >= 2; length--) {
    const zone = canonicalZone(parts.slice(-length).join('/'))
    if (zone !== undefined) return zone
  }
  return undefined
}

/** The zones that Windows can name, the world's most used ones first: what an unnamed zone is compared with. */
export const likelyZones: readonly string[] = [
  ...new Set([
    'UTC',
    'Europe/Berlin',
    'Europe/London',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'Asia/Kolkata',
    'Asia/Tokyo',
    'Asia/Shanghai',
    'Australia/Sydney',
    'America/Sao_Paulo',
    ...windows.values(),
  ]),
]

import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER } from './day.ts'
import { Temporal } from './temporal.ts'

/**
 * The offsets of a zone over a stretch of time: from `starts[i]` (epoch minutes) on, local time is `offsets[i]`
 * minutes ahead of UTC. `starts[0]` is −∞: the first offset holds from the stretch's own start.
 */
export type Segments = { readonly starts: readonly number[]; readonly offsets: readonly number[] }

/** A stretch is 2^21 minutes, just under four years: at most some twenty changes, and no leap-year arithmetic to find it. */
const STRETCH_MINUTES = 2 ** 21

/** A stretch also holds the changes of the two days after it, so that a search for a local time never leaves it. */
const OVERLAP_MINUTES = 2880

const SECONDS_A_MINUTE = 60
const NANOSECONDS_A_MINUTE = 60_000_000_000

/** The stretches of the first and the last day there is, each with a day to spare: stretches are kept in an array from the first. */
const FIRST_STRETCH = Math.floor(((FIRST_DAY_NUMBER - 1) * 1440) / STRETCH_MINUTES)
const LAST_STRETCH = Math.floor(((LAST_DAY_NUMBER + 2) * 1440) / STRETCH_MINUTES)

class Zone {
  readonly name: string
  private readonly stretches: Segments[] = []

  constructor(name: string) {
    this.name = name
  }

  at(epoch: number): Segments {
    const stretch = Math.floor(epoch / STRETCH_MINUTES)
    return this.stretches[stretch - FIRST_STRETCH] ?? this.build(stretch)
  }

  private build(stretch: number): Segments {
    if (!(stretch >= FIRST_STRETCH && stretch <= LAST_STRETCH))
      throw new RangeError(`not an instant of the years 0001 to 9999: ${stretch * STRETCH_MINUTES}`)
    const built = readSegments(this.name, stretch * STRETCH_MINUTES)
    this.stretches[stretch - FIRST_STRETCH] = built
    return built
  }
}

/** The segments of one stretch, asked of Temporal once. Offsets and changes with seconds are rounded to whole minutes. */
function readSegments(zone: string, from: number): Segments {
  const end = from + STRETCH_MINUTES + OVERLAP_MINUTES
  let at: InstanceType<typeof Temporal.ZonedDateTime> | null = Temporal.Instant.fromEpochMilliseconds(
    from * SECONDS_A_MINUTE * 1000,
  ).toZonedDateTimeISO(zone)
  const starts: number[] = [Number.NEGATIVE_INFINITY]
  const offsets: number[] = [offsetMinutes(at)]
  for (at = at.getTimeZoneTransition('next'); at !== null; at = at.getTimeZoneTransition('next')) {
    const start = Math.round(at.epochMilliseconds / (SECONDS_A_MINUTE * 1000))
    if (start >= end) break
    const offset = offsetMinutes(at)
    if (offset === offsets[offsets.length - 1]) continue
    starts.push(start)
    offsets.push(offset)
  }
  return { starts, offsets }
}

function offsetMinutes(at: { readonly offsetNanoseconds: number }): number {
  return Math.round(at.offsetNanoseconds / NANOSECONDS_A_MINUTE)
}

/** Names asked for so far with their canonical spelling; undefined when there is no such zone. Imports may ask for any text. */
const canonicalNames = new Map<string, string | undefined>()
const MOST_NAMES = 2000

/** An IANA name starts with a letter; this keeps offsets (`+02:00`) and annotations out. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/

/** The name as IANA spells it, or undefined. */
export function canonicalName(name: string): string | undefined {
  if (canonicalNames.has(name)) return canonicalNames.get(name)
  if (canonicalNames.size >= MOST_NAMES) canonicalNames.clear()
  const canonical = ZONE_NAME.test(name) ? askName(name) : undefined
  canonicalNames.set(name, canonical)
  return canonical
}

function askName(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    // Temporal has no question whether a zone exists; a RangeError is its answer.
    return undefined
  }
}

const zones = new Map<string, Zone>()
let lastName = ''
let lastZone: Zone | undefined

function zoneNamed(name: string): Zone {
  const canonical = canonicalName(name)
  if (canonical === undefined) throw new RangeError(`no such time zone: ${JSON.stringify(name)}`)
  const zone = zones.get(canonical) ?? new Zone(canonical)
  zones.set(canonical, zone)
  if (name !== canonical) zones.set(name, zone)
  return zone
}

/** The segments of the stretch that holds an instant, and two days more. Throws a RangeError for an unknown zone. */
export function segmentsAt(name: string, epoch: number): Segments {
  // Calls come in runs for one zone: comparing the name with the last one costs less than the map.
  if (lastZone === undefined || name !== lastName) {
    lastZone = zones.get(name) ?? zoneNamed(name)
    lastName = name
  }
  return lastZone.at(epoch)
}

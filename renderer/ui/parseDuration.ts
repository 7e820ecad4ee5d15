/**
 * Minutes from what people type for a length: `90`, `1:30`, `1h30`, `1 h 30 min`, `1.5h`, `1,5 h`, `45m`. A bare number
 * is minutes, save one of at most 12 with a decimal mark, which is hours. Null for what is none of these.
 */
export function parseDuration(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f]+/g, '')
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(plain)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const units =
    /^(?:(\d{1,4})(?:[.,](\d{1,2}))?(?:h|hrs?|hours?|std\.?|stunden?))?(?:(\d{1,5})(?:m|min\.?|mins|minutes?|minuten?)?)?$/.exec(
      plain,
    )
  if (units && plain !== '') {
    const [, hours, fraction, minutes] = units
    const ofHours = Number(hours ?? 0) * 60 + Math.round(Number(`0.${fraction ?? 0}`) * 60)
    return ofHours + Number(minutes ?? 0)
  }
  const decimal = /^(\d{1,2})[.,](\d{1,2})$/.exec(plain)
  if (decimal && Number(decimal[1]) <= 12) return Math.round(Number(`${decimal[1]}.${decimal[2]}`) * 60)
  return null
}

/** As `parseDuration`, where lengths are of a week's size: a bare number is hours. */
export function parseHours(text: string): number | null {
  const bare = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*$/.exec(text)
  if (bare === null) return parseDuration(text)
  return Math.round(Number(`${bare[1]}.${bare[2] ?? '0'}`) * 60)
}

import type { WallClock } from '../time/wallClock.ts'
import type { OccurrenceRef } from './session.ts'

/** The key of an occurrence, for maps and for the screen. */
export function occurrenceKey(sessionId: string, original: WallClock | null): string {
  return original === null ? sessionId : `${sessionId}@${original}`
}

/** The reverse of `occurrenceKey`. */
export function occurrenceOfKey(key: string): OccurrenceRef {
  const at = key.indexOf('@')
  return at < 0
    ? { sessionId: key, original: null }
    : { sessionId: key.slice(0, at), original: key.slice(at + 1) }
}

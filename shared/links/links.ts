/**
 * Links into the app: `headroom:week/2026-11-24`. Anybody can make one, a web page too, so a link only leads to a
 * place; none changes the plan, and none names a file. Whatever is not in the list below is no link.
 */
import type { Destination } from '../ipc/contract.ts'
import { isId } from '../plan/id.ts'
import { occurrenceOfKey } from '../plan/occurrenceKey.ts'
import { isDay } from '../time/day.ts'
import { isWallClock } from '../time/wallClock.ts'

/** The scheme, as it is registered with the desktop. */
export const SCHEME = 'headroom'

/** Longer than any link that is one: an id and a wall-clock time, every character escaped. */
const LONGEST = 400

const action = (id: string): Destination => ({ to: 'action', id })

/** The links that are one word. */
const words: Readonly<Record<string, Destination>> = {
  week: { to: 'week', day: null, occurrence: null },
  horizon: action('go.horizon'),
  clients: action('go.clients'),
  pipeline: action('go.pipeline'),
  time: action('go.time'),
  day: action('time.confirm'),
  invoices: action('go.invoices'),
  insights: action('go.insights'),
  settings: action('go.settings'),
  attention: action('attention.thisWeek'),
  timer: action('timer.edit'),
  'quick-add': action('session.quick'),
}

/** Where a link leads; null where it is none of the app's. `headroom://week` is read like `headroom:week`. */
export function readLink(url: string): Destination | null {
  if (url.length > LONGEST) return null
  const [, path] = /^headroom:(?:\/\/)?([^/?#\s\\][^?#\s\\]*?)\/?$/i.exec(url) ?? []
  if (path === undefined) return null
  const [name = '', given, ...more] = path.split('/')
  if (more.length > 0) return null
  if (given === undefined) return Object.hasOwn(words, name) ? (words[name] ?? null) : null
  return readPlace(name, given)
}

function readPlace(name: string, given: string): Destination | null {
  const value = unescaped(given)
  if (value === null) return null
  if (name === 'week') return isDay(value) ? { to: 'week', day: value, occurrence: null } : null
  if (name === 'day') return isDay(value) ? { to: 'day', day: value } : null
  if (name === 'session') return isOccurrenceKey(value) ? { to: 'week', day: null, occurrence: value } : null
  if (name === 'client') return isId(value) ? { to: 'client', clientId: value } : null
  return null
}

function isOccurrenceKey(key: string): boolean {
  const { sessionId, original } = occurrenceOfKey(key)
  return isId(sessionId) && (original === null || isWallClock(original))
}

/** Launchers may escape what stands in a link; null where the escapes are none. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Finds sessions by their titles and clients among all years, the nearest to today first. */

import { occurrenceKey } from '../../shared/plan/occurrenceKey.ts'
import type { Plan, Year } from '../../shared/plan/plan.ts'
import { occurrencesOf } from '../../shared/plan/series.ts'
import type { Occurrence, Session } from '../../shared/plan/session.ts'
import { addDays, type Day, daysBetween } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { foldedText } from './rank.ts'

/** A session that was found: the occurrence that is nearest to today. */
export interface FoundSession {
  readonly session: Session
  readonly key: string
  readonly start: string
}

interface Entry {
  readonly session: Session
  readonly folded: string
}

/** The folded titles of a year by their start, made when it is first searched and kept as long as the year is the same. */
const foldedYears = new WeakMap<Year['sessions'], readonly Entry[]>()

function entriesOf(sessions: Readonly<Record<string, Session>>): readonly Entry[] {
  const known = foldedYears.get(sessions)
  if (known !== undefined) return known
  const made = Object.values(sessions)
    .map((session) => ({ session, folded: foldedText(session.title) }))
    .sort((a, b) => (a.session.start < b.session.start ? -1 : 1))
  foldedYears.set(sessions, made)
  return made
}

/** Makes a plan ready to be searched, so that the first letter is as quick as the others. */
export function prepareSearch(plan: Plan): void {
  entriesOf(plan.practice.series)
  for (const year of Object.values(plan.years)) entriesOf(year.sessions)
}

/** How far before and after today the occurrences of a series are looked for, in days. */
const SERIES_DAYS = 400

/**
 * Sessions whose title and client hold all words, nearest to today first, at most `most`. Each year is read from today
 * outwards and only until enough was found, and none that is farther away than enough others. `words` are folded.
 */
export function searchSessions(
  plan: Plan,
  words: readonly string[],
  today: Day,
  most: number,
): readonly FoundSession[] {
  if (words.length === 0) return []
  const fits = matcher(plan, words)
  const found = entriesOf(plan.practice.series)
    .filter(fits)
    .flatMap(({ session }) => nearestOccurrence(session, today))
  const thisYear = Number(today.slice(0, 4))
  const years = Object.entries(plan.years).sort(
    ([a], [b]) => Math.abs(Number(a) - thisYear) - Math.abs(Number(b) - thisYear),
  )
  let needed = 0
  for (const [key, year] of years) {
    const away = Math.abs(Number(key) - thisYear)
    // A year farther away holds something nearer only across a turn of the year: one more is read.
    if (found.length >= most && away > needed + 1) break
    if (found.length < most) needed = away
    for (const { session } of nearestOf(entriesOf(year.sessions), fits, today, most))
      found.push({ session, key: occurrenceKey(session.id, null), start: session.start })
  }
  const away = new Map(found.map((one) => [one, Math.abs(daysBetween(today, wallDay(one.start)))]))
  return found
    .sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0) || b.start.localeCompare(a.start))
    .slice(0, most)
}

type Matcher = (entry: Entry) => boolean

/** At least one word is in the title, and every word in the title or in the names of client and engagement. */
function matcher(plan: Plan, words: readonly string[]): Matcher {
  const [only] = words
  if (words.length === 1 && only !== undefined) return ({ folded }) => folded.includes(only)
  const clients = clientNames(plan)
  return ({ session, folded }) => {
    if (!words.some((word) => folded.includes(word))) return false
    const client = session.engagementId === null ? '' : (clients.get(session.engagementId) ?? '')
    return words.every((word) => folded.includes(word) || client.includes(word))
  }
}

/** At most `most` before and `most` after today. */
function nearestOf(entries: readonly Entry[], fits: Matcher, today: Day, most: number): readonly Entry[] {
  const after = entries.findIndex(({ session }) => session.start >= today)
  const middle = after < 0 ? entries.length : after
  const found: Entry[] = []
  const look = (from: number, by: 1 | -1) => {
    for (let i = from, left = most; left > 0; i += by) {
      const entry = entries[i]
      if (entry === undefined) return
      if (!fits(entry)) continue
      found.push(entry)
      left--
    }
  }
  look(middle, 1)
  look(middle - 1, -1)
  return found
}

function clientNames(plan: Plan): ReadonlyMap<string, string> {
  const { engagements, clients } = plan.practice
  return new Map(
    Object.values(engagements).map(({ id, clientId, name }) => [
      id,
      foldedText(`${clients[clientId]?.name ?? ''} ${name}`),
    ]),
  )
}

/** The next occurrence of a series, else the last one; none where it has none in a year or so. */
function nearestOccurrence(session: Session, today: Day): FoundSession[] {
  const next = occurrencesOf(session, { from: today, to: addDays(today, SERIES_DAYS) })[0]
  const last: Occurrence | undefined =
    next ?? occurrencesOf(session, { from: addDays(today, -SERIES_DAYS), to: today }).at(-1)
  return last === undefined ? [] : [{ session, key: last.key, start: last.start }]
}

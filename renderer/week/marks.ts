import type { Flag, FlagCode, Severity } from '../../shared/capacity/flags/flag.ts'
import { flagChanges } from './flagChanges.ts'

/** How a session's block is marked, and why. */
export interface Mark {
  readonly severity: Severity
  /** The titles of its flags, for its spoken name. */
  readonly text: string
}

/** The marks of sessions by their keys. */
export interface Marks {
  readonly get: (key: string) => Mark | undefined
  /** What they were made from, and the sessions that are marked otherwise than there. */
  readonly rest: ReadonlyMap<string, Mark>
  readonly changed: ReadonlySet<string>
}

/** Flags that are about single sessions; the others are about a day or a week as a whole. */
const ofSessions: ReadonlySet<FlagCode> = new Set(['overlap', 'outside-hours', 'no-gap', 'contract'])

/** Whether a flag marks the sessions that it is about; an accepted one marks nothing. */
const isMarking = (flag: Flag): boolean => flag.accepted === null && ofSessions.has(flag.code)

/** So many flags of one session are told by name; what comes after them is a number. */
const MOST_TOLD = 3

/** How a mark reads: a flag's title, and how many more there are. */
export interface MarkWords {
  readonly title: (flag: Flag) => string
  readonly more: (count: number) => string
}

/** A flag and where it stands among all. */
interface PlacedFlag {
  readonly flag: Flag
  readonly place: number
}

/** The marks of flags, to make those of nearly the same flags from. */
export interface Marked {
  readonly flags: readonly Flag[]
  /** The flags that mark a session, in their order, by its key. */
  readonly ofSession: ReadonlyMap<string, readonly PlacedFlag[]>
  readonly marks: Marks
}

const NONE: readonly PlacedFlag[] = []
const NOTHING: ReadonlySet<string> = new Set()

/** The worst mark of each session that a flag is about, by occurrence key. Accepted flags mark nothing. */
export function markedBy(flags: readonly Flag[], words: MarkWords): Marked {
  const ofSession = bySession(flags.map((flag, place) => ({ flag, place })))
  const rest = new Map([...ofSession].map(([key, about]) => [key, markOf(about, words)]))
  return { flags, ofSession, marks: { get: (key) => rest.get(key), rest, changed: NOTHING } }
}

/**
 * The marks of other flags. In a crowded week flags are thousands and a target changes a few: a session that these are
 * not about keeps its mark of `before`, without a look at it.
 */
export function marksAfter(before: Marked, flags: readonly Flag[], words: MarkWords): Marks {
  const { come, gone, places, inOrder } = flagChanges(before.flags, flags)
  if (!inOrder) return markedBy(flags, words).marks
  const coming = bySession(come.map((flag, i) => ({ flag, place: places[i] ?? 0 })))
  const going = new Set(gone.filter(isMarking))
  const changed = new Set([...coming.keys(), ...[...going].flatMap(({ occurrences }) => occurrences)])
  if (changed.size === 0) return before.marks
  const marks = new Map<string, Mark>()
  for (const key of changed) {
    const stays = (before.ofSession.get(key) ?? NONE).filter(({ flag }) => !going.has(flag))
    const about = merged(stays, coming.get(key) ?? NONE)
    if (about.length > 0) marks.set(key, markOf(about, words))
  }
  const { rest } = before.marks
  return { get: (key) => (changed.has(key) ? marks.get(key) : rest.get(key)), rest, changed }
}

/** The flags that mark sessions, by the sessions' keys. */
function bySession(placed: readonly PlacedFlag[]): ReadonlyMap<string, readonly PlacedFlag[]> {
  const found = new Map<string, PlacedFlag[]>()
  for (const one of placed) {
    if (!isMarking(one.flag)) continue
    for (const key of one.flag.occurrences) {
      const others = found.get(key)
      if (others === undefined) found.set(key, [one])
      else others.push(one)
    }
  }
  return found
}

/** Flags that stay and flags that came, in their order: what came stands before what has the place that it came to. */
function merged(stays: readonly PlacedFlag[], came: readonly PlacedFlag[]): readonly PlacedFlag[] {
  const all: PlacedFlag[] = []
  let next = 0
  for (const one of stays) {
    for (let other = came[next]; other !== undefined && other.place <= one.place; other = came[++next])
      all.push(other)
    all.push(one)
  }
  return [...all, ...came.slice(next)]
}

/**
 * Whether two sets of marks say the same of a session. Where both were made from one, only what changed since in one of
 * them is looked at.
 */
export function sameMark(a: Marks, b: Marks): (key: string) => boolean {
  const isSame = (key: string) => isSameMark(a.get(key), b.get(key))
  if (a.rest !== b.rest) return isSame
  return (key) => (!a.changed.has(key) && !b.changed.has(key)) || isSame(key)
}

function isSameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  return a === b || (a?.text === b?.text && a?.severity === b?.severity)
}

function markOf(about: readonly PlacedFlag[], { title, more }: MarkWords): Mark {
  const told = about
    .slice(0, MOST_TOLD)
    .map(({ flag }) => title(flag))
    .join('; ')
  const left = about.length - MOST_TOLD
  return {
    severity: about.some(({ flag }) => flag.severity === 'over') ? 'over' : 'watch',
    text: left > 0 ? told + more(left) : told,
  }
}

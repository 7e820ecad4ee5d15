import type { Flag, FlagCode, Severity } from '../../shared/capacity/flags/flag.ts'
import { flagChanges } from './flagChanges.ts'

/** How a session's block is marked, and why. */
export interface Mark {
  readonly severity: Severity
  /** The titles of its flags, for its spoken name. */
  readonly text: string
}

export type Marks = ReadonlyMap<string, Mark>

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

/** The marks of flags, to make those of nearly the same flags from. */
export interface Marked {
  readonly flags: readonly Flag[]
  /** The flags that mark a session, in their order, by its key. */
  readonly ofSession: ReadonlyMap<string, readonly Flag[]>
  readonly marks: Marks
}

/** The worst mark of each session that a flag is about, by occurrence key. Accepted flags mark nothing. */
export function markedBy(flags: readonly Flag[], words: MarkWords): Marked {
  const ofSession = bySession(flags.filter(isMarking), () => true)
  return {
    flags,
    ofSession,
    marks: new Map([...ofSession].map(([key, about]) => [key, markOf(about, words)])),
  }
}

/**
 * The marks of other flags. In a crowded week flags are thousands and a target changes a few: a session that these are
 * not about keeps its mark of `before`.
 */
export function marksAfter(before: Marked, flags: readonly Flag[], words: MarkWords): Marks {
  const { come, gone } = flagChanges(before.flags, flags)
  const changed = new Set([...come, ...gone].filter(isMarking).flatMap(({ occurrences }) => occurrences))
  if (changed.size === 0) return before.marks
  const about = new Set(come.filter(isMarking))
  for (const key of changed) for (const flag of before.ofSession.get(key) ?? []) about.add(flag)
  const marks = new Map(before.marks)
  for (const key of changed) marks.delete(key)
  const marking = flags.filter((flag) => about.has(flag))
  for (const [key, of] of bySession(marking, (one) => changed.has(one))) marks.set(key, markOf(of, words))
  return marks
}

function bySession(flags: readonly Flag[], isWanted: (key: string) => boolean): Map<string, Flag[]> {
  const found = new Map<string, Flag[]>()
  for (const flag of flags)
    for (const key of flag.occurrences) {
      if (!isWanted(key)) continue
      const others = found.get(key)
      if (others === undefined) found.set(key, [flag])
      else others.push(flag)
    }
  return found
}

function markOf(flags: readonly Flag[], { title, more }: MarkWords): Mark {
  const told = flags.slice(0, MOST_TOLD).map(title).join('; ')
  const left = flags.length - MOST_TOLD
  return {
    severity: flags.some(({ severity }) => severity === 'over') ? 'over' : 'watch',
    text: left > 0 ? told + more(left) : told,
  }
}

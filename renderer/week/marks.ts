import type { Flag, FlagCode, Severity } from '../../shared/capacity/flags/flag.ts'

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
  readonly known: ReadonlySet<Flag>
  readonly marks: Marks
}

/**
 * The worst mark of each session that a flag is about, by occurrence key. Accepted flags mark nothing. In a crowded week
 * flags are thousands and a target changes a few: a session that these are not about keeps its mark of `before`.
 */
export function marksOf(flags: readonly Flag[], words: MarkWords, before?: Marked): Marks {
  if (before?.flags === flags) return before.marks
  const changed = before === undefined ? null : changedSessions(before, flags)
  if (before !== undefined && changed?.size === 0) return before.marks
  const bySession = new Map<string, Flag[]>()
  for (const flag of flags) {
    if (!isMarking(flag)) continue
    for (const key of flag.occurrences) {
      if (changed !== null && !changed.has(key)) continue
      const others = bySession.get(key)
      if (others === undefined) bySession.set(key, [flag])
      else others.push(flag)
    }
  }
  const marks = new Map<string, Mark>(before?.marks)
  if (changed !== null) for (const key of changed) marks.delete(key)
  for (const [key, about] of bySession) marks.set(key, markOf(about, words))
  return marks
}

/** The sessions about which flags came or went. Where flags only changed places, what they are about counts as changed. */
function changedSessions({ flags, known }: Marked, after: readonly Flag[]): ReadonlySet<string> {
  const changed = new Set<string>()
  // A flag about a day names all its sessions and marks none of them.
  const note = (flag: Flag | undefined) => {
    if (flag !== undefined && isMarking(flag)) for (const key of flag.occurrences) changed.add(key)
  }
  let at = 0
  for (const flag of after) {
    if (!known.has(flag)) {
      note(flag)
      continue
    }
    while (at < flags.length && flags[at] !== flag) note(flags[at++])
    at++
  }
  while (at < flags.length) note(flags[at++])
  return changed
}

function markOf(flags: readonly Flag[], { title, more }: MarkWords): Mark {
  const told = flags.slice(0, MOST_TOLD).map(title).join('; ')
  const left = flags.length - MOST_TOLD
  return {
    severity: flags.some(({ severity }) => severity === 'over') ? 'over' : 'watch',
    text: left > 0 ? told + more(left) : told,
  }
}

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

/** So many flags of one session are told by name; what comes after them is a number. */
const MOST_TOLD = 3

/** How a mark reads: a flag's title, and how many more there are. */
export interface MarkWords {
  readonly title: (flag: Flag) => string
  readonly more: (count: number) => string
}

/** The worst mark of each session that a flag is about, by occurrence key. Accepted flags mark nothing. */
export function marksOf(flags: readonly Flag[], words: MarkWords): Marks {
  const bySession = new Map<string, Flag[]>()
  for (const flag of flags) {
    if (flag.accepted !== null || !ofSessions.has(flag.code)) continue
    for (const key of flag.occurrences) {
      const others = bySession.get(key)
      if (others === undefined) bySession.set(key, [flag])
      else others.push(flag)
    }
  }
  const marks = new Map<string, Mark>()
  for (const [key, about] of bySession) marks.set(key, markOf(about, words))
  return marks
}

function markOf(flags: readonly Flag[], { title, more }: MarkWords): Mark {
  const told = flags.slice(0, MOST_TOLD).map(title).join('; ')
  const left = flags.length - MOST_TOLD
  return {
    severity: flags.some(({ severity }) => severity === 'over') ? 'over' : 'watch',
    text: left > 0 ? told + more(left) : told,
  }
}

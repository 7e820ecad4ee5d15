import type { Flag, FlagCode, Severity } from '../../shared/capacity/flags/flag.ts'

/** How a session's block is marked, and why. */
export interface Mark {
  readonly severity: Severity
  /** The titles of its flags, for its spoken name. */
  readonly text: string
}

export type Marks = ReadonlyMap<string, Mark>

/** Flags that are about single sessions; the others are about a day or a week as a whole. */
const ofSessions: readonly FlagCode[] = ['overlap', 'outside-hours', 'no-gap', 'contract']

/** The worst mark of each session that a flag is about, by occurrence key. Accepted flags mark nothing. */
export function marksOf(flags: readonly Flag[], title: (flag: Flag) => string): Marks {
  const marks = new Map<string, Mark>()
  for (const flag of flags) {
    if (flag.accepted !== null || !ofSessions.includes(flag.code)) continue
    const text = title(flag)
    for (const key of flag.occurrences) {
      const other = marks.get(key)
      const severity = other?.severity === 'over' ? 'over' : flag.severity
      marks.set(key, { severity, text: other === undefined ? text : `${other.text}; ${text}` })
    }
  }
  return marks
}

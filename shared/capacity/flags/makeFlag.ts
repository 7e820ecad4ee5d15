/** How a flag is finished: whether it was accepted follows from the rest, by a fingerprint of it. */
import { own, type Plan } from '../../plan/plan.ts'
import type { Flag } from './flag.ts'

type Unfinished = Flag extends infer F ? (F extends Flag ? Omit<F, 'accepted' | 'about'> : never) : never

/**
 * Completes a flag: it is accepted where the planner accepted one with this key and this fingerprint. `about` stands for
 * its facts and numbers in the fingerprint where some change without a change of what was accepted.
 */
export function flagOf(plan: Plan, flag: Unfinished, about?: unknown): Flag {
  const { acceptedFlags } = plan.practice
  const known = hasAny(acceptedFlags) ? own(acceptedFlags, flag.key) : undefined
  const made: Flag = about === undefined ? { ...flag, accepted: null } : { ...flag, accepted: null, about }
  return known !== undefined && known.fingerprint === fingerprintOf(made)
    ? { ...made, accepted: { note: known.note } }
    : made
}

function hasAny(map: Readonly<Record<string, unknown>>): boolean {
  for (const _ in map) return true
  return false
}

/**
 * A digest of a flag's facts and numbers, so that what the planner accepted is asked again when any of them changes, and
 * of nothing else. Made when it is asked for: a crowded week has thousands of flags, of which few are ever accepted.
 */
export function fingerprintOf({ facts, needed, available, short, severity, about }: Flag): string {
  return digest(JSON.stringify(about ?? [facts, needed, available, short, severity]))
}

/** Two 32-bit FNV-1a sums of a text, over its code units forwards and backwards. */
function digest(text: string): string {
  let forward = 0x811c9dc5
  let backward = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    forward = Math.imul(forward ^ text.charCodeAt(i), 0x01000193)
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - i), 0x01000193)
  }
  const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0')
  return `${hex(forward)}${hex(backward)}`
}

/** How a flag is finished: its fingerprint and whether it was accepted follow from the rest. */
import { own, type Plan } from '../../plan/plan.ts'
import type { Flag } from './flag.ts'

type Unfinished = Flag extends infer F
  ? F extends Flag
    ? Omit<F, 'fingerprint' | 'accepted'>
    : never
  : never

/**
 * Completes a flag. Its fingerprint is a digest of its facts and numbers, so that what the planner accepted is asked
 * again when any of them changes, and of nothing else. `about` stands for them where some change without a change of what
 * was accepted.
 */
export function flagOf(plan: Plan, flag: Unfinished, about?: unknown): Flag {
  const { facts, needed, available, short, severity } = flag
  const fingerprint = digest(JSON.stringify(about ?? [facts, needed, available, short, severity]))
  const accepted = own(plan.practice.acceptedFlags, flag.key)
  return {
    ...flag,
    fingerprint,
    accepted: accepted?.fingerprint === fingerprint ? { note: accepted.note } : null,
  } as Flag
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

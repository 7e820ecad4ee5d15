/** Where the clients and projects of former imports went, kept in this window's own storage: it is convenience, not plan. */
import { z } from 'zod'
import type { ProposedGroup, Target } from '../../../shared/exchange/time/workedProposal.ts'

const KEY = 'headroom.timeImport'
/** Clients and projects remembered; the oldest go first. */
const MOST = 2000

const Remembered = z.record(
  z.string(),
  z.union([
    z.strictObject({ kind: z.literal('engagement'), id: z.string() }),
    z.strictObject({ kind: z.enum(['own', 'skip']) }),
  ]),
)

/** What was chosen before; nothing where it cannot be read. */
export function rememberedTargets(): Readonly<Record<string, Target>> {
  try {
    const parsed = Remembered.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    // Not JSON: what a former version wrote is no reason not to import.
    return {}
  }
}

/** Remembers what the user chose. What is created is found by its name the next time. */
export function rememberTargets(groups: readonly ProposedGroup[]): void {
  const chosen = groups.filter(
    ({ how, target }) => how === 'chosen' && target !== null && target.kind !== 'create',
  )
  if (chosen.length === 0) return
  const all = { ...rememberedTargets() }
  for (const { name, target } of chosen) {
    delete all[name]
    if (target !== null) all[name] = target
  }
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(all).slice(-MOST))))
}

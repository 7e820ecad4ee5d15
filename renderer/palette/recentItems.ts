import { z } from 'zod'
import { createStore } from 'zustand/vanilla'
import { occurrenceOfKey } from '../../shared/plan/occurrenceKey.ts'
import { findSession, type Plan } from '../../shared/plan/plan.ts'
import { isOccurrence, occurrenceAt } from '../../shared/plan/series.ts'
import { isDay } from '../../shared/time/day.ts'
import { forgetNote, note, recall } from '../state/memory.ts'
import type { PaletteItem } from './paletteItem.ts'
import { type PaletteWords, sessionItem, weekItem } from './paletteItems.ts'

/** More than this many would not be recent any more. */
const MOST_KEPT = 20

/** Where the window keeps the ids of what was chosen lately, the last first, also for its next start. */
const RECENT_KEY = 'palette-recent'
const Ids = z.array(z.string()).max(MOST_KEPT)

const recentStore = createStore<{ readonly ids: readonly string[] }>(() => ({
  ids: recall(RECENT_KEY, Ids) ?? [],
}))

/** Remembers what was chosen. A line for quick add is no thing to come back to. */
export function remember(item: PaletteItem): void {
  if ('line' in item.does) return
  const others = recentStore.getState().ids.filter((id) => id !== item.id)
  const ids = [item.id, ...others].slice(0, MOST_KEPT)
  recentStore.setState({ ids })
  note(RECENT_KEY, ids)
}

/** Forgets what was chosen; a test begins with it. */
export function forgetRecent(): void {
  recentStore.setState({ ids: [] })
  forgetNote(RECENT_KEY)
}

/** What was chosen lately, as it is now: what is gone or cannot be done now is left out. */
export function recentItems(
  items: readonly PaletteItem[],
  plan: Plan,
  given: PaletteWords,
): readonly PaletteItem[] {
  const now = new Map(items.map((item) => [item.id, item]))
  return recentStore.getState().ids.flatMap((id) => {
    const item = now.get(id) ?? unlisted(id, plan, given)
    return item?.enabled ? [{ ...item, group: 'recent' as const }] : []
  })
}

/** A session, or a week that is far away: the list of all items holds neither. */
function unlisted(id: string, plan: Plan, given: PaletteWords): PaletteItem | undefined {
  const [, kind, name] = /^(session|week) (.+)$/.exec(id) ?? []
  if (name === undefined) return undefined
  if (kind === 'week') return isDay(name) ? weekItem(name, given) : undefined
  const { sessionId, original } = occurrenceOfKey(name)
  const session = findSession(plan, sessionId)
  if (session === undefined || (session.recurrence === null) !== (original === null)) return undefined
  if (original !== null && !isOccurrence(session, original)) return undefined
  return sessionItem(plan, session, { key: name, start: occurrenceAt(session, original).start }, given)
}

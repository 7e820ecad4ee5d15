import { createStore } from 'zustand/vanilla'
import { findSession, type Plan } from '../../shared/plan/plan.ts'
import { occurrenceOfKey } from '../../shared/plan/session.ts'
import type { PaletteItem } from './paletteItem.ts'

/** More than this many would not be recent any more. */
const MOST_KEPT = 20

const recentStore = createStore<{ readonly items: readonly PaletteItem[] }>(() => ({ items: [] }))

/** Remembers what was chosen, for as long as the window is open. */
export function remember(item: PaletteItem): void {
  if ('line' in item.does) return
  recentStore.setState(({ items }) => ({
    items: [item, ...items.filter(({ id }) => id !== item.id)].slice(0, MOST_KEPT),
  }))
}

/** Forgets what was chosen; a test begins with it. */
export function forgetRecent(): void {
  recentStore.setState({ items: [] })
}

/** What was chosen lately, as it is now: what is gone or cannot be done now is left out. */
export function recentItems(items: readonly PaletteItem[], plan: Plan): readonly PaletteItem[] {
  const now = new Map(items.map((item) => [item.id, item]))
  return recentStore.getState().items.flatMap((item) => {
    const current = 'occurrence' in item.does ? sessionNow(item, plan) : now.get(item.id)
    const kept = current ?? (item.group === 'weeks' ? item : undefined)
    return kept?.enabled ? [{ ...kept, group: 'recent' as const }] : []
  })
}

function sessionNow(item: PaletteItem, plan: Plan): PaletteItem | undefined {
  if (!('occurrence' in item.does)) return undefined
  const session = findSession(plan, occurrenceOfKey(item.does.occurrence).sessionId)
  return session === undefined ? undefined : { ...item, label: session.title }
}

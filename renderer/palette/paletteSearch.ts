import type { Plan } from '../../shared/plan/plan.ts'
import { whichWeek } from '../../shared/quickAdd/whichWeek.ts'
import type { Day } from '../../shared/time/day.ts'
import type { PaletteGroup, PaletteItem } from './paletteItem.ts'
import { type PaletteWords, sessionItem, weekItem } from './paletteItems.ts'
import { closeness, typedWords } from './rank.ts'
import { searchSessions } from './sessionSearch.ts'

/** All that is searched. */
export interface PaletteSource extends PaletteWords {
  readonly plan: Plan
  readonly today: Day
  readonly dateOrder: 'day-month' | 'month-day'
  readonly items: readonly PaletteItem[]
  /** What was chosen lately, the last first. */
  readonly recent: readonly PaletteItem[]
  /** What quick add makes of a line; null where it does not understand it. */
  readonly addOf: (line: string) => PaletteItem | null
}

/** A heading with what was found under it, the best first. */
export interface PaletteSection {
  readonly group: PaletteGroup
  readonly items: readonly PaletteItem[]
}

/** The most that is shown of a group. */
const MOST: Readonly<Record<PaletteGroup, number>> = {
  recent: 5,
  actions: 8,
  clients: 6,
  engagements: 6,
  timer: 5,
  deliverables: 6,
  sessions: 8,
  invoices: 6,
  weeks: 5,
  add: 1,
}
/** What was chosen lately comes before what fits as well. */
const RECENT = 2
/** A week named by number or date is meant, whatever else has these signs in it. */
const NAMED = 100

/** What fits the typed text, in groups, the group of the best first. */
export function paletteSections(typed: string, source: PaletteSource): readonly PaletteSection[] {
  const words = typedWords(typed)
  if (words.length === 0) return unasked(source)
  const scored = new Map<PaletteGroup, { readonly item: PaletteItem; readonly score: number }[]>()
  const put = (item: PaletteItem, score: number) => {
    const group = scored.get(item.group) ?? []
    scored.set(item.group, group)
    group.push({ item, score })
  }
  const named = whichWeek(typed, {
    from: source.today,
    today: source.today,
    dateOrder: source.dateOrder,
    firstWeekday: source.plan.practice.settings.firstWeekday,
  })
  if (named !== null) put(weekItem(named, source), NAMED)
  const recent = new Set(source.recent.map(({ id }) => id))
  for (const item of source.items) {
    if ((named !== null && item.group === 'weeks') || !isAskedFor(item, words, source)) continue
    const score = closeness(words, item.folded)
    if (score > 0) put(item, score + (recent.has(item.id) ? RECENT : 0))
  }
  for (const item of sessionItems(words, source)) put(item, Math.max(1, closeness(words, item.folded)))
  const sections = [...scored].map(([group, found]) => {
    found.sort((a, b) => Number(b.item.enabled) - Number(a.item.enabled) || b.score - a.score)
    const shown = found.slice(0, MOST[group])
    return {
      group,
      items: shown.map(({ item }) => item),
      best: shown[0]?.item.enabled ? (shown[0]?.score ?? 0) : 0,
    }
  })
  const ordered = sections.sort((a, b) => b.best - a.best).map(({ group, items }) => ({ group, items }))
  const add = ordered.length === 0 ? source.addOf(typed) : null
  return add === null ? ordered : [{ group: 'add', items: [add] }]
}

/** Starting the timer is found by its own words: any client's name would bring it up otherwise. */
function isAskedFor({ group }: PaletteItem, typed: readonly string[], { words }: PaletteSource): boolean {
  const own = typedWords(words.timer.startFor(''))
  return group !== 'timer' || typed.some((word) => word.length > 1 && own.some((one) => one.startsWith(word)))
}

/** Before anything is typed: what was chosen lately, what can be done, where one can go. */
function unasked({ items, recent }: PaletteSource): readonly PaletteSection[] {
  const shown = recent.slice(0, MOST.recent)
  const isShown = new Set(shown.map(({ id }) => id))
  const rest = (group: PaletteGroup) =>
    items.filter((item) => item.group === group && item.enabled && !item.onlyAsked && !isShown.has(item.id))
  return [
    { group: 'recent' as const, items: shown },
    { group: 'actions' as const, items: rest('actions') },
    { group: 'clients' as const, items: rest('clients') },
    { group: 'weeks' as const, items: rest('weeks').slice(0, MOST.weeks) },
  ].filter((section) => section.items.length > 0)
}

function sessionItems(words: readonly string[], source: PaletteSource): readonly PaletteItem[] {
  const { plan, today } = source
  return searchSessions(plan, words, today, MOST.sessions).map(({ session, ...found }) =>
    sessionItem(plan, session, found, source),
  )
}

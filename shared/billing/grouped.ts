/** Hours of an engagement in the groups that each get a line. */
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { apportion } from './apportion.ts'
import type { Billing, Grouping } from './draft.ts'
import { billedTime } from './rounding.ts'

/** The entries of a line, and its minutes: all groups' minutes add up to what the entries together are billed as. */
export interface HoursGroup {
  /** Of the deliverable, area or entry; empty where the line is the engagement's. */
  readonly name: string
  readonly entries: readonly TimeEntry[]
  readonly minutes: number
}

/**
 * Entries under one version of terms in groups, each with its share of the billed minutes. They are rounded together,
 * by the engagement's rule, and never again: what a day or the whole comes to is shared by the exact minutes. A group
 * that rounding left nothing of stands with the one before it, so that none of its entries is lost.
 */
export function grouped(
  { plan, engagement, request }: Billing,
  entries: readonly TimeEntry[],
): readonly HoursGroup[] {
  const { billed, groups } = billedTime(entries, engagement.rounding)
  const grouping = request.grouping ?? 'engagement'
  if (grouping === 'engagement') return [{ name: '', entries, minutes: billed }]
  const shares = sharesOf(entries, groups)
  const found = new Map<string, { name: string; entries: TimeEntry[]; minutes: number }>()
  for (const entry of entries) {
    const key = keyOf(entry, grouping)
    const group = found.get(key) ?? { name: nameOf(plan, entry, grouping), entries: [], minutes: 0 }
    found.set(key, group)
    group.entries.push(entry)
    group.minutes += shares.get(entry.id) ?? 0
  }
  return withoutEmpty([...found.values()])
}

function withoutEmpty(groups: readonly HoursGroup[]): readonly HoursGroup[] {
  const kept: HoursGroup[] = []
  let waiting: readonly TimeEntry[] = []
  for (const group of groups) {
    const last = kept.at(-1)
    if (group.minutes > 0) {
      kept.push({ ...group, entries: [...waiting, ...group.entries] })
      waiting = []
    } else if (last === undefined) waiting = [...waiting, ...group.entries]
    else kept[kept.length - 1] = { ...last, entries: [...last.entries, ...group.entries] }
  }
  return kept
}

/** What each entry has of the minutes that it was rounded together with others to. */
function sharesOf(
  entries: readonly TimeEntry[],
  groups: ReturnType<typeof billedTime>['groups'],
): ReadonlyMap<string, number> {
  const minutes = new Map(entries.map((entry) => [entry.id, entry.minutes]))
  const shares = new Map<string, number>()
  for (const { entryIds, billed } of groups) {
    const parts = apportion(
      billed,
      entryIds.map((id) => minutes.get(id) ?? 0),
    )
    for (const [i, id] of entryIds.entries()) shares.set(id, parts[i] ?? 0)
  }
  return shares
}

function keyOf(entry: TimeEntry, grouping: Grouping): string {
  if (grouping === 'deliverable') return entry.deliverableId ?? ''
  return grouping === 'area' ? (entry.areaId ?? '') : entry.id
}

function nameOf(plan: Plan, entry: TimeEntry, grouping: Grouping): string {
  if (grouping === 'deliverable')
    return own(plan.practice.deliverables, entry.deliverableId ?? '')?.title ?? ''
  if (grouping === 'area') return own(plan.practice.areas, entry.areaId ?? '')?.name ?? ''
  return entry.note.trim()
}

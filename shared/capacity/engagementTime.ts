/** What is booked in a long stretch of time, by engagement, patched from the one before: a move changes a part or two. */
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { bookedParts, type Timed } from './bookedTime.ts'
import { sameItems } from './keepSame.ts'

interface Part {
  readonly booked: readonly Timed[]
  readonly groups: ReadonlyMap<Id, readonly Timed[]>
}

/** The sessions of a stretch of time for each engagement, by start; some beyond its ends are among them. */
export interface EngagementTime {
  readonly parts: readonly Part[]
  readonly of: (engagementId: Id) => Timed[]
  /** Whether an engagement's sessions are the same as in another stretch. */
  readonly isSame: (engagementId: Id, other: EngagementTime) => boolean
}

let latest: readonly Part[] = []

/** All that is booked from one instant to another, by engagement. */
export function timeByEngagement(plan: Plan, from: EpochMinute, to: EpochMinute): EngagementTime {
  const before = latest
  const parts = bookedParts(plan, from, to).map((booked, i) => {
    const old = before[i]
    return old?.booked === booked ? old : { booked, groups: grouped(booked, old?.groups) }
  })
  latest = parts
  return {
    parts,
    of: (id) => parts.flatMap(({ groups }) => groups.get(id) ?? []),
    isSame: (id, other) =>
      parts.length === other.parts.length &&
      parts.every(
        (part, i) => part === other.parts[i] || part.groups.get(id) === other.parts[i]?.groups.get(id),
      ),
  }
}

/** An engagement's list keeps its reference where it came out equal. */
function grouped(booked: readonly Timed[], before: Part['groups'] | undefined): Part['groups'] {
  const groups = new Map<Id, readonly Timed[]>()
  const fresh = new Map<Id, Timed[]>()
  for (const item of booked) {
    const { engagementId } = item.occurrence
    if (engagementId === null) continue
    const list = fresh.get(engagementId)
    if (list === undefined) fresh.set(engagementId, [item])
    else list.push(item)
  }
  for (const [id, list] of fresh) {
    const old = before?.get(id)
    groups.set(id, old !== undefined && sameItems(old, list) ? old : list)
  }
  return groups
}

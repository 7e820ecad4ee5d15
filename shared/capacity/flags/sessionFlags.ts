/** Flags about single sessions: two that share time, one outside of working time. */
import { own, type Plan } from '../../plan/plan.ts'
import { type Interval, subtract, total } from '../../time/interval.ts'
import { fromEpochMinute } from '../../time/zone.ts'
import type { Timed } from '../bookedTime.ts'
import { clientOf } from '../commitment.ts'
import { dayIndex, daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag, Named, NamedTime } from './flag.ts'
import { knownFlags } from './knownFlags.ts'
import { flagOf } from './makeFlag.ts'

interface Names {
  readonly clients: Plan['practice']['clients']
  readonly engagements: Plan['practice']['engagements']
  readonly zone: string
  readonly named: Named
  readonly timed: NamedTime
}
const names = new WeakMap<Timed, Names>()

/** How sentences name a session: put together once, since in a crowded week it is in many flags. */
function namesOf(plan: Plan, item: Timed): Names {
  const { practice } = plan
  const { clients, engagements } = practice
  const zone = practice.settings.homeZone
  const known = names.get(item)
  if (known?.clients === clients && known.engagements === engagements && known.zone === zone) return known
  const { engagementId, title } = item.occurrence
  const id = clientOf(plan, engagementId)
  const client = id === null ? null : (own(clients, id)?.name ?? null)
  const [start, end] = [fromEpochMinute(item.start, zone), fromEpochMinute(item.end, zone)]
  const named = { title, client }
  const made = { clients, engagements, zone, named, timed: { ...named, start, end } }
  names.set(item, made)
  return made
}

/** A session as sentences name it. */
export function named(plan: Plan, item: Timed): Named {
  return namesOf(plan, item).named
}

/** A session with its times on the home zone's clocks. */
export function namedTime(plan: Plan, item: Timed): NamedTime {
  return namesOf(plan, item).timed
}

/** The engagements that sessions name, each once. */
export function engagementsOf(items: readonly Timed[]): string[] {
  const found = new Set<string>()
  for (const { occurrence } of items) if (occurrence.engagementId !== null) found.add(occurrence.engagementId)
  return [...found]
}

/** `overlap`: each pair of confirmed sessions that shares time not past yet. Travel is `no-gap`'s matter. `items` are by start. */
export function overlapsAmong(material: WeekMaterial, items: readonly Timed[]): Flag[] {
  const known = knownFlags(material)
  const flags: Flag[] = []
  const open: Timed[] = []
  for (const item of items) {
    if (item.occurrence.status !== 'confirmed') continue
    for (let i = open.length - 1; i >= 0; i--) if ((open[i] as Timed).end <= item.start) open.splice(i, 1)
    for (const other of open) {
      const flag = known.ofTwo('overlap', other, item, () => overlapFlag(material, other, item))
      if (flag !== null) flags.push(flag)
    }
    open.push(item)
  }
  return flags
}

/** `other` begins first, and is not over when `item` begins. */
function overlapFlag(material: WeekMaterial, other: Timed, item: Timed): Flag | null {
  const { plan, now } = material
  const zone = material.calendar.zone
  const shared = { from: item.start, to: Math.min(item.end, other.end) }
  if (shared.to <= now || shared.to <= material.start || shared.from >= material.end) return null
  const minutes = shared.to - shared.from
  return flagOf(plan, {
    key: other.key < item.key ? `overlap:${other.key}|${item.key}` : `overlap:${item.key}|${other.key}`,
    code: 'overlap',
    severity: 'over',
    interval: shared,
    days: daysOf(material, shared),
    occurrences: [other.key, item.key],
    engagementIds: engagementsOf([other, item]),
    clientId: clientOf(plan, item.occurrence.engagementId),
    needed: minutes * 2,
    available: minutes,
    short: minutes,
    facts: {
      a: named(plan, other),
      b: named(plan, item),
      start: fromEpochMinute(shared.from, zone),
      end: fromEpochMinute(shared.to, zone),
    },
  })
}

/** `outside-hours`: a session of which some time lies outside of working time; `over` in time off or on a holiday. */
export function outsideAmong(material: WeekMaterial, items: readonly Timed[]): Flag[] {
  const known = knownFlags(material)
  const flags: Flag[] = []
  for (const item of items) {
    if (item.end <= material.now || item.start < material.start || item.start >= material.end) continue
    const flag = known.ofOne('outside-hours', item, () => outsideFlag(material, item))
    if (flag !== null) flags.push(flag)
  }
  return flags
}

/** The working time of the days that a session touches, which may lie past the week. */
function workingAround(material: WeekMaterial, { end }: Timed, from: number): Interval[] {
  const first = material.days[from]
  if (first === undefined) return []
  const working: Interval[] = []
  for (let number = first.number; ; number++) {
    const day = material.calendar.day(number)
    working.push(...day.working)
    if (day.end >= end) return working
  }
}

function outsideFlag(material: WeekMaterial, item: Timed): Flag | null {
  const { plan } = material
  const span = { from: item.start, to: item.end }
  const first = dayIndex(material, item.start)
  const outside = subtract([span], workingAround(material, item, first))
  const minutes = total(outside)
  if (minutes === 0) return null
  const day = material.days[dayIndex(material, outside[0]?.from ?? item.start)] ?? material.days[first]
  const off = offReason(day?.off ?? null)
  return flagOf(plan, {
    key: `outside-hours:${item.key}`,
    code: 'outside-hours',
    severity: off.why === 'hours' ? 'watch' : 'over',
    interval: span,
    days: daysOf(material, span),
    occurrences: [item.key],
    engagementIds: engagementsOf([item]),
    clientId: clientOf(plan, item.occurrence.engagementId),
    needed: item.end - item.start,
    available: item.end - item.start - minutes,
    short: minutes,
    facts: { session: namedTime(plan, item), minutes, ...off },
  })
}

function offReason(off: WeekMaterial['days'][number]['off']): {
  readonly why: 'hours' | 'time-off' | 'holiday'
  readonly name: string | null
} {
  if (off === null || off.kind === 'no-work') return { why: 'hours', name: null }
  return { why: off.kind, name: off.name }
}

/** What a plan holds, kind by kind, and how two plans differ. Pure. */
import type { Id } from '../plan/fields.ts'
import type { Plan, Year } from '../plan/plan.ts'
import { isSame } from '../plan/same.ts'

/** The kinds of records that people are told of. */
export const recordKinds = [
  'clients',
  'engagements',
  'sessions',
  'entries',
  'invoices',
  'expenses',
  'deliverables',
  'agreements',
  'timeOff',
  'dayNotes',
  'areas',
  'patterns',
  'scenarios',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** Records of each kind; a kind without any is left out. */
export type Census = Readonly<Partial<Record<RecordKind, number>>>

/** How many records of a kind one plan has more, otherwise and fewer than another. */
export interface KindChange {
  readonly kind: RecordKind
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What becomes of a plan when another takes its place. */
export interface PlanDifference {
  readonly kinds: readonly KindChange[]
  /** Whether anything differs that is no record of a kind above: settings, my business, numbering, the timer. */
  readonly other: boolean
  /** Numbers of issued invoices that would be gone. */
  readonly issuedLost: readonly string[]
}

type Records = Readonly<Record<Id, unknown>>
const ofYears = ['sessions', 'entries', 'expenses', 'invoices'] as const satisfies readonly (keyof Year)[]

function isOfYears(kind: RecordKind): kind is (typeof ofYears)[number] {
  return ofYears.some((known) => known === kind)
}

/** All maps of a plan with records of a kind: those of the years, and for sessions the series. */
function mapsOf({ practice, years }: Plan, kind: RecordKind): readonly Records[] {
  if (!isOfYears(kind)) return [practice[kind]]
  const maps: Records[] = Object.values(years).map((year) => year[kind])
  return kind === 'sessions' ? [practice.series, ...maps] : maps
}

/** Counts a plan's records. */
export function census(plan: Plan): Census {
  const counts = recordKinds.map((kind) => [
    kind,
    mapsOf(plan, kind).reduce((sum, map) => sum + Object.keys(map).length, 0),
  ])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

/** What would become of `before` if `after` took its place. */
export function differenceOf(before: Plan, after: Plan): PlanDifference {
  const kinds = recordKinds.map((kind) => kindChange(before, after, kind))
  return {
    kinds: kinds.filter(({ added, changed, removed }) => added + changed + removed > 0),
    other: otherParts.some((part) => !isSame(before.practice[part], after.practice[part])),
    issuedLost: issuedLost(before, after),
  }
}

const otherParts = [
  'timer',
  'closedThrough',
  'acceptedFlags',
  'business',
  'numbering',
  'creditNumbering',
  'pictures',
  'settings',
] as const

function kindChange(before: Plan, after: Plan, kind: RecordKind): KindChange {
  const old = recordsOf(before, kind)
  const now = recordsOf(after, kind)
  let added = 0
  let changed = 0
  for (const [id, record] of now) {
    if (!old.has(id)) added += 1
    else if (!isSame(old.get(id), record)) changed += 1
  }
  return { kind, added, changed, removed: old.size - (now.size - added) }
}

function recordsOf(plan: Plan, kind: RecordKind): ReadonlyMap<Id, unknown> {
  return new Map(mapsOf(plan, kind).flatMap((map) => Object.entries(map)))
}

function issuedLost(before: Plan, after: Plan): readonly string[] {
  const kept = new Set(issuedNumbers(after))
  return issuedNumbers(before).filter((number) => !kept.has(number))
}

function issuedNumbers({ years }: Plan): readonly string[] {
  return Object.values(years).flatMap(({ invoices }) =>
    Object.values(invoices).flatMap(({ issued }) => (issued === null ? [] : [issued.number])),
  )
}

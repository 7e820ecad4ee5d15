/**
 * Flags about one session or two, made once as long as nothing that they tell can change: a week with a thousand
 * sessions has thousands of them, and a session that moves concerns a few.
 */
import type { Plan } from '../../plan/plan.ts'
import type { WorkingCalendar } from '../availability.ts'
import type { Timed } from '../bookedTime.ts'
import { keepSame } from '../keepSame.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag, FlagCode } from './flag.ts'

type Practice = Plan['practice']

/** What such a flag is made of besides its sessions. */
interface Basis {
  readonly clients: Practice['clients']
  readonly engagements: Practice['engagements']
  readonly accepted: Practice['acceptedFlags']
  readonly settings: Practice['settings']
  readonly calendar: WorkingCalendar
  readonly now: number
  readonly from: string
}

/** Which flags are kept here: their raisers ask for each by its sessions. */
export const sessionCodes = ['overlap', 'no-gap', 'outside-hours'] as const satisfies readonly FlagCode[]
type SessionCode = (typeof sessionCodes)[number]

type OfOne = WeakMap<Timed, Flag | null>
type Store = { readonly [C in SessionCode]: { readonly one: OfOne; readonly two: WeakMap<Timed, OfOne> } }

/** The flags known for a basis; null where there is no reason for one. */
export interface KnownFlags {
  readonly ofOne: (code: SessionCode, item: Timed, make: () => Flag | null) => Flag | null
  readonly ofTwo: (code: SessionCode, a: Timed, b: Timed, make: () => Flag | null) => Flag | null
}

interface Known {
  readonly basis: Basis
  readonly store: Store
  readonly flags: KnownFlags
}

const MOST_BASES = 12
const recent: Known[] = []

/** What is known for a week of a plan. */
export function knownFlags({ plan, calendar, now, from }: WeekMaterial): KnownFlags {
  const { clients, engagements, acceptedFlags: accepted, settings } = plan.practice
  const basis: Basis = { clients, engagements, accepted, settings, calendar, now, from }
  const at = recent.findIndex((known) => isSame(known.basis, basis))
  const found = recent[at] ?? newKnown(basis, recent.find((known) => known.basis.from === from)?.store)
  if (at > 0) recent.splice(at, 1)
  if (at !== 0) recent.unshift(found)
  recent.length = Math.min(recent.length, MOST_BASES)
  return found.flags
}

function isSame(a: Basis, b: Basis): boolean {
  return (
    a.clients === b.clients &&
    a.engagements === b.engagements &&
    a.accepted === b.accepted &&
    a.settings === b.settings &&
    a.calendar === b.calendar &&
    a.now === b.now &&
    a.from === b.from
  )
}

/** With another basis (the present went on, a client was renamed) a flag that comes out equal keeps its reference. */
function newKnown(basis: Basis, before: Store | undefined): Known {
  const store: Store = { overlap: newShelf(), 'no-gap': newShelf(), 'outside-hours': newShelf() }
  const flags: KnownFlags = {
    ofOne: (code, item, make) => remembered(store[code].one, before?.[code].one, item, make),
    ofTwo: (code, a, b, make) => {
      const { two } = store[code]
      const known = two.get(a) ?? new WeakMap<Timed, Flag | null>()
      two.set(a, known)
      return remembered(known, before?.[code].two.get(a), b, make)
    },
  }
  return { basis, store, flags }
}

function newShelf(): Store[SessionCode] {
  return { one: new WeakMap(), two: new WeakMap() }
}

function remembered(
  known: OfOne,
  before: OfOne | undefined,
  item: Timed,
  make: () => Flag | null,
): Flag | null {
  const seen = known.get(item)
  if (seen !== undefined) return seen
  const made = keepSame<Flag | null>(before?.get(item) ?? null, make())
  known.set(item, made)
  return made
}

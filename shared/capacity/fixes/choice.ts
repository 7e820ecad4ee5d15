/** Which of the fixes that hold are offered: the smallest, and different ones rather than more of the same. */
import { type Fix, isLastResort } from '../flags/flag.ts'

/** A fix that was proved, with its size. */
export interface Found {
  readonly fix: Fix
  readonly cost: number
}

/** Fixes of one way help in the same manner: one of each is worth more than three of one. */
export type Way = 'move' | 'less' | 'later' | 'other' | 'pair' | 'last'

const WAYS: Readonly<Record<Fix['kind'], Way>> = {
  move: 'move',
  shorten: 'less',
  'cut-estimate': 'less',
  'extend-due': 'later',
  'extend-end': 'later',
  'extend-start': 'later',
  'renew-agreement': 'later',
  'end-agreement': 'later',
  'start-agreement': 'later',
  'plan-rest': 'other',
  'work-day': 'other',
  'raise-budget': 'other',
  pair: 'pair',
  tentative: 'last',
  decline: 'last',
  accept: 'last',
}

/** The way of a kind of fix. */
export function wayOf(kind: Fix['kind']): Way {
  return WAYS[kind]
}

/**
 * At most `most` fixes, best first. Single changes come before pairs, the last resorts after both; then clean ones before
 * those that raise something milder, smaller ones before larger. Where there are more than `most`, the best of each way
 * is kept, then the second of each.
 */
export function bestOf(found: readonly Found[], most: number): Found[] {
  const ranked = [...found].sort(byRank)
  const chosen = new Set<Found>()
  for (const tier of [0, 1, 2]) {
    const here = ranked.filter((one) => tierOf(one) === tier)
    const clean = here.filter(({ fix }) => fix.clean)
    const milder = here.filter(({ fix }) => !fix.clean)
    const cleanWays = new Set(clean.map(wayOfFound))
    const others = nth(milder, 0).filter((one) => !cleanWays.has(wayOfFound(one)))
    for (const one of [...nth(clean, 0), ...nth(clean, 1), ...others, ...here]) {
      if (chosen.size === most) break
      chosen.add(one)
    }
  }
  return ranked.filter((one) => chosen.has(one))
}

function tierOf({ fix: { kind } }: Found): 0 | 1 | 2 {
  if (isLastResort(kind)) return 2
  return kind === 'pair' ? 1 : 0
}

function wayOfFound({ fix }: Found): Way {
  return WAYS[fix.kind]
}

/** The first, second, … of each way. */
function nth(found: readonly Found[], wanted: number): Found[] {
  const counts = new Map<Way, number>()
  return found.filter((one) => {
    const way = wayOfFound(one)
    const count = counts.get(way) ?? 0
    counts.set(way, count + 1)
    return count === wanted
  })
}

function byRank(a: Found, b: Found): number {
  return (
    tierOf(a) - tierOf(b) ||
    Number(b.fix.clean) - Number(a.fix.clean) ||
    a.cost - b.cost ||
    (a.fix.id < b.fix.id ? -1 : a.fix.id > b.fix.id ? 1 : 0)
  )
}

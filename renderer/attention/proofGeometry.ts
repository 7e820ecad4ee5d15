import type { DeadlineProof, ProofPoint } from '../../shared/capacity/flags/deadlineProof.ts'
import type { Day } from '../../shared/time/day.ts'

/** Where everything of a proof's chart stands, in pixels from its upper left corner. */
export interface ProofGeometry {
  readonly width: number
  readonly height: number
  /** The plot: between the scale and the label of the gap, over the days. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The short window, and where its two lines end. */
  readonly from: number
  readonly to: number
  readonly available: number
  readonly needed: number
  readonly supplyLine: string
  readonly supplyArea: string
  readonly demandLine: string
  readonly ticks: readonly { readonly y: number; readonly minutes: number }[]
  readonly days: readonly { readonly day: Day; readonly from: number; readonly to: number }[]
  /** Every so many of the days has its name written. */
  readonly namedDays: ReadonlySet<Day>
}

const WIDTH = 388
const HEIGHT = 196
const SCALE = 36
const GAP_LABEL = 84
const HEAD = 24
const FOOT = 22
/** The share of its length by which the time shown goes on after the window, and the fewest pixels for that. */
const AFTER = 0.05
const LEAST_AFTER = 16
/** Pixels that a weekday's name takes, and a whole date. */
const SHORT_NAME = 30
const LONG_NAME = 72
/** Days up to which the weekday alone tells which one it is. */
export const WEEKDAYS_ENOUGH = 7

/** Lays out the chart of a proof. */
export function proofGeometry(proof: DeadlineProof): ProofGeometry {
  const [left, right, top, bottom] = [SCALE, WIDTH - GAP_LABEL, HEAD, HEIGHT - FOOT]
  const start = proof.days[0]?.start ?? proof.from
  const to = right - Math.max(LEAST_AFTER, (right - left) * AFTER)
  const x = (at: number) => round(left + ((at - start) / Math.max(1, proof.to - start)) * (to - left))
  const most = Math.max(proof.needed, proof.available, 60)
  const y = (minutes: number) => round(bottom - (minutes / most) * (bottom - top))
  const supply = proof.supply.map(({ at, minutes }) => `${x(at)} ${y(minutes)}`).join('L')
  const days = proof.days.map((day) => ({ day: day.day, from: x(day.start), to: x(day.end) }))
  return {
    width: WIDTH,
    height: HEIGHT,
    left,
    right,
    top,
    bottom,
    from: x(proof.from),
    to,
    available: y(proof.available),
    needed: y(proof.needed),
    supplyLine: `M${supply}H${right}`,
    supplyArea: `M${supply}V${y(0)}H${x(proof.from)}Z`,
    demandLine: `${steps(proof.demand, x, y)}H${right}`,
    ticks: ticksTo(most).map((minutes) => ({ y: y(minutes), minutes })),
    days,
    namedDays: named(
      days.map(({ day }) => day),
      to - left,
    ),
  }
}

/** A line that stays where it is until the next point, and steps up there. */
function steps(points: readonly ProofPoint[], x: (at: number) => number, y: (minutes: number) => number) {
  const [first, ...rest] = points
  if (first === undefined) return ''
  return `M${x(first.at)} ${y(first.minutes)}${rest.map(({ at, minutes }) => `H${x(at)}V${y(minutes)}`).join('')}`
}

const STEPS = [30, 60, 120, 180, 240, 300, 480, 600, 1200, 2400, 3000, 6000]

/** Three to five round lengths up to `most` minutes, for the scale. */
function ticksTo(most: number): readonly number[] {
  const step = STEPS.find((length) => most / length <= 4) ?? Math.ceil(most / 4 / 600) * 600
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step)
}

function named(days: readonly Day[], room: number): ReadonlySet<Day> {
  const isShort = days.length <= WEEKDAYS_ENOUGH
  const most = Math.max(1, Math.floor(room / (isShort ? SHORT_NAME : LONG_NAME)))
  const every = Math.ceil(days.length / most)
  return new Set(days.filter((_, i) => i % every === 0))
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

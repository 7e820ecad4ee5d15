/**
 * What is known of the time a timer ran: heartbeats, and from them the gaps in which perhaps nobody worked. It belongs to
 * this computer, not to the plan. Nothing here decides what a gap was: it is kept until the planner says so.
 */
import { z } from 'zod'
import { Id } from '../plan/fields.ts'
import type { Frozen } from '../plan/frozen.ts'
import type { Timer } from '../plan/timer.ts'
import { Gap, GapWhy } from './gap.ts'
import { type EpochSecond, secondOf } from './instant.ts'

export const Watch = z.strictObject({
  entryId: Id,
  /** The last heartbeat, in seconds since 1970-01-01T00:00Z. */
  seenAt: z.int(),
  /** Since when nobody is there, as far as can be told; null while somebody is. */
  away: z.strictObject({ from: z.int(), why: GapWhy }).nullable(),
  /** What waits for an answer, in order. */
  gaps: z.array(Gap).max(1000),
  /** It was said that it runs for long. */
  warned: z.boolean(),
})
export type Watch = Frozen<z.infer<typeof Watch>>

/** What the computer tells of who is there. */
export interface Presence {
  /** Seconds since the last key or movement of the mouse. */
  readonly idle: number
  readonly locked: boolean
  readonly asleep: boolean
}

/** Heartbeats farther apart than this mean that the computer stood still: seconds. */
const LATE = 120
/** Gaps that follow each other within a minute are one: waking up and unlocking. */
const JOINED = 60
/** The shortest gap that is asked about where idle time is not, in seconds. */
const SHORTEST = 600

const strength: Readonly<Record<GapWhy, number>> = { stopped: 0, idle: 1, locked: 2, asleep: 3, closed: 4 }

/** The watch of a timer that appears: one that this computer knows, such as after Undo, was stopped in between. */
export function beginWatch(timer: Timer, known: Watch | null, before: Watch | null, now: EpochSecond): Watch {
  if (known !== null) return missed(known, now, 'stopped')
  const start = secondOf(timer.startedAt)
  const gaps = (before?.gaps ?? []).filter(({ to }) => start < to)
  return { entryId: timer.entryId, seenAt: now, away: before?.away ?? null, gaps, warned: false }
}

/** The watch when Headroom starts: since the last heartbeat it did not run. Without one nothing is known since the start. */
export function resumeWatch(timer: Timer, known: Watch | null, now: EpochSecond): Watch {
  const start = secondOf(timer.startedAt)
  const watch = known ?? { entryId: timer.entryId, seenAt: start, away: null, gaps: [], warned: false }
  return missed(watch, now, 'closed')
}

function missed(watch: Watch, now: EpochSecond, why: GapWhy): Watch {
  if (now - watch.seenAt <= 0) return { ...watch, seenAt: now }
  const from = watch.away?.from ?? watch.seenAt
  return { ...watch, seenAt: now, away: { from, why: stronger(watch.away?.why ?? why, why) } }
}

/**
 * A heartbeat. `idleAfter` are the seconds without a key after which somebody counts as away, null where that is not
 * asked; shorter absences of any kind count as work. A clock that was set back makes no gap, and what lies ahead of it
 * never was; one set forward cannot be told from sleep.
 */
export function heartbeat(
  watch: Watch,
  presence: Presence,
  now: EpochSecond,
  idleAfter: number | null,
): Watch {
  const known = now < watch.seenAt ? setBack(watch, now) : overslept(watch, now)
  const away = awayNow(known, presence, now, idleAfter)
  if (away !== null) return { ...known, seenAt: now, away }
  if (known.away === null) return { ...known, seenAt: now }
  // The key that ended it came a little before this look; but never before the look that still missed it.
  const to = Math.max(now - presence.idle, Math.min(watch.seenAt, now))
  const gap = { from: known.away.from, to, why: known.away.why }
  const isAsked = gap.to - gap.from >= (idleAfter ?? SHORTEST)
  return { ...known, seenAt: now, away: null, gaps: isAsked ? joined(known.gaps, gap) : known.gaps }
}

function overslept(watch: Watch, now: EpochSecond): Watch {
  return now - watch.seenAt > LATE ? missed(watch, now, 'asleep') : watch
}

function setBack(watch: Watch, now: EpochSecond): Watch {
  const { away } = watch
  return {
    ...watch,
    away: away === null ? null : { ...away, from: Math.min(away.from, now) },
    gaps: watch.gaps.filter(({ to }) => to <= now),
  }
}

function awayNow(
  { away }: Watch,
  { idle, locked, asleep }: Presence,
  now: EpochSecond,
  idleAfter: number | null,
): Watch['away'] {
  const isIdle = idleAfter !== null && idle >= idleAfter
  const why: GapWhy | null = asleep ? 'asleep' : locked ? 'locked' : isIdle ? 'idle' : null
  if (why === null) return null
  // A screen locks itself, and a computer falls asleep, some time after somebody left.
  const from = away?.from ?? (idleAfter === null ? now : now - idle)
  return { from, why: stronger(away?.why ?? why, why) }
}

function joined(gaps: readonly Gap[], gap: Gap): readonly Gap[] {
  const last = gaps.at(-1)
  if (last === undefined || gap.from - last.to > JOINED) return [...gaps, gap]
  return [...gaps.slice(0, -1), { from: last.from, to: gap.to, why: stronger(last.why, gap.why) }]
}

function stronger(a: GapWhy, b: GapWhy): GapWhy {
  return strength[a] < strength[b] ? b : a
}

/** The gaps that lie in the timer's time and wait for an answer, in order. */
export function openGaps(watch: Watch, timer: Timer): readonly Gap[] {
  if (watch.entryId !== timer.entryId) return []
  const kept = timer.keptThrough === null ? Number.NEGATIVE_INFINITY : secondOf(timer.keptThrough)
  const start = Math.max(secondOf(timer.startedAt), kept)
  return watch.gaps
    .filter(({ to }) => start < to)
    .map((gap) => (gap.from < start ? { ...gap, from: start } : gap))
}

/** Whether it is time to say that the timer runs for long: once, and while somebody is there to hear it. */
export function isLong(watch: Watch, timer: Timer, now: EpochSecond, longMinutes: number): boolean {
  const isThere = watch.away === null && openGaps(watch, timer).length === 0
  return !watch.warned && isThere && now - secondOf(timer.startedAt) >= longMinutes * 60
}

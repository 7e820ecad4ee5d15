/** "Plan the rest": tentative sessions for what was promised to a client and is not planned yet. */
import { type Engagement, termsOn } from '../plan/engagement.ts'
import { own, type Plan } from '../plan/plan.ts'
import { newSession, type Session } from '../plan/session.ts'
import { addDays, type Day, dayNumber, minDay } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import { wallDay } from '../time/wallClock.ts'
import { fromEpochMinute } from '../time/zone.ts'
import type { Candidate, Search } from './candidates.ts'
import type { Period } from './flag.ts'
import { freeGaps } from './freeTime.ts'
import { week } from './week.ts'
import type { WeekDay } from './weekView.ts'

const QUARTER = 15
/** Blocks are no shorter than half an hour, unless less than that is left, and no longer than half a day. */
const SHORTEST_BLOCK = 30
const LONGEST_BLOCK = 240

interface Block {
  readonly start: number
  readonly minutes: number
}

/** One candidate that plans as much of the rest as the days of the period have headroom for; none where that is nothing. */
export function* planRest(search: Search, period: Period): Generator<Candidate> {
  const { plan, flag, newId } = search
  const engagement = flag.engagementIds
    .map((id) => own(plan.practice.engagements, id))
    .find((e) => e !== undefined)
  if (engagement === undefined) return
  const blocks = blocksFor(search, engagement, period)
  const [first] = blocks
  if (first === undefined) return
  const minutes = blocks.reduce((sum, block) => sum + block.minutes, 0)
  const sessions = blocks.map((block) => sessionFor(plan, engagement, block, newId()))
  yield {
    kind: 'plan-rest',
    about: 'plan-rest',
    facts: { minutes, sessions: sessions.length, rest: flag.short - minutes },
    command: { type: 'session/create', sessions },
    days: sessions.map((session) => wallDay(session.start)),
  }
}

/** Longest blocks first, so that the rest is done in few pieces; then by time. */
function blocksFor(search: Search, engagement: Engagement, period: Period): Block[] {
  const { plan, flag, context } = search
  const room = new Map<WeekDay, number>()
  const gaps: { gap: Interval; day: WeekDay }[] = []
  for (const day of daysIn(search, period)) {
    if (day.headroom <= 0) continue
    room.set(day, day.headroom)
    const wanted = { clientId: engagement.clientId, except: new Set<string>() }
    for (const gap of freeGaps(plan, { from: day.start, to: day.end }, wanted, context))
      gaps.push({ gap, day })
  }
  const blocks: Block[] = []
  let rest = flag.short
  while (rest > 0) {
    let best: { at: number; minutes: number } | null = null
    for (const [at, { gap, day }] of gaps.entries()) {
      const start = Math.ceil(gap.from / QUARTER) * QUARTER
      const minutes = blockIn(gap.to - start, room.get(day) ?? 0, rest)
      if (minutes > 0 && (best === null || minutes > best.minutes)) best = { at, minutes }
    }
    if (best === null) break
    const { gap, day } = gaps[best.at] as (typeof gaps)[number]
    const start = Math.ceil(gap.from / QUARTER) * QUARTER
    blocks.push({ start, minutes: best.minutes })
    gaps[best.at] = { gap: { from: start + best.minutes, to: gap.to }, day }
    room.set(day, (room.get(day) ?? 0) - best.minutes)
    rest -= best.minutes
  }
  return blocks.sort((a, b) => a.start - b.start)
}

/** The longest block that gap, day and rest allow, in quarters unless it is the last of the rest; 0 where none is worth it. */
function blockIn(gap: number, room: number, rest: number): number {
  const most = Math.min(gap, room, LONGEST_BLOCK)
  if (most >= rest) return rest
  const quarters = Math.floor(most / QUARTER) * QUARTER
  return quarters >= SHORTEST_BLOCK ? quarters : 0
}

function daysIn({ plan, start, context }: Search, period: Period): WeekDay[] {
  const days: WeekDay[] = []
  const first = (dayNumber(period.from) - dayNumber(start)) / 7
  const from: Day = addDays(start, 7 * Math.floor(first))
  for (let at = from; at <= period.to; at = addDays(at, 7))
    days.push(...week(plan, at, context).days.filter(({ day }) => period.from <= day && day <= period.to))
  return days
}

function sessionFor(plan: Plan, engagement: Engagement, { start, minutes }: Block, id: string): Session {
  const zone = plan.practice.settings.homeZone
  const wall = fromEpochMinute(start, zone)
  const billable =
    termsOn(engagement, minDay(wallDay(wall), engagement.end ?? wallDay(wall))).kind !== 'fixed'
  return newSession({
    id,
    engagementId: engagement.id,
    title: engagement.name,
    start: wall,
    minutes,
    zone,
    status: 'tentative',
    billable,
  })
}

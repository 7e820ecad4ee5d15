/** Promised time must not take what a deadline needs. */
import { emptyYear, type Plan, yearOf } from '../../plan/plan.ts'
import type { Session } from '../../plan/session.ts'
import { type Interval, subtract } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { type ShortWindow, supplyOf, type Work, worstWindow } from '../work/feasibility.ts'
import { freeTime, type OpenDeliverable, openWork, usable } from '../work/openWork.ts'
import type { Placed } from './fill.ts'
import { sessionOf } from './session.ts'

/** The window that is worst short with some blocks planned. */
type Worst = (kept: readonly Placed[]) => ShortWindow | null

/**
 * The blocks that may stay: where they would leave the open work shorter of time than it is, those that are not firm are
 * given up in the window that is short, the last first, until they do not. Changing over and ends of gaps that count as
 * nothing are lost however firm work is placed; what is not firm must not add to them.
 */
export function withoutHarm(
  plan: Plan,
  placed: readonly Placed[],
  calendar: WorkingCalendar,
  now: EpochMinute,
): readonly Placed[] {
  const { deliverables, until } = openWork(plan, calendar, now)
  const free = freeTime(withoutChangeover(plan), calendar, now, until)
  const before = worstWindow(deliverables, supplyOf(free))?.short ?? 0
  const bare: Worst = (kept) => worstWindow(lessened(deliverables, kept), supplyOf(subtract(free, kept)))
  const kept = withoutOne(given(placed, before, bare), before, bare)
  const firm = kept.filter(({ item }) => item.firm)
  const { changeoverMinutes, blocks } = plan.practice.settings
  if (firm.length === kept.length || (changeoverMinutes === 0 && !blocks.usableOnly)) return kept
  const counted: Worst = (some) => {
    const after = withSessions(plan, some)
    const gaps = usable(after, freeTime(after, calendar, now, until))
    return worstWindow(lessened(deliverables, some), supplyOf(gaps))
  }
  return given(kept, counted(firm)?.short ?? 0, counted)
}

function withoutChangeover(plan: Plan): Plan {
  const settings = { ...plan.practice.settings, changeoverMinutes: 0 }
  return { ...plan, practice: { ...plan.practice, settings } }
}

/** Blocks that are tried to be given up alone. */
const MOST_TRIED = 24

/**
 * Firm work can harm other firm work where only splinters shorter than a block would hold it all: then the shortest block
 * that may go alone goes, or all of the window. What is not firm makes room for the work that is given up so.
 */
function withoutOne(placed: readonly Placed[], before: number, worst: Worst): readonly Placed[] {
  const window = worst(placed)
  if (window === null || window.short <= before) return placed
  const near = placed.filter(({ from }) => from < window.to)
  const shortest = [...near].sort((a, b) => a.to - a.from - (b.to - b.from)).slice(0, MOST_TRIED)
  for (const block of shortest) {
    const kept = given(
      placed.filter((other) => other !== block),
      before,
      worst,
    )
    if ((worst(kept)?.short ?? 0) <= before) return kept
  }
  const far = given(
    placed.filter((block) => !near.includes(block)),
    before,
    worst,
  )
  return near.length === 0 ? far : withoutOne(far, before, worst)
}

/** Gives blocks up until no window is shorter than the worst was before. */
function given(placed: readonly Placed[], before: number, worst: Worst): readonly Placed[] {
  let kept = placed
  for (;;) {
    const window = worst(kept)
    let excess = (window?.short ?? 0) - before
    if (window === null || excess <= 0) return kept
    const dropped = new Set<Placed>()
    for (const block of [...kept].reverse()) {
      if (excess <= 0) break
      const inside = Math.min(block.to, window.to) - Math.max(block.from, window.from)
      if (block.item.firm || inside <= 0) continue
      dropped.add(block)
      excess -= inside
    }
    if (dropped.size === 0) return kept
    kept = kept.filter((block) => !dropped.has(block))
  }
}

/** The open work less what blocks do of it between its release and its due time. */
function lessened(open: readonly OpenDeliverable[], placed: readonly Placed[]): Work[] {
  const done = new Map<string, Interval[]>()
  for (const { item, from, to } of placed) {
    if (item.deliverable === null) continue
    const { id } = item.deliverable
    const list = done.get(id)
    if (list === undefined) done.set(id, [{ from, to }])
    else list.push({ from, to })
  }
  return open.map((work) => {
    const inside = (done.get(work.id) ?? []).reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, work.due) - Math.max(from, work.release)),
      0,
    )
    return { id: work.id, release: work.release, due: work.due, minutes: Math.max(0, work.minutes - inside) }
  })
}

/** The plan as it would be with the blocks as sessions, whatever the commands would say of them. */
function withSessions(plan: Plan, placed: readonly Placed[]): Plan {
  const added = new Map<string, Record<string, Session>>()
  for (const [i, block] of placed.entries()) {
    const session = sessionOf(plan, block, `placing-${i}`)
    const year = yearOf(session.start)
    const sessions = added.get(year) ?? {}
    added.set(year, sessions)
    sessions[session.id] = session
  }
  const years = { ...plan.years }
  for (const [year, sessions] of added) {
    const known = years[year] ?? emptyYear
    years[year] = { ...known, sessions: { ...known.sessions, ...sessions } }
  }
  return { ...plan, years }
}

import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import { planLine } from '../../shared/quickAdd/planLine.ts'
import type { Problem, Reading } from '../../shared/quickAdd/reading.ts'
import { readLine } from '../../shared/quickAdd/readLine.ts'
import type { Day } from '../../shared/time/day.ts'
import { type WallClock, wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import { newId, nowMinute } from '../state/clock.ts'
import { planStore } from '../state/planStore.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { contextNow } from '../week/capacityNow.ts'
import { usualTitle } from '../week/editor/draft.ts'

/** What a line is read as, and what adding it would plan. */
export interface PlannedLine {
  readonly reading: Reading
  /** The engagements to choose among; empty where the line is clear. */
  readonly choices: readonly Id[]
  /** The one that the sessions are for; undefined while it must be chosen. Null is own business. */
  readonly engagementId: Id | null | undefined
  /** Empty while something is missing. */
  readonly sessions: readonly Session[]
  readonly problem: Problem | null
}

/** Reads and plans a line as things are now. `chosen` is the user's among several that fit. */
export function plannedLine(
  text: string,
  plan: Plan,
  chosen: Id | undefined,
  now: EpochMinute = nowMinute(),
): PlannedLine {
  const reading = readLine(text, {
    plan,
    now: fromEpochMinute(now, plan.practice.settings.homeZone),
    dateOrder: dateOrderNow(),
    language: formatNow().language,
  })
  const { forWhom } = reading
  const choices = forWhom.kind === 'several' ? forWhom.ids : []
  const engagementId = engagementOf(reading, chosen)
  const [problem = null] = reading.problems
  if (problem !== null || engagementId === undefined)
    return { reading, choices, engagementId, sessions: [], problem }
  const named = { engagementId, deliverableId: reading.deliverableId }
  const planned = planLine(reading, {
    plan,
    context: { ...contextNow(), now },
    engagementId,
    usualTitle: usualTitle(plan, named, wordsNow().session.ownBusiness),
    newId,
  })
  return planned.ok
    ? { reading, choices, engagementId, sessions: planned.sessions, problem: null }
    : { reading, choices, engagementId, sessions: [], problem: planned.problem }
}

function engagementOf({ forWhom }: Reading, chosen: Id | undefined): Id | null | undefined {
  switch (forWhom.kind) {
    case 'named':
      return forWhom.id
    case 'several':
      return chosen !== undefined && forWhom.ids.includes(chosen) ? chosen : (forWhom.likely ?? undefined)
    default:
      return null
  }
}

/** Which comes first in `3/4`, by the desktop’s locale. */
export function dateOrderNow(): 'day-month' | 'month-day' {
  const locale = planStore.getState().desktop?.locale ?? navigator.language
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month'
    ? 'month-day'
    : 'day-month'
}

/** When a session starts on the home zone's clocks. */
export function homeStartOf({ start, zone }: Session, plan: Plan): WallClock {
  return fromEpochMinute(toEpochMinute(start, zone), plan.practice.settings.homeZone)
}

/** The days of the home zone that sessions start on. */
export function homeDaysOf(sessions: readonly Session[], plan: Plan): readonly Day[] {
  return sessions.map((session) => wallDay(homeStartOf(session, plan)))
}

/** `Lumen Health · Advisory`, or own business. */
export function engagementName(plan: Plan, id: Id | null): string {
  const engagement = id === null ? undefined : own(plan.practice.engagements, id)
  if (engagement === undefined) return wordsNow().session.ownBusiness
  const client = own(plan.practice.clients, engagement.clientId)
  return `${client?.name ?? ''} · ${engagement.name}`
}

/** The colour of an engagement's client. */
export function colourOf(plan: Plan, id: Id | null): string {
  const engagement = id === null ? undefined : own(plan.practice.engagements, id)
  return engagement === undefined
    ? 'slate'
    : (own(plan.practice.clients, engagement.clientId)?.colour ?? 'slate')
}

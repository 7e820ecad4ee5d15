import type { NotFitted } from '../../../shared/capacity/placing/placing.ts'
import { own } from '../../../shared/plan/plan.ts'
import type { Format } from '../../../shared/words/format.ts'
import type { Words } from '../../../shared/words/words.ts'
import type { Planning } from '../weekStore.ts'
import { keptSessions } from './planning.ts'

/** Reasons that are told one by one; more would hide the grid. */
const MOST_TOLD = 2

/** What a proposal says: how much it plans, and what has no room. */
export interface PlanningText {
  readonly summary: string
  readonly lines: readonly string[]
}

/** A proposal in words. */
export function planningText(planning: Planning, words: Words, format: Format): PlanningText {
  const sessions = keptSessions(planning)
  const { placing } = words
  const missing = planning.placing.notFitted.filter((one) => isTold(one, planning)).sort(byUrgency)
  if (planning.placing.sessions.length === 0 && missing.length === 0)
    return { summary: placing.nothing, lines: [placing.nothingText] }
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0)
  const engagements = planning.plan.practice.engagements
  const clients = new Set(
    sessions.map(({ engagementId }) => engagementId && own(engagements, engagementId)?.clientId),
  )
  const isNone = sessions.length === 0
  const summary = isNone
    ? planning.placing.sessions.length === 0
      ? placing.nothingFits
      : placing.allLeftOut
    : placing.summary(placing.sessions(sessions.length), format.duration(minutes), clients.size)
  const told = missing.slice(0, MOST_TOLD).map((one) => lineOf(one, planning, words, format))
  const rest = missing.length - told.length
  const lines =
    missing.length === 0 ? [placing.allPlaced] : rest > 0 ? [...told, placing.noMoreRoom(rest)] : told
  return { summary, lines }
}

/** The same as one text to be read out. */
export function spokenPlanning(planning: Planning, words: Words, format: Format): string {
  const { summary, lines } = planningText(planning, words, format)
  return [`${words.placing.title}: ${summary}.`, ...lines].join(' ')
}

/** Work with a due day before promised time, then the sooner. */
function byUrgency(a: NotFitted, b: NotFitted): number {
  const rank = (one: NotFitted) => Number(one.deliverableId === null)
  return rank(a) - rank(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)
}

/** Work with time left after the range, and promised time that other work took, miss nothing. */
function isTold({ due, deliverableId, why }: NotFitted, { range }: Planning): boolean {
  return due <= range.to && !(deliverableId === null && why === 'promise-full')
}

function lineOf(one: NotFitted, { plan, range }: Planning, words: Words, format: Format): string {
  const { placing } = words
  const { deliverables, engagements, clients } = plan.practice
  const engagement = own(engagements, one.engagementId)
  const client = engagement === undefined ? undefined : own(clients, engagement.clientId)
  const length = format.duration(one.minutes)
  const what =
    one.deliverableId === null || own(deliverables, one.deliverableId) === undefined
      ? placing.ofPromise(length, client?.name ?? one.title)
      : placing.ofWork(length, one.title)
  // What is overdue can only be late: it is told for the days that were asked for.
  const day = one.due < range.from ? range.to : one.due
  return placing.noRoom(what, format.dayShort(day), placing.why[one.why])
}

/** A scenario as the command that makes it real: one step, which one undo takes back. */
import type { PracticeRecord } from '../commands/practiceCommands.ts'
import type { BatchCommand, Command } from '../commands/registry.ts'
import { liveSessions, scopeFrom, taken } from '../pipeline/decide.ts'
import type { WorkingPattern } from '../plan/availability.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Scenario, ScenarioChange } from '../plan/scenario.ts'
import { addDays, type Day, maxDay } from '../time/day.ts'

type Change<K extends ScenarioChange['kind']> = Extract<ScenarioChange, { kind: K }>
type Members = BatchCommand['commands'][number]

/** A session that goes, whole or from an occurrence on. */
type Removal = Extract<Members, { type: 'session/delete' }>['sessions'][number]

/** What of a scenario has no object any more: its place among the changes. */
export interface GoneChange {
  readonly index: number
  readonly why: 'engagement-gone' | 'no-prospect' | 'client-gone'
}

/** The changes of a scenario that cannot be laid over the plan any more. */
export function goneChanges({ practice }: Plan, { changes }: Scenario): readonly GoneChange[] {
  return changes.flatMap((change, index): GoneChange[] => {
    if (change.kind === 'drop')
      return own(practice.clients, change.clientId) === undefined ? [{ index, why: 'client-gone' }] : []
    if (change.kind !== 'take') return []
    const engagement = own(practice.engagements, change.engagementId)
    if (engagement === undefined) return [{ index, why: 'engagement-gone' }]
    return engagement.status === 'prospect' ? [] : [{ index, why: 'no-prospect' }]
  })
}

/**
 * The command that lays a scenario over a plan, as of a day; null where nothing of it is left to do. What has no object
 * any more is left out. Ids of what it adds are made from the scenario's, so that it gives the same command each time.
 */
export function scenarioCommand(plan: Plan, scenario: Scenario, today: Day): Command | null {
  const gone = new Set(goneChanges(plan, scenario).map(({ index }) => index))
  const records: PracticeRecord[] = []
  const dropped: (readonly Removal[])[] = []
  const engagements = new Map<Id, Engagement>(Object.entries(plan.practice.engagements))
  let patterns: readonly WorkingPattern[] = Object.values(plan.practice.patterns)
  for (const [index, change] of scenario.changes.entries()) {
    if (gone.has(index)) continue
    const id = `${scenario.id}-${index + 1}`
    switch (change.kind) {
      case 'take':
        take(engagements, change)
        break
      case 'drop':
        dropped.push(drop(plan, engagements, change, { id, today }))
        break
      case 'shorter':
        patterns = shortened(patterns, change, id)
        break
      case 'off':
        records.push({
          kind: 'timeOff',
          value: { id, title: scenario.name, from: change.from, to: change.to, part: null, source: null },
        })
    }
  }
  for (const [id, value] of engagements)
    if (value !== plan.practice.engagements[id]) records.push({ kind: 'engagement', value: value as never })
  for (const value of patterns)
    if (value !== plan.practice.patterns[value.id]) records.push({ kind: 'pattern', value: value as never })
  const puts: Members[] = records.length === 0 ? [] : [{ type: 'practice/put', records }]
  const commands = [...removalsOf(dropped), ...puts]
  return commands.length === 0 ? null : { type: 'batch', commands }
}

function take(engagements: Map<Id, Engagement>, { engagementId, from, minutes }: Change<'take'>): void {
  const engagement = engagements.get(engagementId)
  if (engagement === undefined) return
  const won = taken(engagement, from)
  engagements.set(
    engagementId,
    minutes === null
      ? won
      : { ...won, commitments: [{ from, commitment: { kind: 'hoursPerWeek', minutes } }] },
  )
}

function drop(
  plan: Plan,
  engagements: Map<Id, Engagement>,
  { clientId, from }: Change<'drop'>,
  { id, today }: { readonly id: Id; readonly today: Day },
): readonly Removal[] {
  const day = maxDay(from, today)
  const sessions: Removal[] = []
  let count = 0
  for (const engagement of engagements.values()) {
    if (engagement.clientId !== clientId || engagement.status === 'closed') continue
    for (const session of liveSessions(plan, engagement.id, day))
      sessions.push({ id: session.id, scope: scopeFrom(session, day, () => `${id}-${++count}`) })
    engagements.set(engagement.id, endedBefore(engagement, from))
  }
  return sessions
}

/** What each drop removes, each session once: a client that is dropped twice is gone from the earlier day on. */
function removalsOf(dropped: readonly (readonly Removal[])[]): Members[] {
  const earliest = new Map<Id, Removal>()
  for (const removal of dropped.flat()) {
    const known = earliest.get(removal.id)
    if (known === undefined || beginOf(removal) < beginOf(known)) earliest.set(removal.id, removal)
  }
  return dropped
    .map((sessions) => sessions.filter((removal) => earliest.get(removal.id) === removal))
    .flatMap((sessions): Members[] => (sessions.length === 0 ? [] : [{ type: 'session/delete', sessions }]))
}

/** Sorts before every wall clock where the whole session goes. */
const beginOf = ({ scope }: Removal) => (scope.kind === 'all' ? '' : scope.original)

/** One that would begin later does not come about. */
function endedBefore(engagement: Engagement, from: Day): Engagement {
  const last = addDays(from, -1)
  if (engagement.status === 'prospect' || (engagement.start !== null && engagement.start > last))
    return {
      ...engagement,
      status: 'closed',
      probability: 100,
      nextContact: null,
      outcome: { kind: 'lost', on: from, reason: '', result: '' },
    }
  return { ...engagement, end: engagement.end !== null && engagement.end < last ? engagement.end : last }
}

/** The patterns with weekdays free from a day to another: the one in force is split at both ends. */
function shortened(
  patterns: readonly WorkingPattern[],
  { from, to, freeDays }: Change<'shorter'>,
  id: Id,
): readonly WorkingPattern[] {
  const sorted = [...patterns].sort((a, b) => (a.from < b.from ? -1 : 1))
  const after = addDays(to, 1)
  const on = (day: Day) => sorted.findLast((pattern) => pattern.from <= day) ?? sorted[0]
  const [first, last] = [on(from), on(after)]
  if (first === undefined || last === undefined) return patterns
  const begins = sorted.filter((pattern) => pattern.from > from && pattern.from <= to)
  const isAt = (day: Day) => sorted.find((pattern) => pattern.from === day)
  const changed = new Map<Id, WorkingPattern>(sorted.map((pattern) => [pattern.id, pattern]))
  const put = (pattern: WorkingPattern) => changed.set(pattern.id, pattern)
  put(free({ ...first, id: isAt(from)?.id ?? `${id}-from`, from }, freeDays))
  for (const pattern of begins) put(free(pattern, freeDays))
  if (isAt(after) === undefined) put({ ...last, id: `${id}-after`, from: after })
  return [...changed.values()]
}

function free(pattern: WorkingPattern, freeDays: readonly number[]): WorkingPattern {
  const off = (weekday: number, day: WorkingPattern['week'][number]) =>
    freeDays.includes(weekday) ? [] : day
  const [mon, tue, wed, thu, fri, sat, sun] = pattern.week
  return {
    ...pattern,
    week: [off(1, mon), off(2, tue), off(3, wed), off(4, thu), off(5, fri), off(6, sat), off(7, sun)],
  }
}

/** Making a scenario real: the one step, and what it does, told before it is taken. */
import type { BatchCommand, Command } from '../commands/registry.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Scenario } from '../plan/scenario.ts'
import type { Day } from '../time/day.ts'
import { scenarioCommand } from './scenarioCommand.ts'

/**
 * The command that makes a scenario real and takes it off the list, since it is no question any more: one step, which
 * one undo takes back. Null where nothing of it is left to do.
 */
export function adoptCommand(plan: Plan, scenario: Scenario, today: Day): Command | null {
  const laid = scenarioCommand(plan, scenario, today)
  if (laid?.type !== 'batch') return null
  return {
    type: 'batch',
    commands: [{ type: 'practice/delete', kind: 'scenario', id: scenario.id }, ...laid.commands],
  }
}

/** One thing that adopting does to the plan. */
export type Effect =
  /** A prospect becomes an active engagement. */
  | { readonly kind: 'won'; readonly engagementId: Id; readonly from: Day }
  | { readonly kind: 'ends'; readonly engagementId: Id; readonly last: Day }
  /** An engagement that had not begun does not come about. */
  | { readonly kind: 'lost'; readonly engagementId: Id }
  /** Planned sessions go: single ones, and series from a day on. */
  | { readonly kind: 'sessions'; readonly single: number; readonly series: number }
  /** Working hours that begin on a day, new or changed. */
  | { readonly kind: 'hours'; readonly from: Day; readonly days: number }
  | { readonly kind: 'off'; readonly from: Day; readonly to: Day }

/** What a scenario's command does, in its order. */
export function effectsOf(plan: Plan, scenario: Scenario, today: Day): readonly Effect[] {
  const command = scenarioCommand(plan, scenario, today)
  return command?.type === 'batch' ? command.commands.flatMap((member) => effectsOfMember(plan, member)) : []
}

function effectsOfMember(plan: Plan, member: BatchCommand['commands'][number]): readonly Effect[] {
  if (member.type === 'session/delete') {
    const series = member.sessions.filter(({ id }) => own(plan.practice.series, id) !== undefined).length
    return [{ kind: 'sessions', single: member.sessions.length - series, series }]
  }
  if (member.type !== 'practice/put') return []
  const { records } = member
  return [
    ...records.flatMap((record) =>
      record.kind === 'engagement' ? engagementEffect(plan, record.value) : [],
    ),
    ...records
      .flatMap((record): Extract<Effect, { kind: 'hours' }>[] =>
        record.kind === 'pattern'
          ? [{ kind: 'hours', from: record.value.from, days: record.value.week.filter(isWorked).length }]
          : [],
      )
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    ...records.flatMap((record): Effect[] =>
      record.kind === 'timeOff' ? [{ kind: 'off', from: record.value.from, to: record.value.to }] : [],
    ),
  ]
}

const isWorked = (day: readonly unknown[]) => day.length > 0

interface Changed {
  readonly id: Id
  readonly status: string
  readonly start: Day | null
  readonly end: Day | null
}

/** An engagement that the scenario takes and drops at once is told by what it comes to. */
function engagementEffect(plan: Plan, { id, status, start, end }: Changed): readonly Effect[] {
  const before = own(plan.practice.engagements, id)
  if (status === 'closed') return [{ kind: 'lost', engagementId: id }]
  const won: Effect[] =
    before?.status === 'prospect' && start !== null ? [{ kind: 'won', engagementId: id, from: start }] : []
  const ends: Effect[] =
    end !== null && end !== before?.end ? [{ kind: 'ends', engagementId: id, last: end }] : []
  return [...won, ...ends]
}

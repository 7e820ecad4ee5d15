/** A history for tests: commands carried out one after the other, with the journal's lines that they leave. */
import { noHolidays } from '../../../../shared/capacity/holidays.ts'
import type { WhyQuestion } from '../../../../shared/capacity/why/question.ts'
import { type Why, why } from '../../../../shared/capacity/why/why.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import type { Command } from '../../../../shared/commands/registry.ts'
import type { PlanPatch } from '../../../../shared/ipc/contract.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { finished } from '../../../../shared/steps.ts'
import type { JournalLine } from '../../../../shared/storage/journalLine.ts'
import { fromEpochMinute, toEpochMinute } from '../../../../shared/time/zone.ts'

export interface Past {
  readonly plan: Plan
  readonly lines: readonly JournalLine[]
}

/** The wall clock in UTC of the first step; one comes each minute. */
const FIRST = '2026-11-20T10:00'

/** Carries commands out; a refused one leaves no line. */
export function pastOf(start: Plan, commands: readonly Command[]): Past {
  return commands.reduce(after, { plan: start, lines: [] })
}

/** One command more. */
export function after({ plan, lines }: Past, command: Command): Past {
  const result = execute(plan, command)
  if (!result.ok || result.patches.length === 0) return { plan, lines }
  const rev = lines.length + 1
  const { subject, undoable } = result
  const patches = result.patches as readonly PlanPatch[]
  const inverse = result.inverse as readonly PlanPatch[]
  const at = `${fromEpochMinute(toEpochMinute(FIRST, 'UTC') + rev - 1, 'UTC')}:30.000Z`
  const type = command.type
  const line: JournalLine = {
    rev,
    version: 1,
    at,
    kind: 'do',
    of: null,
    type,
    subject,
    undoable,
    patches,
    inverse,
  }
  return { plan: result.plan, lines: [...lines, line] }
}

/** The last step taken back, as main does it: as a step of its own. */
export function undone({ plan, lines }: Past, before: Plan): Past {
  const last = lines.at(-1)
  if (last === undefined) return { plan, lines }
  const { rev, patches, inverse } = last
  const line: JournalLine = {
    ...last,
    rev: rev + 1,
    kind: 'undo',
    of: rev,
    patches: inverse,
    inverse: patches,
  }
  return { plan: before, lines: [...lines, line] }
}

/** The answer as of a wall clock in Berlin. */
export function ask({ plan, lines }: Past, question: WhyQuestion, now: number): Why | null {
  let next = lines.length
  return finished(why(plan, () => lines[--next] ?? null, question, { now, holidaysOf: () => noHolidays }))
}

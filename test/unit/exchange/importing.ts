/** Imports for tests: from text to a plan, as the window and main do it together. */
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { CalendarRead } from '../../../shared/exchange/calendarFile.ts'
import {
  type ImportContext,
  type ImportProposal,
  importCommand,
  proposeImport,
} from '../../../shared/exchange/importProposal.ts'
import { type ImportChoices, type ImportItem, noChoices } from '../../../shared/exchange/importShape.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { importContext } from './importContext.ts'

/** The calendar of a text that is one. */
export function calendarOf(text: string): CalendarRead {
  const reading = readCalendar(text)
  if (!reading.ok) throw new Error(`${reading.code} ${JSON.stringify(reading.params)}`)
  return reading.calendar
}

/** The proposal for a text. */
export function proposalFor(
  plan: Plan,
  text: string,
  choices: Partial<ImportChoices> = {},
  context: ImportContext = importContext(),
): ImportProposal {
  return proposeImport(plan, calendarOf(text), { ...noChoices, ...choices }, context)
}

/** The only item of a proposal. */
export function onlyItem(proposal: ImportProposal): ImportItem {
  const [item, ...others] = proposal.items
  if (item === undefined || others.length > 0) throw new Error(`${proposal.items.length} items`)
  return item
}

/** The plan after the import of a text; the same plan where it changes nothing. The command passes its border on the way. */
export function imported(
  plan: Plan,
  text: string,
  choices: Partial<ImportChoices> = {},
  context: ImportContext = importContext(),
): Plan {
  const command = importCommand(proposalFor(plan, text, choices, context))
  if (command === null) return plan
  const done = execute(plan, Command.parse(JSON.parse(JSON.stringify(command))))
  if (!done.ok) throw new Error(`${done.refusal.code} at ${done.refusal.path.join('.')}`)
  return done.plan
}

/** All sessions of a plan by start. */
export function sessionsOf(plan: Plan): readonly Session[] {
  const years = Object.values(plan.years).flatMap(({ sessions }) => Object.values(sessions))
  return [...Object.values(plan.practice.series), ...years].sort((a, b) => (a.start < b.start ? -1 : 1))
}

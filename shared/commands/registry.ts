import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'
import type { Plan, PlanDraft } from '../plan/plan.ts'
import { importCalendar } from './calendarCommands.ts'
import { deleteEntries, putEntries } from './entryCommands.ts'
import { deleteDraft, issueInvoice, putDraft, recordPayment } from './invoiceCommands.ts'
import { acceptFlag, changeBusiness, changeSettings, deleteRecord, putRecords } from './practiceCommands.ts'
import type { Refusal } from './refusal.ts'
import { changeSession, createSessions, deleteSessions, moveSessions } from './sessionCommands.ts'
import { clearPlan, startPlan } from './startCommands.ts'

/** Every user action there is. A new one is added here and nowhere else. */
export const commandKinds = [
  createSessions,
  changeSession,
  moveSessions,
  deleteSessions,
  putEntries,
  deleteEntries,
  putRecords,
  deleteRecord,
  changeSettings,
  changeBusiness,
  acceptFlag,
  importCalendar,
  putDraft,
  deleteDraft,
  issueInvoice,
  recordPayment,
  startPlan,
  clearPlan,
] as const

/** The schema of any command, for the borders. */
export const Command = z.discriminatedUnion('type', [
  createSessions.schema,
  changeSession.schema,
  moveSessions.schema,
  deleteSessions.schema,
  putEntries.schema,
  deleteEntries.schema,
  putRecords.schema,
  deleteRecord.schema,
  changeSettings.schema,
  changeBusiness.schema,
  acceptFlag.schema,
  importCalendar.schema,
  putDraft.schema,
  deleteDraft.schema,
  issueInvoice.schema,
  recordPayment.schema,
  startPlan.schema,
  clearPlan.schema,
])
export type Command = Frozen<z.infer<typeof Command>>
export type CommandType = Command['type']

/** A command kind with the link between its payload and its functions taken on trust of `kindOf`. */
interface AnyKind {
  readonly type: CommandType
  readonly subject: (plan: Plan, command: Command) => string
  readonly check: (plan: Plan, command: Command) => Refusal | null
  readonly recipe: (draft: PlanDraft, command: Command) => void
  readonly undoable: boolean
}

const byType = new Map(commandKinds.map((kind) => [kind.type as CommandType, kind as unknown as AnyKind]))

/** The kind of a command. */
export function kindOf(command: Command): AnyKind {
  const kind = byType.get(command.type)
  if (kind === undefined) throw new Error(`no command of type ${command.type}`)
  return kind
}

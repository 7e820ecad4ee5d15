import type { Patch } from 'immer'
import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'
import type { Plan, PlanDraft } from '../plan/plan.ts'
import { mergeArea } from './areaCommands.ts'
import { importCalendar } from './calendarCommands.ts'
import { closePeriod, deleteEntries, putEntries } from './entryCommands.ts'
import { deleteExpenses, putExpenses } from './expenseCommands.ts'
import { importEntries } from './importCommands.ts'
import { deleteDraft, issueInvoice, putDraft, storePdf } from './invoiceCommands.ts'
import {
  markSent,
  putLetter,
  recordPayment,
  removeLetter,
  removePayment,
  writeOff,
} from './paymentCommands.ts'
import { acceptFlag, changeBusiness, changeSettings, deleteRecord, putRecords } from './practiceCommands.ts'
import type { Refusal } from './refusal.ts'
import { restorePlan } from './restoreCommand.ts'
import { changeSession, createSessions, deleteSessions, moveSessions } from './sessionCommands.ts'
import { clearPlan, startPlan } from './startCommands.ts'
import { changeTimer, startTimer, stopTimer } from './timerCommands.ts'

/** Every user action there is. A new one is added here and in the schema that it belongs to, and nowhere else. */
const commandKinds = [
  createSessions,
  changeSession,
  moveSessions,
  deleteSessions,
  putEntries,
  deleteEntries,
  putExpenses,
  deleteExpenses,
  closePeriod,
  startTimer,
  stopTimer,
  changeTimer,
  putRecords,
  deleteRecord,
  mergeArea,
  changeSettings,
  changeBusiness,
  acceptFlag,
  importCalendar,
  importEntries,
  putDraft,
  deleteDraft,
  issueInvoice,
  storePdf,
  recordPayment,
  removePayment,
  markSent,
  writeOff,
  putLetter,
  removeLetter,
  startPlan,
  clearPlan,
  restorePlan,
] as const

/** What may be a member of a batch: all that can be taken back. Starts, and the issue of an invoice, stand alone. */
const Member = z.discriminatedUnion('type', [
  createSessions.schema,
  changeSession.schema,
  moveSessions.schema,
  deleteSessions.schema,
  putEntries.schema,
  deleteEntries.schema,
  putExpenses.schema,
  deleteExpenses.schema,
  closePeriod.schema,
  startTimer.schema,
  stopTimer.schema,
  changeTimer.schema,
  putRecords.schema,
  deleteRecord.schema,
  mergeArea.schema,
  changeSettings.schema,
  changeBusiness.schema,
  acceptFlag.schema,
  importCalendar.schema,
  importEntries.schema,
  putDraft.schema,
  deleteDraft.schema,
  recordPayment.schema,
  removePayment.schema,
  markSent.schema,
  writeOff.schema,
  putLetter.schema,
  removeLetter.schema,
])

/** Commands in one batch: what a person decides at once, not an import. */
const MOST_MEMBERS = 50

/**
 * Several commands as one step of the history. Each is checked against the plan as those before it left it; where one is
 * refused, none is carried out. A batch holds no batches.
 */
const Batch = z.strictObject({
  type: z.literal('batch'),
  commands: z.array(Member).min(1).max(MOST_MEMBERS),
})
export type BatchCommand = Frozen<z.infer<typeof Batch>>

/** The schema of any command, for the borders. */
export const Command = z.discriminatedUnion('type', [
  ...Member.options,
  issueInvoice.schema,
  startPlan.schema,
  clearPlan.schema,
  Batch,
])
export type Command = Frozen<z.infer<typeof Command>>
export type CommandType = Command['type']

/** A command, or what main alone carries out: no window can ask for it. */
export type HostCommand =
  | Command
  | Frozen<z.infer<typeof storePdf.schema>>
  | Frozen<z.infer<typeof restorePlan.schema>>

/** A command that is no batch. */
export type SingleCommand = Exclude<Command, BatchCommand>

/** The same of what main alone carries out, too. */
export type SingleHostCommand = Exclude<HostCommand, BatchCommand>

/** A command kind with the link between its payload and its functions taken on trust of `kindOf`. */
interface AnyKind {
  readonly type: SingleHostCommand['type']
  readonly subject: (plan: Plan, command: SingleHostCommand) => string
  readonly check: (plan: Plan, command: SingleHostCommand) => Refusal | null
  readonly recipe: (draft: PlanDraft, command: SingleHostCommand) => void
  readonly patches?: (plan: Plan, command: SingleHostCommand) => readonly Patch[]
  readonly undoable: boolean
}

const byType = new Map(
  commandKinds.map((kind) => [kind.type as SingleHostCommand['type'], kind as unknown as AnyKind]),
)

/** The kind of a command. */
export function kindOf(command: SingleHostCommand): AnyKind {
  const kind = byType.get(command.type)
  if (kind === undefined) throw new Error(`no command of type ${command.type}`)
  return kind
}

/** What the Time screen does: each is one command, one step to undo. */
import type { Command } from '../../shared/commands/registry.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import type { Day } from '../../shared/time/day.ts'
import { wallClock, wallDay } from '../../shared/time/wallClock.ts'
import { copiedWeek } from '../../shared/timesheet/copyWeek.ts'
import { confirmingEntry, notHappened, type PlannedItem } from '../../shared/timesheet/dayPlan.ts'
import { lockOf, posted } from '../../shared/timesheet/lock.ts'
import type { SheetCell, SheetRow } from '../../shared/timesheet/sheet.ts'
import { announce } from '../state/announce.ts'
import { newId, todayNow } from '../state/clock.ts'
import { execute, planNow, undo } from '../state/plan.ts'
import { type ToastTone, toast } from '../state/toasts.ts'
import { formatNow, refusalSentence, wordsNow } from '../state/words.ts'
import { lockWords } from './lockWords.ts'
import type { TypedTime } from './typedTime.ts'

/** Carries out a command; says what was done, with the way back where it takes something away. */
async function act(command: Command, text: string, withUndo = false): Promise<boolean> {
  const reply = await execute(command)
  if (!reply.ok) return false
  if (!withUndo) announce(text)
  else
    toast({
      text,
      tone: 'done',
      ofLastStep: true,
      action: { label: wordsNow().app.undo, run: () => void undo() },
    })
  return true
}

function say(text: string, tone: ToastTone = 'watch'): void {
  toast({ text, tone })
}

/** A new entry of a row's engagement on a day, with the values that a timesheet begins with. */
export function newEntry(
  engagementId: Id | null,
  day: Day,
  { minutes, start }: Pick<TypedTime, 'minutes' | 'start'>,
): TimeEntry {
  return {
    id: newId(),
    engagementId,
    day,
    start: start === null ? null : wallClock(day, start),
    zone: planNow().practice.settings.homeZone,
    minutes,
    note: '',
    areaId: null,
    deliverableId: null,
    billable: engagementId !== null,
    session: null,
    lateFor: null,
    importKey: null,
  }
}

/** Writes an entry; where its day is closed it is entered late, and the message says where it went. */
export async function putEntry(entry: TimeEntry): Promise<boolean> {
  const plan = planNow()
  const words = wordsNow().time
  const format = formatNow()
  const late = posted(plan, entry, todayNow())
  if (late.lateFor !== null && entry.lateFor === null)
    return act(
      { type: 'entry/put', entries: [late] },
      words.postedLate(format.dayMedium(late.lateFor), format.dayMedium(late.day)),
      true,
    )
  return act(
    { type: 'entry/put', entries: [entry] },
    words.entered(format.duration(entry.minutes), format.dayMedium(entry.day)),
  )
}

/** What typing into a cell came to. `several` is to be decided in the cell's own list. */
export type Typed = 'done' | 'several' | 'locked'

/** Writes what was typed into a cell: a first entry, another length of its only one, or more beside them. */
export async function typeInto(row: SheetRow, cell: SheetCell, typed: TypedTime): Promise<Typed> {
  const entries = cell.entries.filter(({ minutes }) => minutes > 0)
  const [only] = entries
  if (only === undefined || typed.isMore) {
    await putEntry(newEntry(row.engagementId, cell.day, typed))
    return 'done'
  }
  if (entries.length > 1) return 'several'
  if (saidLocked(only)) return 'locked'
  const start = typed.start === null ? only.start : wallClock(only.day, typed.start)
  if (typed.minutes !== only.minutes || start !== only.start)
    await putEntry({ ...only, minutes: typed.minutes, start })
  return 'done'
}

/** Whether an entry no longer changes; then a message says why. */
export function saidLocked(entry: TimeEntry): boolean {
  const lock = lockOf(planNow(), entry)
  if (lock !== null) say(lockWords(lock, wordsNow(), formatNow()))
  return lock !== null
}

/** Deletes entries, with the way back. */
export async function removeEntries(entries: readonly TimeEntry[]): Promise<void> {
  if (entries.length === 0 || entries.some(saidLocked)) return
  const words = wordsNow().time
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
  await act(
    { type: 'entry/delete', ids: entries.map(({ id }) => id) },
    words.removed(formatNow().duration(minutes)),
    true,
  )
}

/** Copies the entries of the week before into the empty cells. */
export async function copyLastWeek(from: Day): Promise<void> {
  const entries = copiedWeek(planNow(), from, newId)
  const words = wordsNow().time
  if (entries.length === 0) return say(words.nothingToCopy, 'plain')
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
  await act({ type: 'entry/put', entries }, words.copied(entries.length, formatNow().duration(minutes)), true)
}

/** Confirms sessions as worked, as they were planned. */
export async function confirmAll(items: readonly PlannedItem[]): Promise<void> {
  if (items.length === 0) return
  const entries = items.map(({ occurrence }) =>
    posted(planNow(), confirmingEntry(occurrence, newId()), todayNow()),
  )
  const words = wordsNow().time
  const [first] = items
  const text =
    items.length === 1 && first !== undefined
      ? words.confirmedOne(first.occurrence.title)
      : words.confirmedAll(items.length)
  await act({ type: 'entry/put', entries }, text, items.length > 1)
}

/** Confirms a session as it really was. */
export async function confirmAs(
  item: PlannedItem,
  worked: Pick<TimeEntry, 'start' | 'minutes' | 'note'>,
): Promise<void> {
  const [before] = item.entries
  if (before !== undefined && saidLocked(before)) return
  const { occurrence } = item
  const entry =
    before === undefined
      ? confirmingEntry(occurrence, newId(), worked)
      : {
          ...before,
          ...worked,
          day: worked.start === null ? before.day : wallDay(worked.start),
          billable: before.minutes === 0 ? occurrence.billable : before.billable,
        }
  await act(
    { type: 'entry/put', entries: [posted(planNow(), entry, todayNow())] },
    wordsNow().time.confirmedAs(occurrence.title, formatNow().duration(worked.minutes)),
  )
}

/** Says that a planned session did not happen. */
export async function markNotHappened({ occurrence, entries }: PlannedItem): Promise<void> {
  if (entries.some(saidLocked)) return
  const [before] = entries
  const entry = posted(planNow(), notHappened(occurrence, before?.id ?? newId(), ''), todayNow())
  const others = entries.slice(1).map(({ id }) => id)
  const put: Command = { type: 'entry/put', entries: [entry] }
  const text = wordsNow().time.didNotHappen(occurrence.title)
  await act(
    others.length === 0 ? put : { type: 'batch', commands: [{ type: 'entry/delete', ids: others }, put] },
    text,
    true,
  )
}

/** Takes back what was said of a planned session. */
export async function reopen({ occurrence, entries }: PlannedItem): Promise<void> {
  if (entries.length === 0 || entries.some(saidLocked)) return
  await act(
    { type: 'entry/delete', ids: entries.map(({ id }) => id) },
    wordsNow().time.reopened(occurrence.title),
    true,
  )
}

/** Closes time through a day, or opens it again. */
export async function closeThrough(through: Day | null): Promise<void> {
  const words = wordsNow().time
  const before = planNow().practice.closedThrough
  const text = through === null ? words.openedAll : words.closedTo(formatNow().dayMedium(through))
  if (through !== before) await act({ type: 'entry/close', through }, text, true)
}

/** The sentence of a refusal, for a field. */
export function sentence(code: string): string {
  return refusalSentence(wordsNow(), { path: [], code, params: {} })
}

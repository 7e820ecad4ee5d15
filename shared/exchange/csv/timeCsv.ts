import { type EntryShare, entryShares } from '../../billing/entryShares.ts'
import { entriesIn } from '../../capacity/bookedTime.ts'
import { toDecimalString } from '../../money/amount.ts'
import { billedEntries } from '../../plan/billed.ts'
import { findInvoice, own, type Plan } from '../../plan/plan.ts'
import type { TimeEntry } from '../../plan/timeEntry.ts'
import { wallMinute } from '../../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../time/zone.ts'
import { type CsvCell, numberCell } from './csvCell.ts'
import type { ExportRange } from './exportRange.ts'

/**
 * The columns of exported time, in their order: English names in every language, since programs read them. `start` and
 * `end` are instants in UTC, empty where only day and length are known. Those of solidtime's generic import are among
 * them, by its names. `id` keeps an import of the file from adding what is here.
 */
export const timeColumns = [
  'date',
  'local_start',
  'local_end',
  'zone',
  'client',
  'project',
  'task',
  'description',
  'tags',
  'billable',
  'minutes',
  'hours',
  'rounded_minutes',
  'rounded_hours',
  'rate',
  'amount',
  'currency',
  'invoice',
  'worked_on',
  'start',
  'end',
  'user_name',
  'user_email',
  'id',
] as const
type TimeColumn = (typeof timeColumns)[number]

/** The time entries of a range as rows for `writeCsv`, the head first. What did not happen (no minutes) is left out. */
export function timeRows(plan: Plan, range: ExportRange): CsvCell[][] {
  const entries = exportedEntries(plan, range)
  const shares = entryShares(plan, entries)
  const rows = entries.map((entry) => {
    const cells = { ...workCells(plan, entry), ...clockCells(entry), ...moneyCells(shares.get(entry.id)) }
    return timeColumns.map((column) => cells[column])
  })
  return [[...timeColumns], ...rows]
}

/** The entries of a range that a client or a spreadsheet is told of, by time. */
export function exportedEntries(plan: Plan, { clientId, from, to }: ExportRange): TimeEntry[] {
  const { engagements } = plan.practice
  return entriesIn(plan, from, to)
    .filter((entry) => entry.minutes > 0)
    .filter((entry) => clientId === null || own(engagements, entry.engagementId ?? '')?.clientId === clientId)
    .sort((a, b) => compare(whenOf(a), whenOf(b)) || compare(a.id, b.id))
}

/** Within a day, what has a clock time comes first. */
function whenOf({ day, start }: TimeEntry): string {
  return start ?? `${day}~`
}

type Cells<C extends TimeColumn> = Readonly<Record<C, CsvCell>>

function workCells(
  plan: Plan,
  entry: TimeEntry,
): Cells<
  | 'date'
  | 'zone'
  | 'client'
  | 'project'
  | 'task'
  | 'description'
  | 'tags'
  | 'billable'
  | 'minutes'
  | 'hours'
  | 'invoice'
  | 'worked_on'
  | 'user_name'
  | 'user_email'
  | 'id'
> {
  const { engagements, clients, deliverables, areas, business } = plan.practice
  const engagement = own(engagements, entry.engagementId ?? '')
  const invoice = findInvoice(plan, billedEntries(plan).get(entry.id) ?? '')
  return {
    date: entry.day,
    zone: entry.zone,
    client: own(clients, engagement?.clientId ?? '')?.name ?? '',
    project: engagement?.name ?? '',
    task: own(deliverables, entry.deliverableId ?? '')?.title ?? '',
    description: entry.note,
    tags: own(areas, entry.areaId ?? '')?.name ?? '',
    billable: String(entry.billable),
    minutes: numberCell(entry.minutes),
    hours: hours(entry.minutes),
    invoice: invoice?.issued?.number ?? '',
    worked_on: entry.lateFor ?? '',
    user_name: business.name,
    user_email: business.email,
    id: entry.id,
  }
}

function clockCells({
  start,
  zone,
  minutes,
}: TimeEntry): Cells<'start' | 'end' | 'local_start' | 'local_end'> {
  if (start === null) return { start: '', end: '', local_start: '', local_end: '' }
  const from = toEpochMinute(start, zone)
  const to = from + minutes
  return {
    start: instant(from),
    end: instant(to),
    local_start: clock(wallMinute(start)),
    local_end: clock(wallMinute(fromEpochMinute(to, zone))),
  }
}

function moneyCells(
  share: EntryShare | undefined,
): Cells<'rounded_minutes' | 'rounded_hours' | 'rate' | 'amount' | 'currency'> {
  const { rate = null, amount = null, currency = '' } = share ?? {}
  return {
    rounded_minutes: share === undefined ? null : numberCell(share.rounded),
    rounded_hours: share === undefined ? null : hours(share.rounded),
    rate: rate === null ? null : { number: toDecimalString(rate, currency) },
    amount: amount === null ? null : { number: toDecimalString(amount, currency) },
    currency: amount === null ? '' : currency,
  }
}

/** Hours with four decimals at most: a third of a minute, so that minutes are told apart and no sum drifts. */
function hours(minutes: number): CsvCell {
  const tenThousandths = Math.round((minutes * 10_000) / 60)
  return { number: `${tenThousandths / 10_000}` }
}

function instant(epochMinute: number): string {
  return `${fromEpochMinute(epochMinute, 'UTC')}:00Z`
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

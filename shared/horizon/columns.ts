/** The weeks ahead as columns: each week for itself, or months and quarters of whole weeks. */
import type { HorizonClient, HorizonWeek } from '../capacity/horizon.ts'
import type { Id } from '../plan/fields.ts'
import { addDays, type Day } from '../time/day.ts'

export const zooms = ['week', 'month', 'quarter'] as const
export type Zoom = (typeof zooms)[number]

/** What a column adds up, in minutes; see `HorizonWeek`. */
export interface ColumnSums {
  readonly capacity: number
  readonly reserve: number
  readonly load: number
  readonly tentative: number
  readonly headroom: number
  readonly committed: number
  readonly open: number
  readonly free: number
}

export interface HorizonColumn extends ColumnSums {
  /** First and last day of its weeks. */
  readonly from: Day
  readonly to: Day
  readonly weeks: number
  /** A day of the month or quarter that names it: the Thursday of its first week. */
  readonly named: Day
  readonly clients: ReadonlyMap<Id | null, HorizonClient>
}

/**
 * The columns of weeks in their order. A week belongs to the month and the quarter that hold its Thursday, as ISO 8601
 * gives a week to a year: so every week is in one column, and columns add up to the weeks exactly. Days are counted
 * from each week's own first day, so with another first weekday "Thursday" is the fourth day.
 */
export function columnsOf(weeks: readonly HorizonWeek[], zoom: Zoom): HorizonColumn[] {
  const columns: HorizonWeek[][] = []
  let last = ''
  for (const week of weeks) {
    const name = nameOf(week.start, zoom)
    if (name === last) columns.at(-1)?.push(week)
    else columns.push([week])
    last = name
  }
  return columns.map(columnOf)
}

/** The day of a week that says which month and year it is of. */
export function middleOf(start: Day): Day {
  return addDays(start, 3)
}

function nameOf(start: Day, zoom: Zoom): string {
  const middle = middleOf(start)
  if (zoom === 'week') return start
  return zoom === 'month' ? middle.slice(0, 7) : `${middle.slice(0, 4)} ${quarterOf(middle)}`
}

/** The quarter of a day, 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

function columnOf(weeks: readonly HorizonWeek[]): HorizonColumn {
  const first = weeks[0]
  const last = weeks.at(-1)
  if (first === undefined || last === undefined) throw new Error('a column without weeks')
  const sum = (part: (week: HorizonWeek) => number) => weeks.reduce((total, week) => total + part(week), 0)
  return {
    from: first.start,
    to: addDays(last.start, 6),
    weeks: weeks.length,
    named: middleOf(first.start),
    capacity: sum((week) => week.capacity),
    reserve: sum((week) => week.reserve),
    load: sum((week) => week.load),
    tentative: sum((week) => week.tentative),
    headroom: sum((week) => week.headroom),
    committed: sum((week) => week.committed),
    open: sum((week) => week.open),
    free: sum((week) => week.free),
    clients: clientsOf(weeks),
  }
}

function clientsOf(weeks: readonly HorizonWeek[]): ReadonlyMap<Id | null, HorizonClient> {
  const clients = new Map<Id | null, HorizonClient>()
  for (const week of weeks)
    for (const client of week.clients) {
      const before = clients.get(client.clientId)
      clients.set(client.clientId, before === undefined ? client : added(before, client))
    }
  return clients
}

function added(a: HorizonClient, b: HorizonClient): HorizonClient {
  return {
    clientId: a.clientId,
    committed: a.committed + b.committed,
    planned: a.planned + b.planned,
    tentative: a.tentative + b.tentative,
    weighted: a.weighted + b.weighted,
    counted: a.counted + b.counted,
    open: a.open + b.open,
  }
}

/** The clients that appear in any column or among others, in the given order; own business (null) last. */
export function rowsOf(
  columns: readonly HorizonColumn[],
  order: readonly Id[],
  others: ReadonlyMap<Id, unknown>,
): (Id | null)[] {
  const seen = new Set<Id | null>(others.keys())
  for (const { clients } of columns) for (const id of clients.keys()) seen.add(id)
  return [...order.filter((id) => seen.has(id)), ...(seen.has(null) ? [null] : [])]
}

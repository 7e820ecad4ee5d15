import type { Booking, ClientRow } from '../../../shared/capacity/weekView.ts'
import type { Colour } from '../../../shared/plan/fields.ts'
import { wallDay, wallMinute } from '../../../shared/time/wallClock.ts'

/** Minutes of a day as its column shows it: always 24 hours of the clock on the wall, however long the day is. */
export const DAY = 1440
/** The fewest minutes that a session takes on screen, so that the shortest can be read and held. */
const LEAST = 15

/** A stretch of a day's column, in minutes of the clock on the wall. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/** Where overlapping stretches stand side by side: from column `column` on, `span` of `columns` wide. */
export interface Lane {
  readonly column: number
  readonly span: number
  readonly columns: number
}

/** A booking with its place in its day's column. */
export interface Placed extends Extent, Lane {
  readonly booking: Booking
  readonly client: string | null
  readonly colour: Colour
}

/**
 * Where a booking is drawn: by the home zone's clock, as a calendar on paper would have it. In the night that clocks go
 * back a session can end at or before the time it began at; then it is as high as it is long.
 */
export function extentOf(booking: Pick<Booking, 'fromWall' | 'toWall' | 'minutes'>): Extent {
  const { fromWall, toWall, minutes } = booking
  const from = wallMinute(fromWall)
  const end = wallDay(toWall) > wallDay(fromWall) ? DAY : wallMinute(toWall)
  const to = Math.min(DAY, Math.max(end > from ? end : from + minutes, from + LEAST))
  return { from: Math.min(from, to - LEAST), to }
}

/** All clients' bookings of a day, by start, with overlapping ones side by side. */
export function placedOn(rows: readonly ClientRow[], day: number): readonly Placed[] {
  const items = rows.flatMap(({ client, days }) =>
    (days[day]?.bookings ?? []).map((booking) => ({
      booking,
      client: client?.name ?? null,
      colour: client?.colour ?? ('slate' as const),
      ...extentOf(booking),
    })),
  )
  items.sort((a, b) => a.from - b.from || b.to - a.to || (a.booking.key < b.booking.key ? -1 : 1))
  const lanes = lanesOf(items)
  return items.map((item, i) => ({ ...item, ...(lanes[i] ?? alone) }))
}

const alone: Lane = { column: 0, span: 1, columns: 1 }

/**
 * Columns for stretches sorted by start: each takes the first that is free, stretches that hang together have as many
 * columns as are needed at once, and one grows to the right as far as nothing stands there.
 */
export function lanesOf(items: readonly Extent[]): readonly Lane[] {
  const lanes: Lane[] = []
  for (let first = 0; first < items.length; ) {
    const cluster = clusterFrom(items, first)
    for (const lane of lanesOfCluster(cluster)) lanes.push(lane)
    first += cluster.length
  }
  return lanes
}

/** The stretches from one on that hang together by overlaps. */
function clusterFrom(items: readonly Extent[], first: number): readonly Extent[] {
  let end = items[first]?.to ?? 0
  let next = first + 1
  for (let item = items[next]; item !== undefined && item.from < end; item = items[++next])
    end = Math.max(end, item.to)
  return items.slice(first, next)
}

function lanesOfCluster(cluster: readonly Extent[]): readonly Lane[] {
  const columns: Extent[][] = []
  const columnOf = cluster.map((item) => {
    const free = columns.findIndex((column) => (column.at(-1)?.to ?? 0) <= item.from)
    if (free < 0) return columns.push([item]) - 1
    columns[free]?.push(item)
    return free
  })
  return cluster.map((item, i) => {
    const column = columnOf[i] ?? 0
    const blocked = columns.findIndex(
      (others, at) => at > column && others.some(({ from, to }) => from < item.to && item.from < to),
    )
    return {
      column,
      span: (blocked < 0 ? columns.length : blocked) - column,
      columns: columns.length,
    }
  })
}

/** Sums of load by engagement and area, from which every other sum is made, so that all of them add up. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Occurrence } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { DayNumber } from '../time/day.ts'
import { chanceOf } from './weekDays.ts'

/** Minutes of load, whole and in its parts. */
export interface LoadSums {
  /** confirmed + tentative: sessions and their travel. */
  readonly load: number
  readonly confirmed: number
  readonly tentative: number
  /** The part of `load` that is travel. */
  readonly travel: number
  /** The load with sessions of prospects weighted by their probability, whole minutes. */
  readonly weighted: number
  /** Minutes of time entries; no part of the load. */
  readonly worked: number
}

/** What all time of one engagement for one area shares. Nulls are own business, and no area. */
export interface LoadCell {
  readonly engagementId: Id | null
  readonly areaId: Id | null
}

/** The sums of the cells that share a name. */
interface Named {
  readonly id: Id | null
  readonly sums: LoadSums
}

/** Sums that add up: of everything, and by whatever name. */
export interface LoadOf {
  readonly total: LoadSums
  readonly by: (nameOf: (cell: LoadCell) => Id | null) => readonly Named[]
}

interface Cell extends LoadCell {
  readonly key: string
  confirmed: number
  tentative: number
  travel: number
  worked: number
  /** Load of each day in hundredths of minutes: minutes times percent. */
  readonly hundredths: Map<DayNumber, number>
}

/** Gathers minutes. What names an engagement, a client or an area that is gone counts as naming none. */
export class LoadCells {
  readonly #plan: Plan
  readonly #cells = new Map<string, Cell>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Adds time that lies on one day. */
  add(about: Occurrence, day: DayNumber, minutes: number, isTravel: boolean): void {
    const cell = this.#cellOf(about)
    if (about.status === 'tentative') cell.tentative += minutes
    else cell.confirmed += minutes
    if (isTravel) cell.travel += minutes
    const hundredths = minutes * chanceOf(this.#plan, about.engagementId)
    cell.hundredths.set(day, (cell.hundredths.get(day) ?? 0) + hundredths)
  }

  /** Adds time that was worked. */
  addWorked(entry: TimeEntry): void {
    this.#cellOf(entry).worked += entry.minutes
  }

  /** The sums of what was gathered, of all and of what shares a name. */
  sums(): LoadOf {
    const cells = [...this.#cells.values()]
    const weighted = weightedMinutes(cells)
    return { total: sumsOf(cells, weighted), by: (nameOf) => grouped(cells, weighted, nameOf) }
  }

  #cellOf({ engagementId, areaId }: LoadCell): Cell {
    const { engagements, clients, areas } = this.#plan.practice
    const engagement = engagementId === null ? undefined : own(engagements, engagementId)
    const isKnown = engagement !== undefined && own(clients, engagement.clientId) !== undefined
    const area = areaId !== null && own(areas, areaId) !== undefined ? areaId : null
    const key = JSON.stringify([isKnown ? engagement.id : null, area])
    const known = this.#cells.get(key)
    if (known !== undefined) return known
    const made: Cell = {
      key,
      engagementId: isKnown ? engagement.id : null,
      areaId: area,
      confirmed: 0,
      tentative: 0,
      travel: 0,
      worked: 0,
      hundredths: new Map(),
    }
    this.#cells.set(key, made)
    return made
  }
}

function grouped(
  cells: readonly Cell[],
  weighted: ReadonlyMap<Cell, number>,
  nameOf: (cell: LoadCell) => Id | null,
): Named[] {
  const groups = new Map<Id | null, Cell[]>()
  for (const cell of cells) {
    const id = nameOf(cell)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [cell])
    else group.push(cell)
  }
  return [...groups].map(([id, group]) => ({ id, sums: sumsOf(group, weighted) }))
}

function sumsOf(cells: readonly Cell[], weighted: ReadonlyMap<Cell, number>): LoadSums {
  const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  const confirmed = sum((cell) => cell.confirmed)
  const tentative = sum((cell) => cell.tentative)
  return {
    load: confirmed + tentative,
    confirmed,
    tentative,
    travel: sum((cell) => cell.travel),
    weighted: sum((cell) => weighted.get(cell) ?? 0),
    worked: sum((cell) => cell.worked),
  }
}

/**
 * Whole weighted minutes of each cell. A day's sum is rounded half up, as the week rounds it; its cells get their whole
 * minutes, and the minutes left go to the largest remainders (Hamilton's method), so that they add up to the day.
 */
function weightedMinutes(cells: readonly Cell[]): Map<Cell, number> {
  const minutes = new Map<Cell, number>()
  const days = new Set(cells.flatMap(({ hundredths }) => [...hundredths.keys()]))
  for (const day of days) {
    const parts = cells.flatMap((cell) => {
      const exact = cell.hundredths.get(day)
      return exact === undefined ? [] : [{ cell, whole: Math.floor(exact / 100), rest: exact % 100 }]
    })
    const rests = parts.reduce((sum, { rest }) => sum + rest, 0)
    const more = new Set(
      [...parts]
        .sort((a, b) => b.rest - a.rest || (a.cell.key < b.cell.key ? -1 : 1))
        .slice(0, Math.round(rests / 100)),
    )
    for (const part of parts)
      minutes.set(part.cell, (minutes.get(part.cell) ?? 0) + part.whole + (more.has(part) ? 1 : 0))
  }
  return minutes
}

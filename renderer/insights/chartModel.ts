/** A chart as data: what is drawn, what its table says and what its files hold are one thing. */
import type { CsvCell } from '../../shared/exchange/csv/csvCell.ts'
import type { Colour } from '../../shared/plan/fields.ts'

/** How values read. They are whole minutes, minor units or shares; `scale` of them are one unit of the axis. */
export interface ChartUnit {
  readonly scale: number
  /** A value in the table, at a bar, at the pointer. */
  readonly text: (value: number) => string
  /** A mark of the axis, in units of the axis. */
  readonly tick: (units: number) => string
  /** What stands behind a series' name in the head of the CSV. */
  readonly csvName: string
  readonly csv: (value: number) => CsvCell
}

/** `solid` and `line` are told apart without colour, and so are the patterns. */
export type Look = 'solid' | 'hatched' | 'dotted' | 'line'

export interface ChartSeries {
  readonly id: string
  readonly name: string
  readonly look: Look
  /** A token of the theme. */
  readonly colour: string
  /** One a point; null is nothing to tell. */
  readonly values: readonly (number | null)[]
  /** Series of one name stand on each other. */
  readonly stack?: string
  /** Where it is of another kind than the rest; it is then told by the table alone. */
  readonly unit?: ChartUnit
}

export interface ChartPoint {
  readonly id: string
  /** At the axis, short. */
  readonly label: string
  /** In the table and the files. */
  readonly name: string
  readonly colour?: Colour
  /** A part of the point before it, such as an engagement of a client. */
  readonly isPart?: boolean
}

export interface ChartModel {
  readonly id: string
  readonly title: string
  /** What the chart says, in a sentence or two. */
  readonly headline: string
  /** How to read it. */
  readonly note?: string
  /** Head of the points' column. */
  readonly pointsName: string
  /** `columns` are points in time from left to right, `bars` are names from top to bottom. */
  readonly layout: 'columns' | 'bars'
  readonly points: readonly ChartPoint[]
  readonly series: readonly ChartSeries[]
  readonly unit: ChartUnit
}

/** More names than these are in the table alone. */
export const MOST_BARS = 12

/** The points that are drawn. */
export function drawnPoints({ layout, points }: ChartModel): readonly ChartPoint[] {
  return layout === 'bars' ? points.slice(0, MOST_BARS) : points
}

/** The series that are drawn: those of the chart's own unit that have anything to show. */
export function drawnSeries({ series }: ChartModel): readonly ChartSeries[] {
  return series.filter(
    ({ unit, values }) => unit === undefined && values.some((value) => value !== null && value !== 0),
  )
}

/** Whether there is anything to show. */
export function isEmpty({ series }: ChartModel): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0))
}

/** The table of a chart for `writeCsv`, the head first. Numbers are exact and without marks. */
export function chartRows({ pointsName, points, series, unit }: ChartModel): CsvCell[][] {
  const head = series.map(({ name, unit: own = unit }) => `${name} (${own.csvName})`)
  return [
    [pointsName, ...head],
    ...points.map(({ name }, i): CsvCell[] => [
      name,
      ...series.map(({ values, unit: own = unit }) => {
        const value = values[i]
        return value == null ? null : own.csv(value)
      }),
    ]),
  ]
}

/** A chart as data: what is drawn, what its table says and what its files hold are one thing. */
import type { CsvCell } from '../../shared/exchange/csv/csvCell.ts'
import type { Colour } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'

/** How values read. They are whole minutes, minor units or shares; `scale` of them are one unit of the axis. */
export interface ChartUnit {
  readonly scale: number
  /** A value in the table, at a bar, at the pointer. */
  readonly text: (value: number) => string
  /** A mark of the axis, in units of the axis. */
  readonly tick: (units: number) => string
  /** What stands behind a series' name in the head of the CSV; nothing where values say it. */
  readonly csvName: string
  readonly csv: (value: number) => CsvCell
}

/** All are told apart without colour: bars by their patterns, lines by their dashes. */
export type Look = 'solid' | 'hatched' | 'dotted' | LineLook
export type LineLook = 'line' | 'firmLine' | 'dottedLine'

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
  /** It is told by the table alone; always so where its unit is another than the rest's. */
  readonly isInTableOnly?: boolean
  readonly unit?: ChartUnit
}

export interface ChartPoint {
  /** Where days are the layout, the day. */
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
  /** Of several that it could be about, the one that it is about. */
  readonly subject?: string
  /** The days that it is about, where they are not those that were asked for. */
  readonly days?: string
  /** What the chart says, in a sentence or two. */
  readonly headline: string
  /** How to read it. */
  readonly note?: string
  /** What is said where there is nothing to show. */
  readonly whenEmpty?: string
  /** Head of the points' column. */
  readonly pointsName: string
  /**
   * `columns` are weeks or months from left to right, `bars` are names from top to bottom, `days` are lines through
   * days, which lie as far apart as they are.
   */
  readonly layout: 'columns' | 'bars' | 'days'
  readonly points: readonly ChartPoint[]
  readonly series: readonly ChartSeries[]
  /** Days that are marked, each of them a point. */
  readonly marks?: readonly ChartMark[]
  readonly unit: ChartUnit
  /** As far as the axis reaches at least, in units of the axis. */
  readonly reach?: number
}

export interface ChartMark {
  /** The id of its point. */
  readonly day: Day
  readonly label: string
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
    ({ unit, isInTableOnly, values }) =>
      unit === undefined && isInTableOnly !== true && values.some((value) => value !== null && value !== 0),
  )
}

/** What the chart is called outside of its card. */
export function fullTitle({ title, subject }: ChartModel): string {
  return subject === undefined ? title : `${title}: ${subject}`
}

/** Whether there is anything to show. */
export function isEmpty({ series }: ChartModel): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0))
}

/** The table of a chart for `writeCsv`, the head first. Numbers are exact and without marks. */
export function chartRows({ pointsName, points, series, unit }: ChartModel): CsvCell[][] {
  const head = series.map(({ name, unit: { csvName } = unit }) =>
    csvName === '' ? name : `${name} (${csvName})`,
  )
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

/** What all drawings have in common. */
import { type ChartModel, drawnPoints, drawnSeries } from './chartModel.ts'

/** The height of a chart over time, in pixels. */
export const COLUMNS_HEIGHT = 236

export const axis = { stroke: 'var(--line-2)', tickLine: false } as const
export const tick = { fill: 'var(--ink-2)', fontSize: 11 } as const
export const still = { isAnimationActive: false } as const

export type Row = Readonly<Record<string, string | number | null>>

/** The points as recharts takes them, each value in units of the axis. */
export function rowsOf(model: ChartModel): Row[] {
  const series = drawnSeries(model)
  return drawnPoints(model).map((point, i) => ({
    id: point.id,
    ...Object.fromEntries(
      series.map(({ id, values }) => [id, values[i] == null ? null : (values[i] ?? 0) / model.unit.scale]),
    ),
  }))
}

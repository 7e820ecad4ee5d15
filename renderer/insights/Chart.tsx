import { useId } from 'react'
import { Bar, CartesianGrid, ComposedChart, LabelList, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { type ChartModel, type ChartSeries, drawnPoints, drawnSeries } from './chartModel.ts'
import styles from './Insights.module.css'
import { Patterns, paintOf } from './Patterns.tsx'
import { PointerTable } from './PointerTable.tsx'

/** The heights, in pixels, of a chart with columns, and of a name's bars. */
const COLUMNS_HEIGHT = 236
const BAR_ROW = 38
/** More points than these have no dots on their line. */
const MOST_DOTS = 20
/** Letters of a name that there is room for beside its bar. */
const LONGEST_NAME = 19

interface ChartProps {
  readonly model: ChartModel
  /** In pixels. */
  readonly width: number
}

/** Draws a chart. It has no name and no keys of its own: its card says what it tells, and its table holds the values. */
export function Chart({ model, width }: ChartProps) {
  const patterns = useId().replace(/[^\w-]/g, '')
  return model.layout === 'columns' ? (
    <Columns model={model} width={width} patterns={patterns} />
  ) : (
    <Bars model={model} width={width} patterns={patterns} />
  )
}

type Row = Readonly<Record<string, string | number | null>>

/** The points as recharts takes them, each value in units of the axis. */
function rowsOf(model: ChartModel): Row[] {
  const series = drawnSeries(model)
  return drawnPoints(model).map((point, i) => ({
    id: point.id,
    label: point.label,
    colour: point.colour ?? '',
    ...Object.fromEntries(
      series.map(({ id, values }) => [id, values[i] == null ? null : (values[i] ?? 0) / model.unit.scale]),
    ),
  }))
}

const axis = { stroke: 'var(--line-2)', tickLine: false } as const
const tick = { fill: 'var(--ink-2)', fontSize: 11 } as const
const still = { isAnimationActive: false } as const

function Columns({ model, width, patterns }: ChartProps & { readonly patterns: string }) {
  const series = drawnSeries(model)
  return (
    <ComposedChart
      width={width}
      height={COLUMNS_HEIGHT}
      data={rowsOf(model)}
      accessibilityLayer={false}
      margin={{ top: 8, right: 6, bottom: 0, left: 0 }}
      barGap={2}
    >
      <Patterns id={patterns} series={series} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="id" tickFormatter={(id) => labelOf(model, id)} {...axis} tick={tick} minTickGap={8} />
      <YAxis width={62} axisLine={false} tickLine={false} tick={tick} tickFormatter={model.unit.tick} />
      <Pointer model={model} />
      {series.map((one) =>
        one.look === 'line' ? (
          <Line
            key={one.id}
            {...still}
            dataKey={one.id}
            type="linear"
            stroke={`var(${one.colour})`}
            strokeWidth={2}
            strokeDasharray="5 3"
            dot={
              model.points.length > MOST_DOTS
                ? false
                : { r: 2.5, fill: 'var(--surface)', strokeDasharray: '0' }
            }
          />
        ) : (
          <Bar
            key={one.id}
            {...still}
            {...paintOf(one, patterns)}
            dataKey={one.id}
            maxBarSize={30}
            {...(one.stack === undefined ? {} : { stackId: one.stack })}
          />
        ),
      )}
    </ComposedChart>
  )
}

function Bars({ model, width, patterns }: ChartProps & { readonly patterns: string }) {
  const series = drawnSeries(model)
  const points = drawnPoints(model)
  return (
    <ComposedChart
      layout="vertical"
      width={width}
      height={points.length * BAR_ROW + 34}
      data={rowsOf(model)}
      accessibilityLayer={false}
      margin={{ top: 2, right: 76, bottom: 0, left: 0 }}
      barGap={1}
    >
      <Patterns id={patterns} series={series} />
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        type="number"
        axisLine={false}
        tickLine={false}
        tick={tick}
        tickFormatter={model.unit.tick}
        tickCount={4}
      />
      <YAxis
        type="category"
        dataKey="id"
        width={142}
        {...axis}
        tick={{ ...tick, fill: 'var(--ink)' }}
        tickFormatter={(id) => shortened(labelOf(model, id))}
        interval={0}
      />
      <Pointer model={model} />
      {series.map((one, i) => (
        <Bar key={one.id} {...still} {...paintOf(one, patterns)} dataKey={one.id} barSize={i === 0 ? 15 : 8}>
          {i === 0 ? <Values model={model} of={one} /> : null}
        </Bar>
      ))}
    </ComposedChart>
  )
}

/** The values at the ends of the bars. */
function Values({ model, of }: { readonly model: ChartModel; readonly of: ChartSeries }) {
  return (
    <LabelList
      dataKey="id"
      position="right"
      fill="var(--ink)"
      fontSize={11}
      formatter={(id) => {
        const value = of.values[model.points.findIndex((point) => point.id === id)]
        return value == null ? '' : model.unit.text(value)
      }}
    />
  )
}

function Pointer({ model }: { readonly model: ChartModel }) {
  return (
    <Tooltip
      {...still}
      cursor={{ fill: 'var(--hover)', fillOpacity: 0.6 }}
      wrapperClassName={styles.pointer ?? ''}
      content={({ active, label }) =>
        active === true && label !== undefined ? <PointerTable model={model} pointId={String(label)} /> : null
      }
    />
  )
}

function labelOf({ points }: ChartModel, id: string): string {
  return points.find((point) => point.id === id)?.label ?? ''
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
}

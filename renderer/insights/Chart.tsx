import { useId } from 'react'
import { Bar, CartesianGrid, ComposedChart, LabelList, Line, XAxis, YAxis } from 'recharts'
import { type ChartModel, type ChartSeries, drawnPoints, drawnSeries } from './chartModel.ts'
import { axis, COLUMNS_HEIGHT, rowsOf, still, tick } from './chartParts.ts'
import { DayLines } from './DayLines.tsx'
import { isLine, Patterns, paintOf, strokeOf } from './Patterns.tsx'
import { Pointer } from './Pointer.tsx'

/** The height of a name's bars, in pixels. */
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
  if (model.layout === 'days') return <DayLines model={model} width={width} />
  return model.layout === 'columns' ? (
    <Columns model={model} width={width} patterns={patterns} />
  ) : (
    <Bars model={model} width={width} patterns={patterns} />
  )
}

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
        isLine(one.look) ? (
          <Line
            key={one.id}
            {...still}
            {...strokeOf(one, one.look)}
            dataKey={one.id}
            type="linear"
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
        {...reachOf(model)}
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

/** An axis that ends at a round figure of its own, or one that reaches as far as it must. */
function reachOf({ reach }: ChartModel): { readonly domain?: [number, (most: number) => number] } {
  return reach === undefined ? {} : { domain: [0, (most) => Math.max(reach, most)] }
}

function labelOf({ points }: ChartModel, id: string): string {
  return points.find((point) => point.id === id)?.label ?? ''
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
}

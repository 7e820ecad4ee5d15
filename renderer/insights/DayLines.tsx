import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { addMonths, type Day, dayNumber, dayOf, firstOfMonth } from '../../shared/time/day.ts'
import { useFormat } from '../state/words.ts'
import { type ChartModel, drawnSeries } from './chartModel.ts'
import { axis, COLUMNS_HEIGHT, rowsOf, still, tick } from './chartParts.ts'
import { isLine, strokeOf } from './Patterns.tsx'
import { Pointer } from './Pointer.tsx'

/** Pixels that the name of a month needs. */
const MONTH_WIDTH = 44
/** Room above the drawing for the names of the days that are marked. */
const MARKS_HEIGHT = 20

/** Lines through days, with the line at which nothing is left, and the days that are marked. */
export function DayLines({ model, width }: { readonly model: ChartModel; readonly width: number }) {
  const format = useFormat()
  const days = model.points.map(({ id }) => id)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const months = monthsBetween(first, last, Math.floor((width - 68) / MONTH_WIDTH))
  const place = (day: Day) => dayNumber(day)
  return (
    <ComposedChart
      width={width}
      height={COLUMNS_HEIGHT}
      data={rowsOf(model).map((row) => ({ ...row, place: place(String(row.id)) }))}
      accessibilityLayer={false}
      margin={{ top: MARKS_HEIGHT, right: 12, bottom: 0, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        type="number"
        dataKey="place"
        domain={[place(first), place(last)]}
        ticks={months.map(place)}
        tickFormatter={(at) => format.monthShort(dayOf(at))}
        {...axis}
        tick={tick}
        interval={0}
      />
      <YAxis width={62} axisLine={false} tickLine={false} tick={tick} tickFormatter={model.unit.tick} />
      <Pointer model={model} idAt={(at) => dayOf(Number(at))} />
      <ReferenceLine y={0} stroke="var(--ink-2)" />
      {model.marks?.map(({ day, label }) => (
        <ReferenceLine
          key={`${day} ${label}`}
          x={place(day)}
          stroke="var(--ink-2)"
          strokeDasharray="2 2"
          label={{
            value: label,
            position: 'top',
            fill: 'var(--ink-2)',
            fontSize: 11,
            textAnchor: anchorOf(place(first), place(last), place(day)),
          }}
        />
      ))}
      {drawnSeries(model).map(({ id, look, colour }) =>
        isLine(look) ? (
          <Line
            key={id}
            {...still}
            {...strokeOf({ colour }, look)}
            dataKey={id}
            type="linear"
            dot={false}
            connectNulls
          />
        ) : null,
      )}
    </ComposedChart>
  )
}

/** The name of a day near an end of the drawing is set inwards, so that nothing of it is cut off. */
function anchorOf(first: number, last: number, at: number): 'start' | 'middle' | 'end' {
  const share = (at - first) / Math.max(1, last - first)
  return share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle'
}

/** The firsts of months between two days, so many at most, evenly. */
function monthsBetween(first: Day, last: Day, most: number): readonly Day[] {
  const found: Day[] = []
  for (let day = addMonths(firstOfMonth(first), 1); day <= last; day = addMonths(day, 1)) found.push(day)
  const step = Math.max(1, Math.ceil(found.length / Math.max(1, most)))
  return found.filter((_, i) => i % step === 0)
}

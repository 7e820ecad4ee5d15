import { useId, useMemo } from 'react'
import type { DeadlineProof } from '../../shared/capacity/flags/deadlineProof.ts'
import { addDays } from '../../shared/time/day.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './Proof.module.css'
import { type ProofGeometry, proofGeometry, WEEKDAYS_ENOUGH } from './proofGeometry.ts'

/**
 * The time available (a rising area) against the work due (a dashed line that steps up), over the days of the short
 * window, with what is missing at its end. A table says the same to those who do not see it.
 */
export function ProofChart({ proof }: { readonly proof: DeadlineProof }) {
  const words = useWords().attention
  const format = useFormat()
  const chart = useMemo(() => proofGeometry(proof), [proof])
  const hatch = useId()
  const { width, height, left, right, from, to, top, bottom, needed, available } = chart
  const range = format.dayRange(proof.days[0]?.day ?? '', proof.days.at(-1)?.day ?? '')
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className={styles.hatchGround} width="5" height="5" />
            <rect className={styles.hatchLine} width="1.5" height="5" />
          </pattern>
        </defs>
        <Axes chart={chart} isShort={proof.days.length <= WEEKDAYS_ENOUGH} />
        <path className={styles.area} d={chart.supplyArea} />
        <path
          className={styles.window}
          d={`M${from} ${top - 8}v5M${from} ${top - 5.5}H${to}M${to} ${top - 8}v5`}
        />
        <text className={styles.windowName} x={(from + to) / 2} y={top - 12}>
          {range}
        </text>
        <path className={styles.supply} d={chart.supplyLine} />
        <rect x={to} y={needed} width={right - to} height={available - needed} fill={`url(#${hatch})`} />
        <path className={styles.demand} d={chart.demandLine} />
        <text className={styles.gap} x={right + 6} y={Math.max(top + 4, (needed + available) / 2 + 4)}>
          {words.short(format.duration(proof.short))}
        </text>
        <path className={styles.base} d={`M${left} ${bottom}H${right}`} />
      </svg>
      <figcaption className={styles.legend} aria-hidden="true">
        <span className={styles.keySupply}>{words.available}</span>
        <b>{format.duration(proof.available)}</b>
        <span className={styles.keyDemand}>{words.due}</span>
        <b>{format.duration(proof.needed)}</b>
      </figcaption>
      <SpokenSeries proof={proof} range={range} />
    </figure>
  )
}

function Axes({ chart, isShort }: { readonly chart: ProofGeometry; readonly isShort: boolean }) {
  const format = useFormat()
  const { left, right, bottom } = chart
  return (
    <g>
      {chart.ticks.map(({ y, minutes }) => (
        <g key={minutes}>
          <path className={styles.line} d={`M${left} ${y}H${right}`} />
          <text className={styles.tick} x={left - 6} y={y + 3.5}>
            {format.duration(minutes)}
          </text>
        </g>
      ))}
      {chart.days.map(({ day, from, to }) =>
        chart.namedDays.has(day) ? (
          <g key={day}>
            <path className={styles.line} d={`M${from} ${bottom}v4`} />
            <text
              className={isShort ? styles.dayName : styles.date}
              x={isShort ? (from + to) / 2 : from}
              y={bottom + 15}
            >
              {isShort ? format.weekdayShort(day) : format.dayShort(day)}
            </text>
          </g>
        ) : null,
      )}
    </g>
  )
}

/** What is free and what must be done by each due day. */
function SpokenSeries({ proof, range }: { readonly proof: DeadlineProof; readonly range: string }) {
  const words = useWords().attention
  const format = useFormat()
  const rows = proof.demand.slice(1).map(({ at, minutes }) => {
    const day =
      proof.days.find(({ start, end }) => start < at && at <= end)?.day ??
      addDays(proof.days.at(-1)?.day ?? '', 1)
    return { day, due: minutes, available: freeAt(proof, at) }
  })
  return (
    // A table is never narrower than its words, so what hides it is around it.
    <div className="spoken-only">
      <table>
        <caption>{words.chart(range)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.by}</th>
            <th scope="col">{words.available}</th>
            <th scope="col">{words.due}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, due, available }) => (
            <tr key={day}>
              <th scope="row">{format.dayLong(day)}</th>
              <td>{format.duration(available)}</td>
              <td>{format.duration(due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The free minutes of the window up to the end of a day. */
function freeAt({ days }: DeadlineProof, at: number): number {
  return days.reduce((sum, day) => sum + (day.end <= at ? day.free : 0), 0)
}

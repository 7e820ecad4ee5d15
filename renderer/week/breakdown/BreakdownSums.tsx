import { useMemo } from 'react'
import { intervalOfDays, type LoadBreakdown, loadBreakdown } from '../../../shared/capacity/loadBreakdown.ts'
import type { LoadSums } from '../../../shared/capacity/loadCells.ts'
import type { Day } from '../../../shared/time/day.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { useCapacityContext } from '../capacityNow.ts'
import styles from './Breakdown.module.css'
import { areaRows, type BreakdownRow, clientRows, columnsOf, type SumColumn } from './breakdownRows.ts'

/** Where the time of some days goes: what they offer, and their load by client, engagement and area. */
export function BreakdownSums({ from, to }: { readonly from: Day; readonly to: Day }) {
  const words = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const context = useCapacityContext(from, to)
  const sums = useMemo(
    () => loadBreakdown(plan, intervalOfDays(plan, from, to, context), context),
    [plan, from, to, context],
  )
  const columns = columnsOf(sums, sums.engagements)
  const isEmpty = sums.clients.length === 0
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>
        {words.capacity.breakdown.title}{' '}
        <span>{from === to ? format.dayShort(from) : format.dayRange(from, to)}</span>
      </h2>
      <Balance sums={sums} />
      {isEmpty ? <p className={styles.empty}>{words.capacity.breakdown.nothing}</p> : null}
      {isEmpty ? null : (
        <>
          <SumTable
            title={words.capacity.breakdown.byClient}
            rows={clientRows(plan, sums, words)}
            columns={columns}
            whole={sums}
          />
          <SumTable
            title={words.capacity.breakdown.byArea}
            rows={areaRows(plan, sums, words)}
            columns={columns}
            whole={sums}
          />
        </>
      )}
    </div>
  )
}

/** Capacity less reserve less load is headroom. */
function Balance({ sums }: { readonly sums: LoadBreakdown }) {
  const { breakdown } = useWords().capacity
  const format = useFormat()
  const { capacity, reserve, load, headroom, overlap } = sums
  return (
    <>
      <dl className={styles.balance}>
        <Figure name={breakdown.capacity} minutes={capacity} />
        {reserve === 0 ? null : <Figure name={breakdown.reserve} minutes={reserve} />}
        <Figure name={breakdown.columns.load} minutes={load} />
        <Figure name={breakdown.headroom} minutes={headroom} isOver={headroom < 0} />
      </dl>
      {overlap === 0 ? null : <p className={styles.overlap}>{breakdown.overlap(format.duration(overlap))}</p>}
    </>
  )
}

function Figure({
  name,
  minutes,
  isOver = false,
}: {
  readonly name: string
  readonly minutes: number
  readonly isOver?: boolean
}) {
  const format = useFormat()
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes(isOver && styles.over)}>{format.duration(minutes)}</dd>
    </div>
  )
}

interface SumTableProps {
  readonly title: string
  readonly rows: readonly BreakdownRow[]
  readonly columns: readonly SumColumn[]
  readonly whole: LoadSums
}

function SumTable({ title, rows, columns, whole }: SumTableProps) {
  const { breakdown } = useWords().capacity
  const format = useFormat()
  const most = Math.max(1, ...rows.map(({ sums }) => sums.load))
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {breakdown.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            className={classes(row.isPart && styles.part)}
            data-colour={row.colour ?? undefined}
          >
            <th scope="row">
              <span className={styles.name}>
                {row.colour === null ? null : <i aria-hidden="true" className={styles.dot} />}
                <span>{row.name}</span>
                {row.beside === '' ? null : <em> {row.beside}</em>}
              </span>
            </th>
            <td className={styles.load}>
              <span aria-hidden="true" className={styles.track}>
                <i style={{ width: `${(row.sums.load / most) * 100}%` }} />
              </span>
              <span className={styles.amount}>{format.duration(row.sums.load)}</span>
            </td>
            <Cells sums={row.sums} columns={columns.slice(1)} />
          </tr>
        ))}
      </tbody>
      {rows.length < 2 ? null : (
        <tfoot>
          <tr>
            <th scope="row">{breakdown.together}</th>
            <Cells sums={whole} columns={columns} />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Cells({ sums, columns }: { readonly sums: LoadSums; readonly columns: readonly SumColumn[] }) {
  const format = useFormat()
  return columns.map((column) => (
    <td key={column} className={classes(sums[column] === 0 && styles.zero)}>
      {format.duration(sums[column])}
    </td>
  ))
}

import { useMemo, useState } from 'react'
import {
  type AreaTime,
  type ClientTime,
  firstDayOf,
  timeByArea,
  totalOf,
} from '../../shared/capacity/clientTime.ts'
import { own } from '../../shared/plan/plan.ts'
import { addDays, type Day, firstOfMonth, lastOfMonth, minDay } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './AreaSplit.module.css'
import page from './ClientPage.module.css'

const ranges = ['month', 'quarter', 'all'] as const
type Range = (typeof ranges)[number]

/** Days looked back at by the range in the middle, today included. */
const DAYS_BACK = 90

function daysOf(range: Range, time: ClientTime, today: Day): readonly [Day, Day] {
  if (range === 'month') return [firstOfMonth(today), lastOfMonth(today)]
  if (range === 'quarter') return [addDays(today, 1 - DAYS_BACK), today]
  return [minDay(firstDayOf(time) ?? today, today), lastOfMonth(today)]
}

/** What the client's time was for: hours by responsibility area, worked beside planned, as bars and as numbers. */
export function AreaSplit({ time }: { readonly time: ClientTime }) {
  const words = useWords().clientPage
  const format = useFormat()
  const today = useToday()
  const areas = usePlan((plan) => plan.practice.areas)
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const [range, setRange] = useState<Range>('month')
  const [from, to] = daysOf(range, time, today)
  const split = useMemo(() => timeByArea(time, from, to, zone), [time, from, to, zone])
  const sorted = split.toSorted((a, b) => b.worked - a.worked || b.planned - a.planned)
  const name = ({ areaId }: AreaTime) =>
    (areaId === null ? undefined : own(areas, areaId)?.name) ?? words.withoutArea
  return (
    <section aria-labelledby="client-areas" className={page.section}>
      <div className={page.sectionHead}>
        <h3 id="client-areas">{words.areas}</h3>
        <Segmented
          label={words.areas}
          value={range}
          options={ranges.map((id) => ({ id, name: words.ranges[id] }))}
          onChange={setRange}
        />
      </div>
      {sorted.length === 0 ? (
        <p className={page.quiet}>{words.noTime}</p>
      ) : (
        <table className={styles.table}>
          <caption>{words.areasOf(format.dayRange(from, to))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.area}</th>
              <td />
              <th scope="col">{words.workedHead}</th>
              <th scope="col">{words.plannedHead}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((area) => (
              <AreaRow key={area.areaId ?? ''} name={name(area)} area={area} most={mostOf(sorted)} />
            ))}
          </tbody>
          <SumRow areas={sorted} />
        </table>
      )}
    </section>
  )
}

function mostOf(areas: readonly AreaTime[]): number {
  return Math.max(1, ...areas.flatMap(({ planned, worked }) => [planned, worked]))
}

interface RowProps {
  readonly name: string
  readonly area: AreaTime
  readonly most: number
}

function AreaRow({ name, area, most }: RowProps) {
  const format = useFormat()
  const width = (minutes: number) => `${(100 * minutes) / most}%`
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.bars} aria-hidden="true">
        <svg width="100%" height="16" role="presentation">
          <rect className={styles.planned} x="0.5" y="0.5" width={width(area.planned)} height="15" rx="3" />
          <rect className={styles.worked} x="0" y="4" width={width(area.worked)} height="8" rx="2" />
        </svg>
      </td>
      <td>{format.duration(area.worked)}</td>
      <td>{format.duration(area.planned)}</td>
    </tr>
  )
}

function SumRow({ areas }: { readonly areas: readonly AreaTime[] }) {
  const words = useWords().clientPage
  const format = useFormat()
  const { worked, planned } = totalOf(areas)
  return (
    <tfoot>
      <tr>
        <th scope="row">{words.together}</th>
        <td />
        <td>{format.duration(worked)}</td>
        <td>{format.duration(planned)}</td>
      </tr>
    </tfoot>
  )
}

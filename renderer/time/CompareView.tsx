import { useMemo, useState } from 'react'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { type Compared, type Comparison, compare, estimateFactor } from '../../shared/timesheet/compare.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { CompareDays } from './CompareDays.tsx'
import styles from './Time.module.css'

const periods = ['week', 'weeks', 'month', 'quarter'] as const
type PeriodName = (typeof periods)[number]

/** Planned against worked over a period that ends with the day's week or month. */
export function CompareView({ day }: { readonly day: Day }) {
  const words = useWords().time
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const [period, setPeriod] = useState<PeriodName>('weeks')
  const { from, to } = spanOf(period, day, plan.practice.settings.firstWeekday)
  const result = useMemo(() => compare(plan, from, to), [plan, from, to])
  const isEmpty = result.total.planned === 0 && result.total.worked === 0
  return (
    <div className={styles.compare}>
      <div className={styles.compareHead}>
        <Segmented
          label={words.period}
          value={period}
          options={periods.map((id) => ({ id, name: words.periods[id] }))}
          onChange={setPeriod}
        />
        <p>{format.dayRange(from, to)}</p>
      </div>
      {isEmpty ? (
        <EmptyState icon="time" title={words.nothingCompared} text={words.nothingComparedText} />
      ) : (
        <>
          <Judgement of={result.total} />
          <CompareTable result={result} plan={plan} />
          <CompareDays result={result} />
        </>
      )}
    </div>
  )
}

function spanOf(
  period: PeriodName,
  day: Day,
  firstWeekday: number,
): { readonly from: Day; readonly to: Day } {
  if (period === 'month') return { from: firstOfMonth(day), to: lastOfMonth(day) }
  const start = weekStart(day, firstWeekday)
  const weeks = { week: 1, weeks: 4, quarter: 13 }[period]
  return { from: addDays(start, -7 * (weeks - 1)), to: addDays(start, 6) }
}

/** How many times longer or shorter than planned is worth a word. */
const NEARLY_RIGHT = 0.05

function Judgement({ of }: { readonly of: Compared }) {
  const words = useWords().time
  const format = useFormat()
  const factor = estimateFactor(of)
  const anHour = factor === null ? '' : format.duration(Math.round(factor * 60))
  return (
    <p className={styles.judgement}>
      <strong>{words.sums(format.duration(of.planned), format.duration(of.worked))}</strong>{' '}
      {factor === null
        ? ''
        : factor > 1 + NEARLY_RIGHT
          ? words.estimateLonger(anHour)
          : factor < 1 - NEARLY_RIGHT
            ? words.estimateShorter(anHour)
            : words.estimateRight}
    </p>
  )
}

interface Line {
  readonly id: string
  readonly name: string
  readonly colour: string | null
  readonly isPart: boolean
  readonly of: Compared
}

function CompareTable({ result, plan }: { readonly result: Comparison; readonly plan: Plan }) {
  const words = useWords().time
  const format = useFormat()
  const lines = linesOf(result, plan, words.ownBusiness)
  const cell = (minutes: number) => (minutes === 0 ? '–' : format.duration(minutes))
  return (
    <section>
      <h2>{words.byClient}</h2>
      <table className={styles.compareTable}>
        <thead>
          <tr>
            <th scope="col">{words.engagement}</th>
            {[
              words.plannedTime,
              words.workedTime,
              words.difference,
              words.dropped,
              words.unplannedTime,
              words.undecided,
              words.factor,
            ].map((label) => (
              <th key={label} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...lines, { id: '*', name: words.all, colour: null, isPart: false, of: result.total }].map(
            (line) => (
              <tr
                key={line.id}
                className={classes(line.isPart && styles.part, line.id === '*' && styles.sum)}
              >
                <th scope="row">
                  {line.colour === null ? null : (
                    <span className={styles.dot} data-colour={line.colour} aria-hidden="true" />
                  )}
                  {line.name}
                </th>
                <td className={styles.number}>{cell(line.of.planned)}</td>
                <td className={styles.number}>{cell(line.of.worked)}</td>
                <td className={styles.number}>{difference(line.of, format.duration)}</td>
                <td className={styles.number}>{cell(line.of.dropped)}</td>
                <td className={styles.number}>{cell(line.of.unplanned)}</td>
                <td className={styles.number}>{cell(line.of.open)}</td>
                <td className={styles.number}>
                  <Factor of={line.of} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

function difference({ planned, worked }: Compared, duration: (minutes: number) => string): string {
  const by = worked - planned
  return by === 0 ? '–' : `${by > 0 ? '+' : '−'}${duration(Math.abs(by))}`
}

function Factor({ of }: { readonly of: Compared }) {
  const words = useWords().time
  const format = useFormat()
  const factor = estimateFactor(of)
  if (factor !== null) return words.factorText(format.number(factor, 2))
  return (
    <span title={words.tooLittle}>
      –<span className="spoken-only">{words.tooLittle}</span>
    </span>
  )
}

/** The clients with something planned or worked, each with its engagements where it has several; own business last. */
function linesOf({ clients, engagements }: Comparison, plan: Plan, ownBusiness: string): readonly Line[] {
  const { practice } = plan
  const shown = [...clients].flatMap(([id, of]): { order: number; lines: Line[] }[] => {
    const client = id === null ? undefined : own(practice.clients, id)
    if (id === null || client === undefined)
      return [
        {
          order: Number.POSITIVE_INFINITY,
          lines: [{ id: '-', name: ownBusiness, colour: 'slate', isPart: false, of }],
        },
      ]
    const parts = [...engagements].flatMap(([part, sums]): Line[] => {
      const engagement = part === null ? undefined : own(practice.engagements, part)
      return engagement?.clientId === id
        ? [{ id: engagement.id, name: engagement.name, colour: null, isPart: true, of: sums }]
        : []
    })
    const line = { id: `client:${id}`, name: client.name, colour: client.colour, isPart: false, of }
    return [{ order: client.order, lines: parts.length > 1 ? [line, ...parts] : [line] }]
  })
  return shown.sort((a, b) => a.order - b.order).flatMap(({ lines }) => lines)
}

import { useMemo, useState } from 'react'
import { retainerLedger } from '../../shared/billing/retainer.ts'
import {
  type RetainerStatement,
  retainerStatement,
  toldColumns,
  toldHours,
} from '../../shared/billing/retainerStatement.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import type { Day } from '../../shared/time/day.ts'
import { periodText, standingTexts } from '../../shared/words/statementText.ts'
import { bridge } from '../state/bridge.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Retainer.module.css'

interface StatementProps {
  readonly engagement: Engagement
  readonly onClose: () => void
}

/** The statement of a retainer: what is left, period by period, and the time of the period that is chosen. */
export function StatementDialog({ engagement, onClose }: StatementProps) {
  const all = useWords()
  const words = all.statement
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const [day, setDay] = useState<Day>(today)
  const statement = useMemo(() => retainerStatement(plan, engagement, day), [plan, engagement, day])
  const periods = useMemo(() => retainerLedger(engagement, [], today), [engagement, today])
  if (statement === null) return null
  const save = () =>
    void savePdfOf(() => bridge.request('statement/pdf', { engagementId: engagement.id, day }))
  return (
    <Dialog
      title={statement.engagement}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={save}>
          {words.savePdf}
        </Button>
      }
    >
      <div className={styles.statement}>
        <div className={styles.head}>
          <Standing statement={statement} />
          <div className={styles.choice}>
            <Select
              label={words.choosePeriod}
              options={periods.toReversed().map((period) => ({
                id: period.from,
                label: periodText(period, format, format.dayRange),
              }))}
              value={statement.period.from}
              onChange={setDay}
            />
          </div>
        </div>
        <Periods statement={statement} today={today} />
        <Entries statement={statement} />
      </div>
    </Dialog>
  )
}

function Standing({ statement }: { readonly statement: RetainerStatement }) {
  const all = useWords()
  const format = useFormat()
  const [lead, ...more] = standingTexts(statement, all, {
    hours: format.duration,
    day: format.dayMedium,
    on: useToday(),
  })
  return (
    <div className={styles.standing}>
      <p className={styles.lead}>{lead}</p>
      {more.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

function Periods({ statement, today }: { readonly statement: RetainerStatement; readonly today: Day }) {
  const words = useWords().statement
  const format = useFormat()
  const { periods, period: told } = statement
  const columns = toldColumns(periods, today)
  return (
    <table className={styles.table}>
      <caption>{words.periods}</caption>
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => {
          const hours = toldHours(period, today)
          const span = periodText(period, format, format.dayRange)
          return (
            <tr key={period.from} data-told={period === told || undefined}>
              <th scope="row">{today <= period.to ? words.soFar(span) : span}</th>
              {columns.map((name) => (
                <td key={name}>{format.duration(hours[name])}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Entries({ statement }: { readonly statement: RetainerStatement }) {
  const words = useWords().statement
  const format = useFormat()
  const { entries, worked, rounding, period } = statement
  if (entries.length === 0) return <p className={styles.quiet}>{words.noEntries}</p>
  const sums: readonly (readonly [string, number])[] = [
    ...(rounding === 0 ? [] : [[words.worked, worked] as const, [words.rounding, rounding] as const]),
    [words.usedInAll, period.used],
  ]
  return (
    <table className={styles.table}>
      <caption>{words.entries}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col" className={styles.text}>
            {words.what}
          </th>
          <th scope="col">{words.time}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{format.dayShort(entry.day)}</th>
            <td className={styles.text}>
              {entry.note}
              {entry.lateFor === null ? null : ` · ${words.workedOn(format.dayMedium(entry.lateFor))}`}
            </td>
            <td>{format.duration(entry.minutes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(([label, minutes]) => (
          <tr key={label}>
            <th scope="row" colSpan={2}>
              {label}
            </th>
            <td>{format.duration(minutes)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}

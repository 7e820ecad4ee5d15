import { useMemo } from 'react'
import { type Explanation, explain } from '../../shared/billing/explain.ts'
import type { InvoiceLine } from '../../shared/plan/invoice.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { ExpenseExplanation } from './ExpenseExplanation.tsx'
import styles from './LineExplanation.module.css'
import { quantityText } from './quantity.ts'

export interface LineExplanationProps {
  readonly line: InvoiceLine
  readonly currency: string
}

/** What a line is made of: the entries, each step to the quantity, and quantity × price. It adds up. */
export function LineExplanation(props: LineExplanationProps) {
  return props.line.basis?.kind === 'expenses' ? (
    <ExpenseExplanation {...props} />
  ) : (
    <WorkExplanation {...props} />
  )
}

function WorkExplanation({ line, currency }: LineExplanationProps) {
  const words = useWords().billing.explain
  const plan = usePlan((p) => p)
  const explanation = useMemo(() => explain(plan, line), [plan, line])
  const rule = useRule(line)
  const rows = rowsOf(explanation)
  const isBilled = rows.some((row) => row.billed !== null)
  if (explanation.entries.length === 0 && explanation.steps.length === 0)
    return <p className={styles.explanation}>{words.noEntries}</p>
  return (
    <div className={styles.explanation}>
      <table className={styles.table} aria-label={words.title(line.text.split('\n')[0] ?? '')}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" className={styles.work}>
              {words.work}
            </th>
            <th scope="col">{words.worked}</th>
            <th scope="col">{isBilled ? words.billed : ''}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EntryRow key={row.entry.id} {...row} />
          ))}
        </tbody>
        <Sums line={line} currency={currency} explanation={explanation} />
      </table>
      {rule === null ? null : <p className={styles.rule}>{rule}</p>}
    </div>
  )
}

interface Row {
  readonly entry: TimeEntry
  /** What is billed for the entries that are rounded together, told at the last of them. */
  readonly billed: { readonly minutes: number } | { readonly halves: number } | null
}

function rowsOf({ entries, groups, days }: Explanation): readonly Row[] {
  const billedAt = new Map<string, Row['billed']>()
  for (const group of groups) billedAt.set(group.entryIds.at(-1) ?? '', { minutes: group.billed })
  for (const { day, halves } of days)
    billedAt.set(entries.findLast((entry) => entry.day === day)?.id ?? '', { halves })
  return entries.map((entry) => ({ entry, billed: billedAt.get(entry.id) ?? null }))
}

function EntryRow({ entry, billed }: Row) {
  const words = useWords().billing.explain
  const format = useFormat()
  const text =
    billed === null
      ? ''
      : 'minutes' in billed
        ? format.clockDuration(billed.minutes)
        : words.halves(format.number(billed.halves / 2, billed.halves % 2))
  return (
    <tr>
      <td>{format.dayShort(entry.day)}</td>
      <td className={styles.work} title={entry.note}>
        {entry.note}
      </td>
      <td>{format.clockDuration(entry.minutes)}</td>
      <td>{text}</td>
    </tr>
  )
}

function Sums({ line, currency, explanation }: LineExplanationProps & { readonly explanation: Explanation }) {
  const words = useWords().billing.explain
  const format = useFormat()
  const { steps, days, halvesByHand, discount, amount } = explanation
  const halves = days.reduce((sum, day) => sum + day.halves, 0)
  return (
    <tfoot>
      {steps.map(({ kind, minutes }) => (
        <tr key={kind}>
          <th scope="row" colSpan={3}>
            {words.steps[kind]}
          </th>
          <td>{format.clockDuration(minutes)}</td>
        </tr>
      ))}
      {days.length === 0 ? null : (
        <tr>
          <th scope="row" colSpan={3}>
            {line.basis?.kind === 'days' && !line.basis.halfDays ? words.inDays : words.inHalves}
          </th>
          <td>{words.halves(format.number(halves / 2, halves % 2))}</td>
        </tr>
      )}
      {halvesByHand === 0 ? null : (
        <tr>
          <th scope="row" colSpan={3}>
            {words.steps['by-hand']}
          </th>
          <td>{words.halves(format.number(halvesByHand / 2, 2))}</td>
        </tr>
      )}
      <tr className={styles.sum}>
        <th scope="row" colSpan={3}>
          {words.times(quantityText(line, format), format.money(line.price, currency))}
        </th>
        <td>{format.money(amount + discount, currency)}</td>
      </tr>
      {discount === 0 ? null : (
        <>
          <tr>
            <th scope="row" colSpan={3}>
              {words.discount}
            </th>
            <td>{format.money(-discount, currency)}</td>
          </tr>
          <tr className={styles.sum}>
            <th scope="row" colSpan={3}>
              {words.left}
            </th>
            <td>{format.money(amount, currency)}</td>
          </tr>
        </>
      )}
    </tfoot>
  )
}

/** The rule that made the billed time of the worked, as a sentence; null where nothing was rounded. */
function useRule({ basis }: InvoiceLine): string | null {
  const { timesheet, billing } = useWords()
  const format = useFormat()
  if (basis?.kind === 'days') {
    const length = format.duration(basis.minutesPerDay)
    return basis.halfDays ? timesheet.dayRule(length) : timesheet.wholeDayRule(length)
  }
  if (basis?.kind !== 'hours' && basis?.kind !== 'overage') return null
  const { mode, increment, scope } = basis.rounding
  return mode === 'none'
    ? null
    : timesheet.rule(timesheet.modes[mode], increment, billing.explain.scopes[scope])
}

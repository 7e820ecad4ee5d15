import { useMemo } from 'react'
import { explainExpenses } from '../../shared/billing/expenses.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './LineExplanation.module.css'
import type { LineExplanationProps } from './LineExplanation.tsx'

/** What a line of expenses is made of: paid, less the tax that is kept back, is charged. It adds up. */
export function ExpenseExplanation({ line, currency }: LineExplanationProps) {
  const { expenses: words, billing } = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const { expenses, byHand, amount } = useMemo(
    () => explainExpenses(plan, line, currency),
    [plan, line, currency],
  )
  return (
    <div className={styles.explanation}>
      <table className={styles.table} aria-label={words.explainTitle(line.text.split('\n')[0] ?? '')}>
        <thead>
          <tr>
            <th scope="col">{billing.explain.day}</th>
            <th scope="col" className={styles.work}>
              {words.what}
            </th>
            <th scope="col">{words.paid}</th>
            <th scope="col">{words.includedTax}</th>
            <th scope="col">{words.chargedSum}</th>
          </tr>
        </thead>
        <tbody>
          {expenses.map(({ expense, paid, tax, charged }) => (
            <tr key={expense.id}>
              <td>{format.dayShort(expense.day)}</td>
              <td className={styles.work} title={expense.title}>
                {expense.title}
              </td>
              <td>{format.money(paid, expense.currency)}</td>
              <td>{tax === 0 ? '' : format.money(-tax, expense.currency)}</td>
              <td>{format.money(charged, expense.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {byHand === null || byHand === 0 ? null : (
            <tr>
              <th scope="row" colSpan={4}>
                {words.byHand}
              </th>
              <td>{format.money(byHand, currency)}</td>
            </tr>
          )}
          <tr className={styles.sum}>
            <th scope="row" colSpan={4}>
              {billing.editor.amount}
            </th>
            <td>{format.money(amount, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

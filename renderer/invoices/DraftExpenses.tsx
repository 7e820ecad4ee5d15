import { useMemo, useState } from 'react'
import { freeLine } from '../../shared/billing/draft.ts'
import { expenseLine, type LeftOutExpense, sortExpenses } from '../../shared/billing/expenses.ts'
import { atRate } from '../../shared/billing/home.ts'
import { lineTexts } from '../../shared/billing/texts.ts'
import { chargeOf, type Expense } from '../../shared/plan/expense.ts'
import type { Invoice, InvoiceLine } from '../../shared/plan/invoice.ts'
import { newId } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import styles from './InvoicePage.module.css'

interface DraftExpensesProps {
  readonly invoice: Invoice
  readonly onAdd: (line: InvoiceLine) => void
}

type Open = LeftOutExpense | { readonly expense: Expense; readonly code: 'free' }

/** The client's expenses that are not on the draft, and why; those that can be are added with a press. */
export function DraftExpenses({ invoice, onAdd }: DraftExpensesProps) {
  const words = useWords().expenses
  const plan = usePlan((whole) => whole)
  const [asking, setAsking] = useState<Expense | null>(null)
  const open = useMemo((): readonly Open[] => {
    const here = new Set(invoice.lines.flatMap((line) => line.expenseIds))
    const { billed, leftOut } = sortExpenses(plan, { ...invoice, ...invoice.supply })
    const free = billed.map((expense) => ({ expense, code: 'free' as const }))
    return [...free, ...leftOut].filter(({ expense }) => !here.has(expense.id))
  }, [plan, invoice])
  if (open.length === 0) return null
  return (
    <section className={styles.notes}>
      <h3 className={styles.quiet}>{words.title}</h3>
      <ul>
        {open.map(({ expense, code }) => (
          <li key={expense.id}>
            <LeftOutExpenseSentence expense={expense} code={code} />
            {code === 'free' || code === 'earlier' ? (
              <Button size="small" onPress={() => onAdd(lineFor(expense, invoice))}>
                {words.addToDraft}
              </Button>
            ) : null}
            {code === 'currency' ? (
              <Button size="small" onPress={() => setAsking(expense)}>
                {words.addWithAmount}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asking === null ? null : (
        <AmountDialog
          expense={asking}
          currency={invoice.currency}
          onClose={() => setAsking(null)}
          onAmount={(price) => onAdd(lineFor(asking, invoice, price))}
        />
      )}
    </section>
  )
}

function lineFor(expense: Expense, invoice: Invoice, price?: number): InvoiceLine {
  const id = newId()
  const { tax } = freeLine(planNow(), invoice.clientId, id, invoice.language)
  const given = { id, tax, texts: lineTexts(invoice.language), currency: invoice.currency }
  return expenseLine(expense, price === undefined ? given : { ...given, price })
}

/** Why an expense is not billed, in a sentence that names it. */
export function LeftOutExpenseSentence({ expense, code }: Open) {
  const words = useWords().expenses
  const format = useFormat()
  const { title, day, currency } = expense
  return (
    <span>
      <b>{title}</b> {format.dayMedium(day)}, {format.money(chargeOf(expense), currency)}:{' '}
      {words.leftOut[code]}
    </span>
  )
}

interface AmountDialogProps {
  readonly expense: Expense
  readonly currency: string
  readonly onAmount: (minor: number) => void
  readonly onClose: () => void
}

/** Asks which amount is billed for an expense in another currency, or for the rate that gives it: none is ever guessed. */
function AmountDialog({ expense, currency, onAmount, onClose }: AmountDialogProps) {
  const all = useWords()
  const words = all.expenses
  const format = useFormat()
  const [rate, setRate] = useState<number | null>(null)
  const [amount, setAmount] = useState<number | null>(null)
  const changeRate = (typed: number | null) => {
    setRate(typed)
    if (typed === null) return
    const millionths = { rate: Math.round(typed * 1_000_000) }
    setAmount(atRate(chargeOf(expense), millionths, { from: expense.currency, to: currency }))
  }
  const add = () => {
    if (amount === null) return
    onAmount(amount)
    onClose()
  }
  return (
    <Dialog
      title={words.billTitle(expense.title)}
      isOpen
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{all.app.cancel}</Button>
          <Button variant="primary" isDisabled={amount === null || amount <= 0} onPress={add}>
            {words.addToDraft}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <NumberField
          label={all.billing.editor.exchange(expense.currency, currency)}
          value={rate}
          minValue={0.000001}
          maxValue={1_000_000}
          digits={6}
          onChange={changeRate}
        />
        <MoneyField
          label={words.billAmount}
          description={words.billHelp(format.money(chargeOf(expense), expense.currency))}
          minor={amount}
          currency={currency}
          allowEmpty
          autoFocus
          onChange={setAmount}
        />
      </div>
    </Dialog>
  )
}

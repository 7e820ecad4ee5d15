import { useState } from 'react'
import type { Minor } from '../../../shared/money/amount.ts'
import type { Invoice, Payment } from '../../../shared/plan/invoice.ts'
import type { Day } from '../../../shared/time/day.ts'
import { newId, useToday } from '../../state/clock.ts'
import { execute } from '../../state/plan.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { FieldRow } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './After.module.css'
import { FormDialog } from './FormDialog.tsx'

export interface PaymentDialogProps {
  readonly invoice: Invoice
  /** What is still to be paid without this payment: proposed as its amount. */
  readonly due: Minor
  /** The payment that is put right; without one a new one is recorded. */
  readonly payment?: Payment
  readonly onClose: () => void
}

/** Records money received, or puts right what was recorded. */
export function PaymentDialog({ invoice, due, payment, onClose }: PaymentDialogProps) {
  const { billing, money } = useWords()
  const words = money.payment
  const format = useFormat()
  const today = useToday()
  const [amount, setAmount] = useState<Minor | null>(payment?.amount ?? due)
  const [on, setOn] = useState<Day | null>(payment?.on ?? today)
  const [note, setNote] = useState(payment?.note ?? '')
  const written = (minor: Minor) => format.money(minor, invoice.currency)
  const isReady = amount !== null && amount !== 0 && on !== null
  const save = async () => {
    if (amount === null || amount === 0 || on === null) return
    const saved = { id: payment?.id ?? newId(), on, amount, note }
    const reply = await execute({ type: 'invoice/payment', id: invoice.id, payment: saved })
    if (!reply.ok) return
    onClose()
    toastWithUndo(payment === undefined ? words.recorded(written(amount)) : words.changed)
  }
  const remove = async (paymentId: string) => {
    const reply = await execute({ type: 'invoice/payment-remove', id: invoice.id, paymentId })
    if (!reply.ok) return
    onClose()
    toastWithUndo(words.removed)
  }
  const left = due - (amount ?? 0)
  return (
    <FormDialog
      title={payment === undefined ? words.record : words.change}
      save={payment === undefined ? billing.issued.save : words.save}
      isReady={isReady}
      onSave={() => void save()}
      onClose={onClose}
      {...(payment === undefined
        ? {}
        : {
            aside: (
              <Button variant="danger" onPress={() => void remove(payment.id)}>
                {words.remove}
              </Button>
            ),
          })}
    >
      <FieldRow>
        <MoneyField
          label={billing.issued.amount}
          minor={amount}
          currency={invoice.currency}
          onChange={setAmount}
          autoFocus
        />
        <DateField label={billing.issued.on} day={on} onChange={setOn} />
      </FieldRow>
      <TextField
        label={billing.issued.note}
        value={note}
        maxLength={500}
        onChange={setNote}
        onEnter={() => void save()}
      />
      <p className={styles.hint} role="status">
        {left > 0 ? words.dueAfter(written(left)) : left === 0 ? words.settles : words.over(written(-left))}
      </p>
    </FormDialog>
  )
}

import { useState } from 'react'
import type { Minor } from '../../shared/money/amount.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import type { Day } from '../../shared/time/day.ts'
import { newId, useToday } from '../state/clock.ts'
import { execute } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { FieldRow } from '../ui/Screen.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface PaymentDialogProps {
  readonly invoice: Invoice
  /** What is still to be paid: proposed as the amount. */
  readonly due: Minor
  readonly onClose: () => void
}

/** Records money received. */
export function PaymentDialog({ invoice, due, onClose }: PaymentDialogProps) {
  const words = useWords()
  const { issued } = words.billing
  const today = useToday()
  const [amount, setAmount] = useState<Minor | null>(due)
  const [on, setOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const save = async () => {
    if (amount === null || on === null) return
    const payment = { id: newId(), on, amount, note }
    const reply = await execute({ type: 'invoice/payment', id: invoice.id, payment })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      title={issued.save}
      isOpen
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button variant="primary" isDisabled={amount === null || on === null} onPress={() => void save()}>
            {issued.save}
          </Button>
        </>
      }
    >
      <FieldRow>
        <MoneyField
          label={issued.amount}
          minor={amount}
          currency={invoice.currency}
          onChange={setAmount}
          autoFocus
        />
        <DateField label={issued.on} day={on} onChange={setOn} />
      </FieldRow>
      <TextField
        label={issued.note}
        value={note}
        maxLength={500}
        onChange={setNote}
        onEnter={() => void save()}
      />
    </Dialog>
  )
}

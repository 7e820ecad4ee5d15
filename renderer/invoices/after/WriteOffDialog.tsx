import { useState } from 'react'
import type { Issued } from '../../../shared/billing/after/links.ts'
import type { Minor } from '../../../shared/money/amount.ts'
import type { Day } from '../../../shared/time/day.ts'
import { useToday } from '../../state/clock.ts'
import { execute } from '../../state/plan.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './After.module.css'
import { FormDialog } from './FormDialog.tsx'

interface WriteOffProps {
  readonly invoice: Issued
  readonly due: Minor
  readonly onClose: () => void
}

/** Gives up what is still to be paid. */
export function WriteOffDialog({ invoice, due, onClose }: WriteOffProps) {
  const words = useWords().money.writeOff
  const format = useFormat()
  const today = useToday()
  const [on, setOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const amount = format.money(due, invoice.currency)
  const save = async () => {
    if (on === null) return
    const reply = await execute({ type: 'invoice/write-off', id: invoice.id, writtenOff: { on, note } })
    if (!reply.ok) return
    onClose()
    toastWithUndo(words.done(amount))
  }
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      isReady={on !== null}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className={styles.hint}>{words.text(amount)}</p>
      <DateField label={words.on} day={on} onChange={setOn} />
      <TextField
        label={words.note}
        value={note}
        maxLength={500}
        onChange={setNote}
        onEnter={() => void save()}
        autoFocus
      />
    </FormDialog>
  )
}

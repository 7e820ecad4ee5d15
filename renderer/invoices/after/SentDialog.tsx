import { useState } from 'react'
import type { Issued } from '../../../shared/billing/after/links.ts'
import type { Sent } from '../../../shared/plan/invoice.ts'
import type { Day } from '../../../shared/time/day.ts'
import { useToday } from '../../state/clock.ts'
import { execute } from '../../state/plan.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from './FormDialog.tsx'

/** Notes when and how an invoice went out. */
export function SentDialog({ invoice, onClose }: { readonly invoice: Issued; readonly onClose: () => void }) {
  const words = useWords().money.sent
  const today = useToday()
  const [on, setOn] = useState<Day | null>(invoice.sent?.on ?? today)
  const [how, setHow] = useState(invoice.sent?.how ?? '')
  const { number } = invoice.issued
  const put = async (sent: Sent | null) => {
    const reply = await execute({ type: 'invoice/sent', id: invoice.id, sent })
    if (!reply.ok) return
    onClose()
    toastWithUndo(sent === null ? words.undone(number) : words.done(number))
  }
  const save = () => {
    if (on !== null) void put({ on, how })
  }
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      isReady={on !== null}
      onSave={save}
      onClose={onClose}
      {...(invoice.sent === null
        ? {}
        : { aside: <Button onPress={() => void put(null)}>{words.remove}</Button> })}
    >
      <DateField label={words.on} day={on} onChange={setOn} />
      <TextField
        label={words.how}
        description={words.howHelp}
        value={how}
        maxLength={500}
        onChange={setHow}
        onEnter={save}
        autoFocus
      />
    </FormDialog>
  )
}

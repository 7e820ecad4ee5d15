import { useState } from 'react'
import { draftAbout, isCorrectable } from '../../../shared/billing/after/corrected.ts'
import { isCreditable } from '../../../shared/billing/after/credit.ts'
import { draftCorrected } from '../../../shared/billing/after/creditDraft.ts'
import { nextLetter } from '../../../shared/billing/after/letters.ts'
import type { Issued } from '../../../shared/billing/after/links.ts'
import { type InvoiceStatus, isOwed } from '../../../shared/billing/status.ts'
import { newId, useToday } from '../../state/clock.ts'
import { go } from '../../state/navigation.ts'
import { execute, usePlan } from '../../state/plan.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Menu, type MenuLine } from '../../ui/Menu.tsx'
import { openAccount } from './accountForm.ts'
import { CreditDialog } from './CreditDialog.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { PaymentDialog } from './PaymentDialog.tsx'
import { SentDialog } from './SentDialog.tsx'
import { WriteOffDialog } from './WriteOffDialog.tsx'

type Opened = 'payment' | 'sent' | 'credit' | 'write-off' | 'letter'

export interface IssuedActionsProps {
  readonly invoice: Issued
  readonly status: InvoiceStatus
}

/** What can be done about an issued invoice: the next thing as a button, all the rest in a menu. */
export function IssuedActions({ invoice, status }: IssuedActionsProps) {
  const words = useWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const lines = useLines(invoice, status, setOpened)
  return (
    <>
      {status.due === 0 ? null : (
        <Button onPress={() => setOpened('payment')}>{words.billing.issued.record}</Button>
      )}
      <Menu
        label={words.money.after.more}
        lines={lines}
        button={<IconButton icon="more" label={words.money.after.more} />}
      />
      {opened === 'payment' ? <PaymentDialog invoice={invoice} due={status.due} onClose={close} /> : null}
      {opened === 'sent' ? <SentDialog invoice={invoice} onClose={close} /> : null}
      {opened === 'credit' ? <CreditDialog invoice={invoice} onClose={close} /> : null}
      {opened === 'write-off' ? <WriteOffDialog invoice={invoice} due={status.due} onClose={close} /> : null}
      {opened === 'letter' ? <LetterDialog invoice={invoice} onClose={close} /> : null}
    </>
  )
}

function useLines(
  invoice: Issued,
  { state }: InvoiceStatus,
  open: (what: Opened) => void,
): readonly MenuLine[] {
  const words = useWords().money
  const { after } = words
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const line = (id: Opened, label: string): MenuLine => ({ id, label, run: () => open(id) })
  const expect = async () => {
    const reply = await execute({ type: 'invoice/write-off', id: invoice.id, writtenOff: null })
    if (reply.ok) toastWithUndo(words.writeOff.takenBack(invoice.issued.number))
  }
  const correct = async () => {
    const drafted = draftAbout(plan, invoice, 'corrected')
    if (drafted !== undefined) return go({ screen: 'invoices', invoiceId: drafted.id })
    const draft = draftCorrected(invoice, { id: newId(), today })
    const reply = await execute({ type: 'invoice/draft', invoice: draft as never })
    if (reply.ok) go({ screen: 'invoices', invoiceId: draft.id })
  }
  return [
    line('sent', invoice.sent === null ? after.markSent : after.changeSent),
    ...(nextLetter(plan, invoice, today) !== null && state === 'overdue'
      ? [line('letter', after.remind)]
      : []),
    ...(isOwed(state) ? [line('write-off', after.writeOff)] : []),
    ...(state === 'written-off'
      ? [{ id: 'take-back', label: after.takeBack, run: () => void expect() }]
      : []),
    'separator',
    ...(isCreditable(plan, invoice) ? [line('credit', after.credit)] : []),
    ...(isCorrectable(plan, invoice)
      ? [{ id: 'correct', label: after.correct, run: () => void correct() }]
      : []),
    {
      id: 'account',
      label: after.account,
      run: () => openAccount({ clientId: invoice.clientId, currency: invoice.currency }),
    },
  ]
}
